"""Window, devices, voice and watch wired together: what the user does and hears, and what is told of it."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Stage
from viewer import microphone_desk
from viewer.errors import AudioDeviceError, MicrophoneFault, MutedInSystem
from viewer.media.capture.processing import NOTHING
from viewer.media.capture.voice import Voice
from viewer.media.pcm import SAMPLE_RATE, Samples
from viewer.media.playout.buffer import PlayoutBuffer
from viewer.media.playout.loudspeaker import Loudspeaker
from viewer.microphone_desk import MicrophoneDesk
from viewer.protocol.commands import Connect
from viewer.protocol.events import CloseReason, Phase, PhaseChanged, SessionClosed
from viewer.ui.microphone.check_page import CheckPage

CONNECT = Connect("http://127.0.0.1:8080", "joe")


class Slots:
    """Opens nothing and notes what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __getattr__(self, name: str) -> Any:
        return lambda *_: self.asked.append(name)


class System:
    """What the system tells of the microphone, when a test says so."""

    made: "System"

    def __init__(self, told: Any) -> None:
        System.made = self
        self.told = told
        self.open_now = False

    def open(self) -> None:
        self.open_now = True

    def close(self) -> None:
        self.open_now = False

    stop = close


class Scene:
    """A desk that serves a window."""

    def __init__(self, qtbot: QtBot, stage: Stage) -> None:
        self.qtbot = qtbot
        self.bridge = stage.bridge
        self.window = stage.window
        self.slots = Slots()
        self.loudspeaker = Loudspeaker(PlayoutBuffer())
        self.voice = Voice(self.loudspeaker, NOTHING, False, lambda _: None)
        self.desk = MicrophoneDesk(
            self.voice,
            self.loudspeaker,
            self.slots,  # type: ignore[arg-type]
            self.bridge.tell_microphone,
        )
        self.window.mute_changed.connect(self.voice.mute)
        self.window.microphone_picked.connect(lambda name: self.slots.asked.append(f"choose {name}"))
        self.desk.serve(self.window, self.bridge)
        self.voice.start()

    def go_live(self) -> None:
        self.desk.submitted(CONNECT)
        self.desk.followed(PhaseChanged(Phase.LIVE))

    def hang_up(self) -> None:
        self.desk.followed(SessionClosed(CloseReason.NORMAL, None))

    def hear(self, sound: Samples) -> None:
        """The microphone hears ``sound``; back when the voice's thread is through with it."""
        for start in range(0, len(sound), SAMPLE_RATE // 10):
            self.voice.processed.clear()
            part = sound[start : start + SAMPLE_RATE // 10]
            self.voice.captured.write(part.reshape(-1, 1))
            self.qtbot.waitUntil(lambda: not len(self.voice.captured) >= SAMPLE_RATE // 100)
        QApplication.processEvents()

    def told(self) -> str | None:
        """What the window says of the microphone."""
        QApplication.processEvents()
        notice = self.window.live_page.microphone_notice
        return notice.label.text() if not notice.isHidden() else None

    def open_check(self) -> CheckPage:
        self.window.microphone_check_requested.emit()
        page = self.window.findChild(CheckPage)
        assert page
        return page


@pytest.fixture
def scene(qtbot: QtBot, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scene]:
    monkeypatch.setattr(microphone_desk, "SystemMicrophone", System)
    made = Scene(qtbot, stage)
    yield made
    made.desk.stop()
    made.voice.stop()


def say(fault: MicrophoneFault | None) -> None:
    System.made.told("Desk", fault)


def test_what_the_system_knows_reaches_the_window_and_goes_when_it_is_mended(scene: Scene) -> None:
    scene.go_live()
    say(MutedInSystem("The microphone “Desk” is muted in the system."))
    assert (scene.told() or "").startswith("The microphone “Desk” is muted in the system. Unmute it")
    say(None)
    assert scene.told() is None


def test_what_was_put_away_stays_away_though_it_goes_on(scene: Scene) -> None:
    scene.go_live()
    say(MutedInSystem())
    assert scene.told()
    QTest.mouseClick(scene.window.live_page.microphone_notice.dismiss, Qt.MouseButton.LeftButton)
    scene.hear(np.zeros(SAMPLE_RATE, np.int16))
    assert scene.told() is None


def babble(seconds: float) -> Samples:
    """Syllables with a pitch, as a voice has."""
    times = np.arange(int(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    pitch = sum(np.sin(2 * np.pi * 130 * harmonic * times) / harmonic for harmonic in range(1, 12))
    return (pitch * np.abs(np.sin(2 * np.pi * 2 * times)) * 3000).astype(np.int16)


def test_who_speaks_while_muted_is_told_and_nothing_is_sent(scene: Scene) -> None:
    scene.go_live()
    scene.window.controls.mute.toggle_choice()
    scene.hear(np.random.default_rng(1).normal(size=SAMPLE_RATE).astype(np.int16) * 10)
    scene.hear(babble(1))
    assert (scene.told() or "").startswith("You are speaking, but your microphone is off. Unmute")
    assert not scene.voice.processed.read(SAMPLE_RATE // 10).any()
    scene.window.controls.mute.toggle_choice()
    assert scene.told() is None


def test_the_end_of_a_call_takes_everything_back_and_closes_the_devices(scene: Scene) -> None:
    scene.go_live()
    say(MutedInSystem())
    assert scene.told()
    assert System.made.open_now
    scene.hang_up()
    assert scene.told() is None
    assert scene.slots.asked == ["open", "close"]
    assert not System.made.open_now


def test_the_check_opens_the_devices_shows_faults_and_levels_and_closes_them(scene: Scene) -> None:
    scene.bridge.tell_devices(("Desk", "Headset"), ("Screen",))
    scene.bridge.tell_device_problem(AudioDeviceError("No loudspeaker was found."))
    QApplication.processEvents()
    page = scene.open_check()
    assert scene.slots.asked == ["open"]
    assert page.microphones.findData("Headset") > 0
    assert page.devices.label.text().startswith("No loudspeaker was found.")
    say(MutedInSystem())
    QApplication.processEvents()
    assert page.fault.label.text().startswith("The microphone is muted in the system.")
    scene.hear(np.full(SAMPLE_RATE // 2, 1036, np.int16))
    assert scene.desk._check.look().level == pytest.approx(-30, abs=0.1)
    page.microphone_picked.emit("Headset")
    assert scene.window.controls.microphones.chosen == "Headset"
    assert scene.slots.asked == ["open", "choose Headset"]
    page.reject()
    assert scene.slots.asked[-1] == "close"


def test_a_check_in_a_call_is_not_heard_there_and_the_call_goes_on(scene: Scene) -> None:
    scene.go_live()
    page = scene.open_check()
    assert not page.call_words.isHidden()
    scene.hear(np.full(SAMPLE_RATE // 10, 1000, np.int16))
    assert not scene.voice.processed.read(SAMPLE_RATE // 10).any()
    page.reject()
    scene.hear(np.full(SAMPLE_RATE // 10, 1000, np.int16))
    assert scene.voice.processed.read(SAMPLE_RATE // 20).any()
    assert scene.slots.asked == ["open"]
    scene.open_check()
    scene.hang_up()
    assert scene.slots.asked == ["open"], "the check goes on"


def test_the_test_sound_is_played(scene: Scene) -> None:
    page = scene.open_check()
    QTest.mouseClick(page.play, Qt.MouseButton.LeftButton)
    assert scene.loudspeaker.read(4800).any()
    QTest.mouseClick(page.play, Qt.MouseButton.LeftButton)
    assert not scene.loudspeaker.read(4800).any()
