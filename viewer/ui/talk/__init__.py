"""A running talk: floating controls, captions, what is typed, and the small window."""
