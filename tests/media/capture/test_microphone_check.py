"""The check before a call, in a simulated room: what is played, recorded, and found again."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest

from viewer.media.capture import echo_test
from viewer.media.capture.check_state import CheckState, Step
from viewer.media.capture.ear import Heard
from viewer.media.capture.microphone_check import MicrophoneCheck
from viewer.media.pcm import SAMPLE_RATE, PcmBuffer, Samples, rms
from viewer.media.playout.loudspeaker import Loudspeaker

FRAME = SAMPLE_RATE // 100

Sound = npt.NDArray[np.float64]


class Silence(PcmBuffer):
    """What the loudspeaker has otherwise."""

    def __init__(self) -> None:
        super().__init__(2, 1)

    def restart(self) -> None:
        """Nothing to do."""


class Desk:
    """Loudspeaker and microphone that move 10 ms at a time, and the way between them."""

    def __init__(self) -> None:
        self.now = 0.0
        self.heard: Heard | None = None
        self.speaker = Loudspeaker(Silence(), clock=lambda: self.now)
        self.check = MicrophoneCheck(self.speaker, lambda: self.heard, lambda: self.now)
        self.played: list[Samples] = []

    def until_idle(self, hears: Callable[[int], Samples]) -> list[CheckState]:
        """What is shown until nothing goes on; ``hears`` tells the microphone's frame by its number."""
        shown = [self.check.look()]
        while shown[-1].step is not Step.IDLE:
            self.played.append(self.speaker.read(FRAME))
            self.check.hear(hears(len(self.played) - 1))
            self.now += 0.01
            shown.append(self.check.look())
        return shown

    def echo(self, gain: float, delay: int = 12) -> Callable[[int], Samples]:
        """What was played comes back ``delay`` frames later, and the room is not quiet."""
        random = np.random.default_rng(3)

        def frame(number: int) -> Samples:
            played = self.played[number - delay][:, :1] if number >= delay else np.zeros((FRAME, 1))
            return np.rint(played * gain + random.normal(size=(FRAME, 1)) * 30).astype(np.int16)

        return frame


@pytest.fixture
def desk() -> Desk:
    return Desk()


def frames(sound: Sound) -> Callable[[int], Samples]:
    """A microphone that hears ``sound``, then nothing."""
    pcm = np.rint(sound).astype(np.int16).reshape(-1, 1)

    def frame(number: int) -> Samples:
        part = pcm[number * FRAME : (number + 1) * FRAME]
        return np.concatenate([part, np.zeros((FRAME - len(part), 1), np.int16)])

    return frame


@pytest.mark.parametrize(("gain", "heard"), [(0.5, True), (0.02, True), (0.0, False)])
def test_the_ear_of_the_machine_hears_the_loudspeaker_or_not(desk: Desk, gain: float, heard: bool) -> None:
    desk.check.listen()
    shown = desk.until_idle(desk.echo(gain))
    assert shown[0] == CheckState(Step.LISTENING)
    assert shown[-1].echo is heard
    desk.check.listen()
    assert desk.check.look().echo is None, "what was heard before is no longer said"


def test_a_user_who_speaks_meanwhile_is_not_taken_for_it(desk: Desk, speech: tuple[Samples, Samples]) -> None:
    desk.check.listen()
    shown = desk.until_idle(frames(speech[0].ravel().astype(np.float64)))
    assert shown[-1].echo is False


def test_what_is_recorded_for_three_seconds_is_played(desk: Desk) -> None:
    sound = np.sin(2 * np.pi * 440 * np.arange(3 * SAMPLE_RATE) / SAMPLE_RATE) * 8000
    desk.check.record()
    shown = desk.until_idle(frames(sound))
    steps = [state.step for state in shown]
    assert list(dict.fromkeys(steps)) == [Step.RECORDING, Step.REPLAYING, Step.IDLE]
    assert shown[150].progress == pytest.approx(0.5, abs=0.01)
    silent, again = np.concatenate(desk.played[:299]), np.concatenate(desk.played[300:])
    assert not silent.any(), "nobody hears himself while he speaks"
    assert again[: 2 * SAMPLE_RATE, 0] == pytest.approx(np.rint(sound[: 2 * SAMPLE_RATE]), abs=1)


def test_the_test_sound_is_heard_and_ends(desk: Desk) -> None:
    desk.check.play()
    steps = [state.step for state in desk.until_idle(frames(np.zeros(0)))]
    assert list(dict.fromkeys(steps)) == [Step.PLAYING, Step.IDLE]
    assert rms(np.concatenate(desk.played)) > 0.02


def test_another_step_ends_the_first(desk: Desk) -> None:
    desk.check.play()
    desk.check.record()
    assert not desk.speaker.plays_over
    desk.check.hear(np.ones((FRAME, 1), np.int16))
    desk.check.stop()
    assert desk.check.look() == CheckState()


@pytest.mark.parametrize("begin", [MicrophoneCheck.play, MicrophoneCheck.record, MicrophoneCheck.listen])
def test_without_devices_nothing_is_waited_for_for_ever(
    desk: Desk, begin: Callable[[MicrophoneCheck], None]
) -> None:
    begin(desk.check)
    desk.now += 10
    desk.check.look()
    state = desk.check.look()
    assert state.step is Step.IDLE
    assert state.echo is (False if begin is MicrophoneCheck.listen else None)


def test_the_level_is_that_of_the_microphone_at_any_time(desk: Desk) -> None:
    desk.heard = Heard(-30, -12, clips=True, is_zero=False, voice=False, persona=False)
    state = desk.check.look()
    assert (state.level, state.peak, state.clips) == (-30, -12, True)


def test_what_is_found_says_how_long_it_was_under_way() -> None:
    heard = np.zeros((echo_test.LISTEN_FRAMES, 1), np.int16)
    sound = echo_test.sweeps()[:, :1]
    heard[9600 : 9600 + len(sound)] = sound
    assert echo_test.find(heard).seconds == pytest.approx(0.2, abs=0.001)
