"""What is in the payloads that aiortc's own encoders make, and in odd ones."""

from fractions import Fraction

import av
import numpy as np
import pytest
from aiortc.codecs.h264 import H264Encoder
from aiortc.codecs.vpx import Vp8Encoder, vp8_depayload
from hypothesis import example, given
from hypothesis import strategies as st

from viewer.media.receive.payloads import unpacked


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
        starts = [unpacked(codec, payload)[1] for payload in payloads]
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
        (b"", False),
    ],
)
def test_vp8_descriptors_of_every_length_are_read(payload: bytes, is_one: bool) -> None:
    assert unpacked("VP8", payload)[1] == is_one


@given(st.binary(max_size=9))
@example(b"\x90\x80")
@example(b"\x90\xf0\x81\x02\x03\x04")
def test_of_a_vp8_descriptor_the_same_is_left_as_aiortc_leaves(payload: bytes) -> None:
    try:
        left = vp8_depayload(payload) if payload else b""
    except ValueError:
        with pytest.raises(ValueError, match="cut off"):
            unpacked("VP8", payload)
    else:
        assert unpacked("VP8", payload)[0] == left


@pytest.mark.parametrize(
    ("payload", "is_one"),
    [
        (b"\x67\x42", True),  # a sequence parameter set
        (b"\x65\x00", False),  # an IDR slice needs one before it
        (b"\x18\x00\x01\x09\x00\x02\x67\x42", True),  # together with a delimiter
        (b"\x18\x00\x02\x41\x00", False),
        (b"\x7c\x87", True),  # the first fragment
        (b"\x7c\x07", False),
    ],
)
def test_h264_packets_of_every_kind_are_read(payload: bytes, is_one: bool) -> None:
    assert unpacked("H264", payload)[1] == is_one
