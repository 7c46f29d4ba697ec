"""Persona Viewer: talk to realtime AI avatars from the desktop."""

import os

__version__ = "0.1.0"

# pydantic would look through all that is installed for plugins, with each start of ours.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
