"""Which syllables a speaker stresses, told by their loudness."""

import math
from typing import Final

from viewer.media.pcm import Samples, dbfs

# Loudness in dBFS that counts as none, and as full: the voice's vowels are at about −18.
_SILENT: Final = -46.0
_FULL: Final = -12.0
# Seconds in which the usual loudness of the speech is learnt, and in which a stress shows and fades.
_HABIT: Final = 1.5
_RISE: Final = 0.07
_FADE: Final = 0.22


def loudness(pcm: Samples) -> float:
    """How loud ``pcm`` is, 0 to 1."""
    return min(max((dbfs(pcm) - _SILENT) / (_FULL - _SILENT), 0.0), 1.0)


class Stress:
    """Follows a speech: what is louder than it usually is counts as stressed."""

    def __init__(self) -> None:
        self._usual = 0.65
        self._stress = 0.0

    def follow(self, level: float, seconds: float) -> float:
        """How stressed the speech is, 0 to 1, after so many more ``seconds`` at loudness ``level``."""
        above = min(max((level - self._usual) / 0.25, 0.0), 1.0)
        if level > 0.2:  # pauses say nothing about how loud somebody speaks
            self._usual += (level - self._usual) * (1 - math.exp(-seconds / _HABIT))
        constant = _RISE if above > self._stress else _FADE
        self._stress += (above - self._stress) * (1 - math.exp(-seconds / constant))
        return self._stress
