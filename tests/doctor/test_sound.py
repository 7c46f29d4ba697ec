"""Microphone and loudspeaker as ``persona-viewer doctor`` tells them."""

from collections.abc import Callable

import numpy as np
import pytest

from tests.doctor.conftest import QUIET, examine
from viewer.audio.devices import Device, Samples
from viewer.doctor import sound
from viewer.errors import AudioDeviceError
from viewer.media.pcm import SAMPLE_RATE

THERE = (Device("Desk"), Device("Headset"))


class Computer:
    """One with two microphones and two loudspeakers, whose devices do what a test says."""

    def __init__(self) -> None:
        self.heard: Samples | None = np.full((SAMPLE_RATE, 1), 1036, np.int16)  # -30 dBFS
        self.plays = True
        self.open = 0

    def device(self, name: str, handle: Callable[..., object]) -> "Computer":
        """Open one; ``handle`` is the microphone's or the loudspeaker's."""
        if name not in ("", *(device.name for device in THERE)):
            raise AudioDeviceError(f"The device “{name}” is not there.", hint="Choose another.")
        self.open += 1
        self._handle = handle
        return self

    def microphone(self, name: str, hear: Callable[[Samples], object]) -> "Computer":
        device = self.device(name, hear)
        if self.heard is not None:
            hear(self.heard)
        return device

    def speaker(self, name: str, play: Callable[[int], Samples]) -> "Computer":
        device = self.device(name, play)
        if self.plays:
            play(480)
        return device

    def close(self) -> None:
        self.open -= 1


@pytest.fixture
def computer(monkeypatch: pytest.MonkeyPatch) -> Computer:
    made = Computer()
    monkeypatch.setattr(sound, "Microphone", made.microphone)
    monkeypatch.setattr(sound, "Speaker", made.speaker)
    monkeypatch.setattr(sound, "microphones", lambda: THERE)
    monkeypatch.setattr(sound, "speakers", lambda: THERE)
    monkeypatch.setattr(sound, "_PATIENCE", 0.05)
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
    assert "nothing but zeros" in examined.check("microphone")["found"]
    assert "--mic" in examined.check("microphone")["fix"]
    assert examined.exit_code == 0


def test_devices_that_open_and_do_not_run_are_exit_code_5(computer: Computer) -> None:
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
