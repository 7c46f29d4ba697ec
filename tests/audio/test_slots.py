"""The slots, with a sound system without sound. On a real one: test_hot_plug.py."""

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import miniaudio
import numpy as np
import pytest

from tests.audio.fake_sound import FakeDevice, FakeSound
from tests.audio.room import Room
from viewer.audio import devices, slots
from viewer.audio.slots import NONE
from viewer.media.pcm import Samples


@pytest.fixture
def sound(monkeypatch: pytest.MonkeyPatch) -> FakeSound:
    return FakeSound(monkeypatch)


def ramp(count: int) -> Samples:
    return np.arange(count, dtype=np.int16).reshape(-1, 1)


def test_devices_are_told_before_any_is_opened_and_when_they_change(
    sound: FakeSound, opened: Callable[..., Room]
) -> None:
    room = opened(speaker="")
    room.told.wait_for(lambda: room.told.speakers)
    assert (room.told.microphones, room.told.speakers) == (("Microphone",), ("Speaker",))
    sound.speakers.append("Headset")
    room.told.wait_for(lambda: room.told.speakers == ("Speaker", "Headset"))
    sound.microphones.clear()
    room.told.wait_for(lambda: room.told.microphones == ())
    assert sound.opened == []
    assert room.told.problem is None


def test_sound_is_captured_and_played_only_while_it_is_wanted(
    sound: FakeSound, opened: Callable[..., Room]
) -> None:
    room = opened(speaker="")
    sound.polled()
    assert sound.opened == []
    room.devices.open()
    microphone, speaker = sound.device("microphone"), sound.device("speaker")
    microphone.hear(ramp(480))
    assert (room.captured.read(480) == ramp(480)).all()
    assert np.abs(speaker.play(960)).max() == pytest.approx(8000, rel=0.01)
    room.devices.close()
    sound.wait_for(lambda: not sound.open_now("microphone") + sound.open_now("speaker"))
    assert len(sound.opened) == 2


def test_one_who_waits_for_a_voice_has_the_microphone_alone(
    sound: FakeSound, opened: Callable[..., Room]
) -> None:
    room = opened(speaker="")
    room.devices.listen(True)
    sound.device("microphone").hear(ramp(480))
    assert (room.captured.read(480) == ramp(480)).all()
    assert not sound.open_now("speaker")
    room.devices.open()
    sound.device("speaker")
    room.devices.close()
    sound.wait_for(lambda: not sound.open_now("speaker"))
    assert len(sound.open_now("microphone")) == 1
    assert len(sound.opened) == 2, "it is never closed between"


def test_the_end_closes_the_devices(sound: FakeSound, opened: Callable[..., Room]) -> None:
    room = opened(speaker="Speaker")
    room.devices.open()
    sound.device("microphone")
    sound.device("speaker")
    room.devices.stop()
    assert not sound.open_now("microphone") + sound.open_now("speaker")


def test_none_opens_nothing(sound: FakeSound, opened: Callable[..., Room]) -> None:
    room = opened(microphone=NONE, speaker=NONE)
    room.devices.open()
    sound.polled()
    assert sound.opened == []
    assert room.told.problem is None


def open_beside_others(sound: FakeSound, opened: Callable[..., Room]) -> Room:
    """Both devices are open, and there is another one of each."""
    sound.microphones.append("Other")
    sound.speakers.append("Other")
    room = opened(speaker="")
    room.devices.open()
    sound.device("speaker")
    return room


def wait_for_the_others(sound: FakeSound) -> None:
    """The others are open in the place of the first."""
    sound.wait_for(
        lambda: (sound.open_now("microphone"), sound.open_now("speaker")) == (["Other"], ["Other"])
    )


def test_another_device_that_is_chosen_takes_the_place_of_the_first(
    sound: FakeSound, opened: Callable[..., Room]
) -> None:
    room = open_beside_others(sound, opened)
    room.devices.choose_microphone("Other")
    room.devices.choose_speaker("Other")
    wait_for_the_others(sound)
    assert room.played.begun == 2


