"""Whether the microphone hears the loudspeaker: a sound that is easily found again, and the finding of it."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from viewer.media.pcm import SAMPLE_RATE, Samples

WELL: Final = "Your microphone hears your loudspeaker well; echo cancellation will be used."
NOTHING: Final = "Nothing of the test sound came back to your microphone."
REMEDY: Final = (
    "With headphones that is as it should be. Otherwise turn the volume up, or choose another device."
)

LISTEN_FRAMES: Final = SAMPLE_RATE * 5 // 2
"""So long after the sound began it has come back, by the slowest devices, too."""

# A sweep, twice: no other sound is like it, and a room that rings changes little about that.
_SECONDS: Final = 0.6
_AGAIN_SECONDS: Final = 0.75
_FROM_HERTZ, _TO_HERTZ = 300.0, 3000.0
_LEVEL: Final = 0.3
_FADE: Final = SAMPLE_RATE // 50
# Enough for the sweep, and a third of the work.
_DECIMATION: Final = 3
_RATE: Final = SAMPLE_RATE // _DECIMATION
# How far the best match stands above all others: of noise alone below 6, of speech below 10; of sweeps at
# −26 dB beside a voice, or 10 dB below noise, above 16.
_STANDS_OUT: Final = 13.0

_Sound = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Echo:
    """What came back; ``seconds`` is how long it was under way, None if nothing did."""

    seconds: float | None

    @property
    def heard(self) -> bool:
        """Whether it came back."""
        return self.seconds is not None


def sweeps() -> Samples:
    """The sound to play, stereo, 1.35 s."""
    sound = np.zeros(int(SAMPLE_RATE * (_AGAIN_SECONDS + _SECONDS)))
    once = _sweep()
    sound[: len(once)] = once
    sound[-len(once) :] = once
    return _stereo(sound)


def chime() -> Samples:
    """Two soft notes for people, stereo, 0.9 s."""
    times = np.arange(SAMPLE_RATE * 9 // 10) / SAMPLE_RATE
    sound = np.zeros(len(times))
    for begins, hertz in ((0.0, 587.33), (0.2, 880.0)):
        since = np.maximum(times - begins, 0)
        sound += np.sin(2 * np.pi * hertz * since) * np.exp(-5 * since) * (times >= begins) * 0.7
    return _stereo(sound * _faded(len(times)))


def find(heard: Samples) -> Echo:
    """Look for the sweeps in ``heard``, shape (n, 1), which began with them. Takes some milliseconds."""
    sound = _slow(heard[:, 0].astype(np.float64))
    later = int(_AGAIN_SECONDS * _RATE)
    if len(sound) <= later or not sound.any():
        return Echo(None)
    played = _slow(_sweep())
    size = 1 << int(len(sound) + len(played)).bit_length()
    spectrum = np.fft.rfft(sound, size) * np.fft.rfft(played, size).conj()
    # Every frequency of the sweep counts the same, so that a voice that has few of them counts little.
    frequencies = np.fft.rfftfreq(size, 1 / _RATE)
    inside = (frequencies > _FROM_HERTZ) & (frequencies < _TO_HERTZ)
    whitened = np.where(inside, spectrum / np.maximum(np.abs(spectrum), 1e-9), 0)
    alike = np.abs(np.fft.irfft(whitened, size)[: len(sound)])
    both = np.minimum(alike[:-later], alike[later:])
    best = int(both.argmax())
    background = float(np.sqrt(np.square(both).mean()))
    return Echo(best / _RATE if both[best] > _STANDS_OUT * background else None)


def _sweep() -> _Sound:
    times = np.arange(int(SAMPLE_RATE * _SECONDS)) / SAMPLE_RATE
    ratio = np.log(_TO_HERTZ / _FROM_HERTZ)
    phase = 2 * np.pi * _FROM_HERTZ * _SECONDS / ratio * np.expm1(ratio * times / _SECONDS)
    return np.asarray(np.sin(phase) * _faded(len(times)), np.float64)


def _faded(count: int) -> _Sound:
    fade = np.minimum(np.arange(count) / _FADE, 1)
    return np.asarray(fade * fade[::-1], np.float64)


def _stereo(sound: _Sound) -> Samples:
    return np.repeat((sound * _LEVEL * 32767).astype(np.int16)[:, None], 2, axis=1)


def _slow(sound: _Sound) -> _Sound:
    whole = sound[: len(sound) // _DECIMATION * _DECIMATION]
    return np.asarray(whole.reshape(-1, _DECIMATION).mean(axis=1), np.float64)
