"""How often somebody may guess. Pure."""

from dataclasses import dataclass
from typing import Final

TRIES: Final = 5
FIRST_SECONDS: Final = 60.0
LONGEST_SECONDS: Final = 3600.0


@dataclass(slots=True)
class Tries:
    """After :data:`TRIES` wrong ones there is a wait, which doubles with each further one. ``now`` is any
    monotonic clock in seconds.
    """

    wrong: int = 0
    _next_at: float = 0.0

    def wait(self, now: float) -> float:
        """Seconds until the next one; 0: it may be now."""
        return max(0.0, self._next_at - now)

    def failed(self, now: float) -> None:
        """One was wrong."""
        self.wrong += 1
        if self.wrong >= TRIES:
            doublings = min(self.wrong - TRIES, 30)
            self._next_at = now + min(FIRST_SECONDS * 2.0**doublings, LONGEST_SECONDS)

    def worked(self) -> None:
        """One was right."""
        self.wrong, self._next_at = 0, 0.0
