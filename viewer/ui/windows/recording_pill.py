"""Says for as long as a talk is recorded that it is."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from viewer.protocol.events import RecordingChanged
from viewer.ui.widgets.pill import Pill


class RecordingPill(Pill):
    """Lies over the picture, also where that is lent to another window, and does not fade."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._progress: RecordingChanged | None = None
        self.hide()

    def show_progress(self, progress: RecordingChanged) -> None:
        """Show how far the recording is."""
        self._progress = progress
        text = self._words(progress)
        self.say(text, "over_danger")
        self.setAccessibleName(text)
        self.setVisible(progress.state != "ended")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange and self._progress:
            self.show_progress(self._progress)

    def _words(self, progress: RecordingChanged) -> str:
        match progress.state:
            case "waiting":
                return self.tr("Recording begins…")
            case "finishing":
                return self.tr("Saving the recording…")
        minutes, seconds = divmod(int(progress.seconds), 60)
        return self.tr("Recording {minutes}:{seconds}").format(minutes=minutes, seconds=f"{seconds:02}")
