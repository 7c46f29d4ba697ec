"""When the user is told about the microphone, and when not. Time is that of the sound: nothing waits."""

from dataclasses import replace

import pytest

from viewer.errors import (
    MicrophoneDead,
    MicrophoneDenied,
    MicrophoneFault,
    MicrophoneTooLoud,
    MicrophoneTooQuiet,
    MutedHere,
    MutedInSystem,
    NothingHeard,
)
from viewer.media.capture.ear import BLOCK_SECONDS, Heard
from viewer.media.capture.microphone_watch import MicrophoneWatch

ROOM = Heard(level=-65, peak=-55, clips=False, is_zero=False, voice=False, persona=False)
ZEROS = replace(ROOM, level=-120, peak=-120, is_zero=True)
SPEECH = replace(ROOM, level=-28, peak=-12, voice=True)
MUMBLING = replace(SPEECH, level=-56, peak=-45)
SHOUTING = replace(SPEECH, level=-4, peak=0, clips=True)
PERSONA = replace(ROOM, level=-40, persona=True)


class Talk:
    """A talk that runs, and what is told in it."""

    def __init__(self, *, muted: bool = False, push_to_talk: bool = False) -> None:
        self.watch = MicrophoneWatch()
        self.watch.mute(muted, push_to_talk=push_to_talk)
        self.watch.attend(True)

    @property
    def told(self) -> type[MicrophoneFault] | None:
        return type(self.watch.fault) if self.watch.fault else None

    def hear(self, heard: Heard, seconds: float) -> type[MicrophoneFault] | None:
        """What is told after so long."""
        for _ in range(round(seconds / BLOCK_SECONDS)):
            self.watch.hear(heard)
        return self.told

    def seconds_until(self, kind: type[MicrophoneFault] | None, heard: Heard) -> float:
        """How long it takes of this sound until ``kind`` is told."""
        for blocks in range(2000):
            if self.told is kind:
                return blocks * BLOCK_SECONDS
            self.watch.hear(heard)
        pytest.fail(f"{kind} is never told")


def test_a_talk_in_which_all_is_well_tells_nothing() -> None:
    talk = Talk()
    for _ in range(20):
        for heard, seconds in ((PERSONA, 8.0), (ROOM, 7.0), (SPEECH, 6.0), (ROOM, 9.0)):
            assert talk.hear(heard, seconds) is None


def test_who_speaks_while_muted_is_told_within_a_second_and_no_longer_when_he_stops() -> None:
    talk = Talk(muted=True)
    assert talk.hear(ROOM, 60) is None
    assert talk.seconds_until(MutedHere, SPEECH) <= 1
    assert talk.watch.fault
    assert "Unmute" in talk.watch.fault.hint
    assert talk.hear(SPEECH, 10) is MutedHere
    assert 2 <= talk.seconds_until(None, ROOM) <= 5
    # It may have been said to somebody in the room: the next sentence to him is not told.
    assert talk.hear(SPEECH, 10) is None
    talk.hear(ROOM, 30)
    assert talk.seconds_until(MutedHere, SPEECH) <= 1
    talk.watch.mute(False)
    assert talk.told is None


def test_with_push_to_talk_the_remedy_is_to_hold_the_button() -> None:
    talk = Talk(muted=True, push_to_talk=True)
    talk.hear(SPEECH, 1)
    assert talk.watch.fault
    assert "Hold" in talk.watch.fault.hint


@pytest.mark.parametrize("fault", [MutedInSystem(), MicrophoneDenied()])
def test_what_the_system_knows_is_told_at_once_and_taken_back_when_it_is_mended(
    fault: MicrophoneFault,
) -> None:
    talk = Talk()
    talk.watch.system_says(fault)
    assert talk.watch.fault is fault
    assert talk.hear(ZEROS, 60) is type(fault)
    talk.watch.mute(True)
    assert talk.told is None, "who is muted here need not know"
    talk.watch.mute(False)
    talk.watch.system_says(None)
    assert talk.hear(SPEECH, 1) is None


def test_nothing_but_zeros_from_the_start_is_told_after_three_seconds_whoever_speaks() -> None:
    talk = Talk()
    assert talk.seconds_until(MicrophoneDead, replace(ZEROS, persona=True)) == pytest.approx(3)
    assert talk.hear(ROOM, 0.1) is None


