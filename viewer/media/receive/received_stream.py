"""What arrived of one stream of RTP packets, counted as RFC 3550 sections 6.4.1 and A.3 say."""

from typing import Final

from viewer.media.receive.wrapping import TIMESTAMP_BITS, ahead

# The sender's clock, or ours, was set: that is no jitter. libwebrtc draws the same line.
_MAX_TRANSIT_CHANGE: Final = 5.0
# Numbers that are further ahead are those of a sender that began anew (RFC 3550 section A.1).
_MAX_DROPOUT: Final = 3000
_JITTER_GAIN: Final = 1 / 16


class ReceivedStream:
    """Counts packets by their sequence numbers, extended so that they do not wrap. Not thread-safe.

    ``packets_received`` includes repetitions, ``packets_retransmitted`` those that came by another stream
    (RFC 4588): they make up for what was lost, but lost it was. ``jitter`` is in seconds.
    """

    def __init__(self, clock_rate: int) -> None:
        self._clock_rate = clock_rate
        self.packets_received = 0
        self.packets_retransmitted = 0
        self.jitter = 0.0
        self._expected_before = 0
        self._first: int | None = None
        self._highest = 0
        self._arrival = 0.0
        self._timestamp = 0

    @property
    def packets_lost(self) -> int:
        """How many did not come by themselves; below 0 when some came twice."""
        return self._expected - (self.packets_received - self.packets_retransmitted)

    def add(self, number: int, timestamp: int, now: float, *, retransmitted: bool) -> None:
        """Count the packet with the extended sequence ``number`` that came at ``now``, in seconds."""
        self.packets_received += 1
        if self._first is not None and number > self._highest + _MAX_DROPOUT:
            self.begin_anew()
        if self._first is None:
            self._first = self._highest = number
        elif number <= self._highest:
            # Nothing is asked for before another packet has shown that it is missing.
            self.packets_retransmitted += retransmitted
            return
        elif timestamp != self._timestamp:
            self._measure_jitter(timestamp, now)
        self._highest, self._arrival, self._timestamp = number, now, timestamp

    def begin_anew(self) -> None:
        """The next packet's number has nothing to do with those before."""
        self._expected_before = self._expected
        self._first = None

    @property
    def _expected(self) -> int:
        return self._expected_before + (0 if self._first is None else self._highest - self._first + 1)

    def _measure_jitter(self, timestamp: int, now: float) -> None:
        passed = ahead(timestamp, self._timestamp, TIMESTAMP_BITS) / self._clock_rate
        change = abs(now - self._arrival - passed)
        if change < _MAX_TRANSIT_CHANGE:
            self.jitter += (change - self.jitter) * _JITTER_GAIN
