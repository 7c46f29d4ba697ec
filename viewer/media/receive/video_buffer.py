"""Video packets in, whole frames out: the jitter buffer, without I/O.

A frame leaves with its last packet. What is missing is asked for at once and again (generic NACK, RFC 4585
section 6.2.1); a frame that stays incomplete is given up for the next key frame, which is asked for, too
(PLI, section 6.3.1), so that no torn picture is ever decoded.
"""

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from viewer.media.receive.received_stream import ReceivedStream
from viewer.media.receive.wrapping import SEQUENCE_BITS, ahead

CLOCK_RATE: Final = 90_000
ASK_AGAIN: Final = 0.06
ASK_AGAIN_SOONEST: Final = 0.02
# With a fifth lost, libwebrtc was seen to repeat packets after 0.37 and 0.55 s, asked 18 and 27 times.
# The key frame that ends the wait costs it seconds there.
SKIP_AFTER: Final = 0.6
KEY_FRAME_EVERY: Final = 0.3

# Senders keep about so many packets to send them again.
MAX_ASKED: Final = 200
MAX_PACKETS: Final = 2048
_LATE: Final = 1000
_NUMBERS: Final = 1 << SEQUENCE_BITS


class VideoPacket(NamedTuple):  # the cheapest to make of what cannot be changed
    """One RTP packet, its payload without the codec's RTP header.

    ``begins_key_frame``: it is the first of a frame that needs no other. ``retransmitted``: it came by
    another stream, as RFC 4588 repeats what was lost. ``arrived``: when it came.
    """

    sequence_number: int
    timestamp: int
    marker: bool
    begins_key_frame: bool
    data: bytes
    retransmitted: bool = False
    arrived: float = 0.0


@dataclass(frozen=True, slots=True)
class EncodedFrame:
    """A whole frame. ``timestamp`` is RTP's (32 bits, 90 kHz); ``began``: when its first packet came."""

    timestamp: int
    data: bytes
    began: float = field(default=0.0, compare=False)


@dataclass(frozen=True, slots=True)
class Feedback:
    """What to send now: the numbers of the packets to ask for, and whether a key frame is needed."""

    lost: tuple[int, ...]
    key_frame: bool


@dataclass(slots=True)
class _Missing:
    since: float
    ask_at: float


