"""Brings what a synthesiser makes to the loudness and the rate of everything a persona says."""

from typing import Final

import av
import numpy as np
import numpy.typing as npt

from viewer.media.pcm import SAMPLE_RATE, Samples

_LOUDNESS: Final = 10 ** (-20 / 20)
_PEAK: Final = 0.95
_QUIET: Final = 60
_BREATH: Final = SAMPLE_RATE * 10 // 1000


def persona_sound(sound: npt.NDArray[np.float32], rate: int) -> Samples:
    """``sound``, −1 to 1 at ``rate`` Hz, as mono at 48 kHz and about −20 dBFS where it is not silent."""
    return _resampled(_levelled(sound), rate)


def leading_silence(pcm: Samples) -> int:
    """How many samples nobody hears stand before the first sound; 10 ms of them are left out of it."""
    heard = np.flatnonzero(np.abs(pcm.astype(np.int32)) > _QUIET)
    return max(0, int(heard[0]) - _BREATH) if heard.size else 0


def _levelled(sound: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    loud = np.abs(sound) > 0.02
    if not loud.any():
        return sound
    gain = _LOUDNESS / float(np.sqrt(np.mean(np.square(sound[loud]))))
    gain = min(gain, _PEAK / float(np.abs(sound).max()))
    return (sound * gain).astype(np.float32)


def _resampled(sound: npt.NDArray[np.float32], rate: int) -> Samples:
    frame = av.AudioFrame.from_ndarray(sound.reshape(1, -1), format="flt", layout="mono")
    frame.sample_rate = rate
    resampler = av.AudioResampler(format="s16", layout="mono", rate=SAMPLE_RATE)
    resampled = [*resampler.resample(frame), *resampler.resample(None)]
    return np.concatenate([part.to_ndarray().reshape(-1) for part in resampled]).astype(np.int16)
