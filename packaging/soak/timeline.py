"""A clock that is played, and what is to happen by it."""

import heapq
import itertools
from collections.abc import Callable
from datetime import datetime, timedelta


class Timeline:
    """Time goes on only by :meth:`go_to`. ``now`` is monotonic, in seconds."""

    def __init__(self, begin: datetime) -> None:
        self.now = 0.0
        self._begin = begin
        self._numbers = itertools.count()
        self._due: list[tuple[float, int, Callable[[], None]]] = []

    def wall(self) -> datetime:
        """The time on the wall."""
        return self._begin + timedelta(seconds=self.now)

    def after(self, seconds: float, what: Callable[[], None]) -> None:
        """Have ``what`` happen then."""
        heapq.heappush(self._due, (self.now + seconds, next(self._numbers), what))

    def next_at(self) -> float:
        """When something happens next."""
        return self._due[0][0] if self._due else float("inf")

    def go_to(self, moment: float) -> None:
        """It is that late now; what was due by then happens."""
        while self._due and self._due[0][0] <= moment:
            at, _, what = heapq.heappop(self._due)
            self.now = max(self.now, at)
            what()
        self.now = max(self.now, moment)
