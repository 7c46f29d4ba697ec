"""What is said when a device does not open."""

import miniaudio
import numpy as np
import pytest

from viewer.audio import devices
from viewer.audio.devices import Microphone, Samples, Speaker
from viewer.errors import AudioDeviceError


def silence(count: int) -> Samples:
    return np.zeros((count, 2), np.int16)


def test_without_a_sound_system_nothing_is_listed_and_opening_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("miniaudio.Devices", _NoSoundSystem)
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
def test_why_a_device_does_not_open_is_said(
    monkeypatch: pytest.MonkeyPatch, result: str, message: str, hint: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise miniaudio.MiniaudioError("failed to init device", getattr(miniaudio.lib, result))

    monkeypatch.setattr("miniaudio.CaptureDevice", refuse)
    with pytest.raises(AudioDeviceError) as refused:
        Microphone("", lambda _: None)
    assert refused.value.message == message
    assert hint in refused.value.hint


class _NoSoundSystem:
    """What miniaudio falls back to when there is no sound system."""

    backend = "Null"
