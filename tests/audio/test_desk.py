"""The desk on a real sound server, and without one."""

import threading
from collections.abc import Callable, Iterator

import pytest

from tests.sound_system import MICROPHONE, SPEAKER, SoundSystem, dominant_hertz, tone
from viewer.audio.desk import NONE, AudioDesk, Names
from viewer.errors import AudioDeviceError
from viewer.media.pcm import SAMPLE_RATE, PcmBuffer


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


class Room:
    """A desk with its buffers."""

    def __init__(self, microphone: str = "", speaker: str = NONE, muted: bool = False) -> None:
        self.told = Told()
        self.captured = PcmBuffer(1, SAMPLE_RATE * 2)
        self.played = PcmBuffer(2, SAMPLE_RATE)
        self.desk = AudioDesk(
            microphone,
            speaker,
            muted,
            (self.captured, self.played),
            self.told.devices,
            self.told.trouble,
        )


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
        room = Room(**choice)  # type: ignore[arg-type]
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
    assert room.desk.level > 0
    room.captured.clear()
    wait_until(lambda: len(room.captured) > SAMPLE_RATE // 2)
    heard = room.captured.read(SAMPLE_RATE // 2)
    assert abs(dominant_hertz(heard[:, 0]) - 1000) < 10
    room.desk.close()
    wait_until(lambda: room.desk.level == 0)
    player.join()


def test_muting_silences_an_open_microphone(sound: SoundSystem, opened: Callable[..., Room]) -> None:
    room = opened()
    player = sound.play_into_microphone(tone(1000, 2))
    room.desk.open()
    wait_until(lambda: room.desk.level > 0)
    room.desk.mute(True)
    wait_until(lambda: room.desk.level == 0)
    player.join()


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


def test_without_any_sound_system_there_is_a_problem_and_no_crash(
    monkeypatch: pytest.MonkeyPatch, opened: Callable[..., Room]
) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")
    room = opened(speaker="")
    room.desk.open()
    room.told.wait_for(lambda: room.told.problem)
    room.desk.close()
    room.told.wait_for(lambda: room.told.problem is None)
