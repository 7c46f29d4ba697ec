"""Our jitter buffer in aiortc's place, fed by aiortc's own encoders."""

import asyncio
from fractions import Fraction

import av
import numpy as np
import pytest
from aiortc import RTCRtpReceiver
from aiortc.codecs import depayload
from aiortc.codecs.h264 import H264Encoder
from aiortc.codecs.vpx import Vp8Encoder
from aiortc.rtcrtpparameters import RTCRtpCodecParameters
from aiortc.rtp import RtpPacket

from viewer.media.receive.lip_sync import StreamTimes
from viewer.tasks import BackgroundTasks
from viewer.webrtc.low_latency_video import LowLatencyVideo, begins_key_frame

SSRC, RTX_SSRC = 11, 22


def noisy_frame(number: int) -> av.VideoFrame:
    pixels = np.random.default_rng(number).integers(0, 255, (240, 320, 3), np.uint8)
    frame = av.VideoFrame.from_ndarray(pixels, format="rgb24").reformat(format="yuv420p")
    frame.pts, frame.time_base = number * 3600, Fraction(1, 90_000)
    return frame


@pytest.mark.parametrize(("codec", "encoder"), [("VP8", Vp8Encoder()), ("H264", H264Encoder())])
def test_the_first_packet_of_a_key_frame_is_known_by_its_payload(
    codec: str, encoder: Vp8Encoder | H264Encoder
) -> None:
    seen, most = [], 0
    for number in range(6):
        payloads, _ = encoder.encode(noisy_frame(number), force_keyframe=number in (0, 4))
        starts = [begins_key_frame(codec, payload) for payload in payloads]
        assert not any(starts[1:])
        most = max(most, len(payloads))
        seen.append(starts[0])
    assert seen == [True, False, False, False, True, False]
    assert most > 1


@pytest.mark.parametrize(
    ("payload", "is_one"),
    [
        (b"\x10\x00", True),
        (b"\x10\x01", False),  # an inter frame
        (b"\x00\x00", False),  # not the first packet
        (b"\x11\x00", False),  # another partition
        (b"\x90\x80\x12\x00", True),
        (b"\x90\x80\x81\x02\x00", True),
        (b"\x90\xe0\x81\x02\x03\x04\x00", True),
        (b"\x90\xe0\x81\x02\x03\x04\x01", False),
        (b"\x90\x80", False),
        (b"", False),
    ],
)
def test_vp8_descriptors_of_every_length_are_read(payload: bytes, is_one: bool) -> None:
    assert begins_key_frame("VP8", payload) == is_one


@pytest.mark.parametrize(
    ("payload", "is_one"),
    [
        (b"\x67\x42", True),  # a sequence parameter set
        (b"\x65\x00", False),  # an IDR slice needs one before it
        (b"\x18\x00\x01\x09\x00\x02\x67\x42", True),  # together with a delimiter
        (b"\x18\x00\x02\x41\x00", False),
        (b"\x18\xff\xff\x41", False),
        (b"\x7c\x87", True),  # the first fragment
        (b"\x7c\x07", False),
    ],
)
def test_h264_packets_of_every_kind_are_read(payload: bytes, is_one: bool) -> None:
    assert begins_key_frame("H264", payload) == is_one


class Receiver(RTCRtpReceiver):
    """A receiver without a network; what it would send is kept."""

    def __init__(self) -> None:
        class Transport:
            state = "new"

        super().__init__("video", Transport())  # type: ignore[arg-type]
        codec = RTCRtpCodecParameters(mimeType="video/VP8", clockRate=90_000, payloadType=96)
        self._RTCRtpReceiver__codecs = {96: codec}
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

    def decoded(self) -> list[tuple[int, bytes]]:
        queue = self._RTCRtpReceiver__decoder_queue  # type: ignore[attr-defined]
        frames = []
        while not queue.empty():
            _, frame = queue.get_nowait()
            frames.append((frame.timestamp, frame.data))
        return frames


def packets(*numbers: int) -> list[RtpPacket]:
    """One-packet frames, the first of them a key frame."""
    made = []
    for number in numbers:
        payload = b"\x10\x00" if number == 0 else b"\x10\x01"
        packet = RtpPacket(96, 1, number, number * 3600, SSRC, payload)
        codec = RTCRtpCodecParameters(mimeType="video/VP8", clockRate=90_000, payloadType=96)
        packet._data = depayload(codec, payload)  # type: ignore[attr-defined]
        made.append(packet)
    return made


async def test_several_frames_that_one_packet_completes_reach_the_decoder_at_once() -> None:
    receiver, tasks = Receiver(), BackgroundTasks("test")
    video = LowLatencyVideo(receiver, StreamTimes(90_000), tasks)
    for packet in packets(0, 2, 3):
        assert video.add(packet) == (False, None)
    assert [timestamp for timestamp, _ in receiver.decoded()] == [0]
    (late,) = packets(1)
    video.add(late)
    assert [timestamp for timestamp, _ in receiver.decoded()] == [3600, 7200, 10800]
    video.close()
    await tasks.cancel()


@pytest.mark.virtual_time
async def test_what_is_missing_is_asked_for_again_without_another_packet() -> None:
    receiver, tasks = Receiver(), BackgroundTasks("test")
    video = LowLatencyVideo(receiver, StreamTimes(90_000), tasks)
    for packet in packets(0, 2):
        video.add(packet)
    async with asyncio.timeout(10):
        while not receiver.key_frames_asked:
            receiver.news.clear()
            await receiver.news.wait()
    assert len(receiver.asked) > 1
    assert all(lost == [1] for lost in receiver.asked)
    video.close()
    receiver.asked.clear()
    video.add(packets(9)[0])
    await asyncio.sleep(0)
    assert receiver.asked == []
    await tasks.cancel()


async def test_a_repetition_whose_ssrc_nobody_announced_belongs_to_the_pictures() -> None:
    receiver, tasks = Receiver(), BackgroundTasks("test")
    video = LowLatencyVideo(receiver, StreamTimes(90_000), tasks)
    pairs = receiver._RTCRtpReceiver__rtx_ssrc  # type: ignore[attr-defined]
    assert pairs.get(RTX_SSRC) is None
    video.add(packets(0)[0])
    assert pairs.get(RTX_SSRC) == SSRC
    pairs[RTX_SSRC] = 33
    assert pairs.get(RTX_SSRC) == 33
    video.close()
    await tasks.cancel()
