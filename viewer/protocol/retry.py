"""When starting a session is tried again (PROTOCOL.md section 1.3)."""

from dataclasses import dataclass


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


def is_retried(status: int) -> bool:
    """Whether an HTTP ``status`` is worth another attempt: 5xx is, 4xx never."""
    return status >= 500
