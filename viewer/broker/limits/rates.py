"""Requests within a minute, in one broker's memory.

The storage in memory of the library ``limits``, which counts in Redis, starts a thread for each client at
each request.
"""

from collections import deque
from typing import Final

from viewer.broker.limits.counters import MINUTE

_SWEPT_FROM: Final = 1000


class Rates:
    """When the last requests came, by whose they are. What is over is forgotten."""

    def __init__(self) -> None:
        self._times: dict[str | None, deque[float]] = {}
        self._sweep_at = _SWEPT_FROM

    def count(self, whose: str | None, limit: int, now: float) -> float | None:
        """None, or the seconds until there may be another."""
        times = self._times.get(whose)
        if times is None:
            self._sweep(now)
            times = self._times[whose] = deque()
        while times and times[0] <= now - MINUTE:
            times.popleft()
        if len(times) >= limit:
            return times[-limit] + MINUTE - now
        times.append(now)
        return None

    def __len__(self) -> int:
        return len(self._times)

    def _sweep(self, now: float) -> None:
        if len(self._times) < self._sweep_at:
            return
        self._times = {whose: times for whose, times in self._times.items() if times[-1] > now - MINUTE}
        self._sweep_at = max(_SWEPT_FROM, 2 * len(self._times))
