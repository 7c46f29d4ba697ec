"""Whose voice wakes a device that waits: somebody's who is near, and no television's."""

import numpy as np
import pytest

from viewer.media.capture.ear import BLOCK_SECONDS, Ear, Heard
from viewer.media.capture.voice_wake import FIRST_SECONDS, PAUSE_SECONDS, VoiceWake
from viewer.media.pcm import SAMPLE_RATE, Samples

QUIET = -75.0
NEAR, TELEVISION = -28.0, -42.0


def block(level: float, *, voice: bool = False, persona: bool = False) -> Heard:
    return Heard(level, level + 10, clips=False, is_zero=False, voice=voice, persona=persona)


def wakes(wake: VoiceWake, blocks: list[Heard]) -> list[float]:
    """When it was woken, in seconds from the first of ``blocks``."""
    return [round(number * BLOCK_SECONDS, 1) for number, heard in enumerate(blocks, 1) if wake.hear(heard)]


def silence(seconds: float) -> list[Heard]:
    return [block(QUIET)] * round(seconds / BLOCK_SECONDS)


def speech(seconds: float, level: float, seed: int = 1) -> list[Heard]:
    """Of which a part has a pitch, and whose loudness comes and goes."""
    chance = np.random.default_rng(seed)
    count = round(seconds / BLOCK_SECONDS)
    levels = level + chance.normal(0, 4, count) - 15 * (chance.random(count) < 0.2)
    return [block(float(loud), voice=bool(chance.random() < 0.6)) for loud in levels]


@pytest.fixture
def wake() -> VoiceWake:
    """Of a device that has waited in a quiet room."""
    made = VoiceWake()
    made.waits = True
    assert wakes(made, silence(20)) == []
    return made


def test_who_speaks_near_it_wakes_it_within_two_seconds_and_once(wake: VoiceWake) -> None:
    (at,) = wakes(wake, speech(3, NEAR))
    assert at <= 2


def test_a_greeting_in_a_real_voice_wakes_it(speech: tuple[Samples, Samples]) -> None:
    """It is that of the tests of the ear, after some seconds of a quiet room."""
    wake, woken = VoiceWake(), list[bool]()
    wake.waits = True
    ear = Ear(lambda heard: woken.append(wake.hear(heard)))
    room = np.random.default_rng(1).normal(size=5 * SAMPLE_RATE) * 10
    sound = np.concatenate([room, speech[1].ravel()[: 2 * SAMPLE_RATE]]).astype(np.int16).reshape(-1, 1)
    for start in range(0, len(sound) - SAMPLE_RATE // 100 + 1, SAMPLE_RATE // 100):
        frame = sound[start : start + SAMPLE_RATE // 100]
        ear.hear(frame, frame, persona=False, leaks=False)
    assert sum(woken) == 1


def test_noise_whispers_and_the_persona_wake_nobody(wake: VoiceWake) -> None:
    loud = [block(NEAR)] * 100
    persona = [block(NEAR, voice=True, persona=True)] * 100
    assert wakes(wake, loud + speech(10, -62.0) + persona) == []


def test_who_is_there_already_is_not_announced(wake: VoiceWake) -> None:
    wake.waits = False
    assert wakes(wake, speech(10, NEAR)) == []


def test_a_television_wakes_it_once_at_most_and_a_visitor_beside_it_does(wake: VoiceWake) -> None:
    woken = wakes(wake, speech(1.5, TELEVISION))
    wake.waits = False
    wakes(wake, speech(20, TELEVISION))
    wake.over(by_voice=True, false_wake=True)
    wake.waits = True
    woken += wakes(wake, speech(180, TELEVISION, seed=2))
    assert len(woken) <= 1
    assert wakes(wake, speech(3, NEAR, seed=3))


def test_after_a_false_wake_it_waits_longer_each_time_and_after_a_visitor_no_more(
    wake: VoiceWake,
) -> None:
    waits = []
    for _ in range(3):
        wake.over(by_voice=True, false_wake=True)
        (first, *_) = wakes(wake, [heard for _ in range(20) for heard in silence(10) + speech(1.5, NEAR, 5)])
        waits.append(first)
    for number, waited in enumerate(waits):
        assert FIRST_SECONDS * 2**number <= waited < FIRST_SECONDS * 2**number + 12
    wake.over(by_voice=False, false_wake=False)
    wakes(wake, silence(PAUSE_SECONDS))
    assert wakes(wake, speech(3, NEAR))
