"""Notes in a file what ends this process or fails in it, so that the next start can offer a report.

A note names kinds of errors and places in the program. What an error says is left out: it may quote what was
said in a talk.
"""

import faulthandler
import logging
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import FileIO
from types import TracebackType
from typing import Final

from PySide6.QtCore import QMessageLogContext, QSysInfo, QtMsgType, qInstallMessageHandler, qVersion

from viewer import __version__
from viewer.errors import ViewerError
from viewer.redaction import redact
from viewer.ui.desktop.crash_archive import CRASHED, MAX_BYTES, NOTE, begin_report, finish_report
from viewer.ui.desktop.places_in_code import described

_log = logging.getLogger(__name__)

MAX_NOTES: Final = 20
"""In one process; the same failure in the same place counts once."""

_MAX_QT_MESSAGE: Final = 300
# So much of the file is left for what Python writes of all threads when the process dies.
_MAX_NOTED: Final = MAX_BYTES // 2
_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_QT: Final = logging.getLogger("qt")


@contextmanager
def crashes_reported(wanted: bool) -> Iterator[None]:
    """While the context lasts, what fails on any thread and in any event loop is noted.

    Exceptions that nobody caught, and Qt's messages, go to the log, redacted, instead of to standard error.
    Main thread only. Where no file can be written, that is logged.
    """
    try:
        file = begin_report() if wanted else None
    except OSError as error:
        _log.warning("crashes will not be reported: %s", error.strerror)
        file = None
    if file is None:
        yield
        return
    notes = _Notes(file)
    undo = _watch(notes)
    try:
        yield
    except (ViewerError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        notes.add(f"{CRASHED}: it ended the program", error)
        raise
    finally:
        undo()
        try:
            finish_report(file)
        except OSError as error:
            _log.warning("the report cannot be written: %s", error.strerror)


class _Notes(logging.Handler):
    """Takes every record of an exception: both loops and :mod:`viewer.tasks` log what nobody caught."""

    def __init__(self, file: FileIO) -> None:
        super().__init__(logging.ERROR)
        self.file = file
        self._noted = 0
        self._alone = threading.RLock()
        self._noted_already: set[tuple[str, str]] = set()
        python = sys.version.partition(" ")[0]
        system = f"{QSysInfo.kernelType()} {QSysInfo.kernelVersion()} {QSysInfo.currentCpuArchitecture()}"
        self._write(f"{_now()}  Persona Viewer {__version__}, Python {python}, Qt {qVersion()}, {system}\n")

    def emit(self, record: logging.LogRecord) -> None:
        """What it says is not looked at."""
        if record.exc_info and record.exc_info[1]:
            self.add(f"{record.name} on thread {record.threadName}", record.exc_info[1])

    def add(self, where: str, error: BaseException) -> None:
        """Note ``error``. Any thread; never raises."""
        said = described(error)
        with self._alone:
            if (where, said) in self._noted_already or len(self._noted_already) >= MAX_NOTES:
                return
            self._noted_already.add((where, said))
            self._write(f"{NOTE}{where}\n{_now()}\n{said}")

    def add_message(self, text: str) -> None:
        """Note what Qt aborts the process for."""
        self._write(f"{NOTE}Qt: {redact(text)[:_MAX_QT_MESSAGE]}\n")

    def _write(self, text: str) -> None:
        data = text.encode("utf-8", "replace")[: max(0, _MAX_NOTED - self._noted)]
        self._noted += len(data)
        try:
            self.file.write(data)
        except (
            OSError,
            ValueError,
        ):  # the disk is full, or the report was finished: there is nowhere to say it
            self._noted = _MAX_NOTED


def _watch(notes: _Notes) -> Callable[[], None]:
    """Have everything noted; the answer takes it back."""
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    was_enabled = faulthandler.is_enabled()
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread
    sys.unraisablehook = _unraisable
    logging.getLogger().addHandler(notes)
    faulthandler.enable(notes.file)
    qInstallMessageHandler(lambda kind, context, text: _qt_said(notes, kind, context, text))

    def undo() -> None:
        qInstallMessageHandler(None)
        faulthandler.disable()
        if was_enabled:
            faulthandler.enable()
        logging.getLogger().removeHandler(notes)
        sys.excepthook, threading.excepthook, sys.unraisablehook = hooks

    return undo


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Qt's slots end up here, too; the program goes on after those."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        _log.critical("nobody caught this", exc_info=(kind, error, trace))


def _uncaught_in_thread(failed: threading.ExceptHookArgs) -> None:
    if failed.exc_value is not None and not issubclass(failed.exc_type, SystemExit):
        name = failed.thread.name if failed.thread else "unknown"
        _log.critical("the thread %s ended", name, exc_info=failed.exc_value)


def _unraisable(failed: "sys.UnraisableHookArgs") -> None:
    if failed.exc_value is not None:
        _log.error("%s", failed.err_msg or "nobody could catch this", exc_info=failed.exc_value)


def _qt_said(notes: _Notes, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    if kind == QtMsgType.QtFatalMsg:
        notes.add_message(text)
    _QT.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", context.category, text)


def _now() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
