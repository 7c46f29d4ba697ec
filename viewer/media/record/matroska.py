"""Matroska, as far as a film that is still being made needs it (RFC 9559). Pure.

FFmpeg's muxer holds packets back until every track has one, and a cluster until it is full: what it holds is
lost with the process. Here a cluster is whole when it is written, so that a file that is cut anywhere plays
up to there. ``finish.py`` has FFmpeg write the file that stays.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

# A block's time is that of its cluster and 16 bits of milliseconds more (RFC 9559 section 10.2).
_SPAN_MS: Final = 30_000

_VIDEO, _AUDIO, _SUBTITLES = 1, 2, 17
_UNKNOWN_SIZE: Final = bytes([0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF])
_MILLISECOND: Final = 1_000_000
_OPUS_PRE_ROLL: Final = 80_000_000

_EBML, _SEGMENT, _INFO, _TRACKS, _CLUSTER = 0x1A45DFA3, 0x18538067, 0x1549A966, 0x1654AE6B, 0x1F43B675


@dataclass(frozen=True, slots=True)
class Pictures:
    """The track of the pictures. ``private`` is what its decoder wants before the first."""

    codec: str
    width: int
    height: int
    private: bytes = b""


@dataclass(frozen=True, slots=True)
class Voice:
    """A track of Opus. ``name`` says whose voice it is."""

    name: str
    channels: int
    head: bytes
    default: bool


@dataclass(frozen=True, slots=True)
class Subtitles:
    """The track of what was said, in UTF-8."""


Track = Pictures | Voice | Subtitles


@dataclass(frozen=True, slots=True)
class Block:
    """What ``track``, counted from 1, has at ``milliseconds``, and for so many where that is told."""

    track: int
    milliseconds: int
    data: bytes
    is_key: bool = True
    duration: int | None = None


def header(tracks: Sequence[Track]) -> tuple[bytes, int]:
    """All that comes before the first cluster, and where in it :func:`duration` belongs."""
    ebml = _element(
        _EBML,
        _unsigned(0x4286, 1),
        _unsigned(0x42F7, 1),
        _unsigned(0x42F2, 4),
        _unsigned(0x42F3, 8),
        _element(0x4282, b"matroska"),
        _unsigned(0x4287, 4),
        _unsigned(0x4285, 2),
    )
    before = _unsigned(0x2AD7B1, _MILLISECOND) + _element(0x4D80, b"viewer") + _element(0x5741, b"viewer")
    room = _element(0xEC, bytes(9))
    info = _element(_INFO, before, room)
    segment = _identifier(_SEGMENT) + _UNKNOWN_SIZE
    place = len(ebml) + len(segment) + len(info) - len(room)
    entries = [_entry(number, track) for number, track in enumerate(tracks, 1)]
    return ebml + segment + info + _element(_TRACKS, *entries), place


def duration(milliseconds: int) -> bytes:
    """How long the film is, to be written over the room that :func:`header` left."""
    return _element(0x4489, struct.pack(">d", milliseconds))


def clusters(blocks: Sequence[Block]) -> Iterator[bytes]:
    """``blocks`` in the order of their times, as whole clusters."""
    rest = sorted(blocks, key=lambda block: (block.milliseconds, block.track))
    while rest:
        start = rest[0].milliseconds
        count = sum(block.milliseconds - start <= _SPAN_MS for block in rest)
        yield _element(_CLUSTER, _unsigned(0xE7, start), *(_block(block, start) for block in rest[:count]))
        rest = rest[count:]


def _entry(number: int, track: Track) -> bytes:
    common = _unsigned(0xD7, number) + _unsigned(0x73C5, number) + _unsigned(0x9C, 0)
    common += _element(0x22B59C, b"und")
    match track:
        case Pictures(codec, width, height, private):
            name = {"VP8": b"V_VP8", "H264": b"V_MPEG4/ISO/AVC"}[codec]
            size = _element(0xE0, _unsigned(0xB0, width), _unsigned(0xBA, height))
            kind = _unsigned(0x83, _VIDEO) + _element(0x86, name) + size
            return _element(0xAE, common, kind, _element(0x63A2, private) if private else b"")
        case Voice(whose, channels, head, default):
            sound = _element(0xE1, _element(0xB5, struct.pack(">d", 48_000)), _unsigned(0x9F, channels))
            return _element(
                0xAE,
                common,
                _unsigned(0x88, int(default)),
                _element(0x536E, whose.encode()),
                _unsigned(0x83, _AUDIO),
                _element(0x86, b"A_OPUS"),
                _unsigned(0x56BB, _OPUS_PRE_ROLL),
                _element(0x63A2, head),
                sound,
            )
        case Subtitles():
            return _element(0xAE, common, _unsigned(0x83, _SUBTITLES), _element(0x86, b"S_TEXT/UTF8"))


def _block(block: Block, start: int) -> bytes:
    head = bytes([0x80 | block.track]) + struct.pack(">h", block.milliseconds - start)
    if block.duration is None:
        return _element(0xA3, head, bytes([0x80 if block.is_key else 0]), block.data)
    return _element(0xA0, _element(0xA1, head, b"\0", block.data), _unsigned(0x9B, block.duration))


def _element(identifier: int, *parts: bytes) -> bytes:
    payload = b"".join(parts)
    return _identifier(identifier) + _size(len(payload)) + payload


def _identifier(identifier: int) -> bytes:
    return identifier.to_bytes((identifier.bit_length() + 7) // 8, "big")


def _size(size: int) -> bytes:
    """A number of as many bytes as it takes (RFC 8794 section 4); all ones would mean that it is unknown."""
    length = 1
    while size >= (1 << 7 * length) - 1:
        length += 1
    return (size | 1 << 7 * length).to_bytes(length, "big")


def _unsigned(identifier: int, number: int) -> bytes:
    return _element(identifier, number.to_bytes(max(1, (number.bit_length() + 7) // 8), "big"))
