"""What a kiosk remembers from one start to the next: in a small file, written beside the GUI thread."""

import json
import logging
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

from viewer.whole_file import privately

_log = logging.getLogger(__name__)

_MOST_BYTES: Final = 1 << 20


class Memory:
    """GUI thread only. A file that is not there, or is broken, says nothing; one that cannot be written is
    logged once.

    Args:
        file: its folder is made.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._values = _read(file)
        self._writer = ThreadPoolExecutor(1, "memory")
        self._written: Future[None] | None = None
        self._failed = False

    def get(self, name: str) -> Mapping[str, Any]:
        """What is remembered as ``name``; nothing, if nothing is."""
        value = self._values.get(name)
        return value if isinstance(value, dict) else {}

    def keep(self, **values: Mapping[str, Any]) -> None:
        """Remember these from now on."""
        self._values = {**self._values, **values}
        self._written = self._writer.submit(self._write, json.dumps(self._values))

    def flush(self) -> None:
        """Wait until all of it is written."""
        if self._written:
            self._written.result()

    def close(self) -> None:
        """The same, for good. May be called twice."""
        self._writer.shutdown()

    def _write(self, text: str) -> None:
        try:
            write_privately(self._file, text)
        except OSError as error:
            if not self._failed:
                _log.warning("what the kiosk remembers cannot be written: %s", error.strerror)
            self._failed = True


def write_privately(file: Path, text: str) -> None:
    """Write ``file``, whole or not at all, for this user alone.

    Raises:
        OSError: it cannot be written.
    """
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    with open(fresh, "w", encoding="utf-8", opener=privately) as opened:
        opened.write(text)
    fresh.replace(file)


def _read(file: Path) -> dict[str, Any]:
    try:
        with file.open("rb") as opened:
            found = json.loads(opened.read(_MOST_BYTES))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        _log.warning("what the kiosk remembered cannot be read: %s", type(error).__name__)
        return {}
    return found if isinstance(found, dict) else {}
