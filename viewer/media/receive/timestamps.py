"""RTP's 32-bit timestamps on a line that never wraps (RFC 3550 section 5.1)."""

_RANGE = 1 << 32
_HALF = 1 << 31


class Unwrapped:
    """Maps each timestamp to the place nearest to the one before it."""

    def __init__(self) -> None:
        self._last: int | None = None

    def map(self, timestamp: int) -> int:
        """``timestamp`` (modulo 2³²) without the modulo; the first one stays as it is."""
        if self._last is None:
            self._last = timestamp
        else:
            self._last += (timestamp - self._last + _HALF) % _RANGE - _HALF
        return self._last
