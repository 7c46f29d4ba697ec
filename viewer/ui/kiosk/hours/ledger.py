"""What each visit used, a line each, in a CSV file that does not grow for ever. Nothing that was said."""

import csv
import io
import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Final

from viewer.ui.kiosk.watched.diary import VisitRecord
from viewer.whole_file import privately

_log = logging.getLogger(__name__)

MAX_BYTES: Final = 1_000_000
"""Of a file: some 15,000 visits."""
MAX_FILES: Final = 4
_HEAD: Final = ("began", "woken_by", "seconds", "session_seconds", "sessions", "false_wake")


class Ledger:
    """Lines reach ``file`` beside the GUI thread; a full file makes way, as visits.1.csv, for a new one."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._writer = ThreadPoolExecutor(1, "ledger")
        self._failed = False

    def add(self, visit: VisitRecord, began: datetime) -> None:
        """Have ``visit`` written down, which ``began`` then on the wall."""
        used = round(visit.seconds, 1), round(visit.session_seconds, 1), visit.sessions
        row = (began.isoformat(timespec="seconds"), visit.by, *used, "yes" if visit.false_wake else "no")
        self._writer.submit(self._write, _line(row))

    def close(self) -> None:
        """Wait until all is written. May be called twice."""
        self._writer.shutdown()

    def _write(self, line: str) -> None:
        try:
            write_line(self.file, line)
        except OSError as error:
            if not self._failed:
                _log.warning("what visits use cannot be written down: %s", error.strerror)
            self._failed = True


def write_line(file: Path, line: str) -> None:
    """Append ``line`` to ``file``, which makes way for a new one when it is full.

    Raises:
        OSError: it cannot be written.
    """
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if file.exists() and file.stat().st_size >= MAX_BYTES:
        for number in range(MAX_FILES - 1, 0, -1):
            older = _numbered(file, number - 1)
            if older.exists():
                older.replace(_numbered(file, number))
    is_new = not file.exists()
    with open(file, "a", encoding="utf-8", newline="", opener=privately) as opened:
        opened.write(_line(_HEAD) + line if is_new else line)


def _numbered(file: Path, number: int) -> Path:
    return file.with_name(f"{file.stem}.{number}{file.suffix}") if number else file


def _line(row: tuple[object, ...]) -> str:
    text = io.StringIO()
    csv.writer(text).writerow(row)
    return text.getvalue()