def test_a_loudspeaker_that_is_unplugged_is_replaced_and_taken_again(
    sound: FakeSound, opened: Callable[..., Room]
) -> None:
    sound.speakers.append("Headset")
    room = opened(microphone=NONE, speaker="Headset")
    room.devices.open()
    sound.wait_for(lambda: sound.open_now("speaker") == ["Headset"])
    assert room.told.problem is None
    sound.speakers.remove("Headset")
    problem = room.told.wait_for_problem()
    assert "The loudspeaker “Headset” is not there, so the system's default is used." in problem.message
    sound.wait_for(lambda: sound.open_now("speaker") == [""])
    sound.polled()
    assert len(sound.opened) == 2
    sound.speakers.append("Headset")
    room.told.wait_for(lambda: room.told.problem is None)
    sound.wait_for(lambda: sound.open_now("speaker") == ["Headset"])
    assert room.played.begun == 3


def test_a_default_microphone_that_was_the_last_is_told_and_taken_again(
    sound: FakeSound, opened: Callable[..., Room]
) -> None:
    room = opened()
    room.devices.open()
    microphone = sound.device("microphone")
    sound.microphones.clear()
    assert room.told.wait_for_problem().message == "No microphone was found."
    assert not microphone.is_open, "what the system puts in its place is none"
    sound.microphones.append("Other")
    room.told.wait_for(lambda: room.told.problem is None)
    assert sound.open_now("microphone") == [""]


def test_a_headset_that_goes_with_both_its_ends_is_one_problem(
    sound: FakeSound, opened: Callable[..., Room]
) -> None:
    room = opened(microphone="Headset", speaker="Headset")
    room.devices.open()
    problem = room.told.wait_for_problem()
    assert "The microphone “Headset”" in problem.message
    assert "The loudspeaker “Headset”" in problem.message
    sound.polled()
    assert room.told.problems == 1


def test_a_device_through_which_no_sound_moves_any_more_is_opened_anew(
    sound: FakeSound, opened: Callable[..., Room]
) -> None:
    room = opened(microphone="Microphone", speaker="")
    room.devices.open()
    microphone, speaker = sound.device("microphone"), sound.device("speaker")
    sound.now += devices.DEAD_SECONDS - 0.1
    speaker.play(960)
    sound.now += 0.2
    sound.wait_for(lambda: not microphone.is_open)
    assert sound.device("microphone").name == "Microphone"
    assert speaker.is_open
    assert room.told.problem is None


def test_a_device_that_does_not_open_is_a_problem_and_tried_again_when_the_devices_change(
    sound: FakeSound, opened: Callable[..., Room]
) -> None:
    sound.refusal = miniaudio.MiniaudioError("failed", miniaudio.lib.MA_BUSY)
    room = opened()
    room.devices.open()
    assert "in use" in room.told.wait_for_problem().message
    sound.refusal = None
    sound.polled()
    assert sound.opened == []
    sound.microphones.append("Other")
    room.told.wait_for(lambda: room.told.problem is None)
    assert sound.open_now("microphone") == [""]


def test_without_any_sound_system_there_is_a_problem_until_sound_is_not_wanted(
    sound: FakeSound, opened: Callable[..., Room]
) -> None:
    sound.is_there = False
    room = opened(speaker="")
    room.devices.open()
    problem = room.told.wait_for_problem()
    assert "No microphone was found." in problem.message
    assert "No loudspeaker was found." in problem.message
    room.devices.close()
    room.told.wait_for(lambda: room.told.problem is None)


def test_what_two_threads_choose_at_once_is_both_taken(
    sound: FakeSound, opened: Callable[..., Room], monkeypatch: pytest.MonkeyPatch
) -> None:
    room = open_beside_others(sound, opened)
    others = [lambda: room.devices.choose_speaker("Other")]

    def interrupted(wanted: Any, **changes: Any) -> Any:
        while others:  # just then another thread chooses, too
            other = threading.Thread(target=others.pop())
            other.start()
            other.join(20)
        return replace(wanted, **changes)

    monkeypatch.setattr(slots, "replace", interrupted)
    room.devices.choose_microphone("Other")
    wait_for_the_others(sound)


