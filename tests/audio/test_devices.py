"""Real devices of a real sound server."""

import threading
from collections.abc import Iterator

import numpy as np
import pytest

from tests.sound_system import MICROPHONE, RATE, SPEAKER, SoundSystem, dominant_hertz, tone
from viewer.audio import devices
from viewer.audio.devices import Device, Microphone, Samples, Speaker
from viewer.errors import AudioDeviceError


@pytest.fixture(autouse=True)
def sound(sound_system: SoundSystem, monkeypatch: pytest.MonkeyPatch) -> SoundSystem:
    for name, value in sound_system.environment.items():
        monkeypatch.setenv(name, value)
    return sound_system


class Capture:
    """Collects what a microphone writes and waits for enough of it."""

    def __init__(self, frames: int) -> None:
        self._wanted = frames
        self._parts: list[Samples] = []
        self._enough = threading.Event()

    def write(self, frames: Samples) -> None:
        self._parts.append(frames)
        if sum(map(len, self._parts)) >= self._wanted:
            self._enough.set()

    def result(self) -> Samples:
        assert self._enough.wait(10)
        return np.concatenate(self._parts)[: self._wanted]


class TonePlayer:
    """Endless 440 Hz for a loudspeaker."""

    def __init__(self) -> None:
        self._position = 0

    def read(self, count: int) -> Samples:
        times = (np.arange(count) + self._position) / RATE
        self._position += count
        mono = (np.sin(2 * np.pi * 440 * times) * 8000).astype(np.int16)
        return np.stack([mono, mono], axis=1)


@pytest.fixture
def playing_microphone(sound: SoundSystem) -> Iterator[None]:
    thread = sound.play_into_microphone(tone(1000, 3))
    yield
    thread.join()


def test_the_list_names_real_devices_and_no_monitors() -> None:
    assert Device(SPEAKER) in devices.speakers()
    assert Device(MICROPHONE) in devices.microphones()
    assert not [device for device in devices.microphones() if "Monitor" in device.name]


@pytest.mark.parametrize("name", ["", SPEAKER])
def test_the_loudspeaker_plays_what_it_reads(sound: SoundSystem, name: str) -> None:
    speaker = Speaker(name, TonePlayer().read)
    heard = sound.record(1.0)[RATE // 4 :]
    speaker.close()
    speaker.close()
    assert dominant_hertz(heard) == pytest.approx(440, abs=5)
    assert np.abs(heard).max() == pytest.approx(8000, rel=0.1)


@pytest.mark.usefixtures("playing_microphone")
def test_the_microphone_writes_what_it_hears() -> None:
    capture = Capture(RATE * 2)
    microphone = Microphone(MICROPHONE, capture.write)
    heard = capture.result()
    microphone.close()
    assert heard.shape[1] == 1
    assert dominant_hertz(heard) == pytest.approx(1000, abs=5)


@pytest.mark.usefixtures("playing_microphone")
def test_a_muted_microphone_writes_true_silence_and_shows_no_level() -> None:
    capture = Capture(RATE)
    microphone = Microphone("", capture.write, muted=True)
    heard = capture.result()
    assert microphone.level == 0
    microphone.close()
    assert not heard.any()


def test_a_device_that_is_not_there_says_so_and_what_to_do() -> None:
    with pytest.raises(AudioDeviceError) as missing:
        Microphone("Nonesuch", lambda _: None)
    assert missing.value.message == "The microphone «Nonesuch» is not there."
    assert missing.value.hint


def test_without_a_sound_system_nothing_is_listed_and_opening_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("miniaudio.Devices", _NoSoundSystem)
    assert devices.speakers() == ()
    with pytest.raises(AudioDeviceError, match="No loudspeaker was found"):
        Speaker("", TonePlayer().read)


class _NoSoundSystem:
    """What miniaudio falls back to when there is no sound system."""

    backend = "Null"
