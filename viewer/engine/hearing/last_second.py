"""How loud the last second of a sound was, and what tone was in it, at little cost however often asked."""

import math
from collections import deque
from typing import Final

import numpy as np
import numpy.typing as npt

from viewer.media.pcm import SAMPLE_RATE, Samples

_BLOCK: Final = SAMPLE_RATE // 10
_BLOCKS: Final = 10
_LEAST_BLOCKS: Final = 3
_BIN_HZ: Final = SAMPLE_RATE / _BLOCK
# Below that lies what the window makes of a sound's mean.
_LOWEST_BIN: Final = 3
_SILENCE: Final = 1e-6
_AUDIBLE: Final = 10 ** (-70 / 20)

_WINDOW: Final = np.hanning(_BLOCK + 1)[:-1].astype(np.float32)

_Spectrum = npt.NDArray[np.float32]


class LastSecond:
    """Of mono sound at 48 kHz, in steps of a tenth of a second.

    Each tenth's spectrum is made once, when somebody asks: a watcher asks many times a second, in the loop
    that carries the media.
    """

    def __init__(self) -> None:
        self._parts: list[Samples] = []
        self._waiting = 0
        self._blocks: deque[_Block] = deque(maxlen=_BLOCKS)

    def add(self, pcm: Samples) -> None:
        """The sound goes on with ``pcm``."""
        self._parts.append(pcm)
        self._waiting += len(pcm)
        if self._waiting < _BLOCK:
            return
        sound = np.concatenate(self._parts)
        whole = len(sound) // _BLOCK * _BLOCK
        self._blocks.extend(_Block(sound[at : at + _BLOCK]) for at in range(0, whole, _BLOCK))
        self._parts = [sound[whole:]]
        self._waiting = len(sound) - whole

    @property
    def level_dbfs(self) -> float:
        """Loudness: 0 is a full-scale square wave, −120 silence."""
        return 20 * math.log10(max(self._rms, _SILENCE))

    @property
    def dominant_hz(self) -> float | None:
        """The strongest frequency; None while there is too little sound to tell."""
        if len(self._blocks) < _LEAST_BLOCKS or self._rms < _AUDIBLE:
            return None
        power = np.sum([block.power() for block in self._blocks], axis=0)
        peak = _LOWEST_BIN + int(np.argmax(power[_LOWEST_BIN:-1]))
        # In a spectrum's logarithm, a tone's bins lie on a parabola.
        left, top, right = np.log(power[peak - 1 : peak + 2] + 1e-20)
        curve = left - 2 * top + right
        offset = 0.5 * (left - right) / curve if curve < 0 else 0.0
        return float((peak + min(0.5, max(-0.5, offset))) * _BIN_HZ)

    @property
    def _rms(self) -> float:
        energy = sum(block.energy for block in self._blocks)
        return math.sqrt(energy / (_BLOCK * len(self._blocks))) if self._blocks else 0.0


class _Block:
    """A tenth of a second."""

    def __init__(self, pcm: Samples) -> None:
        self._sound = pcm.astype(np.float32) / 32768
        self.energy = float(self._sound @ self._sound)
        self._power: _Spectrum | None = None

    def power(self) -> _Spectrum:
        """Its spectrum, squared."""
        if self._power is None:
            spectrum = np.fft.rfft(self._sound * _WINDOW)
            self._power = np.square(np.abs(spectrum)).astype(np.float32)
        return self._power
