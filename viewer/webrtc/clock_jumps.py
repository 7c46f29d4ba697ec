"""Jitter that can be sent, whatever the computer's clock does.

aiortc 1.16.0 times packets by the wall clock. When that is set by years, as on a computer without a battery,
the jitter is too large for its field (RFC 3550 section 6.4.1), and the task of the receiver reports fails:
the engine hears no more of losses, and closing waits for that task for ever. Timing by a monotonic clock in
aiortc would make this file unnecessary.
"""

from typing import Final

from aiortc.rtcrtpreceiver import StreamStatistics

_MAX_JITTER: Final = 0xFFFF_FFFF


class BoundedStatistics(StreamStatistics):
    """What a receiver reports of one stream."""

    @property
    def jitter(self) -> int:
        """In units of the stream's clock, no more than can be sent."""
        return min(super().jitter, _MAX_JITTER)
