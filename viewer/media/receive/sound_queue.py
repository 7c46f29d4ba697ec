"""Packets of sound in, in order out; they wait only where a missing one can still come in time.

What is missing is taken from the copies that later packets carry (RED, RFC 2198) and, where the sender has
agreed to that, asked for (generic NACK, RFC 4585 section 6.2.1); the rest is skipped, and concealed later.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from viewer.media.receive.wrapping import SEQUENCE_BITS, ahead

ASK_AGAIN: Final = 0.02
LONGEST_WAIT: Final = 0.2
"""Seconds that sound waits for one packet at most, however much there is to play."""

_NUMBERS: Final = 1 << SEQUENCE_BITS
# A sender that jumps further has begun anew (RFC 3550 section A.1). So many are not asked for, either.
_DROPOUT: Final = 100
_MISORDER: Final = 100
_MOST_ASKED: Final = 100


@dataclass(frozen=True, slots=True)
class SoundPacket:
    """One encoded packet of sound. ``timestamp`` is RTP's, unwrapped."""

    payload_type: int
    timestamp: int
    data: bytes


class SoundQueue:
    """Puts the packets of one stream in order. ``now`` is any monotonic clock in seconds. Not thread-safe.

    Call :meth:`to_ask` after each :meth:`add`, and :meth:`due` and :meth:`to_ask` at :attr:`deadline`.

    Args:
        room: how many seconds from now the sound that was given out so far lasts.
    """

    def __init__(self, room: Callable[[], float]) -> None:
        self.asks = False
        """Whether the sender has agreed to send again what is asked for."""
        self.round_trip: float | None = None
        """Seconds, once known: nothing that is asked for comes sooner."""
        self.asked = 0
        """How many packets were asked for."""
        self.restored = 0
        """How many were taken from a later packet's copy."""
        self.skipped = 0
        """How many never came, or too late."""
        self._room = room
        self._waiting: dict[int, SoundPacket] = {}
        self._ask_at: dict[int, float] = {}
        self._highest: int | None = None
        self._next = 0
        self._until: float | None = None
        """When the first one that is missing is given up."""

    @property
    def deadline(self) -> float | None:
        """When there is something to do without another packet; None: never."""
        times = [time for time in (self._until, *self._ask_at.values()) if time is not None]
        return min(times, default=None)

    def add(self, sequence_number: int, packets: Sequence[SoundPacket], now: float) -> list[SoundPacket]:
        """Take an RTP packet: what it carries of those before it, the oldest first, and its own at the end.

        Returns:
            What is to be decoded now, in order.
        """
        if self._highest is None:
            self._begin(sequence_number)
        step = ahead(sequence_number, self._highest or 0, SEQUENCE_BITS)
        if not -_MISORDER < step < _DROPOUT:
            self._begin(sequence_number)
            step = 1
        highest = self._highest or 0
        number = highest + step
        *copies, own = packets
        for place, copy in enumerate(reversed(copies), 1):
            self.restored += bool(copy.data) and self._keep(number - place, copy)
        self._keep(number, own)
        self._highest = max(highest, number)
        self._ask_at.update(
            (missing, now) for missing in range(highest + 1, number) if missing not in self._waiting
        )
        return self.due(now)

    def due(self, now: float) -> list[SoundPacket]:
        """What is to be decoded at ``now``, in order."""
        found: list[SoundPacket] = []
        while True:
            while (packet := self._waiting.pop(self._next, None)) is not None:
                self._next += 1
                self._until = None
                if packet.data:  # else it was padding
                    found.append(packet)
            if not self._waiting:
                break
            if self._until is None:
                self._until = now + self._patience()
            if self._until > now:
                break
            first = min(self._waiting)
            self.skipped += first - self._next
            self._next, self._until = first, None
        for number in [number for number in self._ask_at if number < self._next]:
            del self._ask_at[number]
        return found

    def to_ask(self, now: float) -> list[int]:
        """The sequence numbers of the packets to ask for at ``now``, the newest of very many."""
        lost = []
        for number, ask_at in list(self._ask_at.items()):
            if ask_at > now:
                continue
            if self._until is None or now + (self.round_trip or 0) > self._until:
                del self._ask_at[number]  # it would come too late
                continue
            self._ask_at[number] = now + max(ASK_AGAIN, 1.5 * (self.round_trip or 0))
            lost.append(number % _NUMBERS)
        asked = lost[-_MOST_ASKED:]
        self.asked += len(asked)
        return asked

    def _begin(self, sequence_number: int) -> None:
        self._waiting.clear()
        self._ask_at.clear()
        self._highest, self._next, self._until = sequence_number - 1, sequence_number, None

    def _keep(self, number: int, packet: SoundPacket) -> bool:
        """Whether it was wanted."""
        wanted = number >= self._next and number not in self._waiting
        if wanted:
            self._waiting[number] = packet
            self._ask_at.pop(number, None)
        return wanted

    def _patience(self) -> float:
        """How long a missing packet is waited for, from now."""
        room = min(self._room(), LONGEST_WAIT) if self.asks else 0.0
        return room if room > (self.round_trip or 0) else 0.0
