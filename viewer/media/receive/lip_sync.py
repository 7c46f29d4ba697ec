"""When a picture is to be shown so that the lips match the voice. Sound is the master, but waits for pictures
that would come too late.

Both streams' RTP timestamps are put on one line by the sender's reports (RFC 3550 section 6.4.1: NTP time ↔
RTP timestamp). Until both streams have reported, and where a report cannot be true, the times of arrival do:
what took the shortest way of either stream was sent at about the same time.
"""

from collections import deque
from collections.abc import Callable
from typing import Final

from viewer.media.pcm import SAMPLE_RATE

VIDEO_RATE: Final = 90_000

LONGEST_HOLD: Final = 0.4
# As the sound begins, pictures begin to wait for it: each by a frame more than the one before at most, or the
# first would stand for too long.
_EASE: Final = 1 / 25
# A report that contradicts the times of arrival by more than this is a wrong one.
_BELIEVABLE: Final = 1.0
# So much a picture may move the line: a correction is not to be seen as a jolt.
_STEP: Final = 0.004
_WATCHED: Final = 250
_JUDGED: Final = 50


class StreamTimes:
    """What is known of one stream's timestamps, which count ``rate`` a second and do not wrap."""

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._shortest: deque[tuple[int, float]] = deque()
        """(number, arrival minus timestamp): each smaller than all that came after it."""
        self._arrivals = 0
        self._reported: float | None = None

    def arrived(self, timestamp: int, now: float) -> None:
        """A packet with ``timestamp`` came at ``now``, on a monotonic clock in seconds."""
        way = now - timestamp / self._rate
        while self._shortest and self._shortest[-1][1] >= way:
            self._shortest.pop()
        self._shortest.append((self._arrivals, way))
        if self._shortest[0][0] <= self._arrivals - _WATCHED:
            self._shortest.popleft()
        self._arrivals += 1

    def reported(self, timestamp: int, ntp_time: float) -> None:
        """The sender says that ``timestamp`` was at ``ntp_time``, in seconds."""
        self._reported = ntp_time - timestamp / self._rate

    @property
    def by_arrival(self) -> float | None:
        """Seconds from the stream's time to this computer's, the shortest way included."""
        return self._shortest[0][1] if self._shortest else None

    @property
    def by_report(self) -> float | None:
        """Seconds from the stream's time to the sender's."""
        return self._reported


class LipSync:
    """Knows both streams. Use from one thread.

    Args:
        heard: asked for the sound's timestamp that is heard at a time; None while nothing is played.
        delay_sound: told by how many seconds the later pictures come after their sound, less than 0: before.
    """

    def __init__(self, heard: Callable[[float], float | None], delay_sound: Callable[[float], None]) -> None:
        self.audio = StreamTimes(SAMPLE_RATE)
        self.video = StreamTimes(VIDEO_RATE)
        self.late = 0.0
        """By how many seconds the last picture came after its sound; negative: before."""
        self.heard = heard
        self.skew: float | None = None
        """By how many seconds it is shown after its sound is heard; None: there is none to go by."""
        self.held = 0.0
        """Seconds that pictures were held until their sound, all of them together."""
        self._delay_sound = delay_sound
        self._lates: list[float] = []
        self._offset: float | None = None
        self._longest_hold = 0.0

    def due(self, timestamp: int, now: float) -> float:
        """When the picture with ``timestamp`` is to be shown; ``now`` if there is no sound to go by."""
        heard = self.heard(now)
        offset = self._settled()
        if heard is None or offset is None:
            self._longest_hold = 0.0
            self.skew = None
            return now
        wait = timestamp / VIDEO_RATE + offset - heard / SAMPLE_RATE
        self.late = -wait
        self._lates.append(self.late)
        if len(self._lates) == _JUDGED:
            self._delay_sound(sorted(self._lates)[_JUDGED * 9 // 10])
            self._lates.clear()
        self._longest_hold = min(self._longest_hold + _EASE, LONGEST_HOLD)
        hold = max(0.0, min(wait, self._longest_hold))
        self.skew = hold - wait
        self.held += hold
        return now + hold

    @property
    def between(self) -> float | None:
        """What to add to the picture's time to get the sound's, in seconds; None while that is not known."""
        if self.audio.by_arrival is None or self.video.by_arrival is None:
            return None
        arrived = self.video.by_arrival - self.audio.by_arrival
        if self.audio.by_report is None or self.video.by_report is None:
            return arrived
        reported = self.video.by_report - self.audio.by_report
        return reported if abs(reported - arrived) <= _BELIEVABLE else arrived

    def _settled(self) -> float | None:
        """:attr:`between`, without jolts."""
        wanted = self.between
        if wanted is None:
            return None
        if self._offset is None or abs(wanted - self._offset) > _BELIEVABLE:
            self._offset = wanted
        else:
            self._offset += max(-_STEP, min(_STEP, wanted - self._offset))
        return self._offset
