"""Persona Viewer: talk to realtime AI avatars from the desktop."""

import os
import sys

__version__ = "0.1.0"

# pydantic would look through all that is installed for plugins, with each start of ours.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
# httpx would load its command line, and what that is made of. It does without where the module is missing.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
