"""The desk on a real sound server, and without one."""

import threading
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from tests.sound_system import MICROPHONE, SPEAKER, SoundSystem, dominant_hertz, tone
from viewer.audio.desk import NONE, AudioDesk, Names
from viewer.errors import AudioDeviceError
from viewer.media.pcm import SAMPLE_RATE, PcmBuffer, Samples, rms

WIRES = ((700, "other"), (1000, "wire"))


class Told:
    """What a desk told, and a way to wait for it."""

    def __init__(self) -> None:
        self.microphones: Names = ()
        self.speakers: Names = ()
        self.problem: AudioDeviceError | None = None
        self._changed = threading.Condition()

    def devices(self, microphones: Names, speakers: Names) -> None:
        with self._changed:
            self.microphones, self.speakers = microphones, speakers
            self._changed.notify_all()

    def trouble(self, problem: AudioDeviceError | None) -> None:
        with self._changed:
            self.problem = problem
            self._changed.notify_all()

    def wait_for(self, happened: Callable[[], object]) -> None:
        with self._changed:
            assert self._changed.wait_for(happened, 10)


class Hum:
    """Endless sound for a loudspeaker, and how often one began to play it."""

    def __init__(self) -> None:
        self.begun = 0
        self._position = 0

    def read(self, count: int) -> Samples:
        times = (np.arange(count) + self._position) / SAMPLE_RATE
        self._position += count
        return np.repeat((np.sin(2 * np.pi * 440 * times) * 8000).astype(np.int16)[:, None], 2, axis=1)

    def restart(self) -> None:
        self.begun += 1


