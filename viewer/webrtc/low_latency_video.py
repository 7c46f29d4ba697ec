"""Video packets on their way to the decoder, by our own jitter buffer.

aiortc 1.16.0 holds a frame back until the next one begins, asks for a missing packet once, and stands still
for seconds over one that never comes, then decodes torn frames (its ``JitterBuffer`` and ``NackGenerator``).
It throws retransmissions away whose SSRC the answer did not pair (RFC 4588 section 5.3 lets a receiver find
the pairs out). A public way to choose these parts in aiortc would make this file unnecessary.
"""

import asyncio
from typing import Any, Final

from aiortc import RTCRtpReceiver
from aiortc.jitterbuffer import JitterFrame
from aiortc.rtp import RtpPacket

from viewer.media.receive.frame_times import DecodingTimes
from viewer.media.receive.lip_sync import StreamTimes
from viewer.media.receive.tap import Tap
from viewer.media.receive.video_buffer import VideoBuffer, VideoPacket
from viewer.media.receive.wrapping import Unwrapped
from viewer.tasks import BackgroundTasks
from viewer.webrtc.sender_reports import on_sender_report

_JITTER_BUFFER: Final = "_RTCRtpReceiver__jitter_buffer"
_NACK_GENERATOR: Final = "_RTCRtpReceiver__nack_generator"
_RTX_SSRC: Final = "_RTCRtpReceiver__rtx_ssrc"
_CODECS: Final = "_RTCRtpReceiver__codecs"
_DECODER_QUEUE: Final = "_RTCRtpReceiver__decoder_queue"

# So many frames behind, decoding them all would only keep the picture late.
_MAX_UNDECODED: Final = 25

_H264_SPS: Final = 7
_H264_STAP_A: Final = 24
_H264_FU_A: Final = 28


class LowLatencyVideo:
    """Takes the place of a video ``receiver``'s jitter buffer, before it has begun.

    Frames reach the decoder with the RTP timestamp, unwrapped, as their ``pts``; ``times`` hears of each, and
    ``tap``, which may want a key frame.
    """

    def __init__(
        self, receiver: RTCRtpReceiver, times: StreamTimes, tasks: BackgroundTasks, tap: Tap | None = None
    ) -> None:
        self.buffer = VideoBuffer()
        self.decoding = DecodingTimes()
        self._receiver = receiver
        self._times = times
        self._tap = tap or Tap()
        self._tasks = tasks
        self._ssrc: int | None = None
        self._retransmitted = False
        self._closed = False
        self._timestamps = Unwrapped()
        self._timer: asyncio.TimerHandle | None = None
        setattr(receiver, _JITTER_BUFFER, self)
        setattr(receiver, _NACK_GENERATOR, _NoNacks())
        setattr(receiver, _RTX_SSRC, _LearntPairs(self))
        on_sender_report(receiver, self._reported)

    @property
    def ssrc(self) -> int | None:
        """The SSRC of the pictures, once a packet has come."""
        return self._ssrc

    def media_ssrc(self, of_packet: int | None) -> int | None:
        """The SSRC that a retransmission belongs to, which the answer says is ``of_packet``, if it does.

        aiortc asks before it passes the packet on.
        """
        self._retransmitted = True
        return self._ssrc if of_packet is None else of_packet

    def add(self, packet: RtpPacket) -> tuple[bool, None]:
        """What aiortc asks of its ``JitterBuffer``; frames go to the decoder from here instead."""
        if self._closed:
            return False, None
        now = asyncio.get_running_loop().time()
        self._ssrc = packet.ssrc
        codec = getattr(self._receiver, _CODECS)[packet.payload_type]
        data: bytes = packet._data  # type: ignore[attr-defined]  # aiortc puts the payload there before it asks
        taken = VideoPacket(
            packet.sequence_number,
            packet.timestamp,
            bool(packet.marker),
            begins_key_frame(codec.name, packet.payload),
            data,
            self._retransmitted,
            now,
        )
        self._retransmitted = False
        decoder = getattr(self._receiver, _DECODER_QUEUE)
        for frame in self.buffer.add(taken, now):
            timestamp = self._timestamps.map(frame.timestamp)
            self._times.arrived(timestamp, now)
            self.decoding.entered(timestamp, frame.began, now)
            decoder.put((codec, JitterFrame(frame.data, timestamp)))
            if self._tap.picture(self._times, codec.name, timestamp, frame.data, now):
                self._tasks.spawn("key frame", self._receiver._send_rtcp_pli(packet.ssrc))
        if decoder.qsize() > _MAX_UNDECODED:
            self.buffer.give_up(now)
        self._tell(packet.ssrc, now)
        return False, None

    def close(self) -> None:
        """Take nothing and ask for nothing any more. May be called twice."""
        self._closed = True
        if self._timer:
            self._timer.cancel()

    def _reported(self, ssrc: int, timestamp: int, ntp_time: float) -> None:
        if ssrc == self._ssrc:
            self._times.reported(self._timestamps.map(timestamp), ntp_time)

    def _tell(self, ssrc: int, now: float) -> None:
        """Tell the sender what is missing, and come back when there is more to tell."""
        if self._timer:
            self._timer.cancel()
        feedback = self.buffer.feedback(now)
        if feedback.lost:
            self._tasks.spawn("nack", self._receiver._send_rtcp_nack(ssrc, list(feedback.lost)))
        if feedback.key_frame:
            self._tasks.spawn("key frame", self._receiver._send_rtcp_pli(ssrc))
        if (deadline := self.buffer.deadline) is not None:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_at(max(deadline, now), lambda: self._tell(ssrc, loop.time()))


class _NoNacks:
    """What aiortc asks of its ``NackGenerator``."""

    missing: frozenset[int] = frozenset()

    def add(self, _: RtpPacket) -> bool:
        return False


class _LearntPairs(dict[int, int]):
    """The SSRC whose packets an SSRC repeats; what the answer does not say is the one that we receive."""

    def __init__(self, video: LowLatencyVideo) -> None:
        super().__init__()
        self._video = video

    def get(self, ssrc: int, default: Any = None) -> Any:
        return self._video.media_ssrc(super().get(ssrc, default))


def begins_key_frame(codec: str, payload: bytes) -> bool:
    """Whether an RTP ``payload`` is the first of a key frame (RFC 7741 section 4.3, RFC 6184 section 5.4)."""
    if len(payload) < 2:
        return False
    if codec == "VP8":
        return _begins_vp8_key_frame(payload)
    kind = payload[0] & 0x1F
    if kind == _H264_FU_A:
        return bool(payload[1] & 0x80) and payload[1] & 0x1F == _H264_SPS
    if kind != _H264_STAP_A:
        return kind == _H264_SPS
    place = 1
    while place + 2 < len(payload):
        if payload[place + 2] & 0x1F == _H264_SPS:
            return True
        place += 2 + int.from_bytes(payload[place : place + 2], "big")
    return False


def _begins_vp8_key_frame(payload: bytes) -> bool:
    is_start = payload[0] & 0x1F == 0x10  # S, and partition 0
    header = 1
    if payload[0] & 0x80:  # X
        extensions = payload[1]
        header = 2
        if extensions & 0x80:  # I
            header += 2 if len(payload) > 2 and payload[2] & 0x80 else 1
        header += bool(extensions & 0x40) + bool(extensions & 0x30)  # L; T or K
    return is_start and len(payload) > header and not payload[header] & 1
