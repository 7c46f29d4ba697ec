"""The window: the start page, the live page, and the inspector over both."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from viewer.errors import AudioDeviceError, UsageError
from viewer.media.capture.processing import Applied, Processing
from viewer.media.picture import PictureSlot
from viewer.protocol.commands import Disconnect, InterruptPersona, SendText
from viewer.protocol.events import Event, Phase, PhaseChanged, SessionClosed
from viewer.session.requests import connect_with
from viewer.settings import Page
from viewer.ui import look
from viewer.ui.actions import Actions
from viewer.ui.announcements import Announcer
from viewer.ui.preferences.kept_keys import follow_keys
from viewer.ui.settings_store import SettingsStore
from viewer.ui.view_state import Failure, ViewState, fold
from viewer.ui.widgets.control_bar import ControlBar
from viewer.ui.widgets.mute_button import TalkKey, is_talk_key
from viewer.ui.widgets.notice import Notice
from viewer.ui.widgets.picture_menu import offer_scalings
from viewer.ui.widgets.video import VideoWidget
from viewer.ui.windows.inspector import Inspector
from viewer.ui.windows.live_page import LivePage
from viewer.ui.windows.placement import place, placement_of
from viewer.ui.windows.start_page import StartPage

if TYPE_CHECKING:
    from viewer.ui.preferences.dialog import PreferencesDialog

_INSPECTOR_WIDTH: Final = 480
_LEVEL_MS: Final = 50
_MARGIN: Final = 16


class MainWindow(QWidget):
    """Turns what the user does into commands, and events into what the user sees.

    Args:
        microphone_level: asked 20 times a second while a session runs; 0 to 1 RMS.
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
        store: SettingsStore,
        pictures: PictureSlot,
        microphone_level: Callable[[], float],
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("Persona Viewer")
        self.setWindowIcon(look.application_icon())
        self.setMinimumSize(QSize(960, 600))
        self.resize(1080, 787)  # leaves 3:2 for the picture
        self.state = ViewState()
        self.video = VideoWidget(pictures)
        self.store = store
        self.keys = Actions(self)
        self.preferences: PreferencesDialog | None = None
        self.controls = ControlBar(store.current)
        self.start_page = StartPage(store.current.broker, store.current.persona)
        self.live_page = LivePage(self.video, self.controls)
        self.inspector = Inspector(self)
        self.settings_notice = Notice()
        self._talk_key = TalkKey(self)
        self.announcer = Announcer(self)
        self._microphone_level = microphone_level
        self._devices: tuple[Sequence[str], Sequence[str]] = ((), ())
        self._level_timer = QTimer(self, interval=_LEVEL_MS)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.start_page)
        self._pages.addWidget(self.live_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.settings_notice)
        layout.addLayout(self._pages)
        self._connect_signals()
        self._bind_actions()
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
        if not broker.strip():
            failure = Failure("The broker's URL is missing.", "Type it in, then connect.", "broker")
            self._render(ViewState(Phase.CLOSED, failure))
            return
        try:
            self.store.change(broker=broker, persona=persona)
        except UsageError as error:
            hint = "Correct the broker's URL, then connect."
            self._render(ViewState(Phase.CLOSED, Failure(error.message, hint, "broker")))
            return
        self.start_page.broker.setText(self.store.current.broker)
        self._render(ViewState(Phase.ASKING_BROKER))  # at once, so that nobody asks twice
        self.command.emit(connect_with(self.store.current))

    def show_devices(self, microphones: Sequence[str], speakers: Sequence[str]) -> None:
        """List the devices there are now."""
        self.controls.microphones.set_devices(microphones)
        self.controls.speakers.set_devices(speakers)
        self._devices = (microphones, speakers)
        if self.preferences:
            self.preferences.show_devices(microphones, speakers)

    def open_preferences(self, page: Page = "connection") -> None:
        """Show the preferences, on ``page`` if they are not open yet; pictures come between its steps."""
        # Whoever never changes anything does not wait for them at the start.
        import viewer.ui.preferences.dialog  # noqa: F401, PLC0415

        QTimer.singleShot(0, self, lambda: self._make_preferences(page))

    def _make_preferences(self, page: Page) -> None:
        from viewer.ui.preferences.dialog import PreferencesDialog  # noqa: PLC0415

        if self.preferences is None:
            self.preferences = PreferencesDialog(self.store, self.keys, self)
            self.preferences.show_devices(*self._devices)
        QTimer.singleShot(0, self.preferences, lambda: self._show_preferences(page))

    def _show_preferences(self, page: Page) -> None:
        assert self.preferences
        if not self.preferences.isVisible():
            self.preferences.show_page(page)
        self.preferences.show()
        self.preferences.raise_()
        self.preferences.activateWindow()

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
        store = self.store
        self._scalings = offer_scalings(
            self.video, store.current.scaling, lambda scaling: store.change(scaling=scaling)
        )
        self.start_page.connect_requested.connect(self.connect_session)
        controls = self.controls
        controls.text_sent.connect(lambda text: self.command.emit(SendText(text)))
        controls.interrupted.connect(lambda: self.command.emit(InterruptPersona()))
        controls.left.connect(lambda: self.command.emit(Disconnect()))
        controls.mute.changed.connect(self.mute_changed)
        controls.mute.chosen.connect(self.announcer.show_muted)
        self._talk_key.held.connect(controls.mute.hold)
        # What is chosen goes to the settings, and from there to whoever minds.
        controls.mute.chosen.connect(lambda muted: store.change(muted=muted))
        controls.microphone.requested.connect(lambda requested: store.change(**asdict(requested)))
        controls.microphone.push_to_talk_changed.connect(lambda on: store.change(push_to_talk=on))
        controls.volume.changed.connect(lambda volume: store.change(volume=volume))
        controls.microphones.picked.connect(lambda name: store.change(mic=name))
        controls.speakers.picked.connect(lambda name: store.change(speaker=name))
        store.changed.connect(self._follow)
        store.problem.connect(self._show_settings_problem)
        for problem in store.file.problems[:1]:
            self._show_settings_problem(problem)
        self._level_timer.timeout.connect(lambda: controls.meter.show_level(self._microphone_level()))

    def _follow(self, name: str, value: Any) -> None:
        """A setting is another one now, wherever it was changed."""
        controls = self.controls
        match name:
            case "mic":
                controls.microphones.choose(value)
                self.microphone_picked.emit(value)
            case "speaker":
                controls.speakers.choose(value)
                self.speaker_picked.emit(value)
            case "volume":
                controls.volume.show_volume(value)
                self.volume_changed.emit(value)
            case "muted":
                controls.mute.choose(value)
            case "push_to_talk":
                controls.microphone.show_push_to_talk(value)
                controls.mute.set_push_to_talk(value)
            case "scaling":
                self._scalings(value)
            case "echo_cancellation" | "noise_suppression" | "automatic_gain" | "half_duplex":
                requested = Processing.requested_in(self.store.current)
                controls.microphone.show_requested(requested)
                self.processing_requested.emit(requested)
            case "broker" | "persona":
                getattr(self.start_page, name).setText(value)

    def _show_settings_problem(self, problem: UsageError | None) -> None:
        self.settings_notice.say(f"{problem.message} {problem.hint}" if problem else None)

    def _bind_actions(self) -> None:
        for name, run in (
            ("mute", self.controls.mute.toggle_choice),
            ("full_screen", self._toggle_full_screen),
            ("escape", self._leave_full_screen),
            ("preferences", self.open_preferences),
            ("inspector", self._toggle_inspector),
        ):
            self.keys.bind(name, run)
        follow_keys(self.keys, self.store)

    def _toggle_inspector(self) -> None:
        self.inspector.setVisible(self.inspector.isHidden())
        self.inspector.raise_()

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _leave_full_screen(self) -> None:
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)
