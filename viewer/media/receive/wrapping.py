"""Numbers that wrap: RTP's timestamps, of 32 bits, and sequence numbers, of 16 (RFC 3550 section 5.1)."""

from typing import Final

TIMESTAMP_BITS: Final = 32
SEQUENCE_BITS: Final = 16


def ahead(number: int, other: int, bits: int) -> int:
    """By how much ``number`` comes after ``other``, the shorter way round; below 0: before it. Either may be
    modulo 2 to the power of ``bits`` or not.
    """
    half = 1 << (bits - 1)
    return (number - other + half) % (2 * half) - half


class Unwrapped:
    """Maps each timestamp to the place nearest to the one before it."""

    def __init__(self) -> None:
        self._last: int | None = None

    def map(self, timestamp: int) -> int:
        """``timestamp`` (modulo 2³²) without the modulo; the first one stays as it is."""
        if self._last is None:
            self._last = timestamp
        else:
            self._last += ahead(timestamp, self._last, TIMESTAMP_BITS)
        return self._last
