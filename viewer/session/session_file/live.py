"""The lines of a session as they happen, for a file or another program."""

import queue
import sys
from pathlib import Path
from threading import Thread
from typing import Final, TextIO

from viewer.errors import UsageError
from viewer.protocol.events import Event
from viewer.protocol.insight import Noted
from viewer.session.session_file.lines import Addresses, LineWriter

STANDARD_OUTPUT: Final = Path("-")
_MAX_WAITING: Final = 20_000
_END_SECONDS: Final = 2.0


class LiveLines:
    """Writes each note at once, on a thread of its own: whoever reads slowly holds no session up.

    Of what comes while :data:`_MAX_WAITING` notes wait the rest is left out, and counted in a note.

    Args:
        path: of the file, which is written over; :data:`STANDARD_OUTPUT` is that.

    Raises:
        UsageError: the file cannot be written.
    """

    def __init__(self, path: Path, addresses: Addresses) -> None:
        self._writer = LineWriter(addresses)
        self._waiting: queue.Queue[Noted | None] = queue.Queue(_MAX_WAITING)
        self._left_out = 0
        self._failure: OSError | None = None
        self._path = path
        self._file: TextIO = sys.stdout if path == STANDARD_OUTPUT else _opened(path)
        self._thread = Thread(target=self._write, name="events", daemon=True)
        self._thread.start()

    @property
    def are_output(self) -> bool:
        """Whether they go to standard output."""
        return self._path == STANDARD_OUTPUT

    def add(self, event: Event) -> None:
        """Write ``event`` if it is a note. Never waits."""
        if not isinstance(event, Noted):
            return
        try:
            if self._left_out:
                left_out = Noted(event.at, "told", "LeftOut", {"notes": self._left_out})
                self._waiting.put_nowait(left_out)
                self._left_out = 0
            self._waiting.put_nowait(event)
        except queue.Full:
            self._left_out += 1

    def close(self) -> None:
        """Write what is left, if it is read within :data:`_END_SECONDS`. May be called twice.

        Raises:
            BrokenPipeError: whoever read standard output went away.
            UsageError: the file could not be written to its end.
        """
        if self._thread.is_alive():
            try:
                self._waiting.put(None, timeout=_END_SECONDS)
            except queue.Full:
                return
            self._thread.join(_END_SECONDS)
        failure, self._failure = self._failure, None
        if self._file is not sys.stdout:
            try:
                self._file.close()
            except OSError as error:  # what could not be written before cannot be now
                failure = failure or error
        if failure and self._path == STANDARD_OUTPUT:
            raise failure
        if failure:
            raise _unwritable(self._path, failure)

    def _write(self) -> None:
        try:
            while (noted := self._waiting.get()) is not None:
                self._file.writelines(self._writer.lines(noted))
                if self._waiting.empty():
                    self._file.flush()
            self._file.flush()
        except OSError as error:
            self._failure = error


def _opened(path: Path) -> TextIO:
    try:
        return path.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise _unwritable(path, error) from None


def _unwritable(path: Path, error: OSError) -> UsageError:
    return UsageError(
        f"The events cannot be written to {path}: {error.strerror}.", hint="Choose another place."
    )
