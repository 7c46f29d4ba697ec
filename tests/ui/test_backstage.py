"""What stands behind a window, wired up as the program does it: only the sound devices are stand-ins."""

import asyncio
import gc
import sys
from collections.abc import Callable, Coroutine, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication

from viewer import app, backstage
from viewer.audio.slots import Names
from viewer.errors import AudioDeviceError
from viewer.media.capture.processing import Applied, Processing
from viewer.media.capture.voice import Voice
from viewer.media.pcm import PcmBuffer, SoundSink, SoundSource
from viewer.media.picture import PictureSlot
from viewer.media.playout.loudspeaker import Loudspeaker
from viewer.protocol import events
from viewer.protocol.commands import Unplug
from viewer.session.report import ReportBuilder
from viewer.session.thread import SessionThread
from viewer.settings import ViewerSettings
from viewer.settings_file import SettingsFile
from viewer.ui import event_loop
from viewer.ui.bridge import Bridge
from viewer.ui.desktop.front_door import FrontDoor
from viewer.ui.settings_store import SettingsStore
from viewer.ui.windows.main_window import MainWindow

OWN_TOOLS = "viewer.session.workbench.own_tools"


class Slots:
    """Opens nothing and notes what it is asked."""

    made: "Slots"

    def __init__(
        self,
        microphone: str,
        speaker: str,
        buffers: tuple[PcmBuffer, SoundSource],
        on_devices: Callable[[Names, Names], None],
        on_problem: Callable[[AudioDeviceError | None], None],
    ) -> None:
        Slots.made = self
        self.chosen = (microphone, speaker)
        self.captured, self.played = buffers
        self.on_devices = on_devices
        self.on_problem = on_problem
        self.asked: list[Any] = []

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *words: self.asked.append((name, *words) if words else name)


class HeardVoice(Voice):
    """The real one; notes what it is told."""

    made: "HeardVoice"

    def __init__(
        self,
        loudspeaker: Loudspeaker,
        requested: Processing,
        muted: bool,
        on_applied: Callable[[Applied], None],
    ) -> None:
        super().__init__(loudspeaker, requested, muted, on_applied)
        HeardVoice.made = self
        self.loudspeaker = loudspeaker
        self.told: list[Any] = [muted, requested]

    def mute(self, muted: bool) -> None:
        self.told.append(muted)
        super().mute(muted)

    def process(self, requested: Processing) -> None:
        self.told.append(requested)
        super().process(requested)


class SeenThread(SessionThread):
    """The real one; notes which sound it is given."""

    made: "SeenThread"

    def __init__(
        self,
        on_event: Callable[[events.Event], None],
        pictures: PictureSlot,
        speaker: SoundSink,
        microphone: PcmBuffer | None,
        tools: Any,
        on_death: Callable[[], None],
    ) -> None:
        super().__init__(on_event, pictures, speaker, microphone, tools, on_death)
        SeenThread.made = self
        self.speaker = speaker
        self.microphone = microphone


class SeenWindow(MainWindow):
    """The real one, to be found."""

    made: "SeenWindow"

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        SeenWindow.made = self


