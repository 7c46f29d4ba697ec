"""Whether the machine can carry one more session, by what the present ones cost and how late they are.

A session more is refused when the cores that this process may use would not do, or when pictures leave late
as it is, because others use the cores. What is measured is smoothed over some seconds, and a machine that is
full has room again only when it is clearly better off, so that the answer does not flap. The first session is
always taken: on a slow machine a poor picture is more than none.
"""

import math
from dataclasses import dataclass
from typing import Final

SMOOTHING_SECONDS: Final = 5.0

# Shares of the usable cores: full from the one on, not full any more from the other down.
FULL_SHARE: Final = 0.85
ROOM_SHARE: Final = 0.75
# So late, in seconds, do pictures leave on average: by one picture, by half of one.
FULL_LATENESS: Final = 0.04
ROOM_LATENESS: Final = 0.02
# What a session costs, in cores: until one has been measured, and at least, since one may be silent just now.
A_SESSION: Final = 0.25
AT_LEAST: Final = 0.1
_MEASURED: Final = 0.5


@dataclass(frozen=True, slots=True)
class Work:
    """What the engine did in ``seconds``.

    ``cpu_seconds`` are those of the whole process, ``live`` sessions were sending pictures, ``lateness`` is
    by how many seconds these left late on average, None when none left.
    """

    seconds: float
    cpu_seconds: float
    live: int
    lateness: float | None = None


class Capacity:
    """Fed with what the engine does. Reads no clock; not thread-safe.

    Args:
        cores: that the process may use.
    """

    def __init__(self, cores: float) -> None:
        self.cores = cores
        self.cores_used = 0.0
        """Smoothed, as is the lateness."""
        self.lateness = 0.0
        self._live = 0.0
        self._full = False

    def measured(self, work: Work, sessions: int) -> None:
        """Take in what was done of late; there are ``sessions``, live or not."""
        share = 1 - math.exp(-work.seconds / SMOOTHING_SECONDS)
        self.cores_used += (work.cpu_seconds / work.seconds - self.cores_used) * share
        # Smoothed like the cores, so that those which have only begun are known not to be in that figure.
        self._live += (work.live - self._live) * share
        if work.lateness is not None or not work.live:
            self.lateness += ((work.lateness or 0.0) - self.lateness) * share
        # By a guess of what a session costs nobody is kept out for longer than that is one.
        self._full = self._live >= _MEASURED and not self.has_room(sessions)

    def has_room(self, sessions: int) -> bool:
        """Whether one more can be carried beside ``sessions``."""
        if sessions == 0:
            return True
        wanted = self.cores_used + max(sessions + 1 - self._live, 0.0) * self._a_session
        if self._full:
            return wanted <= ROOM_SHARE * self.cores and self.lateness <= ROOM_LATENESS
        return wanted <= FULL_SHARE * self.cores and self.lateness <= FULL_LATENESS

    @property
    def _a_session(self) -> float:
        return A_SESSION if self._live < _MEASURED else max(AT_LEAST, self.cores_used / self._live)
