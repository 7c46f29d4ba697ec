"""The last lines of the log in memory, for diagnostics, and, where the settings want it, a log in files."""

import copy
import logging
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from viewer.redaction import RedactingFormatter
from viewer.ui.desktop.places import state_folder
from viewer.ui.desktop.places_in_code import described, impersonal

_log = logging.getLogger(__name__)

MAX_LINES: Final = 200
"""In memory."""
MAX_LINE: Final = 2000

# Libraries write whole messages to their log below that, and so what was said.
_LEVEL: Final = logging.INFO


@contextmanager
def log_kept(in_files: bool) -> Iterator[None]:
    """While the context lasts, remember the last lines of the log, and write it to files if ``in_files``."""
    handlers: list[logging.Handler] = []
    try:
        _keep(_Recent(_LEVEL), handlers)
        if in_files:
            from viewer.ui.desktop.log_files import LogFiles  # noqa: PLC0415

            _keep(LogFiles(log_file(), _LEVEL), handlers)
    except OSError as error:
        _log.warning("no log is written to files: %s", error.strerror)
    try:
        yield
    finally:
        for handler in handlers:
            logging.getLogger().removeHandler(handler)
            handler.close()


def log_file() -> Path:
    """Where the log is written to; older parts are beside it.

    Raises:
        OSError: there is no such place.
    """
    folder = state_folder() / "logs"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / "persona-viewer.log"


def recent_lines() -> list[str]:
    """The last lines of the log while it is kept."""
    found = [handler for handler in logging.getLogger().handlers if isinstance(handler, _Recent)]
    return [line for handler in found for line in tuple(handler.lines)]


def _keep(handler: logging.Handler, handlers: list[logging.Handler]) -> None:
    handler.setFormatter(_Impersonal("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    handlers.append(handler)


class _Impersonal(RedactingFormatter):
    """Names kinds and places of exceptions, without their words."""

    def format(self, record: logging.LogRecord) -> str:
        if record.exc_info and (error := record.exc_info[1]):
            record = copy.copy(record)  # other handlers print all of it
            record.exc_info, record.exc_text = None, described(error)
        return impersonal(super().format(record))[:MAX_LINE]


class _Recent(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.lines: deque[str] = deque(maxlen=MAX_LINES)

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))