def test_zeros_after_sound_are_told_when_the_user_was_to_speak_for_ten_seconds() -> None:
    talk = Talk()
    talk.hear(SPEECH, 3)
    talk.hear(PERSONA, 3)
    assert talk.hear(replace(ZEROS, persona=True), 60) is None
    assert talk.seconds_until(MicrophoneDead, ZEROS) == pytest.approx(10, abs=0.2)


def test_a_user_who_is_never_heard_is_told_after_ten_seconds_of_his_turn() -> None:
    talk = Talk()
    assert talk.hear(PERSONA, 30) is None
    assert talk.seconds_until(NothingHeard, ROOM) == pytest.approx(10, abs=0.2)
    assert talk.hear(SPEECH, 0.5) is None


def test_a_user_who_was_heard_before_may_think_for_half_a_minute() -> None:
    talk = Talk()
    talk.hear(SPEECH, 3)
    talk.hear(PERSONA, 3)
    assert talk.seconds_until(NothingHeard, ROOM) == pytest.approx(30, abs=0.2)
    # Another microphone has to be heard anew.
    talk.watch.another_microphone()
    assert talk.told is None
    assert talk.seconds_until(NothingHeard, ROOM) == pytest.approx(10, abs=0.2)


def test_who_writes_is_not_expected_to_speak() -> None:
    talk = Talk()
    for _ in range(5):
        assert talk.hear(ROOM, 9) is None
        talk.watch.typing()
    talk.watch.sent()
    assert talk.hear(ROOM, 60) is None, "the persona is to answer"
    talk.hear(PERSONA, 5)
    assert talk.hear(ROOM, 11) is NothingHeard
    talk.watch.typing()
    assert talk.told is None


def test_who_has_spoken_waits_for_the_answer() -> None:
    talk = Talk()
    talk.hear(SPEECH, 3)
    assert talk.hear(ROOM, 120) is None


def test_nobody_is_told_anything_before_and_after_a_talk() -> None:
    talk = Talk()
    assert talk.hear(ROOM, 11) is NothingHeard
    talk.watch.attend(False)
    assert talk.told is None
    talk.watch.system_says(MutedInSystem())
    assert talk.hear(ZEROS, 60) is None
    talk.watch.attend(True)
    assert talk.told is MutedInSystem


def test_a_voice_that_is_too_quiet_is_told_until_it_is_louder() -> None:
    talk = Talk()
    talk.hear(ROOM, 2)
    assert 1 <= talk.seconds_until(MicrophoneTooQuiet, MUMBLING) <= 3
    assert talk.hear(ROOM, 5) is MicrophoneTooQuiet
    assert talk.seconds_until(None, SPEECH) <= 1.5


def test_one_that_the_system_has_turned_down_is_told_only_if_the_user_is_not_heard() -> None:
    talk = Talk()
    down = MicrophoneTooQuiet("The microphone “Desk” is turned down to 5 % in the system.")
    talk.watch.system_says(down)
    assert talk.hear(SPEECH, 10) is None
    talk.hear(PERSONA, 3)
    assert talk.hear(ROOM, 5) is MicrophoneTooQuiet
    assert talk.watch.fault is down
    talk.watch.system_says(None)
    assert talk.told is None


def test_a_voice_that_clips_is_told_and_taken_back_after_a_while_without() -> None:
    talk = Talk()
    assert talk.hear(SHOUTING, 0.3) is None, "once is an accident"
    assert talk.seconds_until(MicrophoneTooLoud, SHOUTING) <= 1
    assert 5 <= talk.seconds_until(None, SPEECH) <= 12


def test_the_personas_own_loudness_is_not_the_users() -> None:
    talk = Talk()
    assert talk.hear(replace(SHOUTING, voice=False, persona=True), 60) is None


def test_what_was_dismissed_stays_away_for_two_minutes_and_hides_nothing_else() -> None:
    talk = Talk()
    talk.watch.system_says(MutedInSystem())
    talk.watch.dismiss()
    assert talk.told is None
    talk.watch.dismiss()
    assert talk.hear(ZEROS, 4) is MicrophoneDead
    talk.watch.dismiss()
    assert talk.seconds_until(MutedInSystem, replace(ZEROS, persona=True)) == pytest.approx(116, abs=0.5)


def test_of_several_the_heaviest_is_told_and_then_the_next() -> None:
    talk = Talk()
    told = [talk.hear(ROOM, 11)]
    for fault in (MutedInSystem(), None):
        talk.watch.system_says(fault)
        told.append(talk.told)
    assert told == [NothingHeard, MutedInSystem, NothingHeard]
