"""What the microphone hears, measured: how loud, whether it clips, and whether somebody speaks.

Speech is told from noise by its pitch. The library of choice for that (silero, as in the engine) would cost
the window 38 MB of memory to say “you are muted”, which nobody's understanding depends on.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from viewer.media.pcm import SAMPLE_RATE, Samples, dbfs

BLOCK_SECONDS: Final = 0.1
BLOCK: Final = int(SAMPLE_RATE * BLOCK_SECONDS)

# Of so many samples at full scale in a block one is an accident.
_CLIPPED_SAMPLES: Final = 10
_FULL_SCALE: Final = 32_700

# At 8 kHz: windows of 50 ms, and the periods of voices, 70 to 400 Hz.
_DECIMATION: Final = 6
_WINDOW: Final = 400
_PERIODS: Final = slice(20, 115)
# How alike a window is to itself a period later. Of speech, at −55 dBFS, too, a third to three quarters of
# the blocks are above; of white and brown noise and of typing none.
_PITCHED: Final = 0.5
# Deep noise (wind, a hand on the table) is periodic, too, without this.
_PRE_EMPHASIS: Final = 0.95
_QUIETEST: Final = -62.0
# While the loudspeaker plays, what is left of its echo may have a pitch; the engine hears nothing below this.
_QUIETEST_BESIDE_ECHO: Final = -42.0
# Speech comes and goes; a hum stays, and is soon the floor.
_ABOVE_FLOOR_DB: Final = 8.0
_FLOOR_BLOCKS: Final = round(5 / BLOCK_SECONDS)


@dataclass(frozen=True, slots=True)
class Heard:
    """:data:`BLOCK_SECONDS` of a microphone's sound; ``level`` and ``peak`` in dBFS, as it was captured."""

    level: float
    peak: float
    clips: bool
    is_zero: bool
    """Every sample is zero."""
    voice: bool
    """Somebody near the microphone speaks."""
    persona: bool
    """The loudspeaker plays something."""


class Ear:
    """Cuts sound into blocks. Not thread-safe; a block takes 0.4 ms.

    Args:
        tell: gets each block.
    """

    def __init__(self, tell: Callable[[Heard], None]) -> None:
        self._tell = tell
        self._sounds: list[tuple[Samples, Samples]] = []
        self._length = 0
        self._persona = self._leaks = False
        self._floor: deque[float] = deque(maxlen=_FLOOR_BLOCKS)

    def hear(self, raw: Samples, cleaned: Samples, *, persona: bool, leaks: bool) -> None:
        """Sound, shape (n, 1), as it was captured and as it would be sent if nobody mutes.

        Args:
            persona: the loudspeaker plays, or its echo may still be heard.
            leaks: that echo may be in ``cleaned``.
        """
        self._sounds.append((raw, cleaned))
        self._length += len(raw)
        self._persona |= persona
        self._leaks |= leaks
        if self._length < BLOCK:
            return
        raw, cleaned = (np.concatenate(parts)[:, 0] for parts in zip(*self._sounds, strict=True))
        while len(raw) >= BLOCK:
            self._tell(self._measured(raw[:BLOCK], cleaned[:BLOCK]))
            raw, cleaned = raw[BLOCK:], cleaned[BLOCK:]
        self._sounds, self._length = [(raw[:, None], cleaned[:, None])], len(raw)
        self._persona = self._leaks = False

    def _measured(self, raw: Samples, cleaned: Samples) -> Heard:
        loudness = np.abs(raw.astype(np.int32))
        peak = int(loudness.max())
        return Heard(
            level=dbfs(raw),
            peak=20 * float(np.log10(max(peak, 1e-6) / 32768)),
            clips=int(np.count_nonzero(loudness >= _FULL_SCALE)) >= _CLIPPED_SAMPLES,
            is_zero=peak == 0,
            voice=self._is_voice(cleaned),
            persona=self._persona,
        )

    def _is_voice(self, sound: Samples) -> bool:
        level = dbfs(sound)
        self._floor.append(level)
        quietest = _QUIETEST_BESIDE_ECHO if self._persona else _QUIETEST
        if self._leaks or level < max(quietest, min(self._floor) + _ABOVE_FLOOR_DB):
            return False
        return _pitch(sound) > _PITCHED


def _pitch(sound: Samples) -> float:
    """How periodic ``sound``, a block, is at best: 0 to 1."""
    slow = sound[: BLOCK // _DECIMATION * _DECIMATION].astype(np.float64)
    slow = slow.reshape(-1, _DECIMATION).mean(axis=1)
    slow[1:] -= _PRE_EMPHASIS * slow[:-1]
    starts = range(0, len(slow) - _WINDOW + 1, _WINDOW // 2)
    return max(_periodicity(slow[start : start + _WINDOW]) for start in starts)


def _periodicity(window: npt.NDArray[np.float64]) -> float:
    """The highest normalised autocorrelation at a voice's period."""
    spectrum = np.fft.rfft(window - window.mean(), 1024)
    alike = np.fft.irfft(np.abs(spectrum) ** 2)[: _PERIODS.stop]
    if alike[0] <= 0:
        return 0.0
    return float((alike / alike[0] / (1 - np.arange(_PERIODS.stop) / len(window)))[_PERIODS].max())
