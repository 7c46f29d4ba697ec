"""Plays a film without sound, over and over, at little cost: a face that waits does so all day.

To decode, scale and paint each picture of 720×480, 25 a second, for a screen of 1920×1080 would take about a
fifth of a core (reckoned from its parts). So it shows half of them, hands on only the part that changed, and
keeps a short film's parts, which is then not decoded again.
"""

import logging
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import av
import numpy as np
from av.video.reformatter import ColorRange, Colorspace, VideoReformatter

from viewer.media.picture import Box, Picture, PictureSlot
from viewer.media.receive.changes import box_of
from viewer.media.receive.convert import PictureConverter

_log = logging.getLogger(__name__)

RATE: Final = 12.5
"""About so many pictures a second are shown."""
MAX_KEPT_BYTES: Final = 40 << 20
"""So much of a film is kept decoded."""
_MAX_PIXELS: Final = 4096 * 2304
# So many steps of 255 a pixel may be off before it is shown anew: what a codec adds is not seen.
_UNSEEN_STEPS: Final = 5
# swscale makes some other columns wrong.
_ALIGNED: Final = 16
# A face that waits moves here and there: of so many rows each no more than differs is painted, a third of
# what lies between the first change and the last.
_BAND: Final = 32
_FULL_SECONDS: Final = 0.02
# What FFmpeg calls AVCOL_SPC_BT709.
_BT709: Final = 1


@dataclass(frozen=True, slots=True)
class Part:
    """What changed: ``frame``, from ``place`` on, and in it ``boxes``. Without a place all of it is new."""

    frame: av.VideoFrame
    place: tuple[int, int] | None = None
    boxes: tuple[Box, ...] = ()


class Film:
    """Plays ``file`` into ``slot``, from :meth:`play` until :meth:`pause`, on a thread of its own.

    ``kind`` names the only format that is read, where a file is from somebody else. A file that cannot be
    read is logged, and nothing comes of it.
    """

    def __init__(self, file: Path, slot: PictureSlot, kind: str | None = None) -> None:
        self._file = file
        self._slot = slot
        self._kind = kind
        self._playing = threading.Event()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="film", daemon=True)
        self.failure: str = ""
        """Why nothing comes any more."""

    def play(self) -> None:
        """Begin, or go on."""
        self._playing.set()
        if self._thread.ident is None:
            self._thread.start()

    def pause(self) -> None:
        """Stay at this picture."""
        self._playing.clear()

    def stop(self) -> None:
        """End the thread. May be called twice."""
        self._stopped.set()
        self._playing.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        try:
            self._play()
        except (av.FFmpegError, OSError, ValueError) as error:
            self.failure = f"{type(error).__name__}: {error}"
            _log.warning("the film %s cannot be played (%s)", self._file.name, self.failure)

    def _play(self) -> None:
        colours = _Colours()
        due = time.monotonic()
        for part, seconds in _endless(self._file, self._kind):
            due = max(due + seconds, time.monotonic() - seconds)
            if not self._wait(due):
                return
            self._slot.put(replace(colours.picture(part.frame), place=part.place, boxes=part.boxes))

    def _wait(self, due: float) -> bool:
        """Until then, while it is paused, and as long as the last part was not taken; False: it is over."""
        while not self._stopped.is_set():
            if not self._playing.is_set():
                self._playing.wait()
            elif (left := due - time.monotonic()) > 0:
                self._stopped.wait(left)
            elif self._slot.is_full:
                self._stopped.wait(_FULL_SECONDS)
            else:
                return True
        return False


def _endless(file: Path, kind: str | None) -> Iterator[tuple[Part, float]]:
    """The parts of ``file``, round and round, each with the seconds that the one before is shown."""
    composer = _Composer()
    while True:
        kept: list[tuple[Part, float]] | None = []
        weight, count = 0, 0
        for frame, seconds in _frames(file, kind):
            count += 1
            part = composer.changed(frame)
            if kept is not None and count > 1:  # the first follows the last, which is not known yet
                weight += part.frame.width * part.frame.height * 3 // 2
                kept = [*kept, (part, seconds)] if weight <= MAX_KEPT_BYTES else None
            if count == 1:
                first = frame, seconds
            yield part, seconds
        if not count:
            raise ValueError("there is no picture in it")
        if kept is not None:
            again = [(composer.changed(first[0]), first[1]), *kept]
            while True:
                yield from again


