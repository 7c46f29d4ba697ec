"""How much of the persona's echo is taken out of the user's voice."""

import math
from typing import Final

from viewer.media.pcm import SAMPLE_RATE, PcmBuffer, Samples, rms

# A second ago weighs a quarter.
_KEPT: Final = 0.25
# Without an echo for so many seconds nothing is known any more.
_FORGOTTEN: Final = 2.0
# -80 dBFS squared: below that there is no echo worth speaking of.
_LEAST: Final = 1e-8


class SentVoice(PcmBuffer):
    """What the sender reads, and what was measured of it. ``echo_loss`` is written by the voice's thread."""

    echo_loss: float | None = None
    """By how many decibels the canceller makes the microphone's sound quieter while the persona is heard.
    None: not known. What the user says meanwhile stays, so that it is less while both speak."""


class EchoLoss:
    """Measures :attr:`SentVoice.echo_loss`. Not thread-safe; takes some microseconds."""

    def __init__(self) -> None:
        self._before = self._after = 0.0
        self._quiet = _FORGOTTEN

    def hear(self, raw: Samples, cleaned: Samples, *, echoes: bool) -> float | None:
        """Sound as it was captured and as it was cleaned; whether an echo may be in the first."""
        seconds = len(raw) / SAMPLE_RATE
        if not echoes:
            self._quiet = min(self._quiet + seconds, _FORGOTTEN)
            if self._quiet == _FORGOTTEN:
                self._before = self._after = 0.0
        else:
            self._quiet = 0.0
            kept = _KEPT**seconds
            self._before = kept * self._before + (1 - kept) * rms(raw) ** 2
            self._after = kept * self._after + (1 - kept) * rms(cleaned) ** 2
        if self._before < _LEAST:
            return None
        return 10 * math.log10(self._before / max(self._after, _LEAST / 100))
