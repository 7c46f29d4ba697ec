"""Sound packets on their way to the decoder, without a wait.

aiortc 1.16.0 holds audio back until five packets are there, drops sixteen when one is lost for good, and
conceals nothing (its ``JitterBuffer(capacity=16, prefetch=4)``). Here packets pass in order; what is missing
is concealed behind the decoder, and the loudspeaker's buffer does the waiting. A public way to choose the
jitter buffer in aiortc would make this file unnecessary.
"""

import time
from typing import Final

from aiortc import RTCRtpReceiver
from aiortc.jitterbuffer import JitterFrame
from aiortc.rtp import RtpPacket
from aiortc.utils import uint16_gt

from viewer.media.lip_sync import StreamTimes
from viewer.media.timestamps import Unwrapped
from viewer.session.sender_reports import on_sender_report

_BUFFER: Final = "_RTCRtpReceiver__jitter_buffer"
_TIMESTAMP_MAPPER: Final = "_RTCRtpReceiver__timestamp_mapper"


class PromptAudio:
    """Takes the place of an audio ``receiver``'s jitter buffer, before it has begun.

    Decoded frames have the RTP timestamp, unwrapped, as their ``pts``; ``times`` hears of every packet.
    """

    def __init__(self, receiver: RTCRtpReceiver, times: StreamTimes) -> None:
        for name in (_BUFFER, _TIMESTAMP_MAPPER):
            assert hasattr(receiver, name), "another aiortc than 1.16.0"
        self._times = times
        self._arrived = Unwrapped()
        self._last: int | None = None
        setattr(receiver, _BUFFER, self)
        setattr(receiver, _TIMESTAMP_MAPPER, Unwrapped())
        on_sender_report(receiver, self._reported)

    def add(self, packet: RtpPacket) -> tuple[bool, JitterFrame | None]:
        """Whether a key frame is needed, and the frame that is complete: ``packet``, unless it is late."""
        if self._last is not None and not uint16_gt(packet.sequence_number, self._last):
            return False, None
        self._last = packet.sequence_number
        self._times.arrived(self._arrived.map(packet.timestamp), time.monotonic())
        # aiortc puts the payload there before it asks.
        return False, JitterFrame(data=packet._data, timestamp=packet.timestamp)  # type: ignore[attr-defined]

    def _reported(self, _: int, timestamp: int, ntp_time: float) -> None:
        if self._last is not None:
            self._times.reported(self._arrived.map(timestamp), ntp_time)