def _frames(file: Path, kind: str | None) -> Iterator[tuple[av.VideoFrame, float]]:
    """Those that are shown, and for how many seconds each."""
    with av.open(str(file), format=kind) as container:
        stream = container.streams.video[0]
        stream.thread_count = 1  # several would save no work
        rate = float(stream.average_rate or 25)
        step = max(1, round(rate / RATE))
        for number, frame in enumerate(container.decode(stream)):
            if frame.width * frame.height > _MAX_PIXELS:
                raise ValueError("its pictures are too large")
            if number % step == 0:
                yield _even(frame), step / rate


def _even(frame: av.VideoFrame) -> av.VideoFrame:
    """``frame`` in the format that parts are cut from, of an even width and height."""
    width, height = frame.width & ~1, frame.height & ~1
    if frame.format.name in ("yuv420p", "yuvj420p") and (width, height) == (frame.width, frame.height):
        return frame
    return frame.reformat(width, height, "yuv420p")


class _Colours:
    """Makes pictures of parts, which are of ever other sizes.

    What converts whole pictures is made anew for each size, which takes four times as long as to convert a
    part. Without it swscale makes the same of those whose width it can do in whole steps.
    """

    def __init__(self) -> None:
        self._converter = PictureConverter()
        self._reformatter = VideoReformatter()

    def picture(self, frame: av.VideoFrame) -> Picture:
        """``frame`` as BGRA, full range."""
        if frame.width % _ALIGNED or frame.height % 2:
            return replace(self._converter.convert(frame), change=None)
        made = self._reformatter.reformat(
            frame,
            format="bgra",
            src_colorspace=Colorspace.ITU709 if frame.colorspace == _BT709 else Colorspace.ITU601,
            src_color_range=ColorRange.JPEG if frame.color_range == ColorRange.JPEG else ColorRange.MPEG,
            dst_color_range=ColorRange.JPEG,
            interpolation="FAST_BILINEAR",
        )
        plane = made.planes[0]
        return Picture(made.width, made.height, plane.line_size, memoryview(plane))


class _Composer:
    """Knows what is on the screen, and cuts out of the next picture what differs."""

    def __init__(self) -> None:
        self._shown: np.ndarray[Any, np.dtype[np.uint8]] | None = None

    def changed(self, frame: av.VideoFrame) -> Part:
        luma = _plane(frame, 0)
        if self._shown is None or self._shown.shape != luma.shape:
            self._shown = luma.copy()
            return Part(frame)
        # Of unsigned numbers, so that no wider ones are made.
        off = np.maximum(luma, self._shown) - np.minimum(luma, self._shown) > _UNSEEN_STEPS
        boxes = list(_boxes(off)) or [(0, 0, _ALIGNED, 2)]
        for left, top, right, bottom in boxes:
            self._shown[top:bottom, left:right] = luma[top:bottom, left:right]
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        left, top = min(lefts) // _ALIGNED * _ALIGNED, min(tops) & ~1
        right = min((max(rights) - 1) // _ALIGNED * _ALIGNED + _ALIGNED, luma.shape[1])
        cut = _cut(frame, left, top, right, (max(bottoms) + 1) & ~1)
        return Part(cut, (left, top), tuple((a - left, b - top, c - left, d - top) for a, b, c, d in boxes))


def _boxes(off: np.ndarray[Any, np.dtype[np.bool_]]) -> Iterator[Box]:
    """What is true in each band of rows."""
    for top in range(0, len(off), _BAND):
        if box := box_of(off[top : top + _BAND]):
            left, above, right, below = box
            yield left, top + above, right, top + below


def _cut(frame: av.VideoFrame, left: int, top: int, right: int, bottom: int) -> av.VideoFrame:
    planes = [_plane(frame, 0)[top:bottom, left:right]]
    planes += [_plane(frame, number)[top // 2 : bottom // 2, left // 2 : right // 2] for number in (1, 2)]
    packed = np.concatenate([np.ascontiguousarray(plane).ravel() for plane in planes])
    part = av.VideoFrame.from_ndarray(packed.reshape((bottom - top) * 3 // 2, right - left), "yuv420p")
    part.colorspace, part.color_range = frame.colorspace, frame.color_range
    return part


def _plane(frame: av.VideoFrame, number: int) -> np.ndarray[Any, np.dtype[np.uint8]]:
    plane = frame.planes[number]
    pixels = np.frombuffer(memoryview(plane), np.uint8)
    return pixels.reshape(plane.height, plane.line_size)[:, : plane.width]
