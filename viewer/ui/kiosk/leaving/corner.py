"""Touches in the corner of the screen that ask for the PIN. Pure."""

from dataclasses import dataclass, field
from typing import Final

CORNER: Final = 0.15
"""Of the shorter side of the screen."""
TAPS: Final = 5
TAPS_SECONDS: Final = 4.0


@dataclass(slots=True)
class CornerTaps:
    """So many touches in the upper corner in a row, in so short a time."""

    _taps: list[float] = field(default_factory=list)

    def tapped(self, across: float, down: float, side: float, now: float) -> bool:
        """Whether they are complete. ``across`` and ``down`` are from that corner, ``side`` is the screen's
        shorter one, in the same unit.
        """
        if max(across, down) > side * CORNER:
            self._taps.clear()
            return False
        self._taps = [*(tap for tap in self._taps if now - tap < TAPS_SECONDS), now]
        if len(self._taps) < TAPS:
            return False
        self._taps.clear()
        return True
