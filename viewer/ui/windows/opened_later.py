"""What few open, made when it is first opened, so that nobody waits for it at the start."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from viewer.settings import Page
from viewer.ui.transcript.record import Change

if TYPE_CHECKING:
    from viewer.ui.preferences.dialog import PreferencesDialog
    from viewer.ui.transcript.pane import TranscriptPane
    from viewer.ui.windows.main_window import MainWindow


class OpenedLater:
    """The preferences and the transcript of a main window."""

    def __init__(self, window: "MainWindow") -> None:
        self.preferences: PreferencesDialog | None = None
        self._transcript: TranscriptPane | None = None
        self._window = window
        self._devices: tuple[Sequence[str], Sequence[str]] = ((), ())

    def show_devices(self, microphones: Sequence[str], speakers: Sequence[str]) -> None:
        """List the devices there are now."""
        self._devices = (microphones, speakers)
        if self.preferences:
            self.preferences.show_devices(microphones, speakers)

    def show_said(self, changes: Sequence[Change]) -> None:
        """What was said is ``changes`` more."""
        if self._transcript:
            self._transcript.follow(changes)

    def make_transcript(self, close: QPushButton) -> QWidget:
        """The pane, with the button ``close`` in its head."""
        from viewer.ui.transcript.pane import TranscriptPane  # noqa: PLC0415

        self._transcript = TranscriptPane(self._window.record)
        self._transcript.head.addWidget(close)
        return self._transcript

    def open_preferences(self, page: Page) -> None:
        """Show the preferences, on ``page`` if they are not open yet; pictures come between its steps."""
        import viewer.ui.preferences.dialog  # noqa: F401, PLC0415

        QTimer.singleShot(0, self._window, lambda: self._make_preferences(page))

    def _make_preferences(self, page: Page) -> None:
        from viewer.ui.preferences.dialog import PreferencesDialog  # noqa: PLC0415

        if self.preferences is None:
            self.preferences = PreferencesDialog(self._window.store, self._window.keys, self._window)
            self.preferences.show_devices(*self._devices)
        QTimer.singleShot(0, self.preferences, lambda: self._show_preferences(page))

    def _show_preferences(self, page: Page) -> None:
        assert self.preferences
        if not self.preferences.isVisible():
            self.preferences.show_page(page)
        self.preferences.show()
        self.preferences.raise_()
        self.preferences.activateWindow()
