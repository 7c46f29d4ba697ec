"""How long frames took, and how evenly they came: what W3C's ``inbound-rtp`` counts of pictures."""

from collections import deque
from typing import Final

# Frames that a decoder may be behind; of one that never comes out nothing is counted.
_MOST_UNDECODED: Final = 64
# webrtc-stats, freezeCount: so many frames are looked back on, and so much longer than usual is a freeze.
_LOOKED_BACK: Final = 30
_FREEZE_TIMES: Final = 3.0
_FREEZE_SECONDS: Final = 0.15


class DecodingTimes:
    """Frames on their way through the decoder. ``now`` is of any monotonic clock in seconds."""

    def __init__(self) -> None:
        self.decoding = 0.0
        """Seconds from the decoder's door until a frame came out, of all together; the way through its thread
        is in that."""
        self.processing = 0.0
        """Seconds from a frame's first packet until it came out, of all together."""
        self._inside: deque[tuple[int, float, float]] = deque(maxlen=_MOST_UNDECODED)

    def entered(self, timestamp: int, began: float, now: float) -> None:
        """The frame with ``timestamp``, whose first packet came when it ``began``, goes to the decoder."""
        self._inside.append((timestamp, began, now))

    def left(self, timestamp: int, now: float) -> None:
        """It was decoded. Frames come out in the order in which they went in."""
        while self._inside:
            number, began, entered = self._inside[0]
            if number > timestamp:
                return
            self._inside.popleft()
            if number == timestamp:
                self.decoding += now - entered
                self.processing += now - began
                return


class FrameIntervals:
    """The times between decoded frames, and those that were too long."""

    def __init__(self) -> None:
        self.total = 0.0
        """Seconds between frames, all together."""
        self.total_squared = 0.0
        self.freezes = 0
        self.frozen = 0.0
        """Seconds of all freezes."""
        self._last: float | None = None
        self._recent: deque[float] = deque(maxlen=_LOOKED_BACK)

    def frame(self, now: float) -> None:
        """A frame came at ``now``."""
        last, self._last = self._last, now
        if last is None:
            return
        interval = now - last
        self.total += interval
        self.total_squared += interval * interval
        if self._recent:
            usual = sum(self._recent) / len(self._recent)
            if interval >= max(_FREEZE_TIMES * usual, usual + _FREEZE_SECONDS):
                self.freezes += 1
                self.frozen += interval
        self._recent.append(interval)
