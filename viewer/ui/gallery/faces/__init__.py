"""The personas' cards and their stills."""
