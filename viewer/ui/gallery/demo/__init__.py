"""The demo, started from the window."""
