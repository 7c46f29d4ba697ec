"""The programs that this one starts: itself, and the one that has engine and broker."""

import importlib.util
import sys
from pathlib import Path
from typing import Final

SERVERS: Final = "persona-viewer-engine"
"""The bundle of engine and broker, and its program: the viewer's own bundle finds it beside itself."""

_VIEWER: Final = "persona-viewer"
# One for each of the extras that they need.
_NEEDED: Final = ("aiohttp", "fastapi", "uvicorn", "skia", "onnxruntime")
_WINDOW: Final = "viewer.ui"
_ENGINE: Final = "viewer.engine"


def is_bundle() -> bool:
    """Whether this is a folder with a Python of its own."""
    return bool(getattr(sys, "frozen", False))


def itself() -> list[str]:
    """The words that start this program."""
    return [sys.executable] if is_bundle() else [sys.executable, "-m", "viewer"]


def with_servers() -> list[str] | None:
    """The words that start the program that has engine and broker. None: it is not installed."""
    if not is_bundle():
        return itself() if all(map(_has, _NEEDED)) else None
    if _has(_ENGINE):
        return itself()
    program = Path(sys.executable).resolve()
    folder = program.parent
    # The archives' folders have the version in their names.
    beside = [folder.with_name(SERVERS), folder.with_name(folder.name.replace(_VIEWER, SERVERS, 1))]
    if sys.platform == "darwin":  # what the user sees as one file is three folders
        beside.append(folder.parents[1].with_name(SERVERS))
    programs = (each / f"{SERVERS}{program.suffix}" for each in beside)
    return next(([str(each)] for each in programs if each != program and each.is_file()), None)


def serving() -> list[str]:
    """The words that start engine or broker; where neither is installed, what says so."""
    return with_servers() or itself()


def has_part(*, servers: bool, window: bool) -> bool:
    """Whether what a command needs can be run here. What is not a bundle tells by itself what it lacks."""
    if not is_bundle():
        return True
    if servers and window:
        return _has(_WINDOW) and with_servers() is not None
    return _has(_ENGINE if servers else _WINDOW)


def _has(module: str) -> bool:
    return importlib.util.find_spec(module) is not None
