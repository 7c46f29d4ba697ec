"""What few open, made when it is first opened, so that nobody waits for it at the start."""

import importlib
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from viewer.media.capture.processing import Processing
from viewer.protocol.events import Event, RecordingChanged
from viewer.protocol.insight import Noted
from viewer.settings import Page
from viewer.threads import UnattendedThreads
from viewer.ui.inspector.memory import Memory
from viewer.ui.transcript.record import Change
from viewer.ui.windows.window_actions import show_checks

if TYPE_CHECKING:
    from pydantic import JsonValue

    from viewer.ui.inspector.panel import InspectorPanel
    from viewer.ui.preferences.dialog import PreferencesDialog
    from viewer.ui.transcript.pane import TranscriptPane
    from viewer.ui.windows.main_window import MainWindow
    from viewer.ui.windows.recording_desk import RecordingDesk

_SIZE: Final = 500
# In the order in which a talk comes to them.
_OF_A_TALK: Final = (
    "viewer.ui.gpu.adapter",
    "viewer.ui.talk.small_window",
    "viewer.ui.inspector.graphs.series",
    "viewer.ui.transcript.pane",
    "viewer.ui.preferences.dialog",
)


class OpenedLater:
    """The preferences, the transcript and the inspector of a main window."""

    def __init__(self, window: "MainWindow") -> None:
        self.preferences: PreferencesDialog | None = None
        self._transcript: TranscriptPane | None = None
        self._inspector: InspectorPanel | None = None
        self._recording: RecordingDesk | None = None
        self._memory = Memory()
        self._processing: Processing | None = None
        self._window = window
        self._devices: tuple[Sequence[str], Sequence[str]] = ((), ())

    def prepare(self) -> None:
        """The program is loaded: have what many open in a talk, which takes longer than a picture lasts."""
        UnattendedThreads().submit(lambda: [importlib.import_module(module) for module in _OF_A_TALK])

    def show_devices(self, microphones: Sequence[str], speakers: Sequence[str]) -> None:
        """List the devices there are now."""
        self._devices = (microphones, speakers)
        self.follow(_noted("DevicesListed", microphones=list(microphones), speakers=list(speakers)), 0)
        if self.preferences:
            self.preferences.show_devices(microphones, speakers)

    def show_trouble(self, sentence: str | None) -> None:
        """A device does not open, or the user is not heard; None: all is well again."""
        self.follow(_noted("DeviceTrouble", sentence=sentence or ""), 0)

    def show_said(self, changes: Sequence[Change]) -> None:
        """What was said is ``changes`` more."""
        if self._transcript:
            self._transcript.follow(changes)

    @property
    def inspector(self) -> "InspectorPanel":
        """The inspector; it knows what came before it was made."""
        if self._inspector is None:
            from viewer.ui.inspector.panel import InspectorPanel  # noqa: PLC0415

            window = self._window
            video = window.video
            self._inspector = made = InspectorPanel(
                window, self._memory, lambda: video.painted, lambda: video.drawn_by
            )
            made.diagnostics_requested.connect(window.diagnostics_requested)
            made.add_picture_tab(video.pictures)
            made.add_acting_tabs(window.store)
            made.command.connect(window.command)
            made.closed.connect(window.inspector_closed)
            made.addAction(window.keys["inspector"])  # its keys are heard in a window of its own, too
            if self._processing:
                made.show_processing(self._processing)
            window.arrange_inspector()
        return self._inspector

    @property
    def inspector_if_made(self) -> "InspectorPanel | None":
        """None: nobody has opened it yet."""
        return self._inspector

    @property
    def recording(self) -> "RecordingDesk":
        """What begins and ends recordings."""
        if self._recording is None:
            from viewer.ui.windows.recording_desk import RecordingDesk  # noqa: PLC0415

            self._recording = made = RecordingDesk(self._window)
            made.asked.connect(self._window.command)
            made.changed.connect(lambda: show_checks(self._window))
        return self._recording

    def toggle_recording(self) -> None:
        """Begin a recording, or end it."""
        self.recording.toggle()

    @property
    def is_recording(self) -> bool:
        """Whether the talk is being recorded."""
        return self._recording is not None and self._recording.is_recording

    def follow(self, event: Event, painted: int) -> None:
        """Tell the inspector of ``event``, now or when it is made. ``painted``: pictures in this session."""
        if isinstance(event, RecordingChanged):
            self.recording.show(event)
        self._memory.add(event)
        if self._inspector:
            self._inspector.take(event, painted)

    def show_processing(self, processing: Processing) -> None:
        """Say what is done to the microphone's sound."""
        self._processing = processing
        if self._inspector:
            self._inspector.show_processing(processing)

    def make_transcript(self, close: QPushButton) -> QWidget:
        """The pane, with the button ``close`` in its head."""
        from viewer.ui.transcript.pane import TranscriptPane  # noqa: PLC0415

        self._transcript = pane = TranscriptPane(self._window.record)
        pane.head.addWidget(close)
        self._window.keys.keep_tip(pane.find_button, "find")
        self._window.keys.keep_tip(pane.bar.undo, "undo")
        return pane

    def search_transcript(self) -> None:
        """Put the keyboard where the transcript, if it was opened, is searched."""
        if self._transcript:
            self._transcript.search.open()

    def restore_transcript(self) -> None:
        """Bring back what was cleared a moment ago."""
        if self._transcript:
            self._transcript.bar.take_back()

    def open_preferences(self, page: Page) -> None:
        """Show the preferences, on ``page`` if they are not open yet; pictures come between its steps."""
        import viewer.ui.preferences.dialog  # noqa: F401, PLC0415

        QTimer.singleShot(0, self._window, lambda: self._make_preferences(page))

    def _make_preferences(self, page: Page) -> None:
        from viewer.ui.preferences.dialog import PreferencesDialog  # noqa: PLC0415

        if self.preferences is None:
            self.preferences = PreferencesDialog(self._window.store, self._window.keys, self._window)
            self.preferences.show_devices(*self._devices)
        QTimer.singleShot(0, self.preferences, lambda: self._fill_preferences(page))

    def _fill_preferences(self, page: Page) -> None:
        assert self.preferences
        self.preferences.make(page)
        QTimer.singleShot(0, self.preferences, lambda: self._turn_preferences(page))

    def _turn_preferences(self, page: Page) -> None:
        assert self.preferences
        if not self.preferences.isVisible():
            self.preferences.show_page(page)
        QTimer.singleShot(0, self.preferences, self._show_preferences)

    def _show_preferences(self) -> None:
        assert self.preferences
        self.preferences.show()
        self.preferences.raise_()
        self.preferences.activateWindow()
        self._window.keys.looked_at.emit()


def _noted(kind: str, **data: "JsonValue") -> Noted:
    """What the window knows and no session: by the same clock."""
    return Noted(time.monotonic(), "told", kind, data, _SIZE)
