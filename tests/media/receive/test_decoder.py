"""Encoded frames through the decoder's thread."""

import queue
from collections.abc import Iterator
from fractions import Fraction

import av
import numpy as np
import pytest
from aiortc.codecs.vpx import Vp8Encoder
from av.video.reformatter import ColorRange

from viewer.media.receive.decoder import FrameDecoder
from viewer.media.receive.payloads import unpacked
from viewer.media.receive.video_buffer import EncodedFrame

# RFC 6386 section 9.1: what comes before the first partition of a key frame.
HEADER = 10
# There the first bit is the colour space, the second the clamping type: added, it changes nothing else.
NO_CLAMPING = 0x40


def key_frame(width: int, height: int) -> bytes:
    """VP8."""
    frame = av.VideoFrame.from_ndarray(np.full((height, width, 3), 200, np.uint8), format="rgb24")
    frame = frame.reformat(format="yuv420p")
    frame.pts, frame.time_base = 0, Fraction(1, 90_000)
    payloads, _ = Vp8Encoder().encode(frame)
    return b"".join(unpacked("VP8", payload)[0] for payload in payloads)


class Decoded:
    """What comes out."""

    def __init__(self) -> None:
        self.pictures: queue.Queue[av.VideoFrame | None] = queue.Queue()
        self.decoder = FrameDecoder(self.pictures.put, lambda: self.pictures.put(None))

    def of(self, data: bytes, timestamp: int = 0) -> av.VideoFrame | None:
        self.decoder.put("VP8", EncodedFrame(timestamp, data))
        return self.pictures.get(timeout=10)


@pytest.fixture
def decoded() -> Iterator[Decoded]:
    """What comes out of a decoder of its own."""
    one = Decoded()
    yield one
    one.decoder.stop()
    one.decoder.stop()


@pytest.mark.parametrize("clamping", [0, NO_CLAMPING])
def test_vp8_has_one_range_whether_or_not_its_pixels_are_to_be_clamped(
    decoded: Decoded, clamping: int
) -> None:
    frame = bytearray(key_frame(64, 64))
    frame[HEADER] += clamping
    picture = decoded.of(bytes(frame))
    assert picture is not None
    assert picture.color_range == ColorRange.MPEG


def test_a_stream_goes_on_in_another_size_and_after_what_cannot_be_decoded(decoded: Decoded) -> None:
    sizes = []
    for timestamp, (width, height) in enumerate([(64, 64), (128, 96), (64, 48)]):
        picture = decoded.of(key_frame(width, height), timestamp)
        assert picture is not None
        sizes.append((picture.pts, picture.width, picture.height))
        assert decoded.of(b"\x01\x00") is None
    assert sizes == [(0, 64, 64), (1, 128, 96), (2, 64, 48)]
