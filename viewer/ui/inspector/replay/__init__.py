"""A session file in the inspector, without a network."""
