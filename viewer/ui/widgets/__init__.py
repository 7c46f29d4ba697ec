"""The widgets that the windows are made of, and how all of it looks."""
