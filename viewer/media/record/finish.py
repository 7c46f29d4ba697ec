"""The film that stays: in order, with an index, its length and its chapters, as FFmpeg writes it."""

import heapq
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import av
from av.subtitles.subtitle import SubtitleSet

from viewer.media.record.captions import Chapter
from viewer.whole_file import replaced

# Subtitles stand in the film when they are over; so long before, they begin.
_LOOK_AHEAD: Final = 12.0
_MILLISECONDS: Final = Fraction(1, 1000)
_ASS_HEADER: Final = (
    b"[Script Info]\nScriptType: v4.00+\n[V4+ Styles]\n"
    b"Format: Name, Fontname, Fontsize\nStyle: Default,Arial,16\n[Events]\n"
    b"Format: ReadOrder, Layer, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
)


def finish(film: Path, target: Path, chapters: Sequence[Chapter]) -> None:
    """Write ``film`` to ``target``, which may be the same, as the kind of file that its suffix says: all of
    it, or what is there stays. Blocks for as long as it takes to copy.

    Raises:
        OSError: it cannot be written. av's errors are of this kind, or ValueError.
        ValueError: it cannot be in such a file.
    """
    is_mp4 = target.suffix.lower() in (".mp4", ".m4v")
    with replaced(target) as fresh, av.open(film) as before, _opened(fresh, is_mp4) as after:
        _copy(before, after, chapters, is_mp4)


def _opened(path: Path, is_mp4: bool) -> av.container.OutputContainer:
    if is_mp4:
        return av.open(path, "w", format="mp4", options={"movflags": "faststart"})
    # Nobody looks into the middle of this one while it is written.
    return av.open(path, "w", format="matroska")


def _copy(
    before: av.container.InputContainer,
    after: av.container.OutputContainer,
    chapters: Sequence[Chapter],
    is_mp4: bool,
) -> None:
    streams: dict[int, Any] = {}
    for stream in before.streams:
        if stream.type == "subtitle" and is_mp4:
            made: Any = after.add_stream("mov_text")
            made.codec_context.subtitle_header = _ASS_HEADER
        else:
            made = after.add_stream_from_template(stream, opaque=True)
        made.time_base = stream.time_base
        made.disposition = stream.disposition
        made.metadata.update(stream.metadata)
        streams[stream.index] = made
    after.set_chapters(_numbered(chapters, before.duration))
    for packet in _in_order(before):
        stream = streams[packet.stream_index]
        is_text = stream.type == "subtitle" and is_mp4
        moved = _as_mov_text(stream, packet) if is_text else packet
        moved.stream = stream
        after.mux(moved)


def _in_order(film: av.container.InputContainer) -> Iterator["av.Packet[Any]"]:
    waiting: list[tuple[float, int, av.Packet[Any]]] = []
    seconds = [float(stream.time_base or 1) for stream in film.streams]
    for number, packet in enumerate(film.demux()):
        if packet.dts is None:
            continue  # the end of a track
        at = packet.dts * seconds[packet.stream_index]
        heapq.heappush(waiting, (at, number, packet))
        while waiting[0][0] < at - _LOOK_AHEAD:
            yield heapq.heappop(waiting)[2]
    while waiting:
        yield heapq.heappop(waiting)[2]


def _as_mov_text(stream: Any, packet: "av.Packet[Any]") -> "av.Packet[Any]":
    text = bytes(packet).replace(b"\r", b"").replace(b"\n", b"\\N")
    cue = SubtitleSet.create(b"0,0,Default,,0,0,0,," + text, 0, packet.duration or 0)
    made: av.Packet[Any] = stream.codec_context.encode_subtitle(cue)
    made.pts = made.dts = packet.pts
    made.duration, made.time_base = packet.duration, packet.time_base
    return made


def _numbered(chapters: Sequence[Chapter], microseconds: int | None) -> list[Any]:
    starts = [round(chapter.began * 1000) for chapter in chapters]
    end = max([(microseconds or 0) // 1000, *(start + 1 for start in starts[-1:])])
    return [
        {
            "id": number,
            "start": start,
            "end": following,
            "time_base": _MILLISECONDS,
            "metadata": {"title": chapter.title},
        }
        for number, (chapter, (start, following)) in enumerate(
            zip(chapters, pairwise([*starts, end]), strict=True), 1
        )
    ]
