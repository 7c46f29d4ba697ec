"""Puts a sample together once a second: the connection's figures, and those of this program."""

import time
from collections.abc import Callable, Mapping
from typing import Final

from viewer.media.picture import Painting
from viewer.protocol.stats import Stats, StatsSampled
from viewer.session.stats.memory import resident_bytes

PROCESS: Final = "viewer.process"


class StatsSampler:
    """Belongs to the event loop whose delay it measures.

    Args:
        painting: what the thread that paints has told.
        clock: the loop's.
    """

    def __init__(self, painting: Painting, clock: Callable[[], float]) -> None:
        self._painting = painting
        self._clock = clock
        self._delay = 0.0

    def woke(self, due: float) -> None:
        """The loop did just now what was ``due`` at that time of its clock."""
        self._delay = max(self._delay, self._clock() - due)

    def sample(self, connection: Mapping[str, Stats]) -> StatsSampled:
        """What is measured now; ``connection``: what the peer connection tells, by ids."""
        delay, self._delay = self._delay, 0.0
        figures: dict[str, str | float] = {
            "timestamp": round(time.time() * 1000, 1),
            "type": PROCESS,
            "id": PROCESS,
            "totalCpuTime": round(time.process_time(), 4),
            "mediaLoopDelay": round(delay, 6),
            "windowLoopDelay": round(self._painting.longest_wait(), 6),
        }
        if (resident := resident_bytes()) is not None:
            figures["residentMemory"] = resident
        return StatsSampled(self._clock(), {**connection, PROCESS: figures})
