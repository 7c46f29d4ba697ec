"""The states of the window, a line each: its name on the page, and what makes a window in it.

What makes one returns the window before it is shown, or a window and what is to be done once it shows.
"""

import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final, TypeAlias

from PySide6.QtCore import QDeadlineTimer, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from screens.samples import samples
from screens.seen import watch_stream
from screens.stage import ASSETS, Stage, face, open_kiosk, open_window
from screens.talks import connected, talked, tool_called
from viewer.errors import ConcurrencyLimit, InvalidRequest
from viewer.media.capture.check_state import CheckState
from viewer.media.capture.processing import Applied, Processing
from viewer.protocol import events
from viewer.protocol.events import CloseReason, Phase
from viewer.session.session_file.lines import SessionFile, save
from viewer.settings import Page
from viewer.ui.gallery.demo.process import DemoProcess
from viewer.ui.inspector.graphs.tab import GraphsTab
from viewer.ui.inspector.picture.tab import PictureTab
from viewer.ui.inspector.replay.window import ReplayWindow
from viewer.ui.inspector.send.tab import SendTab
from viewer.ui.inspector.timeline.tab import Timeline
from viewer.ui.microphone.check_page import CheckPage
from viewer.ui.preferences.dialog import PreferencesDialog
from viewer.ui.preferences.table import PAGES
from viewer.ui.view_state import ViewState

_MEASURED: Final = events.Statistics(
    *(720, 480, "VP8", 1712.0, 2503, 25.0, 61.0),
    *(3, 1, 0, 0.021, "open", "completed", "connected"),
)

Made: TypeAlias = QWidget | tuple[QWidget, Callable[[], object]]

_FADED_MS: Final = 600
_LOADED_MS: Final = 20_000
_SAMPLES: Final = 90
_FIRST_GRAPHS: Final = 4
_LONG: Final = (
    "Of course. The castle was built in the twelfth century, burnt down twice, and what you see today is "
    "what a rich and rather sentimental count thought a castle ought to look like."
)


def first_start() -> Made:
    return open_window(broker="", persona="").window


def first_start_with_the_demo() -> Made:
    window = open_window(broker="", persona="").window
    window.start_page.offer_demo(DemoProcess(window))
    return window


def start() -> Made:
    return open_window().window


def unknown_persona() -> Made:
    return _after_end(InvalidRequest())


def busy_service() -> Made:
    return _after_end(ConcurrencyLimit())


def calling() -> Made:
    stage = open_window()
    stage.play(events.PhaseChanged(Phase.ASKING_BROKER), events.PhaseChanged(Phase.SIGNALLING))
    return stage.window


def calling_for_long() -> Made:
    stage = open_window()
    stage.play(events.PhaseChanged(Phase.ASKING_BROKER), events.ConnectingSlowly())
    return stage.window


def live() -> Made:
    return _live().window


def she_speaks() -> Made:
    stage = _live()
    stage.say("persona", _LONG)
    return stage.window


def you_speak() -> Made:
    stage = _live()
    stage.play(events.UserSpeechChanged(True))
    stage.say("user", "And who lives in it now?")
    return stage.window


def muted() -> Made:
    return _live(muted=True).window


def push_to_talk() -> Made:
    return _live(push_to_talk=True).window


def no_device() -> Made:
    stage = _live(mic="Jabra Evolve2 65", speaker="none")
    stage.window.show_devices((), ())
    return stage.window


def interrupted() -> Made:
    stage = _live()
    stage.play(events.MediaStalled())
    return stage.window


def connecting_again() -> Made:
    stage = _live()
    stage.play(events.PhaseChanged(Phase.RECONNECTING))
    return stage.window


def message_too_long() -> Made:
    stage = _live()
    stage.window.controls.message.setText("Tell me everything. " * 120)
    return stage.window


def microphone_settings() -> Made:
    stage = _live()
    stage.window.show_processing(Applied(Processing(echo_cancellation=False, half_duplex=True)))
    return stage.window, stage.window.controls.tune.click


def volume() -> Made:
    stage = _live()
    return stage.window, stage.window.controls.volume.click


def inspector() -> Made:
    stage = _live()
    window = stage.window
    stage.play(_MEASURED)
    return window, window.inspector.show


def inspector_tab(index: int, *, choose: str = "") -> Made:
    """The tab in that place, with the first line of a name chosen in it."""
    stage = _live()
    stage.play(*connected(), *talked())
    panel = stage.window.inspector

    def show() -> None:
        panel.show()
        panel.tabs.setCurrentIndex(index)
        tab = panel.tab(index)
        if choose and isinstance(tab, Timeline):
            rows = range(tab.model.rowCount())
            tab.list.choose(next(row for row in rows if tab.model.entry(row).described.name == choose))

    return stage.window, show


def inspector_graphs() -> Made:
    stage = _live()
    stage.play(*samples(_SAMPLES))
    panel = stage.window.inspector

    def show() -> None:
        panel.show()
        panel.tabs.setCurrentIndex(3)
        tab = panel.tab(3)
        assert isinstance(tab, GraphsTab)
        patience = QDeadlineTimer(_LOADED_MS)
        while not (tab.plots and len(tab.plots.rows) > _FIRST_GRAPHS) and not patience.hasExpired():
            QTest.qWait(20)  # it is loaded on a thread, and made bit by bit

    return stage.window, show


