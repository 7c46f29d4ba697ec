"""The window: the start page, the live page, and the inspector over both."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from viewer.errors import AudioDeviceError, UsageError
from viewer.media.capture.processing import Applied
from viewer.media.picture import PictureSlot
from viewer.protocol.commands import Disconnect, InterruptPersona, SendText
from viewer.protocol.events import Event, Phase, PhaseChanged, SessionClosed
from viewer.session.requests import connect_with
from viewer.settings import ViewerSettings
from viewer.settings_file import load
from viewer.ui import look
from viewer.ui.announcements import Announcer
from viewer.ui.view_state import Failure, ViewState, fold
from viewer.ui.widgets.control_bar import ControlBar
from viewer.ui.widgets.mute_button import TalkKey, is_talk_key
from viewer.ui.widgets.picture_menu import offer_scalings
from viewer.ui.widgets.video import VideoWidget
from viewer.ui.windows.inspector import Inspector
from viewer.ui.windows.live_page import LivePage
from viewer.ui.windows.placement import place, placement_of
from viewer.ui.windows.start_page import StartPage

_INSPECTOR_WIDTH: Final = 480
_LEVEL_MS: Final = 50
_MARGIN: Final = 16


class MainWindow(QWidget):
    """Turns what the user does into commands, and events into what the user sees.

    Args:
        microphone_level: asked 20 times a second while a session runs; 0 to 1 RMS.
        remember: gets the settings that the user changed, by their names in the settings table.
    """

    command = Signal(object)
    """A :data:`~viewer.session.events.Command`."""

    microphone_picked = Signal(str)
    speaker_picked = Signal(str)
    mute_changed = Signal(bool)
    volume_changed = Signal(int)
    processing_requested = Signal(object)
    """A :class:`~viewer.media.capture.processing.Processing`."""

    closed = Signal()
    """The user closed the window; it is hidden already."""

    def __init__(
        self,
        settings: ViewerSettings,
        pictures: PictureSlot,
        microphone_level: Callable[[], float],
        remember: Callable[[dict[str, str | bool | int]], None],
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("Persona Viewer")
        self.setWindowIcon(look.application_icon())
        self.setMinimumSize(QSize(960, 600))
        self.resize(1080, 787)  # leaves 3:2 for the picture
        self.state = ViewState()
        self.video = VideoWidget(pictures)
        self.controls = ControlBar(settings)
        self.start_page = StartPage(settings.broker, settings.persona)
        self.live_page = LivePage(self.video, self.controls)
        self.inspector = Inspector(self)
        self._settings = settings
        self._talk_key = TalkKey(self)
        self.announcer = Announcer(self)
        self._remember = remember
        self._microphone_level = microphone_level
        self._level_timer = QTimer(self, interval=_LEVEL_MS)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.start_page)
        self._pages.addWidget(self.live_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._pages)
        self._connect_signals()
        self._add_shortcuts()
        self.start_page.focus()

    def handle(self, event: Event) -> None:
        """Show what ``event`` changes."""
        if event == PhaseChanged(Phase.ASKING_BROKER):
            self.video.clear()
        if isinstance(event, SessionClosed):
            self.controls.give_back(event.unsaid)
        self.inspector.add(event, self.video.painted)
        state = fold(self.state, event)
        if state is not self.state:
            self._render(state)

    def connect_session(self, broker: str, persona: str) -> None:
        """Ask for a session with what was typed; tell what is wrong with it, if anything is."""
        try:
            broker = load(ViewerSettings, {"broker": broker}, None).broker
        except UsageError as error:
            hint = "Correct the broker's URL, then connect."
            self._render(ViewState(Phase.CLOSED, Failure(error.message, hint, "broker")))
            return
        if not broker:
            failure = Failure("The broker's URL is missing.", "Type it in, then connect.", "broker")
            self._render(ViewState(Phase.CLOSED, failure))
            return
        self.start_page.broker.setText(broker)
        self._remember({"broker": broker, "persona": persona})
        self._render(ViewState(Phase.ASKING_BROKER))  # at once, so that nobody asks twice
        requested = self._settings.model_copy(update={"broker": broker, "persona": persona})
        self.command.emit(connect_with(requested))

    def show_devices(self, microphones: Sequence[str], speakers: Sequence[str]) -> None:
        """List the devices there are now."""
        self.controls.microphones.set_devices(microphones)
        self.controls.speakers.set_devices(speakers)

    def show_device_problem(self, error: AudioDeviceError | None) -> None:
        """Tell that a device does not open; the session goes on without. None: all is well again."""
        sentence = f"{error.message} {error.hint}" if error else None
        self.live_page.device_notice.say(sentence)
        self.announcer.show_problem(sentence)

    def show_processing(self, applied: Applied) -> None:
        """Show what is done to the microphone's sound, and tell why if it is not what was requested."""
        self.controls.microphone.show_applied(applied)
        self.inspector.show_processing(applied.processing)
        problem = applied.problem
        self.live_page.processing_notice.say(f"{problem.message} {problem.hint}" if problem else None)

    def geometry_text(self) -> str:
        """Size and place, for :meth:`restore_geometry`."""
        return placement_of(self)

    def restore_geometry(self, text: str) -> None:
        """Size and place as they were; a text that is not understood changes nothing."""
        place(self, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Only where the keyboard is on nothing that takes Space for itself.
        if is_talk_key(event) and self.state.live:
            self._talk_key.press()
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.hide()
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_inspector()

    def _render(self, state: ViewState) -> None:
        before, self.state = self.state, state
        self.announcer.show_change(before, state)
        self._pages.setCurrentWidget(self.live_page if state.busy else self.start_page)
        self.inspector.raise_()  # the layout brings its page to the front
        self.live_page.render_state(state)
        if not state.busy and (before.busy or state.failure):
            self.start_page.show_failure(state.failure)
            self.start_page.focus(state.failure.wrong_field if state.failure else None)
            self.live_page.device_notice.say(None)
        if state.busy != before.busy:
            self._arrange_inspector()
        if state.live:
            self._level_timer.start()
        else:
            self._level_timer.stop()
            self.controls.meter.show_level(0)

    def _arrange_inspector(self) -> None:
        below = self.controls.height() if self.state.busy else 0
        width = min(_INSPECTOR_WIDTH, self.width() - 2 * _MARGIN)
        height = self.height() - below - 2 * _MARGIN
        self.inspector.setGeometry(self.width() - width - _MARGIN, _MARGIN, width, height)

    def _connect_signals(self) -> None:
        offer_scalings(
            self.video, self._settings.scaling, lambda scaling: self._remember({"scaling": scaling})
        )
        self.start_page.connect_requested.connect(self.connect_session)
        controls = self.controls
        controls.text_sent.connect(lambda text: self.command.emit(SendText(text)))
        controls.interrupted.connect(lambda: self.command.emit(InterruptPersona()))
        controls.left.connect(lambda: self.command.emit(Disconnect()))
        controls.mute.changed.connect(self.mute_changed)
        controls.mute.chosen.connect(self.announcer.show_muted)
        self._talk_key.held.connect(controls.mute.hold)
        controls.microphones.picked.connect(self.microphone_picked)
        controls.speakers.picked.connect(self.speaker_picked)
        controls.microphone.requested.connect(self.processing_requested)
        controls.volume.changed.connect(self.volume_changed)
        controls.mute.chosen.connect(lambda muted: self._remember({"muted": muted}))
        controls.microphone.requested.connect(lambda requested: self._remember(asdict(requested)))
        controls.microphone.push_to_talk_changed.connect(lambda on: self._remember({"push_to_talk": on}))
        controls.volume.settled.connect(lambda volume: self._remember({"volume": volume}))
        controls.microphones.picked.connect(lambda name: self._remember({"mic": name}))
        controls.speakers.picked.connect(lambda name: self._remember({"speaker": name}))
        self._level_timer.timeout.connect(lambda: controls.meter.show_level(self._microphone_level()))

    def _add_shortcuts(self) -> None:
        for key, slot in (
            ("Ctrl+M", self.controls.mute.toggle_choice),
            ("F11", self._toggle_full_screen),
            ("F12", self._toggle_inspector),
            ("Esc", self._leave_full_screen),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(slot)

    def _toggle_inspector(self) -> None:
        self.inspector.setVisible(self.inspector.isHidden())
        self.inspector.raise_()

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _leave_full_screen(self) -> None:
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)
