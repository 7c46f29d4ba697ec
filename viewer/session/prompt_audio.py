"""Sound packets on their way to the decoder, without a wait.

aiortc 1.16.0 holds audio back until five packets are there, drops sixteen when one is lost for good, and
conceals nothing (its ``JitterBuffer(capacity=16, prefetch=4)``). Here packets pass in order; what is missing
is concealed behind the decoder, and the loudspeaker's buffer does the waiting. A public way to choose the
jitter buffer in aiortc would make this file unnecessary.
"""

from typing import Final

from aiortc import RTCRtpReceiver
from aiortc.jitterbuffer import JitterFrame
from aiortc.rtp import RtpPacket
from aiortc.utils import uint16_gt

_BUFFER: Final = "_RTCRtpReceiver__jitter_buffer"


def pass_audio_at_once(receiver: RTCRtpReceiver) -> None:
    """Give an audio ``receiver`` that has not begun a buffer that does not wait."""
    assert hasattr(receiver, _BUFFER), "another aiortc than 1.16.0"
    setattr(receiver, _BUFFER, _PassThrough())


class _PassThrough:
    """What aiortc asks of its ``JitterBuffer``."""

    def __init__(self) -> None:
        self._last: int | None = None

    def add(self, packet: RtpPacket) -> tuple[bool, JitterFrame | None]:
        """Whether a key frame is needed, and the frame that is complete: ``packet``, unless it is late."""
        if self._last is not None and not uint16_gt(packet.sequence_number, self._last):
            return False, None
        self._last = packet.sequence_number
        # aiortc puts the payload there before it asks.
        return False, JitterFrame(data=packet._data, timestamp=packet.timestamp)  # type: ignore[attr-defined]
