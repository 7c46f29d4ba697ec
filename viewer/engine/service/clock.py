"""The one clock that both tracks of a peer are paced by."""

import asyncio
from typing import Final

# A later audio frame than this moves the clock instead of being made up for by a burst.
MAX_LATENESS: Final = 0.2


class MediaClock:
    """Media time in seconds; it starts when first asked. Use from one event loop."""

    def __init__(self) -> None:
        self._origin: float | None = None

    def now(self) -> float:
        """Media time now."""
        now = asyncio.get_running_loop().time()
        if self._origin is None:
            self._origin = now
        return now - self._origin

    async def wait_until(self, when: float) -> float:
        """Sleep until ``when``; returns by how many seconds that is past, 0 or more."""
        if (ahead := when - self.now()) > 0:
            await asyncio.sleep(ahead)
        return max(0.0, self.now() - when)

    def hold(self, seconds: float) -> None:
        """Set media time back: the process stood still, so no media time passed."""
        assert self._origin is not None
        self._origin += seconds
