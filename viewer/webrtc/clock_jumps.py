"""Jitter that can be sent, whatever the computer's clock does.

aiortc 1.16.0 times packets by the wall clock. When that is set by years, as on a computer without a battery,
the jitter is too large for its field (RFC 3550 section 6.4.1), and the task of the receiver reports fails:
the engine hears no more of losses, and closing waits for that task for ever. Timing by a monotonic clock in
aiortc would make this file unnecessary.
"""

from typing import Final

from aiortc import RTCRtpReceiver
from aiortc.rtcrtpreceiver import StreamStatistics

_STREAMS: Final = "_RTCRtpReceiver__remote_streams"
_MAX_JITTER: Final = 0xFFFF_FFFF


def bound_jitter(receiver: RTCRtpReceiver) -> None:
    """Let a ``receiver`` that has not begun report no jitter that is too large."""
    setattr(receiver, _STREAMS, _Streams())


class _Streams(dict[int, StreamStatistics]):
    """What aiortc keeps by SSRC."""

    def __setitem__(self, ssrc: int, statistics: StreamStatistics) -> None:
        super().__setitem__(ssrc, _BoundedStatistics(statistics._clockrate))


class _BoundedStatistics(StreamStatistics):
    @property
    def jitter(self) -> int:
        return min(super().jitter, _MAX_JITTER)
