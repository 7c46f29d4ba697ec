"""Sound that is read faster or slower for a while."""

import numpy as np
import pytest

from viewer.media.pcm import SAMPLE_RATE, Samples
from viewer.media.playout.stretch import Stretch

READ = 960


def a_hum(seconds: float) -> Samples:
    """A sine of 440 Hz, twice."""
    times = np.arange(int(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    hum = np.rint(8000 * np.sin(2 * np.pi * 440 * times))
    return np.asarray(np.column_stack([hum, hum]), np.int16)


@pytest.mark.parametrize("speed", [0.995, 1.003, 1.04])
def test_after_a_stretch_the_sound_comes_as_it_went_in_without_a_step(speed: float) -> None:
    stretch, hum = Stretch(channels=2), a_hum(1)
    stretch.write(hum)
    heard = [stretch.read(READ, speed) for _ in range(7)] + [stretch.read(READ, 1)]
    left = len(stretch)
    exact = stretch.read(READ, 1)
    assert np.array_equal(exact, hum[len(hum) - left :][:READ])
    steps = np.abs(np.diff(np.concatenate([*heard, exact]).astype(np.int32), axis=0))
    assert steps.max() <= 1 + np.abs(np.diff(hum.astype(np.int32), axis=0)).max() * max(speed, 1)
