"""Our jitter buffer in aiortc's place, fed by aiortc's own encoders."""

import asyncio
from collections.abc import AsyncIterator
from fractions import Fraction

import av
import numpy as np
import pytest
from aiortc import RTCRtpReceiver
from aiortc.codecs import get_encoder
from aiortc.rtcrtpparameters import RTCRtpCodecParameters
from aiortc.rtp import AnyRtcpPacket, RtcpPsfbPacket, RtpPacket, unpack_remb_fci, wrap_rtx

from viewer.media.receive.lip_sync import StreamTimes
from viewer.tasks import BackgroundTasks
from viewer.webrtc.low_latency_video import LowLatencyVideo

SSRC, RTX_SSRC = 11, 22
VP8 = RTCRtpCodecParameters(mimeType="video/VP8", clockRate=90_000, payloadType=96)
H264 = RTCRtpCodecParameters(mimeType="video/H264", clockRate=90_000, payloadType=97)
RTX = RTCRtpCodecParameters(
    mimeType="video/rtx", clockRate=90_000, payloadType=98, parameters={"apt": VP8.payloadType or 0}
)


def flat_frame(number: int) -> av.VideoFrame:
    frame = av.VideoFrame.from_ndarray(np.full((64, 64, 3), 10 * number, np.uint8), format="rgb24")
    frame = frame.reformat(format="yuv420p")
    frame.pts, frame.time_base = number * 3600, Fraction(1, 90_000)
    return frame


class Receiver(RTCRtpReceiver):
    """A receiver without a network; what it would send is kept."""

    def __init__(self) -> None:
        class Transport:
            state = "new"

        super().__init__("video", Transport())  # type: ignore[arg-type]
        self._RTCRtpReceiver__codecs = {codec.payloadType: codec for codec in (VP8, H264, RTX)}
        self.asked: list[list[int]] = []
        self.key_frames_asked = 0
        self.news = asyncio.Event()

    async def _send_rtcp_nack(self, media_ssrc: int, lost: list[int]) -> None:
        assert media_ssrc == SSRC
        self.asked.append(lost)
        self.news.set()

    async def _send_rtcp_pli(self, media_ssrc: int) -> None:
        assert media_ssrc == SSRC
        self.key_frames_asked += 1
        self.news.set()


class Watched:
    """The pictures of a receiver, as they come out."""

    def __init__(self) -> None:
        self.receiver, self.tasks = Receiver(), BackgroundTasks("test")
        self.pictures: list[av.VideoFrame] = []
        self.came = asyncio.Event()
        self.video = LowLatencyVideo(self.receiver, StreamTimes(90_000), self.tasks, self._take)

    def _take(self, picture: av.VideoFrame) -> None:
        self.pictures.append(picture)
        self.came.set()

    async def add(self, *packets: RtpPacket) -> None:
        """They come."""
        for packet in packets:
            await self.receiver._handle_rtp_packet(packet, arrival_time_ms=0)

    async def shown(self, count: int) -> list[int | None]:
        """The timestamps of the pictures, once there are so many."""
        async with asyncio.timeout(10):
            while len(self.pictures) < count:
                self.came.clear()
                await self.came.wait()
        return [picture.pts for picture in self.pictures]

    async def close(self) -> None:
        self.video.close()
        await self.tasks.cancel()


@pytest.fixture
async def watched() -> AsyncIterator[Watched]:
    """A receiver of its own."""
    one = Watched()
    yield one
    await one.close()


def packets(*numbers: int, codec: RTCRtpCodecParameters = VP8) -> list[RtpPacket]:
    """One-packet frames with those numbers, of a stream whose first one is a key frame."""
    encoder = get_encoder(codec)
    made = []
    for number in range(max(numbers) + 1):
        (payload,), _ = encoder.encode(flat_frame(number))
        made.append(RtpPacket(codec.payloadType or 0, 1, number, number * 3600, SSRC, payload))
    return [made[number] for number in numbers]


@pytest.mark.parametrize("codec", [VP8, H264])
async def test_several_frames_that_one_packet_completes_are_decoded_in_order(
    watched: Watched, codec: RTCRtpCodecParameters
) -> None:
    first, late, *others = packets(0, 1, 2, 3, codec=codec)
    await watched.add(first, *others)
    assert await watched.shown(1) == [0]
    await watched.add(late)
    assert await watched.shown(4) == [0, 3600, 7200, 10800]
    assert {picture.width for picture in watched.pictures} == {64}


async def test_what_cannot_be_decoded_asks_for_a_key_frame_and_what_follows_it_is_left_out(
    watched: Watched,
) -> None:
    first, second, third = packets(0, 1, 2)
    await watched.add(first)
    await watched.shown(1)
    second.payload = second.payload[:4] + b"\x01"
    await watched.add(second)
    async with asyncio.timeout(10):
        while not watched.receiver.key_frames_asked:
            watched.receiver.news.clear()
            await watched.receiver.news.wait()
    await watched.add(third)
    first.sequence_number, first.timestamp = 3, 10800
    await watched.add(first)
    assert await watched.shown(2) == [0, 10800]


@pytest.mark.virtual_time
async def test_what_is_missing_is_asked_for_again_without_another_packet(watched: Watched) -> None:
    await watched.add(*packets(0, 2))
    receiver = watched.receiver
    async with asyncio.timeout(10):
        while not receiver.key_frames_asked:
            receiver.news.clear()
            await receiver.news.wait()
    assert len(receiver.asked) > 1
    assert all(lost == [1] for lost in receiver.asked)
    watched.video.close()
    receiver.asked.clear()
    await watched.add(*packets(9))
    await asyncio.sleep(0)
    assert receiver.asked == []


async def test_a_repetition_whose_ssrc_nobody_announced_is_of_the_pictures(watched: Watched) -> None:
    first, lost, third = packets(0, 1, 2)
    repetition = wrap_rtx(lost, RTX.payloadType or 0, 7, RTX_SSRC)
    await watched.add(repetition)
    assert watched.video.ssrc is None, "of which nothing is known yet"
    await watched.add(first, third, repetition)
    assert await watched.shown(3) == [0, 3600, 7200]
    assert watched.video.ssrc == SSRC
    assert watched.video.buffer.stream.packets_retransmitted == 1


async def test_the_way_is_estimated_for_a_sender_that_leaves_it_to_us(watched: Watched) -> None:
    watched.receiver._set_rtcp_ssrc(5)
    sent: list[AnyRtcpPacket] = []

    async def send(packet: AnyRtcpPacket) -> None:
        sent.append(packet)

    watched.receiver._send_rtcp = send  # type: ignore[method-assign]
    for number in range(400):
        packet = RtpPacket(VP8.payloadType or 0, 0, number, 0, SSRC, bytes(1000))
        packet.extensions.abs_send_time = int(number * 0.01 * (1 << 18)) & 0xFFFFFF
        await watched.receiver._handle_rtp_packet(packet, arrival_time_ms=number * 10)
    estimates = [unpack_remb_fci(packet.fci) for packet in sent if isinstance(packet, RtcpPsfbPacket)]
    assert estimates
    assert all(ssrcs == [SSRC] and bitrate > 100_000 for bitrate, ssrcs in estimates)
