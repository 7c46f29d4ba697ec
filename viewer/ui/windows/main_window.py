"""The window: start page and live page, the transcript beside them, and the inspector over all."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedLayout, QVBoxLayout, QWidget

from viewer.errors import AudioDeviceError, MicrophoneFault, UsageError
from viewer.media.capture.processing import Applied
from viewer.media.picture import PictureSlot
from viewer.protocol.commands import SendText, Talk
from viewer.protocol.events import Event, Phase, PhaseChanged, SessionClosed
from viewer.protocol.insight import Noted
from viewer.session.requests import connect_with
from viewer.settings import Page
from viewer.settings_file import changed
from viewer.ui.actions import Actions
from viewer.ui.announcements import Announcer
from viewer.ui.settings_store import SettingsStore
from viewer.ui.talk.side_panel import SidePanel
from viewer.ui.transcript.record import Record
from viewer.ui.view_state import Failure, ViewState, fold
from viewer.ui.widgets.mute_button import TalkKey
from viewer.ui.widgets.notice import Notice
from viewer.ui.windows.following import Following, give_choices, stay_on_top
from viewer.ui.windows.opened_later import OpenedLater
from viewer.ui.windows.picture_place import PicturePlace
from viewer.ui.windows.placement import keep_room, place, placement_of
from viewer.ui.windows.start_page import StartPage
from viewer.ui.windows.window_actions import bind_actions, bind_controls, is_typed, show_checks

if TYPE_CHECKING:
    from viewer.ui.inspector.panel import InspectorPanel
    from viewer.ui.talk.caption import Style
    from viewer.ui.talk.control_bar import ControlBar
    from viewer.ui.talk.small_window import SmallWindow
    from viewer.ui.widgets.video import VideoWidget
    from viewer.ui.windows.live_page import LivePage

_MARGIN: Final = 16


class MainWindow(QMainWindow):  # what screen readers know as a window
    """Turns what the user does into commands, and events into what the user sees.

    The start page has ``connect_requested(broker, persona)``, ``show_failure(failure)`` and ``focus(field)``.

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

    diagnostics_requested = Signal()
    microphone_check_requested = Signal()
    microphone_fault_dismissed = Signal()

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
        self.resize(1080, 720)  # 3:2, as most pictures
        self.state = ViewState()
        self.store = store
        settings = store.current
        self.keys = Actions(self)
        """Everything that has a shortcut."""
        # Each widget is made where it belongs: one that is moved is styled anew, with all within.
        inside = QWidget(self)
        self.setCentralWidget(inside)
        self.start_page = StartPage(store, inside)
        self.later = OpenedLater(self)
        self.side_panel = SidePanel(self.tr("Transcript"), inside)
        self.side_panel.fill(self.later.make_transcript)
        self.record = Record()
        """What was said, whether or not it is shown."""
        self.picture_place = PicturePlace(self)
        self.settings_notice = Notice(inside)
        self.recording_notice = Notice(inside)
        """What became of a recording when its talk is over."""
        self.last_captions: Style = "box"
        """How captions look when they are switched on again."""
        self._talk_key = TalkKey(self)
        self.announcer = Announcer(self)
        self._pictures = pictures
        self._microphone_level = microphone_level
        self._live_page: LivePage | None = None
        self._pages = QStackedLayout()
        self._pages.addWidget(self.start_page)
        self._lay_out(inside)
        self._connect_signals()
        bind_actions(self)
        if settings.always_on_top:
            stay_on_top(self, True)
        show_checks(self)
        keep_room(self, self.side_panel)
        self.start_page.focus()

    @property
    def live_page(self) -> "LivePage":
        """The talk's page, made when it is first wanted: no first paint waits for it."""
        if self._live_page is None:
            from viewer.ui.windows.live_page import LivePage  # noqa: PLC0415

            self._live_page = made = LivePage(
                self._pictures, self.store.current, self.keys, self.centralWidget()
            )
            self._pages.addWidget(made)
            before = made.notices.all()[-1].dismiss
            for notice in (self.settings_notice, self.recording_notice):  # made earlier, reached later
                self.setTabOrder(before, notice.dismiss)
                before = notice.dismiss
            self._connect_page(made)
            show_checks(self)
        return self._live_page

    def prepare_talk(self) -> None:
        """Make its page, for whoever wants one soon."""
        _ = self.live_page

    @property
    def live_page_if_made(self) -> "LivePage | None":
        """None: nobody has wanted it yet."""
        return self._live_page

    @property
    def video(self) -> "VideoWidget":
        """The picture of the talk."""
        return self.live_page.video

    @property
    def controls(self) -> "ControlBar":
        """What floats over it."""
        return self.live_page.controls

    def wake(self) -> None:
        """A picture is in the slot."""
        self.video.wake()

    def handle(self, event: Event) -> None:
        """Show what ``event`` changes."""
        if isinstance(event, Noted):
            self.later.follow(event, self.video.painted)
            return
        if event == PhaseChanged(Phase.ASKING_BROKER):
            self.video.clear()
        if isinstance(event, SessionClosed):
            self.controls.give_back(event.unsaid)
        self.start_page.handle(event)
        self.later.follow(event, self.video.painted)
        self.live_page.judge_quality(event)
        state = fold(self.state, event)
        if state is not self.state:
            self._render(state)
        self.later.show_said(self.record.add(event))

    def connect_session(self, broker: str, persona: str) -> None:
        """Ask for a session with what was typed; tell what is wrong with it, if anything is."""
        if not broker.strip():
            failure = Failure("The broker's URL is missing.", self.tr("Type it in, then connect."), "broker")
            self._render(ViewState(Phase.CLOSED, failure))
            return
        try:
            requested = changed(self.store.current, {"broker": broker, "persona": persona})
        except UsageError as error:
            hint = self.tr("Correct the broker's URL, then connect.")
            self._render(ViewState(Phase.CLOSED, Failure(error.message, hint, "broker")))
            return
        self.video.show_still(self.start_page.still_of(requested.broker, persona))
        self.start_page.called(requested.broker, persona)
        self.record.name_persona(self.start_page.name_of(requested.broker, persona))
        self._render(ViewState(Phase.ASKING_BROKER))  # at once, so that nobody asks twice
        self.command.emit(connect_with(requested))

    def choose(self, name: str, value: Any) -> None:
        """The user gives the setting ``name`` another value, from now on and for later."""
        self.store.change(**{name: value})

    def show_devices(self, microphones: Sequence[str], speakers: Sequence[str]) -> None:
        """List the devices there are now."""
        self.controls.microphones.set_devices(microphones)
        self.controls.speakers.set_devices(speakers)
        self.later.show_devices(microphones, speakers)

    def open_preferences(self, page: Page = "connection") -> None:
        """Show the preferences, on ``page`` if they are not open yet."""
        self.later.open_preferences(page)

    def show_device_problem(self, error: AudioDeviceError | None) -> None:
        """Tell that a device does not open; the session goes on without. None: all is well again."""
        sentence = error.told if error else None
        self.later.show_trouble(sentence)
        self.live_page.device_notice.say(sentence)
        self.announcer.show_problem(sentence)

    def show_microphone_fault(self, fault: MicrophoneFault | None) -> None:
        """Tell why the user is not heard. None: all is well again."""
        sentence = fault.told if fault else None
        self.later.show_trouble(sentence)
        self.live_page.microphone_notice.say(sentence)
        self.announcer.show_problem(sentence)

    def show_processing(self, applied: Applied) -> None:
        """Show what is done to the microphone's sound, and tell why if it is not what was requested."""
        self.controls.microphone.show_applied(applied)
        self.later.show_processing(applied.processing)
        problem = applied.problem
        self.live_page.processing_notice.say(problem.told if problem else None)

    def geometry_text(self) -> str:
        """Size and place, for :meth:`restore_geometry`."""
        return placement_of(self)

    def restore_geometry(self, text: str) -> None:
        """Size and place as they were; a text that is not understood changes nothing."""
        place(self, text)

    @property
    def inspector(self) -> "InspectorPanel":
        """What goes on below the surface, over the pages."""
        return self.later.inspector

    @property
    def small_window(self) -> "SmallWindow | None":
        """The small window while it stands for this one."""
        return self.picture_place.small_window

    def toggle_full_screen(self) -> None:
        """Fill the screen, or no longer."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        show_checks(self)

    def toggle_inspector(self) -> None:
        """Show the inspector, or hide it."""
        self.inspector.setVisible(self.inspector.isHidden())
        self.inspector.raise_()
        show_checks(self)

    def inspector_closed(self) -> None:
        """Know that the user closed the inspector."""
        show_checks(self)

    def arrange_inspector(self) -> None:
        """Give it the room above the controls."""
        below = self.controls.height() + _MARGIN if self.state.busy else 0
        if panel := self.later.inspector_if_made:
            panel.fit(self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN - below))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Only where the keyboard is on nothing that takes the key for itself.
        if self._talk_key.is_pressed_by(event) and self.state.live:
            self._talk_key.press()
        elif self.state.live and not self.small_window and is_typed(event, event.text()):
            self.controls.message.setFocus()
            self.controls.message.insertPlainText(event.text())
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            show_checks(self)
        elif event.type() is QEvent.Type.FontChange:
            keep_room(self, self.side_panel)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.hide()
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange_inspector()

    def _render(self, state: ViewState) -> None:
        before, self.state = self.state, state
        self.announcer.show_change(before, state)
        if not state.busy and self.small_window:
            self.picture_place.toggle()
        self._pages.setCurrentWidget(self.live_page if state.busy else self.start_page)
        if panel := self.later.inspector_if_made:
            panel.raise_()  # the layout brings its page to the front
        self.live_page.render_state(state)
        if not state.busy and (before.busy or state.failure):
            self.start_page.show_failure(state.failure)
            self.start_page.focus(state.failure.wrong_field if state.failure else None)
            self.live_page.device_notice.say(None)
        if state.busy != before.busy:
            self.arrange_inspector()
        if (state.busy, state.live) != (before.busy, before.live):
            show_checks(self)

    def _level(self) -> float:
        return self._microphone_level() if self.state.live else 0.0

    def _mute_changed(self, muted: bool) -> None:
        self.mute_changed.emit(muted)
        self.picture_place.show_muted()
        show_checks(self)

    def _connect_signals(self) -> None:
        self.start_page.connect_requested.connect(self.connect_session)
        self.start_page.asked.connect(self.command)
        self.start_page.preferences_requested.connect(self.open_preferences)
        Following(self)
        self.side_panel.opened.connect(lambda _: show_checks(self))
        self.side_panel.opened.connect(lambda _: keep_room(self, self.side_panel))
        self.start_page.microphone_check_requested.connect(self.microphone_check_requested)
        self.keys.keys_changed.connect(self._keys_changed)

    def _connect_page(self, page: "LivePage") -> None:
        controls = page.controls
        self.start_page.still_ready.connect(page.video.sharpen)
        controls.text_sent.connect(lambda text: self.command.emit(SendText(text)))
        controls.verbatim_sent.connect(lambda text: self.command.emit(Talk(text)))
        controls.interrupted.connect(self.keys["interrupt"].trigger)
        controls.left.connect(self.keys["leave"].trigger)
        controls.mute.changed.connect(self._mute_changed)
        controls.mute.chosen.connect(self.announcer.show_muted)
        self._talk_key.held.connect(controls.mute.hold)
        controls.microphone.check_requested.connect(self.microphone_check_requested)
        page.arranged.connect(self.arrange_inspector)
        page.time_left.near.connect(self.announcer.show_warning)
        page.microphone_notice.dismiss.clicked.connect(self.microphone_fault_dismissed)
        for meter in (controls.meter, controls.microphone.meter):
            meter.read = self._level
        give_choices(controls, self.store)
        bind_controls(self, page)

    def _lay_out(self, inside: QWidget) -> None:
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addLayout(self._pages, 1)
        line.addWidget(self.side_panel)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.settings_notice)
        column.addWidget(self.recording_notice)
        column.addLayout(line, 1)

    def _keys_changed(self, name: str) -> None:
        if name == "talk":
            self._talk_key.set_keys(self.keys.keys("talk"))
