"""Notices when a sound device loses time."""

from collections import deque
from typing import Final

from viewer.media.pcm import SAMPLE_RATE

_WATCHED: Final = 25
_TOLERANCE: Final = 0.02


class StallDetector:
    """Watches how late a device is with its frames. Not thread-safe.

    A device that is later than ever lately has probably played silence or lost sound meanwhile, and neither
    is seen in what it reads or writes. How even its steps are otherwise does not matter.
    """

    def __init__(self) -> None:
        self._position = 0
        self._late: deque[float] = deque(maxlen=_WATCHED)

    def moved(self, count: int, now: float) -> bool:
        """The device moved ``count`` frames at ``now``, on the monotonic clock; whether it was late."""
        late = now - self._position / SAMPLE_RATE
        self._position += count
        is_stall = len(self._late) == _WATCHED and late > max(self._late) + _TOLERANCE
        self._late.append(late)
        return is_stall
