"""Begins and ends recordings of the talk as the user wishes, and tells what becomes of them."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from viewer.protocol.commands import RecordingCommand, StartRecording, StopRecording
from viewer.protocol.events import RecordingChanged
from viewer.ui.files import AskWhere, Location, ask_where_to_save
from viewer.ui.windows.recording_pill import RecordingPill

if TYPE_CHECKING:
    from viewer.ui.windows.main_window import MainWindow

_MAX_NAME: Final = 60


def ask_where(parent: QWidget, name: str, chosen: Callable[[Path], None]) -> None:
    """The system's file dialog, or Qt's. Does not wait for the answer."""
    title = QCoreApplication.translate("Recording", "Record the talk")
    proposed = Location.MoviesLocation, name
    dialog = ask_where_to_save(parent, title, proposed, "Matroska (*.mkv);;MP4 (*.mp4)", chosen)
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix("mp4" if "mp4" in kind else "mkv"))


class RecordingDesk(QObject):
    """One of a main ``window``, made when something is first recorded.

    Args:
        where: how the user is asked where a recording goes.
    """

    asked = Signal(object)
    """A :data:`~viewer.protocol.commands.RecordingCommand`."""

    changed = Signal()
    """It is recorded, or not any more."""

    def __init__(self, window: "MainWindow", where: AskWhere = ask_where) -> None:
        super().__init__(window)
        self._window = window
        self._where = where
        self.pill = RecordingPill(window.video)
        self.question: QMessageBox | None = None
        """What is asked now."""
        self.is_recording = False
        window.live_page.show_first(self.pill)

    def toggle(self) -> None:
        """End the recording; or begin one, once the user knows that others have to agree."""
        if self.is_recording:
            self._ask(StopRecording())
        elif self._window.state.live and self.question is None:
            if self._window.store.current.recording_reminder:
                self._remind()
            else:
                self._choose()
        self.changed.emit()

    def show(self, progress: RecordingChanged) -> None:
        """Show how far the recording is."""
        was, self.is_recording = self.is_recording, progress.state in ("waiting", "running")
        self.pill.show_progress(progress)
        window = self._window
        window.live_page.arrange()
        notice = window.live_page.notices.recording if window.state.busy else window.recording_notice
        if progress.problem:
            notice.say(progress.problem.told)
            if progress.state == "ended":
                window.announcer.show_problem(progress.problem.told)
        elif progress.state == "ended":
            saved = self.tr("The recording is saved: {file}").format(file=progress.path)
            notice.say(saved)
            window.announcer.show_warning(saved)
        elif self.is_recording and not was:
            window.announcer.show_warning(self.tr("The talk is being recorded."))
            for one in (window.live_page.notices.recording, window.recording_notice):
                one.say(None)
        if was != self.is_recording:
            self.changed.emit()

    def _ask(self, command: RecordingCommand) -> None:
        self.asked.emit(command)

    def _remind(self) -> None:
        box = QMessageBox(self._window)
        box.setObjectName("recordingQuestion")
        box.setWindowTitle(self.tr("Persona Viewer"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("Does everybody agree to be recorded?"))
        box.setInformativeText(
            self.tr(
                "The recording holds the avatar's picture and voice, your voice, and what is said. In many "
                "places the law wants everybody who can be heard to agree. You are asked this once."
            )
        )
        agreed = box.addButton(self.tr("Record"), QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        agreed.clicked.connect(self._agreed)
        box.finished.connect(self._answered)
        self.question = box
        box.open()

    def _agreed(self) -> None:
        self._window.choose("recording_reminder", False)
        self._choose()

    def _answered(self) -> None:
        box, self.question = self.question, None
        if box is not None:
            box.deleteLater()

    def _choose(self) -> None:
        name = self._window.record.persona or self.tr("Talk")
        proper = "".join(letter for letter in name if letter.isalnum() or letter in " -_")
        moment = time.strftime("%Y-%m-%d %H.%M")
        self._where(self._window, f"{proper.strip()[:_MAX_NAME]} {moment}.mkv".strip(), self._begin)

    def _begin(self, path: Path) -> None:
        if self._window.state.live:
            persona = self._window.record.persona or self.tr("Avatar")
            self._ask(StartRecording(str(path), persona, self.tr("You")))
