"""What is said when a device does not open."""

import miniaudio
import numpy as np
import pytest

from tests.audio.fake_sound import FakeSound
from viewer.audio import devices
from viewer.audio.devices import Microphone, Samples, Speaker
from viewer.errors import AudioDeviceError


def silence(count: int) -> Samples:
    return np.zeros((count, 2), np.int16)


@pytest.fixture
def sound(monkeypatch: pytest.MonkeyPatch) -> FakeSound:
    return FakeSound(monkeypatch)


def test_without_a_sound_system_nothing_is_listed_and_opening_says_so(sound: FakeSound) -> None:
    sound.is_there = False  # miniaudio falls back to its own “Null” then
    assert devices.speakers() == ()
    with pytest.raises(AudioDeviceError, match="No loudspeaker was found"):
        Speaker("", silence)


@pytest.mark.parametrize(
    ("result", "message", "hint"),
    [
        ("MA_ACCESS_DENIED", "This program may not use the microphone of this computer.", "privacy settings"),
        ("MA_BUSY", "The microphone of this computer is in use.", "Close the program that uses it"),
        ("MA_ERROR", "The microphone of this computer could not be opened.", "Choose another device"),
    ],
)
def test_why_a_device_does_not_open_is_said(sound: FakeSound, result: str, message: str, hint: str) -> None:
    sound.refusal = miniaudio.MiniaudioError("failed to init device", getattr(miniaudio.lib, result))
    with pytest.raises(AudioDeviceError) as refused:
        Microphone("", lambda _: None)
    assert refused.value.message == message
    assert hint in refused.value.hint