class VideoBuffer:
    """Puts the packets of one stream in order. ``now`` is any monotonic clock in seconds. Not thread-safe.

    Call :meth:`feedback` after each :meth:`add`, and when :attr:`deadline` has come.
    """

    def __init__(self) -> None:
        self.stream = ReceivedStream(CLOCK_RATE)
        self.packets_repeated = 0
        """Packets that were there already."""
        self.frames = 0
        self.key_frames = 0
        self.bytes_received = 0
        """Of payloads."""
        self.delay = 0.0
        """Seconds that frames were in here from their first packet on, all of them together."""
        self.nacks = 0
        self.key_frames_asked = 0
        self.skips = 0
        """How often a frame was given up."""
        self.round_trip: float | None = None
        """Seconds, once known; a repetition cannot come sooner."""
        self._packets: dict[int, VideoPacket] = {}
        self._missing: dict[int, _Missing] = {}
        self._highest: int | None = None
        self._newest = -1
        """RTP's timestamp of the packet with the highest number."""
        self._next: int | None = None
        """Where the next frame begins; None while a key frame is awaited."""
        self._ask_key_frame_at: float | None = None

    @property
    def deadline(self) -> float | None:
        """When :meth:`feedback` has something to do; None: nothing without another packet."""
        if not self._missing:
            return self._ask_key_frame_at
        times = [min(missing.ask_at, missing.since + self._patience) for missing in self._missing.values()]
        if self._ask_key_frame_at is not None:
            times.append(self._ask_key_frame_at)
        return min(times, default=None)

    def add(self, packet: VideoPacket, now: float) -> list[EncodedFrame]:
        """Take a packet in; returns the frames that are complete now, in order."""
        if self._highest is None:
            self._highest = packet.sequence_number - 1
            self._await_key_frame(now + KEY_FRAME_EVERY)
        step = ahead(packet.sequence_number, self._highest, SEQUENCE_BITS)
        if step < -_LATE:  # the sender began anew
            self._start_over(packet.sequence_number, now)
            step = 1
        number = self._highest + step
        self.stream.add(number, packet.timestamp, now, retransmitted=packet.retransmitted)
        self.bytes_received += len(packet.data)
        if number in self._packets or (self._next is not None and number < self._next):
            self.packets_repeated += 1
            return []
        if step > MAX_ASKED or len(self._packets) >= MAX_PACKETS:
            self._packets.clear()
            self._missing.clear()
            self._await_key_frame(now)
        elif step > 1:
            wanted = range(self._highest + 1, number)
            self._missing.update((lost, _Missing(since=now, ask_at=now)) for lost in wanted)
        self._packets[number] = packet
        if step > 0:
            goes_on, self._newest = packet.timestamp == self._newest, packet.timestamp
            self._highest = number
            if step == 1 and goes_on and not packet.marker:
                return []  # neither this frame nor the one before ends with it
        self._missing.pop(number, None)
        return self._complete(now)

    def feedback(self, now: float) -> Feedback:
        """What the sender is to be told at ``now``."""
        overdue = [n for n, missing in self._missing.items() if missing.since + self._patience <= now]
        if overdue and self._next is not None:
            self.give_up(now)
        else:
            for number in overdue:
                del self._missing[number]
        lost = []
        for number, missing in self._missing.items():
            if missing.ask_at <= now:
                missing.ask_at = now + self._ask_again
                lost.append(number % _NUMBERS)
        key_frame = self._ask_key_frame_at is not None and self._ask_key_frame_at <= now
        if key_frame:
            self._ask_key_frame_at = now + max(KEY_FRAME_EVERY, self.round_trip or 0)
        self.nacks += bool(lost)
        self.key_frames_asked += key_frame
        return Feedback(tuple(lost), key_frame)

    def give_up(self, now: float) -> None:
        """Decode nothing more until a key frame comes, which is asked for."""
        self.skips += 1
        self._await_key_frame(now)
        if (start := self._newest_key_frame()) is None:
            self._packets.clear()
            self._missing.clear()
        else:
            self._forget_before(start)

    @property
    def _patience(self) -> float:
        """How long a missing packet is waited for."""
        return max(SKIP_AFTER, 2.5 * (self.round_trip or 0))

    @property
    def _ask_again(self) -> float:
        return ASK_AGAIN if self.round_trip is None else max(ASK_AGAIN_SOONEST, 1.5 * self.round_trip)

    def _await_key_frame(self, ask_at: float) -> None:
        self._next = None
        self._ask_key_frame_at = (
            ask_at if self._ask_key_frame_at is None else min(self._ask_key_frame_at, ask_at)
        )

    def _start_over(self, sequence_number: int, now: float) -> None:
        self._packets.clear()
        self._missing.clear()
        self.stream.begin_anew()
        self._highest = sequence_number - 1
        self._await_key_frame(now)

    def _complete(self, now: float) -> list[EncodedFrame]:
        frames = []
        if self._next is None or self._next not in self._packets:
            start = self._newest_key_frame()
            if start is not None and self._end_of_frame(start) is not None:
                self._forget_before(start)
                self._next, self._ask_key_frame_at = start, None
        while self._next is not None and (end := self._end_of_frame(self._next)) is not None:
            parts = [self._packets.pop(number) for number in range(self._next, end)]
            if data := b"".join(part.data for part in parts):  # else it was padding
                began = min(part.arrived for part in parts)
                frames.append(EncodedFrame(parts[0].timestamp, data, began))
                self.delay += now - began
                self.key_frames += parts[0].begins_key_frame
            self._next = end
        self.frames += len(frames)
        return frames

    def _end_of_frame(self, start: int) -> int | None:
        """The number after the frame's last packet; None while any of it is missing."""
        number = start
        while (packet := self._packets.get(number)) is not None:
            if packet.timestamp != self._packets[start].timestamp:
                return number  # the sender sets no marker
            number += 1
            if packet.marker:
                return number
        return None

    def _newest_key_frame(self) -> int | None:
        starts = (number for number, packet in self._packets.items() if packet.begins_key_frame)
        return max(starts, default=None)

    def _forget_before(self, start: int) -> None:
        for numbers in (self._packets, self._missing):
            for number in [number for number in numbers if number < start]:
                del numbers[number]
