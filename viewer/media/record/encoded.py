"""What is in encoded pictures and sound, as far as a film has to know it. Pure, but for the size of H.264."""

import re
import struct
from typing import Final

import av

from viewer.media.pcm import SAMPLE_RATE

_START_CODE: Final = re.compile(b"\0\0\0?\1")
_SPS, _PPS, _ACCESS_UNIT = 7, 8, 9


def is_key_frame(codec: str, frame: bytes) -> bool:
    """Whether ``frame``, as it came, needs none before it (RFC 6386 section 9.1); H.264 with parameters."""
    if codec == "VP8":
        return len(frame) > 9 and not frame[0] & 1
    return any(_kind(unit) == _SPS for unit in _units(frame[:256]))


def size_of(codec: str, key_frame: bytes) -> tuple[int, int]:
    """Width and height of ``key_frame``.

    Raises:
        ValueError: it cannot be told.
    """
    if codec == "VP8":
        width, height = struct.unpack_from("<HH", key_frame, 6)
        return width & 0x3FFF, height & 0x3FFF
    decoder = av.CodecContext.create("h264", "r")
    assert isinstance(decoder, av.VideoCodecContext)
    try:
        frames = [*decoder.decode(av.Packet(key_frame)), *decoder.decode(None)]
    except av.FFmpegError as error:
        raise ValueError(str(error)) from None
    if not frames:
        raise ValueError("no picture in it")
    return frames[0].width, frames[0].height


def in_matroska(codec: str, frame: bytes) -> bytes:
    """``frame`` as Matroska keeps it: of H.264 as in MP4, with lengths in the place of start codes."""
    if codec == "VP8":
        return frame
    units = (unit for unit in _units(frame) if _kind(unit) != _ACCESS_UNIT)
    return b"".join(struct.pack(">I", len(unit)) + unit for unit in units)


def private(codec: str, key_frame: bytes) -> bytes:
    """What a decoder wants before ``key_frame``: of H.264 the AVCDecoderConfigurationRecord (ISO 14496-15).

    Raises:
        ValueError: there are no parameters in it.
    """
    if codec == "VP8":
        return b""
    units = _units(key_frame)
    sps, pps = _first(units, _SPS), _first(units, _PPS)
    return b"".join((b"\1", sps[1:4], b"\xff\xe1", _with_length(sps), b"\1", _with_length(pps)))


def opus_head(channels: int) -> bytes:
    """The identification header (RFC 7845 section 5.1); nothing is skipped."""
    return b"OpusHead" + struct.pack("<BBHIhB", 1, channels, 0, SAMPLE_RATE, 0, 0)


def opus_samples(packet: bytes) -> int:
    """How many samples at 48 kHz ``packet`` lasts (RFC 6716 section 3.1)."""
    if not packet:
        return 0
    count = {0: 1, 1: 2, 2: 2}.get(packet[0] & 3, packet[1] & 0x3F if len(packet) > 1 else 0)
    return _frame_samples(packet[0]) * count


def opus_lost(packet: bytes) -> tuple[bytes, int]:
    """A packet of one empty frame like those of ``packet``, which decoders conceal, and its samples."""
    return bytes([packet[0] & 0xFC]), _frame_samples(packet[0])


def _frame_samples(first: int) -> int:
    config = first >> 3
    if config < 12:
        return (480, 960, 1920, 2880)[config & 3]
    if config < 16:
        return (480, 960)[config & 1]
    return (120, 240, 480, 960)[config & 3]


def _units(frame: bytes) -> list[bytes]:
    return [unit for unit in _START_CODE.split(frame) if unit]


def _kind(unit: bytes) -> int:
    return unit[0] & 0x1F


def _first(units: list[bytes], kind: int) -> bytes:
    for unit in units:
        if _kind(unit) == kind:
            return unit
    raise ValueError(f"no H.264 unit of type {kind}")


def _with_length(unit: bytes) -> bytes:
    return struct.pack(">H", len(unit)) + unit
