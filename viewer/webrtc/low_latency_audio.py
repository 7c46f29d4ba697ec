"""Sound packets on their way through the decoder, without a wait.

aiortc 1.16.0 holds audio back until five packets are there, drops sixteen when one is lost for good, and
conceals nothing (its ``JitterBuffer(capacity=16, prefetch=4)``). Here packets pass in order; what is missing
is concealed behind the decoder, and the loudspeaker's buffer does the waiting. A public way to choose the
jitter buffer in aiortc would make this file unnecessary.

They are decoded right here: to hand each to another thread and its sound back costs more than decoding it.
"""

import logging
import time
from typing import Final

import av
from aiortc import RTCRtpReceiver
from aiortc.codecs import get_decoder
from aiortc.codecs.base import Decoder
from aiortc.jitterbuffer import JitterFrame
from aiortc.rtp import RtpPacket

from viewer.media.receive.lip_sync import StreamTimes
from viewer.media.receive.wrapping import SEQUENCE_BITS, Unwrapped, ahead
from viewer.webrtc.sender_reports import on_sender_report

_BUFFER: Final = "_RTCRtpReceiver__jitter_buffer"
_CODECS: Final = "_RTCRtpReceiver__codecs"

_log = logging.getLogger(__name__)


class LowLatencyAudio:
    """Takes the place of an audio ``receiver``'s jitter buffer, before it has begun.

    Decoded frames have the RTP timestamp, unwrapped, as their ``pts``; ``times`` hears of every packet.
    """

    def __init__(self, receiver: RTCRtpReceiver, times: StreamTimes) -> None:
        self._receiver = receiver
        self._decoder: Decoder | None = None
        self._times = times
        self._arrived = Unwrapped()
        self._last: int | None = None
        setattr(receiver, _BUFFER, self)
        on_sender_report(receiver, self._reported)

    def add(self, packet: RtpPacket) -> tuple[bool, None]:
        """What aiortc asks of its ``JitterBuffer``; ``packet``, unless it is late, is decoded instead."""
        if self._last is not None and ahead(packet.sequence_number, self._last, SEQUENCE_BITS) <= 0:
            return False, None
        self._last = packet.sequence_number
        timestamp = self._arrived.map(packet.timestamp)
        self._times.arrived(timestamp, time.monotonic())
        if self._decoder is None:
            self._decoder = get_decoder(getattr(self._receiver, _CODECS)[packet.payload_type])
        try:
            # aiortc puts the payload there before it asks.
            frames = self._decoder.decode(JitterFrame(packet._data, timestamp))  # type: ignore[attr-defined]
        except av.FFmpegError as error:
            _log.info("a packet of sound could not be decoded: %s", error)
            return False, None
        for frame in frames:
            self._receiver.track._queue.put_nowait(frame)  # type: ignore[attr-defined]
        return False, None

    def _reported(self, _: int, timestamp: int, ntp_time: float) -> None:
        if self._last is not None:
            self._times.reported(self._arrived.map(timestamp), ntp_time)
