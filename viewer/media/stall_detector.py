"""Notices when a sound device loses time."""

from collections import deque
from typing import Final

from viewer.media.pcm import SAMPLE_RATE

_USUAL: Final = 25
# Some of so many moves on end are on time, however irregular the device and the machine are.
_RECENT: Final = 5
# So much later than ever lately (s), and what the device had left may not have sufficed.
_DOUBTFUL: Final = 0.003
# A canceller that knew its room lets through what comes 0.25 ms later than it did, for 0.2 s at -32 dBFS, and
# what comes 0.8 ms later for two seconds, at -13 at first. Devices waver by 0.4 ms without having lost any.
_LOST: Final = 0.0005


class StallDetector:
    """Watches how late a device is with its frames. Not thread-safe, but any thread may read what it found.

    A device that stays later than it used to be has played silence or lost sound meanwhile, be it 0.8 ms, and
    neither is seen in what it reads or writes. How even its steps are otherwise does not matter.
    """

    def __init__(self) -> None:
        self.losses = 0
        """How often it lost time."""
        self._position = 0
        self._late: deque[float] = deque(maxlen=_USUAL + _RECENT)
        self._doubts = 0

    @property
    def is_doubtful(self) -> bool:
        """Whether it was so late just now that it may have: until it is known, and ``losses`` tells first."""
        return self._doubts > 0

    def moved(self, count: int, now: float) -> None:
        """The device moved ``count`` frames at ``now``, on the monotonic clock."""
        late = now - self._position / SAMPLE_RATE
        self._position += count
        is_usual_known = len(self._late) == self._late.maxlen
        if is_usual_known and late > max(self._late) + _DOUBTFUL:
            self._doubts = _RECENT
        self._late.append(late)
        if is_usual_known and self._stays_late():
            self.losses += 1
            self._late.clear()
            self._doubts = 0
        self._doubts = max(0, self._doubts - 1)

    def _stays_late(self) -> bool:
        late = list(self._late)
        ever_so_soon = (min(late[start : start + _RECENT]) for start in range(_USUAL - _RECENT + 1))
        return min(late[_USUAL:]) > max(ever_so_soon) + _LOST