def inspector_picture(*, compared: bool) -> Made:
    """The tab of the picture, up close or beside a reference."""
    stage = _live()
    stage.play(_MEASURED)
    panel = stage.window.inspector
    index = panel.tabs.count() - 3

    def show() -> None:
        panel.show()
        panel.tabs.setCurrentIndex(index)
        tab = panel.tab(index)
        assert isinstance(tab, PictureTab)
        watch_stream(tab, stage.pictures)
        if compared:
            tab.ask_which = lambda parent, chosen: chosen(ASSETS / "persona" / "lena" / "still.webp")
            tab.compare()
        patience = QDeadlineTimer(_LOADED_MS)
        while not (tab.seen and (tab.seen.beside or not compared)) and not patience.hasExpired():
            QTest.qWait(20)
        if not compared:
            tab.parts.view.zoom_to(8, QPointF(tab.parts.view.rect().center()))
        tab.parts.view.point_at(QPoint(345, 213), by_keyboard=True)

    return stage.window, show


def acting_tab(from_the_end: int, kind: str = "") -> Made:
    """A tab of the inspector that acts on a session; of the one that sends, the form of that ``kind``."""
    stage = _live()
    stage.play(*connected(), tool_called("c1", "weather", {"city": "Ulm"}))
    panel = stage.window.inspector

    def show() -> None:
        panel.show()
        index = panel.tabs.count() - from_the_end
        panel.tabs.setCurrentIndex(index)
        if isinstance(tab := panel.tab(index), SendTab):
            tab.kind.choose(kind)
            tab.send()

    return stage.window, show


def replay() -> Made:
    path = Path(tempfile.mkdtemp()) / "talk.jsonl"
    save([*connected(), *talked()], path, "masked", datetime(2026, 3, 1, 12, tzinfo=UTC))
    window = ReplayWindow(SessionFile(path))
    return window, lambda: window.panel.tabs.setCurrentIndex(1)


def preferences(page: Page) -> Made:
    stage = open_window(text_scale=150, mic="USB Headset")
    dialog = PreferencesDialog(stage.window.store, stage.window.keys)
    dialog.show_devices(("Built-in Microphone", "USB Headset"), ("Built-in Speakers",))
    return dialog, lambda: dialog.show_page(page)


def faces() -> Made:
    stage = open_window()
    return stage.window, stage.show_faces


def transcript() -> Made:
    stage = _live()
    stage.say("user", "How old is the castle?", 1, complete=True)
    stage.say("persona", _LONG, 2, complete=True)
    stage.play(events.TextTyped("And who lives in it now?", time.monotonic()))
    stage.say("persona", "Nobody but bats, and on Sundays", 3)
    return stage.window, lambda: stage.window.side_panel.set_open(True)


def small_window() -> Made:
    stage = _live()
    stage.say("persona", _LONG)
    stage.window.picture_place.toggle()
    small = stage.window.small_window
    assert small
    return small, lambda: QTest.keyClick(small, Qt.Key.Key_Tab)


def microphone_check() -> Made:
    stage = open_window()
    heard = CheckState(level=-24.0, peak=-18.0, echo=True)
    page = CheckPage(lambda: heard, stage.window)
    page.set_devices(("Built-in Microphone", "USB Headset"), ("Built-in Speakers", "USB Headset"))
    return page, lambda: page.set_in_call(stage.window.state.busy)


def kiosk_waits() -> Made:
    return open_kiosk()[0]


def kiosk_live() -> Made:
    window, pictures = open_kiosk()
    window.woken("touch")
    window.handle(events.PhaseChanged(Phase.ASKING_BROKER))
    pictures.put(face())
    window.handle(events.PhaseChanged(Phase.LIVE))
    return window, lambda: QTest.qWait(_FADED_MS)


def kiosk_recovers() -> Made:
    window, _ = open_kiosk()
    window.woken("touch")
    window.handle(events.SessionClosed(CloseReason.NORMAL, ConcurrencyLimit()))
    return window


STATES: Final[Mapping[str, Callable[[], Made]]] = {
    "first start": first_start,
    "first start, with the demo": first_start_with_the_demo,
    "start": start,
    "faces": faces,
    "unknown persona": unknown_persona,
    "busy service": busy_service,
    "calling": calling,
    "calling for long": calling_for_long,
    "live": live,
    "the avatar speaks": she_speaks,
    "you speak": you_speak,
    "muted": muted,
    "push to talk": push_to_talk,
    "no device": no_device,
    "nothing arrives": interrupted,
    "connecting again": connecting_again,
    "message too long": message_too_long,
    "microphone settings": microphone_settings,
    "volume": volume,
    "inspector": inspector,
    "inspector, timeline": partial(inspector_tab, 1, choose="speechText"),
    "inspector, offer": partial(inspector_tab, 1, choose="OfferEdited"),
    "inspector, turns": partial(inspector_tab, 2),
    "inspector, graphs": inspector_graphs,
    "inspector, picture": partial(inspector_picture, compared=False),
    "inspector, picture beside a reference": partial(inspector_picture, compared=True),
    "inspector, send": partial(acting_tab, 2, "raw"),
    "inspector, faults": partial(acting_tab, 1),
    "replay": replay,
    "transcript": transcript,
    "small window": small_window,
    "microphone check": microphone_check,
    **{f"preferences, {page}": partial(preferences, page) for page in PAGES},
    "kiosk waits": kiosk_waits,
    "kiosk, live": kiosk_live,
    "kiosk recovers": kiosk_recovers,
}


def _live(**settings: object) -> Stage:
    stage = open_window(**settings)
    stage.go_live()
    return stage


def _after_end(error: InvalidRequest | ConcurrencyLimit) -> QWidget:
    stage = open_window()
    stage.play(
        events.PhaseChanged(Phase.ASKING_BROKER), events.SessionClosed(CloseReason.SIGNALLING_FAILURE, error)
    )
    assert stage.window.state != ViewState()
    return stage.window
