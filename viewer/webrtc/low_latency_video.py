"""Video packets on their way to the decoder, by our own jitter buffer.

aiortc 1.16.0 holds a frame back until the next one begins, asks for a missing packet once, and stands still
for seconds over one that never comes, then decodes torn frames (its ``JitterBuffer`` and ``NackGenerator``).
A public way to choose these parts in aiortc would make this file unnecessary.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Final

import av
from aiortc import RTCRtpReceiver
from aiortc.rtcrtpparameters import RTCRtpCodecParameters
from aiortc.rtp import RtpPacket

from viewer.media.receive.decoder import FrameDecoder
from viewer.media.receive.frame_times import DecodingTimes
from viewer.media.receive.lip_sync import StreamTimes
from viewer.media.receive.payloads import unpacked
from viewer.media.receive.tap import Tap
from viewer.media.receive.video_buffer import VideoBuffer, VideoPacket
from viewer.media.receive.wrapping import Unwrapped
from viewer.tasks import BackgroundTasks
from viewer.webrtc.received_packets import ReceivedPackets
from viewer.webrtc.sender_reports import on_sender_report

_log = logging.getLogger(__name__)

# So many frames behind, decoding them all would only keep the picture late.
_MAX_UNDECODED: Final = 25


class LowLatencyVideo:
    """Takes what comes of a video ``receiver``, from before it has begun.

    ``times`` hears of each frame, and ``tap``, which may want a key frame. All in the running event loop.

    Args:
        take: gets each picture; its ``pts`` is the RTP timestamp, unwrapped.
    """

    def __init__(
        self,
        receiver: RTCRtpReceiver,
        times: StreamTimes,
        tasks: BackgroundTasks,
        take: Callable[[av.VideoFrame], None],
        tap: Tap | None = None,
    ) -> None:
        self.buffer = VideoBuffer()
        self.decoding = DecodingTimes()
        self.packets = ReceivedPackets(receiver, self._add)
        self._loop = asyncio.get_running_loop()
        self._receiver = receiver
        self._times = times
        self._take = take
        self._tap = tap or Tap()
        self._tasks = tasks
        self._decoder = FrameDecoder(self._decoded, self._failed)
        self._closed = False
        self._timestamps = Unwrapped()
        self._timer: asyncio.TimerHandle | None = None
        on_sender_report(receiver, self._reported)

    @property
    def ssrc(self) -> int | None:
        """The SSRC of the pictures, once a packet has come."""
        return self.packets.ssrc

    def close(self) -> None:
        """Take nothing and ask for nothing any more. May be called twice."""
        self._closed = True
        self._decoder.stop()
        if self._timer:
            self._timer.cancel()

    def _add(self, packet: RtpPacket, codec: RTCRtpCodecParameters, retransmitted: bool) -> None:
        if self._closed:
            return
        now, name = self._loop.time(), codec.name
        try:
            data, begins_key_frame = unpacked(name, packet.payload)
        except ValueError as error:
            _log.info("a packet of pictures could not be read: %s", error)
            return
        taken = VideoPacket(
            packet.sequence_number,
            packet.timestamp,
            bool(packet.marker),
            begins_key_frame,
            data,
            retransmitted,
            now,
        )
        for frame in self.buffer.add(taken, now):
            timestamp = self._timestamps.map(frame.timestamp)
            self._times.arrived(timestamp, now)
            self.decoding.entered(timestamp, frame.began, now)
            self._decoder.put(name, replace(frame, timestamp=timestamp))
            if self._tap.picture(self._times, name, timestamp, frame.data, now):
                self._tasks.spawn("key frame", self._receiver._send_rtcp_pli(packet.ssrc))
        if len(self._decoder) > _MAX_UNDECODED:
            self.buffer.give_up(now)
        if self._timer or self.buffer.deadline is not None:
            self._tell(packet.ssrc, now)

    def _decoded(self, picture: av.VideoFrame) -> None:
        """On the decoder's thread."""
        self._call(self._pass_on, picture)

    def _failed(self) -> None:
        """On the decoder's thread."""
        self._call(self._give_up)

    def _call(self, function: Callable[..., None], *arguments: object) -> None:
        try:
            self._loop.call_soon_threadsafe(function, *arguments)
        except RuntimeError:  # the loop has closed
            return

    def _pass_on(self, picture: av.VideoFrame) -> None:
        if self._closed:
            return
        if picture.pts is not None:
            self.decoding.left(picture.pts, self._loop.time())
        self._take(picture)

    def _give_up(self) -> None:
        if self._closed or self.ssrc is None:
            return
        now = self._loop.time()
        self.buffer.give_up(now)
        self._tell(self.ssrc, now)

    def _reported(self, ssrc: int, timestamp: int, ntp_time: float) -> None:
        if ssrc == self.ssrc:
            self._times.reported(self._timestamps.map(timestamp), ntp_time)

    def _tell(self, ssrc: int, now: float) -> None:
        """Tell the sender what is missing, and come back when there is more to tell."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        feedback = self.buffer.feedback(now)
        if feedback.lost:
            self._tasks.spawn("nack", self._receiver._send_rtcp_nack(ssrc, list(feedback.lost)))
        if feedback.key_frame:
            self._tasks.spawn("key frame", self._receiver._send_rtcp_pli(ssrc))
        if (deadline := self.buffer.deadline) is not None:
            self._timer = self._loop.call_at(max(deadline, now), self._go_on, ssrc)

    def _go_on(self, ssrc: int) -> None:
        self._tell(ssrc, self._loop.time())
