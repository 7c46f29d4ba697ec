"""Files that the user chooses: which or where to is asked, and nobody waits for what is written."""

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from viewer.errors import ViewerError, as_failure
from viewer.threads import UnattendedThreads

Location = QStandardPaths.StandardLocation

AskWhere: TypeAlias = Callable[[QWidget, str, Callable[[Path], None]], None]
"""Asks for a place, proposing a name; calls what it was given with the answer, if there is one."""

AskWhich: TypeAlias = Callable[[QWidget, Callable[[Path], None]], None]
"""Asks for a file that there is; calls what it was given with the answer, if there is one."""

_POLL_MS: Final = 30
_THREADS: Final = UnattendedThreads()


def ask_where_to_save(
    parent: QWidget,
    title: str,
    proposed: tuple[Location, str],
    kinds: str,
    chosen: Callable[[Path], None],
) -> QFileDialog:
    """Ask in the system's file dialog, or Qt's; ``chosen`` is called with the answer, if there is one.

    Does not wait for it. ``proposed`` are the folder and the file's name there, whose suffix is that of an
    answer without one; ``kinds`` are as ``QFileDialog`` has them.
    """
    folder, name = proposed
    place = Path(QStandardPaths.writableLocation(folder)) / name
    dialog = QFileDialog(parent, title, str(place), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(place.suffix.removeprefix("."))
    _open(dialog, chosen)
    return dialog


def ask_which_to_open(
    parent: QWidget, title: str, folder: Location, kinds: str, chosen: Callable[[Path], None]
) -> None:
    """Ask in the same way for a file that there is."""
    dialog = QFileDialog(parent, title, QStandardPaths.writableLocation(folder), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _open(dialog, chosen)


def _open(dialog: QFileDialog, chosen: Callable[[Path], None]) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()


class Saving(QObject):
    """Writes one file at a time on a thread of its own."""

    saved = Signal(str)
    """It is there, under that name."""

    failed = Signal(str)
    """It is not: why, and what to do."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: tuple[Future[None], str] | None = None
        self._poll = QTimer(self, interval=_POLL_MS)
        self._poll.timeout.connect(self._look)

    def begin(self, path: Path, write: Callable[[Path], None]) -> None:
        """Have ``write`` write ``path``."""
        self._work = _THREADS.submit(write, path), path.name
        self._poll.start()

    def _look(self) -> None:
        if self._work is None or not self._work[0].done():
            return
        (work, name), self._work = self._work, None
        self._poll.stop()
        if error := work.exception():
            self.failed.emit((error if isinstance(error, ViewerError) else as_failure(error)).told)
        else:
            self.saved.emit(name)
