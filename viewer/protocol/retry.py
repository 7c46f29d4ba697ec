"""When something is tried again (for starting a session: protocol/README.md section 1.3)."""

from dataclasses import dataclass
from typing import Final

STEADY_SECONDS: Final = 30.0


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """``attempts`` in all, ``timeout`` seconds each; waits double from ``first`` to at most ``longest``."""

    attempts: int = 3
    timeout: float = 10
    first: float = 0.25
    longest: float = 2

    def delay(self, failures: int, chance: float) -> float | None:
        """Seconds to wait after ``failures`` failed attempts (from 1), or None when it is over.

        Args:
            chance: random, 0 to 1; decides half of the wait.
        """
        if failures >= self.attempts:
            return None
        # Bounded, as somebody who never gives up would else overflow it.
        doublings = min(failures - 1, 60)
        wait = min(self.first * 2.0**doublings, self.longest)
        return wait / 2 + wait / 2 * chance


@dataclass(slots=True)
class Outage:
    """How often something failed in a row. What works for :data:`STEADY_SECONDS` is well again: what fails
    after it is another outage. ``now`` is any monotonic clock in seconds.
    """

    failures: int = 0
    _works_since: float | None = None

    def works(self, now: float) -> None:
        """It works, from ``now`` on."""
        self._works_since = now

    def breaks(self, now: float) -> None:
        """What worked, if it did, does no more."""
        if self._works_since is not None and now - self._works_since >= STEADY_SECONDS:
            self.failures = 0
        self._works_since = None

    def fails(self, now: float) -> int:
        """It failed, or works no more; returns how often that was so in this outage."""
        self.breaks(now)
        self.failures += 1
        return self.failures


def is_retried(status: int) -> bool:
    """Whether an HTTP ``status`` is worth another attempt: 5xx is, 4xx never."""
    return status >= 500
