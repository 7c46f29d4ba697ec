"""Where this program keeps what is no setting: reports, a log, and the meeting point of its instances."""

import os
import stat
import sys
import tempfile
from pathlib import Path

import platformdirs

from viewer.settings import ENVIRONMENT_PREFIX


def state_folder() -> Path:
    """Made, for this user alone; ``PERSONA_VIEWER_CONFIG_DIR`` moves it along with the settings.

    Raises:
        OSError: it cannot be made.
    """
    moved = os.environ.get(f"{ENVIRONMENT_PREFIX}CONFIG_DIR")
    folder = Path(moved, "state") if moved else Path(platformdirs.user_state_dir("persona-viewer", False))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def meeting_folder() -> Path:
    """Where instances meet: a folder that nobody else can put anything into, with a short path, as it is
    part of a socket's name.

    Raises:
        OSError: there is none.
    """
    if sys.platform == "win32":
        return state_folder()
    session = os.environ.get("XDG_RUNTIME_DIR")
    folder = Path(session or tempfile.gettempdir()) / "persona-viewer"
    if not session:
        folder = folder.with_name(f"persona-viewer-{os.getuid()}")
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o022:
        raise PermissionError(0, f"{folder} is not this user's alone")
    return folder
