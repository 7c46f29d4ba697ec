"""A headset that is unplugged and plugged in again, and another default, on a real sound server."""

from collections.abc import Callable

import pytest

from tests.audio.room import Room
from tests.sound_system import MICROPHONE, SPEAKER, SoundSystem, dominant_hertz, tone
from viewer.audio import slots
from viewer.media.pcm import rms

pytestmark = pytest.mark.wire


@pytest.fixture
def sound(sound_system: SoundSystem, monkeypatch: pytest.MonkeyPatch) -> SoundSystem:
    for name, value in sound_system.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(slots, "POLL_SECONDS", 0.2)
    return sound_system


def until(happens: Callable[[], bool]) -> None:
    """Each look listens for a while, and devices tell nobody when they begin."""
    assert any(happens() for _ in range(40))


def plays(sound: SoundSystem, sink: str) -> bool:
    heard = sound.record(0.3, sink)
    return bool(rms(heard) > 0.1) and abs(dominant_hertz(heard) - 440) < 10


def test_a_headset_is_replaced_by_the_default_and_taken_again_and_the_default_is_followed(
    sound: SoundSystem, opened: Callable[..., Room]
) -> None:
    other, into_headset = sound.add_speaker("other", "Other"), sound.add_wire("headset_wire", 44_100, 2)

    def plug() -> list[int]:
        microphone = sound.add_microphone("headset_microphone", "Headset", wire="headset_wire")
        return [sound.add_speaker("headset", "Headset"), microphone]

    def unplug(modules: list[int]) -> None:
        for module in modules:
            sound.remove(module)

    headset = plug()
    into_the_headset = sound.playing_into_microphone(tone(700, 1), "headset_wire")
    with into_the_headset, sound.playing_into_microphone(tone(1000, 1)):
        room = opened(microphone="Headset", speaker="Headset")
        room.told.wait_for(lambda: room.told.speakers)
        assert {MICROPHONE, "Headset"} <= set(room.told.microphones)
        assert {SPEAKER, "Headset"} <= set(room.told.speakers)
        assert len(room.captured) == 0
        room.devices.open()
        until(lambda: plays(sound, "headset") and room.hears(700))
        assert not plays(sound, "speaker")
        unplug(headset)
        assert "so the system's default is used" in room.told.wait_for_problem().message
        until(lambda: plays(sound, "speaker") and room.hears(1000))
        headset = plug()
        room.told.wait_for(lambda: room.told.problem is None)
        until(lambda: plays(sound, "headset") and room.hears(700))
        room.devices.choose_speaker("")
        until(lambda: plays(sound, "speaker"))
        sound.choose_default("sink", "other")
        until(lambda: plays(sound, "other"))
        room.devices.close()
        until(lambda: not plays(sound, "other") and not room.hears(700))
    sound.choose_default("sink", "speaker")
    room.devices.stop()
    unplug([*headset, into_headset, other])
