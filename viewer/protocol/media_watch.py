"""Whether pictures and sound keep coming. Times are those of any monotonic clock in seconds."""

from typing import Final, Literal, TypeAlias

STALLED_AFTER: Final = 1.0
LOST_AFTER: Final = 4.0
FROZEN_AFTER: Final = 3.0
# After a gap what lay in a buffer for its length may still come out; only more than that proves a connection.
SETTLED_AFTER: Final = 2.0

Finding: TypeAlias = Literal["stalled", "lost"]


class MediaWatch:
    """Watches from the first packets on. Nothing for 1 s is a stall; nothing for 4 s, or packets without a
    picture for 3 s, is a loss.
    """

    def __init__(self) -> None:
        self.last_packets: float | None = None
        """When packets were last known to have come, be it over an earlier connection."""
        self.stalled = False
        self._before_gap: float | None = None
        self._resumed_at = 0.0
        self._watching = False
        self._frozen_at: float | None = None

    @property
    def last_certain(self) -> float | None:
        """When the connection was last known to be whole."""
        is_settled = self.last_packets is None or self.last_packets - self._resumed_at >= SETTLED_AFTER
        return self.last_packets if self._before_gap is None or is_settled else self._before_gap

    @property
    def deadline(self) -> float | None:
        """When :meth:`check` may find something."""
        if not self._watching or self.last_packets is None:
            return None
        if self.stalled:
            return self.last_packets + LOST_AFTER
        return min(self.last_packets + STALLED_AFTER, self._frozen_at or self.last_packets + LOST_AFTER)

    def packets_received(self, now: float) -> bool:
        """Packets came since the last call; returns whether that ended a stall."""
        if self.last_packets is not None and now - self.last_packets > STALLED_AFTER:
            self._before_gap, self._resumed_at = self.last_certain, now
        resumed, self.stalled = self.stalled, False
        self._watching, self.last_packets = True, now
        if resumed and self._frozen_at is not None:
            self._frozen_at = now + FROZEN_AFTER  # there could be no pictures meanwhile
        return resumed

    def pictures_received(self, now: float) -> None:
        """Pictures came since the last call."""
        self._frozen_at = now + FROZEN_AFTER

    def check(self, now: float) -> Finding | None:
        """What has come true by ``now``; a stall is found once."""
        if not self._watching or self.last_packets is None:
            return None
        if now >= self.last_packets + LOST_AFTER:
            return "lost"
        if self.stalled:
            return None
        if now >= self.last_packets + STALLED_AFTER:
            self.stalled = True
            return "stalled"
        return "lost" if self._frozen_at is not None and now >= self._frozen_at else None

    def is_doubtful(self, now: float) -> bool:
        """Whether there was a connection once and may be none any more."""
        return self.last_certain is not None and now - self.last_certain > STALLED_AFTER

    def stop(self) -> None:
        """The connection is given up; packets of another one begin the watch again."""
        self._watching = self.stalled = False
        self._frozen_at = None
