"""Whether what should move on the screen does. Pure."""

from dataclasses import dataclass
from typing import Final

STILL_SECONDS: Final = 20.0
"""A picture that should move and does not for so long is dead."""
# Who was held still for longer, as the whole machine may be, is not blamed for it.
_LONGEST_LOOK: Final = 2.0


@dataclass(slots=True)
class Heart:
    """``now`` is any monotonic clock in seconds."""

    _painted: int = -1
    _still: float = 0.0
    _looked_at: float = 0.0

    def beats(self, painted: int, *, moves: bool, now: float) -> bool:
        """Look, at least every other second.

        Args:
            painted: how many pictures have reached the screen so far.
            moves: more of them should come now.
        """
        passed = min(now - self._looked_at, _LONGEST_LOOK)
        self._looked_at = now
        if not moves or painted != self._painted:
            self._painted, self._still = painted, 0.0
        else:
            self._still += passed
        return self._still < STILL_SECONDS