def test_a_sound_system_that_breaks_is_told_and_used_again_when_it_works(
    sound: FakeSound, opened: Callable[..., Room]
) -> None:
    room = opened(speaker="")
    room.told.wait_for(lambda: room.told.speakers)

    sound.fault = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")
    room.devices.open()
    assert "The sound devices cannot be used (UnicodeDecodeError)." in room.told.wait_for_problem().message
    sound.fault = None
    room.told.wait_for(lambda: room.told.problem is None)


@pytest.mark.parametrize(
    ("kind", "word"), [("_CaptureDevice", "microphone"), ("_PlaybackDevice", "loudspeaker")]
)
def test_a_driver_that_breaks_at_opening_is_told_and_the_other_device_and_the_next_choice_work(
    kind: str, word: str, sound: FakeSound, opened: Callable[..., Room], monkeypatch: pytest.MonkeyPatch
) -> None:
    sound.microphones.append("Other")
    sound.speakers.append("Other")
    whole = getattr(devices, kind)

    def broken(*arguments: Any, **options: Any) -> Any:
        if not arguments[4]:  # the system's default
            raise OSError("the driver is broken")
        return whole(*arguments, **options)

    monkeypatch.setattr(devices, kind, broken)
    room = opened(speaker="")
    room.devices.open()
    assert (
        room.told.wait_for_problem().message
        == f"The {word} of this computer could not be opened: its driver failed (OSError)."
    )
    sound.device("speaker" if word == "microphone" else "microphone")

    room.devices.choose_microphone("Other")
    room.devices.choose_speaker("Other")
    room.told.wait_for(lambda: room.told.problem is None)
    sound.wait_for(
        lambda: (sound.open_now("microphone"), sound.open_now("speaker")) == (["Other"], ["Other"])
    )


def test_a_driver_that_breaks_at_closing_keeps_nobody_from_the_next_device(
    sound: FakeSound, opened: Callable[..., Room], monkeypatch: pytest.MonkeyPatch
) -> None:
    close = FakeDevice.close

    def broken(device: FakeDevice) -> None:
        close(device)
        raise OSError("the driver is broken")

    monkeypatch.setattr(FakeDevice, "close", broken)
    sound.microphones.append("Other")
    room = opened(speaker="")
    room.devices.open()
    sound.device("microphone")
    sound.device("speaker")
    room.devices.choose_microphone("Other")
    sound.wait_for(lambda: sound.open_now("microphone") == ["Other"])
    room.devices.stop()
    assert sound.open_now("microphone") == sound.open_now("speaker") == []


def test_a_device_that_opens_and_does_not_start_is_let_go_of(
    sound: FakeSound, opened: Callable[..., Room], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise miniaudio.MiniaudioError("failed to start", miniaudio.lib.MA_BUSY)

    monkeypatch.setattr(FakeDevice, "start", fail)
    room = opened()
    room.devices.open()
    assert "is in use" in room.told.wait_for_problem().message
    assert sound.opened
    assert sound.open_now("microphone") == []


def test_what_is_unplugged_on_purpose_is_gone_as_if_it_had_been_and_comes_back(
    sound: FakeSound, opened: Callable[..., Room]
) -> None:
    room = opened(speaker="")
    room.devices.open()
    sound.device("microphone")
    sound.device("speaker")
    room.devices.unplug({"microphone"})
    problem = room.told.wait_for_problem()
    assert problem.message == "No microphone was found."
    assert (room.told.microphones, room.told.speakers) == ((), ("Speaker",))
    sound.polled()
    assert not sound.open_now("microphone")
    assert sound.open_now("speaker") == [""]
    room.devices.unplug(frozenset())
    room.told.wait_for(lambda: room.told.problem is None)
    assert room.told.microphones == ("Microphone",)
    assert sound.open_now("microphone") == [""]