class Room:
    """A desk with its buffers."""

    def __init__(self, microphone: str = "", speaker: str = NONE) -> None:
        self.told = Told()
        self.captured = PcmBuffer(1, SAMPLE_RATE * 2)
        self.played = Hum()
        self.desk = AudioDesk(
            microphone,
            speaker,
            (self.captured, self),
            self.told.devices,
            self.told.trouble,
        )

    def read(self, count: int) -> Samples:
        return self.played.read(count)

    def restart(self) -> None:
        self.played.restart()

    def hears(self, hertz: float) -> bool:
        """Whether a tone of ``hertz`` is captured from now on."""
        self.captured.clear()
        if not self.captured.wait(SAMPLE_RATE // 4, 1):
            return False
        heard = self.captured.read(SAMPLE_RATE // 4)
        return bool(rms(heard) > 0.05) and abs(dominant_hertz(heard) - hertz) < 20


@pytest.fixture
def sound(sound_system: SoundSystem, monkeypatch: pytest.MonkeyPatch) -> SoundSystem:
    for name, value in sound_system.environment.items():
        monkeypatch.setenv(name, value)
    return sound_system


@pytest.fixture
def opened() -> Iterator[Callable[..., Room]]:
    """Makes rooms whose desks run, and ends them."""
    rooms: list[Room] = []

    def make(**choice: str) -> Room:
        room = Room(**choice)
        rooms.append(room)
        room.desk.start()
        return room

    yield make
    for room in rooms:
        room.desk.stop()
        room.desk.stop()
    assert not [thread for thread in threading.enumerate() if thread.name == "audio desk"]


def wait_until(happened: Callable[[], object]) -> None:
    """Device threads write to buffers without telling anybody."""
    waiter = threading.Condition()
    with waiter:
        for _ in range(1000):
            if happened():
                return
            waiter.wait(0.01)
    raise AssertionError("it did not happen")


def test_devices_are_told_before_any_is_opened(sound: SoundSystem, opened: Callable[..., Room]) -> None:
    room = opened()
    room.told.wait_for(lambda: room.told.speakers)
    assert MICROPHONE in room.told.microphones
    assert SPEAKER in room.told.speakers
    assert len(room.captured) == 0


def test_sound_is_captured_only_while_it_is_wanted(sound: SoundSystem, opened: Callable[..., Room]) -> None:
    room = opened()
    player = sound.play_into_microphone(tone(1000, 3))
    room.desk.open()
    wait_until(lambda: len(room.captured) > SAMPLE_RATE)
    room.captured.clear()
    wait_until(lambda: len(room.captured) > SAMPLE_RATE // 2)
    heard = room.captured.read(SAMPLE_RATE // 2)
    assert abs(dominant_hertz(heard[:, 0]) - 1000) < 10
    room.desk.close()
    player.join()
    room.desk.stop()
    room.captured.clear()
    assert not room.captured.wait(1, 0.2)


def test_a_device_that_is_not_there_is_a_problem_until_another_is_chosen(
    sound: SoundSystem, opened: Callable[..., Room]
) -> None:
    room = opened(microphone="No such thing")
    room.desk.open()
    room.told.wait_for(lambda: room.told.problem)
    assert room.told.problem
    assert "No such thing" in room.told.problem.message
    room.desk.choose_microphone(MICROPHONE)
    room.told.wait_for(lambda: room.told.problem is None)
    wait_until(lambda: len(room.captured))


def hears_the_hum(sound: SoundSystem, sink: str) -> bool:
    heard = sound.record(0.4, sink)
    return bool(rms(heard) > 0.1) and abs(dominant_hertz(heard) - 440) < 10


def test_a_loudspeaker_that_is_unplugged_is_replaced_and_taken_again(
    sound: SoundSystem, opened: Callable[..., Room]
) -> None:
    headset = sound.add_speaker("headset", "Headset")
    room = opened(microphone=NONE, speaker="Headset")
    room.desk.open()
    wait_until(lambda: hears_the_hum(sound, "headset"))
    assert not hears_the_hum(sound, "speaker")
    assert room.told.problem is None
    sound.remove(headset)
    room.told.wait_for(lambda: room.told.problem)
    assert room.told.problem
    assert "«Headset» is not there, so the system's default is used." in room.told.problem.message
    wait_until(lambda: hears_the_hum(sound, "speaker"))
    headset = sound.add_speaker("headset", "Headset")
    room.told.wait_for(lambda: room.told.problem is None)
    wait_until(lambda: hears_the_hum(sound, "headset"))
    assert room.played.begun == 3
    sound.remove(headset)


def test_a_microphone_that_is_unplugged_is_replaced_and_taken_again(
    sound: SoundSystem, opened: Callable[..., Room]
) -> None:
    wire = sound.add_wire("other", 44_100, 2)
    headset = sound.add_microphone("headset_microphone", "Headset", wire="other")
    room = opened(microphone="Headset")
    room.desk.open()
    into_headset, into_default = (sound.play_into_microphone(tone(f, 12), w) for f, w in WIRES)
    wait_until(lambda: room.hears(700))
    sound.remove(headset)
    room.told.wait_for(lambda: room.told.problem)
    wait_until(lambda: room.hears(1000))
    headset = sound.add_microphone("headset_microphone", "Headset", wire="other")
    room.told.wait_for(lambda: room.told.problem is None)
    wait_until(lambda: room.hears(700))
    room.desk.stop()
    for module in (headset, wire):
        sound.remove(module)
    for player in (into_headset, into_default):
        player.join()


def test_a_headset_that_goes_with_both_its_ends_is_one_problem(
    sound: SoundSystem, opened: Callable[..., Room]
) -> None:
    room = opened(microphone="Headset", speaker="Headset")
    room.desk.open()
    room.told.wait_for(lambda: room.told.problem)
    assert room.told.problem
    assert "The microphone «Headset»" in room.told.problem.message
    assert "The loudspeaker «Headset»" in room.told.problem.message


def test_the_systems_default_is_followed(sound: SoundSystem, opened: Callable[..., Room]) -> None:
    other = sound.add_speaker("other", "Other")
    room = opened(microphone=NONE, speaker="")
    room.desk.open()
    wait_until(lambda: hears_the_hum(sound, "speaker"))
    sound.choose_default("sink", "other")
    wait_until(lambda: hears_the_hum(sound, "other"))
    assert not hears_the_hum(sound, "speaker")
    sound.remove(other)
    wait_until(lambda: hears_the_hum(sound, "speaker"))
    sound.choose_default("sink", "speaker")
    assert room.told.problem is None


def test_without_any_sound_system_there_is_a_problem_and_no_crash(
    monkeypatch: pytest.MonkeyPatch, opened: Callable[..., Room]
) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")
    room = opened(speaker="")
    room.desk.open()
    room.told.wait_for(lambda: room.told.problem)
    room.desk.close()
    room.told.wait_for(lambda: room.told.problem is None)
