"""Microphone and loudspeaker as ``persona-viewer doctor`` tells them."""

import threading
from collections.abc import Callable

import numpy as np
import pytest

from tests.doctor.conftest import QUIET, examine
from viewer.audio.devices import Device, Samples
from viewer.audio.system_microphone import NOTHING
from viewer.doctor import sound
from viewer.errors import AudioDeviceError, MicrophoneDead, MicrophoneDenied, MicrophoneTooLoud
from viewer.media.capture import echo_test
from viewer.media.pcm import SAMPLE_RATE

THERE = (Device("Desk"), Device("Headset"))


class Computer:
    """One with two microphones and two loudspeakers, whose devices do what a test says."""

    def __init__(self) -> None:
        self.heard: Samples | None = np.full((SAMPLE_RATE, 1), 1036, np.int16)  # -30 dBFS
        self.plays = True
        self.echo = 0.1
        self.open = 0
        self._hear: Callable[[Samples], object] = lambda _: None

    def device(self, name: str, handle: Callable[..., object]) -> "Computer":
        """Open one; ``handle`` is the microphone's or the loudspeaker's."""
        if name not in ("", *(device.name for device in THERE)):
            raise AudioDeviceError(f"The device “{name}” is not there.", hint="Choose another.")
        self.open += 1
        self._handle = handle
        return self

    def microphone(self, name: str, hear: Callable[[Samples], object]) -> "Computer":
        device = self.device(name, hear)
        self._hear = hear
        if self.heard is not None:
            hear(self.heard)
        return device

    def speaker(self, name: str, play: Callable[[int], Samples]) -> "Computer":
        device = self.device(name, play)
        if self.plays:
            play(480)
            threading.Thread(target=self._come_back, args=(play,)).start()
        return device

    def _come_back(self, play: Callable[[int], Samples]) -> None:
        """The microphone hears the loudspeaker, from the beginning of what that plays."""
        given = 0
        while self.open and given < echo_test.LISTEN_FRAMES:
            frame = play(480)
            if given or frame.any():
                self._hear((frame[:, :1] * self.echo).astype(np.int16))
                given += len(frame)

    def close(self) -> None:
        self.open -= 1


@pytest.fixture
def computer(monkeypatch: pytest.MonkeyPatch) -> Computer:
    made = Computer()
    monkeypatch.setattr(sound, "Microphone", made.microphone)
    monkeypatch.setattr(sound, "Speaker", made.speaker)
    monkeypatch.setattr(sound, "microphones", lambda: THERE)
    monkeypatch.setattr(sound, "speakers", lambda: THERE)
    monkeypatch.setattr(sound, "_PATIENCE", 20.0)
    monkeypatch.setattr(sound, "known_now", lambda: NOTHING)
    return made


def test_both_devices_are_named_with_the_others_and_the_microphones_level(computer: Computer) -> None:
    examined = examine("--mic", "Headset")
    assert examined.exit_code == 0
    assert examined.check("microphone")["found"] == (
        "“Headset” opens. There are: “Desk”, “Headset”. Level: -30 dBFS"
    )
    assert examined.check("speaker")["found"] == ("The system's default opens. There are: “Desk”, “Headset”")
    assert computer.open == 0, "both are closed again"


def test_a_microphone_that_delivers_only_zeros_is_a_warning(computer: Computer) -> None:
    computer.heard = np.zeros((SAMPLE_RATE, 1), np.int16)
    examined = examine()
    assert examined.states["microphone"] == "warning"
    assert examined.check("microphone")["found"].endswith(MicrophoneDead.default_message)
    assert examined.check("microphone")["fix"] == MicrophoneDead.hint
    assert examined.exit_code == 0


def test_one_that_clips_is_a_warning(computer: Computer) -> None:
    computer.heard = np.full((SAMPLE_RATE, 1), 32767, np.int16)
    examined = examine("--speaker", "none")
    assert examined.states["microphone"] == "warning"
    assert examined.check("microphone")["found"].endswith(MicrophoneTooLoud.default_message)


@pytest.mark.usefixtures("computer")
def test_what_the_system_knows_goes_before_what_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    fault = MicrophoneDenied(hint="Allow it there.")
    monkeypatch.setattr(sound, "known_now", lambda: ("", fault))
    check = examine("--speaker", "none").check("microphone")
    assert (check["state"], check["fix"]) == ("warning", "Allow it there.")
    assert check["found"].endswith(fault.message)


@pytest.mark.parametrize(
    ("echo", "state", "found"), [(0.1, "ok", echo_test.WELL), (0, "warning", echo_test.NOTHING)]
)
def test_the_ear_of_the_machine_hears_the_loudspeaker_or_not(
    computer: Computer, echo: float, state: str, found: str
) -> None:
    computer.echo = echo
    check = examine().check("echo")
    assert (check["state"], check["found"]) == (state, found)
    assert check["fix"] == (None if state == "ok" else echo_test.REMEDY)
    assert computer.open == 0


def test_devices_that_open_and_do_not_run_are_exit_code_5(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sound, "_PATIENCE", 0.05)
    computer.heard, computer.plays = None, False
    examined = examine()
    assert examined.exit_code == 5
    assert examined.check("microphone")["found"] == "The microphone opens but delivers nothing."
    assert examined.check("speaker")["found"] == "The loudspeaker opens but takes no sound."
    assert computer.open == 0


@pytest.mark.usefixtures("computer")
def test_a_chosen_device_that_is_not_there_is_exit_code_5() -> None:
    examined = examine("--mic", "none", "--speaker", "Gone")
    assert examined.exit_code == 5
    assert examined.states["microphone"] == "skipped"
    assert examined.check("speaker")["code"] == "audio-device"
    assert "“Gone” is not there. There are: “Desk”, “Headset”" in examined.check("speaker")["found"]


@pytest.mark.wire
def test_without_a_sound_server_both_devices_are_missed() -> None:
    examined = examine()
    assert examined.exit_code == 5
    assert (examined.states["microphone"], examined.states["speaker"]) == ("failed", "failed")
    assert examined.check("speaker")["found"] == "No loudspeaker was found."


def test_no_device_is_opened_that_is_not_wanted(computer: Computer) -> None:
    examined = examine(*QUIET)
    assert (examined.states["microphone"], examined.states["speaker"]) == ("skipped", "skipped")
    assert not hasattr(computer, "_handle")
