"""What Whisper looks at: the logarithmic mel spectrogram of a sound, a column every 10 ms."""

from functools import cache
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

RATE: Final = 16_000
COLUMN_SAMPLES: Final = RATE // 100
BANDS: Final = 80
_WINDOW_SAMPLES: Final = 400
# Slaney's mel scale: linear up to 1 kHz with 3 mels in 200 Hz, then 27 mels to a factor of 6.4.
_MELS_A_HZ: Final = 3 / 200
_BEND_HZ: Final = 1000.0
_MELS_A_NEPER: Final = 27 / np.log(6.4)

Sound: TypeAlias = npt.NDArray[np.float32]
"""Mono at 16 kHz, −1 to 1."""


def spectrogram(sound: Sound, columns: int) -> npt.NDArray[np.float32]:
    """BANDS × ``columns``, of ``sound`` with silence after it, scaled as Whisper's training was."""
    padded = np.zeros(columns * COLUMN_SAMPLES, np.float32)
    padded[: len(sound)] = sound[: len(padded)]
    padded = np.pad(padded, _WINDOW_SAMPLES // 2, mode="reflect")
    windows = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW_SAMPLES)[::COLUMN_SAMPLES][:columns]
    window = np.hanning(_WINDOW_SAMPLES + 1)[:-1].astype(np.float32)
    power = np.abs(np.fft.rfft(windows * window)) ** 2
    loudness = np.log10(np.maximum(_bands() @ power.T, 1e-10))
    loudness = np.maximum(loudness, loudness.max() - 8)
    return np.ascontiguousarray((loudness + 4) / 4, np.float32)


@cache
def _bands() -> npt.NDArray[np.float64]:
    """How much of each frequency goes into each band: triangles that overlap by half, of equal area."""
    top = _mel(np.array(RATE / 2))
    edges = _hertz(np.linspace(0, top, BANDS + 2))
    frequencies = np.fft.rfftfreq(_WINDOW_SAMPLES, 1 / RATE)
    widths = np.diff(edges)[:, np.newaxis]
    distances = edges[:, np.newaxis] - frequencies
    triangles = np.maximum(0, np.minimum(-distances[:-2] / widths[:-1], distances[2:] / widths[1:]))
    return np.asarray(triangles * (2 / (edges[2:] - edges[:-2]))[:, np.newaxis], np.float64)


def _mel(hertz: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    above = _BEND_HZ * _MELS_A_HZ + _MELS_A_NEPER * np.log(np.maximum(hertz, _BEND_HZ) / _BEND_HZ)
    return np.where(hertz < _BEND_HZ, hertz * _MELS_A_HZ, above)


def _hertz(mel: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    bend = _BEND_HZ * _MELS_A_HZ
    above = _BEND_HZ * np.exp((np.maximum(mel, bend) - bend) / _MELS_A_NEPER)
    return np.where(mel < bend, mel / _MELS_A_HZ, above)
