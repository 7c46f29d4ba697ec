"""Sounds to listen to."""

import numpy as np

from viewer.media.pcm import SAMPLE_RATE, Samples


def tone(frequency: float, dbfs: float, seconds: float) -> Samples:
    """A sine of that RMS level, mono at 48 kHz."""
    amplitude = 32767 * 10 ** (dbfs / 20) * np.sqrt(2)
    times = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    wave: Samples = (amplitude * np.sin(2 * np.pi * frequency * times)).astype(np.int16)
    return wave


def noise(dbfs: float, seconds: float) -> Samples:
    """White noise of that RMS level, mono at 48 kHz; the same every time."""
    samples = np.random.default_rng(1).normal(size=round(seconds * SAMPLE_RATE))
    return (32767 * 10 ** (dbfs / 20) * samples).clip(-32767, 32767).astype(np.int16)
