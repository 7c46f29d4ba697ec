"""The review of recorded talk: on made recordings with known faults, and on a real one."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bench.sound import RATE
from bench.speech_review import Recording, review

ROOT = Path(__file__).parents[2]
SECONDS = 24
MOUTH = (slice(10, 15), slice(8, 13))


def talk(*, sound_later_ms: float = 0) -> Recording:
    """A grey picture with a little noise, whose mouth darkens with a voice that swells and ebbs."""
    random = np.random.default_rng(3)
    times = np.arange(SECONDS * 25) / 25
    # Syllables: loudness in dB that moves four times a second, between silence and loud.
    spots = np.arange(0, SECONDS + 1, 0.25)
    levels = random.uniform(25, 70, len(spots))
    instants = np.arange(SECONDS * RATE) / RATE - sound_later_ms / 1000
    sound = 10 ** (np.interp(instants, spots, levels) / 20) * np.sin(2 * np.pi * 200 * instants) * 2**0.5
    pictures = 120 + random.normal(0, 0.5, (len(times), 20, 24))
    pictures[:, *MOUTH] -= np.interp(times + 0.02, spots, levels)[:, None, None]
    return Recording(times, pictures.astype(np.float32), sound.astype(np.int16), 0.0)


@pytest.mark.parametrize("later", [-80, 0, 60])
def test_it_finds_by_how_much_the_sound_comes_after_the_mouth(later: float) -> None:
    found = review(talk(sound_later_ms=later))
    assert len(found.skews_ms) == 3
    assert found.skews_ms == pytest.approx([later] * 3, abs=8)
    assert found.mouth > 0.9
    assert (found.torn, found.frozen_ms) == (0, 0)
    assert found.longest_gap_ms == pytest.approx(40)


def test_it_finds_a_still_picture() -> None:
    recording = talk()
    kept = np.r_[0:100, 120 : len(recording.times)]
    found = review(replace(recording, times=recording.times[kept], pictures=recording.pictures[kept]))
    assert found.frozen_ms == pytest.approx(21 * 40)


def test_it_finds_what_does_not_belong_into_the_background() -> None:
    recording = talk()
    recording.pictures[200:203, :2] += 60
    assert review(recording).torn == 3


def test_a_mouth_that_moves_on_its_own_does_not_follow_the_voice() -> None:
    recording = talk()
    recording.pictures[:, *MOUTH] = recording.pictures[::-1, *MOUTH]
    assert review(recording).mouth < 0.5


def test_silence_cannot_be_judged() -> None:
    recording = talk()
    with pytest.raises(ValueError, match="nobody spoke"):
        review(replace(recording, sound=np.zeros_like(recording.sound)))


@pytest.mark.long
def test_the_local_persona_reviewed_from_outside() -> None:
    paths = os.pathsep.join((str(ROOT), str(ROOT / "packaging")))
    command = [sys.executable, "-m", "bench.talk", "--seconds", "14", "--json"]
    run = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": paths}, stdout=subprocess.PIPE, text=True, check=False
    )
    found = json.loads(run.stdout)
    assert found["torn"] == 0
    assert found["mouth"] > 0.5
    assert found["pictures"] > 14 * 10
    assert len(found["skews_ms"]) == 2
