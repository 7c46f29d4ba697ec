"""What is measured of the microphone's sound, and what counts as a voice."""

import numpy as np
import numpy.typing as npt
import pytest

from viewer.media.capture.ear import Ear, Heard
from viewer.media.capture.microphone_watch import TOO_QUIET
from viewer.media.pcm import SAMPLE_RATE, Samples

SECOND = SAMPLE_RATE
FRAME = SAMPLE_RATE // 100

Sound = npt.NDArray[np.float64]


def heard(sound: Sound, *, persona: bool = False, leaks: bool = False) -> list[Heard]:
    """The blocks of ``sound``, which begins after two quiet seconds."""
    told: list[Heard] = []
    ear = Ear(told.append)
    quiet = np.random.default_rng(1).normal(size=2 * SECOND) * 10
    pcm = np.clip(np.rint(np.concatenate([quiet, sound])), -32768, 32767).astype(np.int16).reshape(-1, 1)
    for start in range(0, len(pcm) - FRAME + 1, FRAME):
        frame = pcm[start : start + FRAME]
        ear.hear(frame, frame, persona=persona, leaks=leaks)
    return told[20:]


def speaks(blocks: list[Heard]) -> bool:
    """Whether within some second somebody speaks, as the watch takes it."""
    return any(sum(block.voice for block in blocks[at : at + 10]) >= 3 for at in range(len(blocks)))


def noise(seconds: float = 5) -> Sound:
    return np.random.default_rng(2).normal(size=int(seconds * SECOND))


def rumble() -> Sound:
    """What a hand on the table makes; microphones do not hear below 10 Hz."""
    walk = np.cumsum(noise())
    return (walk - np.convolve(walk, np.ones(4800) / 4800, "same")) * 20


def typing() -> Sound:
    clicks = np.zeros(5 * SECOND)
    ringing = np.exp(-np.arange(SECOND // 33) / (SECOND * 0.006))
    for start in range(SECOND // 10, len(clicks) - SECOND // 10, SECOND // 7):
        clicks[start : start + len(ringing)] += noise(1)[start % 1000 :][: len(ringing)] * ringing * 8000
    return clicks


def test_a_voice_is_noticed_within_a_second_loud_or_quiet_in_noise_or_not(
    speech: tuple[Samples, Samples],
) -> None:
    user = speech[1].ravel().astype(np.float64)[: 13 * SECOND // 10]
    for said in (user, user / 60, user + noise()[: len(user)] * 300):
        assert speaks(heard(said)[:12])


@pytest.mark.parametrize(
    "sound",
    [
        noise() * 300,
        rumble(),
        np.convolve(noise(), np.ones(60), "same") * 20,
        typing(),
    ],
    ids=["hiss", "rumble", "fan", "typing"],
)
def test_noise_is_no_voice(sound: Sound) -> None:
    assert not speaks(heard(sound))


def test_a_hum_that_stays_is_no_voice() -> None:
    hum = np.sin(2 * np.pi * 100 * np.arange(12 * SECOND) / SECOND) * 3000
    assert not speaks(heard(hum)[60:])


def test_what_is_left_of_the_persona_is_not_the_user(speech: tuple[Samples, Samples]) -> None:
    persona = speech[0].ravel().astype(np.float64)[: 4 * SECOND]
    assert not speaks(heard(persona, persona=True, leaks=True))
    assert not speaks(heard(persona / 60, persona=True))
    assert speaks(heard(persona, persona=True))


def test_level_peak_clipping_and_zeros_are_those_of_the_sound_as_it_was_captured() -> None:
    times = np.arange(SECOND) / SECOND
    loud = heard(np.sin(2 * np.pi * 440 * times) * 60_000)[3]
    assert (loud.clips, loud.is_zero) == (True, False)
    assert loud.peak == pytest.approx(0, abs=0.1)
    well = heard(np.sin(2 * np.pi * 440 * times) * 3277)[3]
    assert well.level == pytest.approx(-23, abs=0.1)
    assert well.peak == pytest.approx(-20, abs=0.1)
    assert not well.clips
    nothing = heard(np.zeros(SECOND))[3]
    assert nothing.is_zero
    assert nothing.level < TOO_QUIET
    assert nothing.peak < -100
    accident = np.zeros(SECOND)
    accident[SECOND // 2] = 40_000
    assert not any(block.clips for block in heard(accident))
