"""What is in the payload of an RTP packet of video: a piece of a frame, behind its codec's RTP header."""

from typing import Final

from aiortc.codecs.h264 import h264_depayload

_H264_SPS: Final = 7
_H264_STAP_A: Final = 24
_H264_FU_A: Final = 28


def unpacked(codec: str, payload: bytes) -> tuple[bytes, bool]:
    """The piece in ``payload``, and whether it is the first of a key frame.

    RFC 7741 sections 4.2 and 4.3 for VP8, RFC 6184 section 5.4 for H.264.

    Args:
        codec: ``VP8`` or ``H264``.

    Raises:
        ValueError: it is cut off.
    """
    if not payload:  # padding
        return b"", False
    if codec == "VP8":
        return _unpacked_vp8(payload)
    return h264_depayload(payload), _begins_h264_key_frame(payload)


def _unpacked_vp8(payload: bytes) -> tuple[bytes, bool]:
    first, header = payload[0], 1
    try:
        if first & 0x80:  # X
            extensions = payload[1]
            header = 2
            if extensions & 0x80:  # I
                header += 2 if payload[2] & 0x80 else 1
            header += bool(extensions & 0x40) + bool(extensions & 0x30)  # L; T or K
    except IndexError:
        header = len(payload) + 1
    if header > len(payload):
        raise ValueError("a VP8 payload descriptor that is cut off")
    begins = first & 0x1F == 0x10  # S, and partition 0
    return payload[header:], begins and header < len(payload) and not payload[header] & 1


def _begins_h264_key_frame(payload: bytes) -> bool:
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
