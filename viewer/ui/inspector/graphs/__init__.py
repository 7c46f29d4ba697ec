"""The last hour of a session's figures, in graphs."""
