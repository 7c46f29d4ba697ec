"""Which frame of what was played goes with which frame of what was captured.

An echo canceller learns one delay between the two, so a frame goes with a frame, always, although each device
moves two or three at a time, on its own clock and never just on time. Captured frames wait for their
partners; that way an echo cannot come before its sound.
"""

from collections import deque
from dataclasses import dataclass
from typing import Final

_WATCHED: Final = 25
# A captured frame that has waited so long has no partner: the loudspeaker has stopped, or lost some time.
_PATIENCE: Final = 12
# Devices move so many at a time. Waiting less is due to that; waiting more on end is their clocks' doing.
_PERIOD: Final = 4


@dataclass(frozen=True, slots=True)
class Step:
    """Frames to take: played ones whose partners never come, then pairs, then captured ones without."""

    played: int
    pairs: int
    captured: int


class EchoAlignment:
    """Decides from how many frames wait. Clocks that are off cost a frame now and then, not all at once."""

    def __init__(self) -> None:
        self._leads: deque[int] = deque(maxlen=_WATCHED)

    def step(self, captured: int, played: int) -> Step:
        """What to take of ``captured`` and ``played`` waiting frames."""
        self._leads.append(played - captured)
        late = alone = 0
        if len(self._leads) == _WATCHED and (surplus := min(self._leads)) > 0:
            late = surplus if surplus > _PERIOD else 1
            self._leads.clear()
        elif len(self._leads) == _WATCHED and max(self._leads) < -_PERIOD:
            alone = 1
            self._leads.clear()
        pairs = min(captured - alone, played - late)
        if captured - pairs > _PATIENCE:
            alone = captured - pairs
            self._leads.clear()
        return Step(late, pairs, alone)
