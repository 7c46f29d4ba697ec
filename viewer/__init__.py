"""Persona Viewer: talk to realtime AI avatars from the desktop."""

__version__ = "0.1.0"
