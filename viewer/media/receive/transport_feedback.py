"""When each packet came, as a sender wants to know it to find the way's capacity.

The message is that of draft-holmer-rmcat-transport-wide-cc-extensions-01 section 3.1
(RTCP type 205, format 15).
"""

import struct
from typing import Final

from viewer.media.receive.wrapping import SEQUENCE_BITS, ahead

PACKET_TYPE: Final = 205
FORMAT: Final = 15

_NUMBERS: Final = 1 << SEQUENCE_BITS
_TICK: Final = 0.00025
_REFERENCE: Final = 0.064
_SMALL: Final = 255
_LARGE: Final = (1 << 15) - 1
# A packet that comes this much later than its neighbours is no news any more.
_KEPT: Final = 500
_MOST: Final = 400


class ArrivalLog:
    """Collects arrivals by their transport-wide sequence numbers. Not thread-safe."""

    def __init__(self) -> None:
        self._arrivals: dict[int, float] = {}
        self._highest: int | None = None
        self._next = 0
        self._reports = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing new to report."""
        return self._highest is None or self._next > self._highest

    def add(self, sequence_number: int, now: float) -> None:
        """The packet with ``sequence_number`` (modulo 2¹⁶) came at ``now``, in seconds."""
        if self._highest is None:
            self._highest, self._next = sequence_number - 1, sequence_number
        number = self._highest + ahead(sequence_number, self._highest, SEQUENCE_BITS)
        if number <= self._highest - _KEPT or number in self._arrivals:
            return
        if number > self._highest + _KEPT:
            self._arrivals.clear()
            self._next = number
        self._arrivals[number] = now
        self._highest = max(self._highest, number)
        # One that was reported missing is reported again.
        self._next = min(self._next, number)

    def report(self, sender_ssrc: int, media_ssrc: int) -> bytes | None:
        """The RTCP packet about what came since the last one; None: nothing did."""
        start = next((n for n in sorted(self._arrivals) if n >= self._next), None)
        if start is None or self._highest is None:
            return None
        # What is missing before the first arrival is told with it.
        start = max(min(self._next, start), start - _MOST // 2)
        numbers = range(start, min(self._highest + 1, start + _MOST))
        reference = int(self._arrivals[next(n for n in numbers if n in self._arrivals)] / _REFERENCE)
        symbols, deltas, told = self._statuses(numbers, reference * _REFERENCE)
        self._next = start + told
        for number in [n for n in self._arrivals if n <= self._highest - _KEPT]:
            del self._arrivals[number]
        head = struct.pack(
            "!LLHHL", sender_ssrc, media_ssrc, start % _NUMBERS, told, _word(reference, self._reports)
        )
        self._reports = (self._reports + 1) % 256
        return _rtcp(head + _chunks(symbols) + deltas)

    def _statuses(self, numbers: range, reference: float) -> tuple[list[int], bytes, int]:
        """Symbols and deltas for ``numbers``, and how many of them fit into the message."""
        symbols: list[int] = []
        deltas = b""
        before = round(reference / _TICK)
        for number in numbers:
            if (arrival := self._arrivals.get(number)) is None:
                symbols.append(0)
                continue
            ticks = round(arrival / _TICK)
            delta, before = ticks - before, ticks
            if 0 <= delta <= _SMALL:
                symbols.append(1)
                deltas += struct.pack("!B", delta)
            elif abs(delta) <= _LARGE:
                symbols.append(2)
                deltas += struct.pack("!h", delta)
            else:
                break
        return symbols, deltas, len(symbols)


def _word(reference: int, count: int) -> int:
    return (reference % (1 << 24)) << 8 | count


def _chunks(symbols: list[int]) -> bytes:
    """Status vector chunks of seven symbols of two bits (section 3.1.4)."""
    chunks = b""
    for start in range(0, len(symbols), 7):
        seven = (symbols[start : start + 7] + [0] * 6)[:7]
        chunk = 0b11
        for symbol in seven:
            chunk = chunk << 2 | symbol
        chunks += struct.pack("!H", chunk)
    return chunks


def _rtcp(body: bytes) -> bytes:
    padding = -len(body) % 4
    if padding:
        body += bytes(padding - 1) + bytes([padding])
    first = 2 << 6 | bool(padding) << 5 | FORMAT
    return struct.pack("!BBH", first, PACKET_TYPE, len(body) // 4) + body
