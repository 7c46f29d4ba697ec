"""Where things are and how they are called, for all that is built."""

import os
import platform
import subprocess
import time
from functools import cache
from pathlib import Path
from typing import Final

from viewer import __version__
from viewer.programs import SERVERS

ROOT: Final = Path(__file__).resolve().parents[2]
DIST: Final = ROOT / "dist"
BUILD: Final = ROOT / "build" / "release"
NAME: Final = "persona-viewer"
BUNDLE: Final = DIST / NAME
ENGINE_BUNDLE: Final = DIST / SERVERS
VERSION: Final = __version__

# 1 January 2026: for what is built without Git and without SOURCE_DATE_EPOCH.
_LAST_RESORT: Final = 1767225600


@cache
def source_date() -> int:
    """When what is built was written, in seconds since 1970: of SOURCE_DATE_EPOCH, else of the commit.

    All files in packages bear this time, so that two builds are the same to the last byte.
    """
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    told = subprocess.run(
        ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"], check=False, capture_output=True, text=True
    )
    return int(told.stdout) if told.stdout.strip() else _LAST_RESORT


def day(seconds: int) -> str:
    """The day of ``seconds`` since 1970, as ISO 8601 writes it, in UTC."""
    return time.strftime("%Y-%m-%d", time.gmtime(seconds))


def system_name() -> str:
    """This system and processor, as file names have them: ``linux-x86_64``."""
    return f"{platform.system()}-{platform.machine()}".lower()
