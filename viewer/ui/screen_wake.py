"""Keeps the screen from blanking."""

import logging
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Final

from PySide6.QtGui import QGuiApplication

_log = logging.getLogger(__name__)

_XSET_SECONDS: Final = 2.0


@contextmanager
def screen_kept_awake(complain: int = logging.WARNING) -> Iterator[None]:
    """As long as the context lasts, the screen does not blank; what was set before is restored.

    The desktop is asked first; a bare X server is told with xset. Failing at both is logged, at the level
    ``complain``, not raised. Blocks while it asks; any thread, but enter and leave on the same one.
    """
    with ExitStack() as stack:
        if not _ask_desktop(stack) and not _tell_x_server(stack):
            _log.log(complain, "the screen may blank: neither the desktop nor xset could keep it on")
        yield


def _ask_desktop(stack: ExitStack) -> bool:
    try:
        from wakepy import keep  # noqa: PLC0415 - most starts do not need it, and it is slow

        return stack.enter_context(keep.presenting(on_fail="pass")).active
    except Exception:  # a desktop's bus can fail in any way, and a kiosk must start all the same
        _log.warning("the desktop could not be asked to keep the screen on", exc_info=True)
        return False


def _tell_x_server(stack: ExitStack) -> bool:
    if QGuiApplication.platformName() != "xcb" or not (xset := shutil.which("xset")):
        return False
    before = _run(xset, "q")
    if before is None or _run(xset, "s", "off") is None:
        return False
    if saver := re.search(r"timeout:\s*(\d+)\s+cycle:\s*(\d+)", before):
        stack.callback(_run, xset, "s", *saver.groups())
    if "DPMS is Enabled" in before and _run(xset, "-dpms") is not None:
        stack.callback(_run, xset, "+dpms")
    return True


def _run(xset: str, *arguments: str) -> str | None:
    """What it printed; None if it failed."""
    try:
        done = subprocess.run(  # noqa: S603 - fixed words only
            [xset, *arguments], capture_output=True, check=True, encoding="utf-8", timeout=_XSET_SECONDS
        )
    except (OSError, subprocess.SubprocessError) as error:
        _log.warning("xset failed: %s", error)
        return None
    return done.stdout
