"""The log in files, for those who want it: what rotates them is loaded for nobody else."""

import logging
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from viewer.whole_file import privately

_log = logging.getLogger(__name__)

MAX_BYTES: Final = 1_000_000
"""Of each file."""
MAX_FILES: Final = 5


class LogFiles(RotatingFileHandler):
    """For this user's eyes; when it fails it stops, and says so once."""

    def __init__(self, file: Path, level: int) -> None:
        super().__init__(file, maxBytes=MAX_BYTES, backupCount=MAX_FILES - 1, encoding="utf-8")
        self.setLevel(level)

    def _open(self) -> TextIOWrapper:
        return open(
            self.baseFilename,
            "a",
            encoding="utf-8",
            errors="replace",
            opener=privately,
        )

    def handleError(self, record: logging.LogRecord) -> None:
        logging.getLogger().removeHandler(self)
        _log.warning("the log is not written to files any more: it failed")
