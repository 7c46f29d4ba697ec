"""The reports of crashes on this computer: few, small, and of nobody else's business."""

import os
import re
import sys
import time
from contextlib import suppress
from io import FileIO
from pathlib import Path
from typing import Final

from viewer.ui.desktop.places import state_folder
from viewer.ui.desktop.places_in_code import impersonal
from viewer.value import value
from viewer.whole_file import privately

MAX_REPORTS: Final = 5
MAX_BYTES: Final = 65_536
"""Of one report."""

NOTE: Final = "\n--- "
"""Begins each note; a report without any has nothing to tell."""
CRASHED: Final = "Fatal Python error"
"""Stands in the report of a process that did not end by itself, as Python writes it."""

_RUNNING, _CRASH, _FAILURE, _NEW = "running-", "crash-", "failure-", ".new.txt"
# Of a process that died. In one that goes on, Windows' exceptions are all in a day's work.
_LEFT: Final = re.compile(rf"^(?:{CRASHED}|Windows fatal exception)", re.MULTILINE)
_ENDED: Final = re.compile(rf"^--- {CRASHED}", re.MULTILINE)


@value
class CrashReport:
    """A finished report."""

    file: Path
    crashed: bool
    """The program ended of it; else it went on."""

    def text(self) -> str:
        """What it says; empty if it is gone. Blocks."""
        try:
            return self.file.read_text("utf-8")
        except OSError:
            return ""

    def discard(self) -> None:
        """Remove it."""
        with suppress(OSError):
            self.file.unlink()


def begin_report() -> FileIO:
    """A new file for what happens in this process. Others leave it alone as long as it is open.

    Raises:
        OSError: there can be none.
    """
    file = _folder() / f"{_RUNNING}{os.getpid()}-{time.time_ns()}.txt"
    report = open(file, "xb", buffering=0, opener=privately)  # noqa: SIM115 - the process has it all its life
    if sys.platform != "win32":  # there, nobody can rename what is open
        import fcntl  # noqa: PLC0415 - not on Windows

        fcntl.flock(report, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return report


def finish_report(report: FileIO) -> None:
    """This process ends by itself; what has nothing to tell goes.

    Raises:
        OSError: it cannot be written.
    """
    report.close()
    _finish(Path(str(report.name)), _ENDED)


def new_report() -> CrashReport | None:
    """The last report since this was asked the last time; those of other processes that died are among them.
    Only so many of all are kept. Blocks.

    Raises:
        OSError: they cannot be read or written.
    """
    folder = _folder()
    for left in folder.glob(f"{_RUNNING}*"):
        if not _is_written_to(left):
            _finish(left, _LEFT)
    finished = sorted([*folder.glob(f"{_CRASH}*"), *folder.glob(f"{_FAILURE}*")], key=_age)
    for surplus in finished[MAX_REPORTS:]:
        surplus.unlink(missing_ok=True)
    offered = [_offered(file) for file in finished[:MAX_REPORTS] if file.name.endswith(_NEW)]
    return CrashReport(offered[0], offered[0].name.startswith(_CRASH)) if offered else None


def _offered(file: Path) -> Path:
    return file.replace(file.with_name(file.name.removesuffix(_NEW) + ".txt"))


def _age(file: Path) -> float:
    return -file.stat().st_mtime


def _finish(file: Path, crash: re.Pattern[str]) -> None:
    """Make a report of what was written to ``file`` while its process ran."""
    ended = file.with_name(file.name.replace(_RUNNING, "ended-", 1))
    try:
        file.replace(ended)
        with ended.open("rb") as opened:
            text = opened.read(MAX_BYTES).decode("utf-8", "replace")
    except (FileNotFoundError, PermissionError):
        return  # another start was quicker, or its process lives
    crashed = crash.search(text) is not None
    if crashed or NOTE in text:
        stamp = time.strftime("%Y%m%d-%H%M%S", time.gmtime(ended.stat().st_mtime))
        name = f"{_CRASH if crashed else _FAILURE}{stamp}-{file.name.removeprefix(_RUNNING)}"
        _write(file.with_name(name.removesuffix(".txt") + _NEW), impersonal(text))
    ended.unlink(missing_ok=True)


def _write(file: Path, text: str) -> None:
    with open(file, "w", encoding="utf-8", newline="\n", opener=privately) as opened:
        opened.write(text)


def _is_written_to(file: Path) -> bool:
    if sys.platform == "win32":
        return False  # if it is, it cannot be renamed
    import fcntl  # noqa: PLC0415 - not on Windows

    try:
        with file.open("ab") as opened:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    return False


def _folder() -> Path:
    folder = state_folder() / "crashes"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