@pytest.fixture(autouse=True)
def stand_ins(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[None]:
    monkeypatch.setattr(backstage, "DeviceSlots", Slots)
    monkeypatch.setattr(backstage, "Voice", HeardVoice)
    monkeypatch.setattr(backstage, "SessionThread", SeenThread)
    monkeypatch.setattr(app, "MainWindow", SeenWindow)
    monkeypatch.setattr(event_loop, "until_told", asyncio.Event)
    monkeypatch.setattr("sys.setswitchinterval", lambda _: None)
    before = qapp.quitOnLastWindowClosed()
    qapp.setQuitOnLastWindowClosed(False)  # as the program does
    # Windows of these tests and of others are to be collected on this thread, not on one of those made here.
    gc.collect()
    gc.disable()
    yield
    if made := vars(SeenWindow).get("made"):
        made.deleteLater()
        del SeenWindow.made
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.enable()
    qapp.setQuitOnLastWindowClosed(before)
    if "made" in vars(Slots):
        del Slots.made


def asked() -> list[object]:
    """What the devices were asked so far; nothing before they are there."""
    return vars(Slots)["made"].asked if "made" in vars(Slots) else []


def run(qapp: QApplication, settings: ViewerSettings, drive: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """The window until it is closed, while ``drive`` does what a user does."""

    store, door = SettingsStore(settings, SettingsFile()), FrontDoor(None, "")

    async def both(opened: app._Opened) -> None:
        window = app._run_window(opened, store, None, None, ReportBuilder(), door)
        async with asyncio.timeout(30):
            await asyncio.gather(window, drive())

    with ExitStack() as ends:
        event_loop.run_on(qapp, both(app._open(store, None, door, ends, False)))


async def until(fits: Callable[[], bool]) -> None:
    while not fits():  # noqa: ASYNC110 - on its way through Qt and threads
        await asyncio.sleep(0.02)


def test_a_window_that_is_closed_while_the_event_loop_is_loaded_stays_closed(
    qapp: QApplication, dead_broker: str
) -> None:
    store, door = SettingsStore(ViewerSettings(broker=dead_broker), SettingsFile()), FrontDoor(None, "")
    with ExitStack() as ends:
        opened = app._open(store, None, door, ends, False)
        QTimer.singleShot(0, opened.window, opened.window.close)
        app._load_after_first_paint(opened.window)
        painted_fps = app._run_window(opened, store, None, None, ReportBuilder(), door)
        assert event_loop.run_on(qapp, painted_fps) == 0
    assert Slots.made.asked[-1] == "stop"


def test_devices_are_open_during_a_session_only_also_after_one_that_ended_well(
    qapp: QApplication, dead_broker: str
) -> None:
    async def drive() -> None:
        await until(lambda: "open" in asked())
        await until(lambda: "close" in asked())
        SeenWindow.made.connect_session(dead_broker, "joe")
        SeenWindow.made.controls.left.emit()
        await until(lambda: asked().count("close") == 2)
        SeenWindow.made.close()

    settings = ViewerSettings(
        broker=dead_broker, persona="joe", mic="Headset", speaker="Screen", connect=True
    )
    run(qapp, settings, drive)
    assert Slots.made.chosen == ("Headset", "Screen")
    assert Slots.made.asked == ["start", "open", "close", "open", "close", "stop"]


def test_one_loudspeaker_plays_is_cancelled_as_echo_and_follows_the_volume(
    qapp: QApplication, dead_broker: str
) -> None:
    volumes: list[int] = []

    async def drive() -> None:
        await until(lambda: "start" in asked())
        loudspeaker = HeardVoice.made.loudspeaker
        assert Slots.made.played is loudspeaker
        assert Slots.made.captured is HeardVoice.made.captured
        source: object = loudspeaker._source
        assert SeenThread.made.speaker is source
        assert SeenThread.made.microphone is HeardVoice.made.processed
        volumes.append(loudspeaker._volume)
        SeenWindow.made.controls.volume.slider.setValue(25)
        volumes.append(loudspeaker._volume)
        SeenWindow.made.close()

    run(qapp, ViewerSettings(broker=dead_broker, volume=40), drive)
    assert volumes == [40, 25]


@pytest.mark.parametrize(
    ("requested", "muted"), [({"muted": True}, True), ({"push_to_talk": True}, True), ({}, False)]
)
def test_the_microphone_begins_as_it_was_left_and_follows_the_window(
    qapp: QApplication, dead_broker: str, requested: dict[str, Any], muted: bool
) -> None:
    async def drive() -> None:
        await until(lambda: "start" in asked())
        assert HeardVoice.made._muted is muted
        SeenWindow.made.store.change(push_to_talk=False)
        SeenWindow.made.controls.mute.toggle_choice()
        assert HeardVoice.made._muted is not requested.get("muted", False)
        SeenWindow.made.controls.microphone.switches["noise_suppression"].click()
        assert HeardVoice.made.told[-1] == Processing(noise_suppression=False)
        SeenWindow.made.close()

    run(qapp, ViewerSettings(broker=dead_broker, **requested), drive)


def test_devices_and_what_is_wrong_with_them_reach_the_window(qapp: QApplication, dead_broker: str) -> None:
    async def drive() -> None:
        await until(lambda: "start" in asked())
        controls = SeenWindow.made.controls
        Slots.made.on_devices(("Headset",), ("Screen",))
        await until(lambda: controls.microphones.findData("Headset") > 0)
        assert controls.speakers.findData("Screen") > 0
        Slots.made.on_problem(AudioDeviceError("It is gone."))
        notice = SeenWindow.made.live_page.device_notice
        await until(lambda: notice.label.text().startswith("It is gone."))
        for picker, name in ((controls.microphones, "Headset"), (controls.speakers, "Screen")):
            picker.setCurrentIndex(picker.findData(name))
            picker.activated.emit(picker.currentIndex())
        SeenWindow.made.command.emit(Unplug(frozenset({"loudspeaker"})))
        SeenWindow.made.close()

    run(qapp, ViewerSettings(broker=dead_broker), drive)
    assert Slots.made.asked[1:4] == [
        ("choose_microphone", "Headset"),
        ("choose_speaker", "Screen"),
        ("unplug", frozenset({"loudspeaker"})),
    ]


def test_the_users_own_tools_are_loaded_only_where_there_is_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, OWN_TOOLS, raising=False)
    assert set(backstage._tools("")) == {"get_local_time"}
    assert OWN_TOOLS not in sys.modules
    (tmp_path / "mine.py").touch()
    assert set(backstage._tools(str(tmp_path))) == {"get_local_time", "mine"}


@pytest.mark.parametrize(("microphone", "listens"), [("none", False), ("Headset", True)])
def test_a_kiosk_without_a_microphone_sends_no_sound(
    qapp: QApplication, microphone: str, listens: bool
) -> None:
    settings = ViewerSettings(mic=microphone)
    with backstage.backstage(settings, Bridge(), ReportBuilder(), always_listen=False):
        assert (SeenThread.made.microphone is not None) is listens
    with backstage.backstage(settings, Bridge(), ReportBuilder(), always_listen=True):
        assert SeenThread.made.microphone is HeardVoice.made.processed
