"""Sound packets on their way through the decoder, by our own queue.

aiortc 1.16.0 holds audio back until five packets are there, drops sixteen when one is lost for good, and
conceals nothing (its ``JitterBuffer(capacity=16, prefetch=4)``); it knows no redundancy (RFC 2198) and asks
for no sound again. Here packets pass in order; what is missing is restored, or asked for while there is time,
or concealed behind the decoder, and the loudspeaker's buffer does the waiting. A public way to choose the
jitter buffer in aiortc would make this file unnecessary.

They are decoded right here: to hand each to another thread and its sound back costs more than decoding it.
"""

import asyncio
import logging
import weakref
from collections.abc import Callable

import av
from aiortc import RTCRtpReceiver
from aiortc.codecs import get_decoder
from aiortc.codecs.base import Decoder
from aiortc.jitterbuffer import JitterFrame
from aiortc.rtcrtpparameters import RTCRtpCodecParameters
from aiortc.rtp import RtpPacket

from viewer.media.pcm import SAMPLE_RATE
from viewer.media.receive.lip_sync import StreamTimes
from viewer.media.receive.sound_queue import SoundPacket, SoundQueue
from viewer.media.receive.tap import Tap
from viewer.media.receive.wrapping import Unwrapped
from viewer.media.redundancy import unpack
from viewer.tasks import BackgroundTasks
from viewer.webrtc.received_packets import ReceivedPackets
from viewer.webrtc.sender_reports import on_sender_report

_log = logging.getLogger(__name__)


class LowLatencyAudio:
    """Takes what comes of an audio ``receiver``, from before it has begun.

    ``times`` hears of every packet, and ``tap`` of those that are decoded. All in the running event loop.

    Args:
        take: gets each decoded frame; its ``pts`` is the RTP timestamp, unwrapped.
        room: how many seconds from now the sound that was decoded so far lasts.
    """

    def __init__(
        self,
        receiver: RTCRtpReceiver,
        times: StreamTimes,
        room: Callable[[], float],
        tasks: BackgroundTasks,
        take: Callable[[av.AudioFrame], None],
        tap: Tap | None = None,
    ) -> None:
        self.queue = SoundQueue(room)
        self.bytes_received = 0
        """Of payloads."""
        # Held, it would be in a circle with what is kept in it.
        self._held = weakref.ref(receiver)
        self._times = times
        self._tasks = tasks
        self._take = take
        self._tap = tap or Tap()
        self._decoders: dict[int, Decoder] = {}
        self._red: int | None = None
        self._arrived = Unwrapped()
        self._newest: int | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._closed = False
        self._loop = asyncio.get_running_loop()
        self.packets = ReceivedPackets(receiver, self._add)
        on_sender_report(receiver, self._reported)

    def take_redundancy(self, payload_type: int) -> None:
        """The sender may use ``payload_type`` for RED. Call before the first packet comes, and when the
        receiver has the transport that it stays with.
        """
        if (receiver := self._held()) is None:
            return
        self._red = payload_type
        self.packets.codecs[payload_type] = RTCRtpCodecParameters(
            mimeType="audio/red", clockRate=SAMPLE_RATE, channels=2, payloadType=payload_type
        )
        router = receiver.transport._rtp_router
        router.register_receiver(receiver, ssrcs=[], payload_types=[payload_type])

    def _add(self, packet: RtpPacket, _: RTCRtpCodecParameters, __: bool) -> None:
        if self._closed:
            return
        now = self._loop.time()
        timestamp = self._arrived.map(packet.timestamp)
        if self._newest is None or timestamp > self._newest or timestamp < self._newest - SAMPLE_RATE:
            self._newest = timestamp
            self._times.arrived(timestamp, now)
        try:
            packets = self._unpacked(packet, timestamp)
        except ValueError as error:
            _log.info("a packet of sound could not be read: %s", error)
            return
        self._decode(self.queue.add(packet.sequence_number, packets, now), now)
        self._ask(packet.ssrc, now)

    def close(self) -> None:
        """Take nothing and ask for nothing any more. May be called twice."""
        self._closed = True
        self._take = lambda _: None
        if self._timer:
            self._timer.cancel()
        if self._red is not None and (receiver := self._held()) is not None:
            # One that never began is not forgotten by itself.
            receiver.transport._rtp_router.unregister_receiver(receiver)

    def _unpacked(self, packet: RtpPacket, timestamp: int) -> list[SoundPacket]:
        data = packet.payload
        self.bytes_received += len(data)
        if packet.payload_type != self._red:
            return [SoundPacket(packet.payload_type, timestamp, data)]
        return [SoundPacket(block.payload_type, timestamp - block.age, block.data) for block in unpack(data)]

    def _decode(self, packets: list[SoundPacket], now: float) -> None:
        for packet in packets:
            try:
                decoder = self._decoder(packet.payload_type)
                frames = decoder.decode(JitterFrame(packet.data, packet.timestamp))
            except (av.FFmpegError, ValueError) as error:
                _log.info("a packet of sound could not be decoded: %s", error)
                continue
            self._tap.sound(self._times, packet.timestamp, packet.data, now)
            for frame in frames:
                assert isinstance(frame, av.AudioFrame)
                self._take(frame)

    def _decoder(self, payload_type: int) -> Decoder:
        if (decoder := self._decoders.get(payload_type)) is None:
            if payload_type not in self.packets.codecs:
                raise ValueError(f"payload type {payload_type} was not agreed on")
            decoder = self._decoders[payload_type] = get_decoder(self.packets.codecs[payload_type])
        return decoder

    def _ask(self, ssrc: int, now: float) -> None:
        """Ask for what is missing, and come back when there is more to do."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        lost = self.queue.to_ask(now)
        if lost and (receiver := self._held()) is not None:
            self._tasks.spawn("nack", receiver._send_rtcp_nack(ssrc, lost))
        if (deadline := self.queue.deadline) is not None:
            self._timer = self._loop.call_at(max(deadline, now), self._go_on, ssrc)

    def _go_on(self, ssrc: int) -> None:
        now = self._loop.time()
        self._decode(self.queue.due(now), now)
        self._ask(ssrc, now)

    def _reported(self, _: int, timestamp: int, ntp_time: float) -> None:
        if self._newest is not None:
            self._times.reported(self._arrived.map(timestamp), ntp_time)
