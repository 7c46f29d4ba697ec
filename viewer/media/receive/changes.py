"""What differs from one decoded frame to the next: the rest need not be painted anew."""

from typing import Final

import av
import numpy as np
from av.video.plane import VideoPlane
from numpy.typing import NDArray

from viewer.media.picture import Box

# So many values are compared at a time.
_WORD: Final = 8
# That part of the rows, at the top and at the bottom, is looked at first: where both differ, the rest is not.
_GLANCE: Final = 8
# After so many frames in which nearly all was new, one in so many is looked at.
_BUSY: Final = 25
_SELDOM: Final = 10
_NEARLY_ALL: Final = 0.75


class Changes:
    """What each frame of a stream, of one size and format, has that the one before had not."""

    def __init__(self) -> None:
        self._before: av.VideoFrame | None = None
        self._busy = 0
        self._frames = 0

    def in_next(self, frame: av.VideoFrame) -> Box | None:
        """As :func:`changed` tells; None for the first frame, too, and mostly where all is new each time."""
        before, self._before = self._before, frame
        self._frames += 1
        if before is None or (self._busy >= _BUSY and self._frames % _SELDOM):
            return None
        box = changed(before, frame)
        self._busy = self._busy + 1 if box is None or _is_nearly_all(box, frame) else 0
        return box


def changed(before: av.VideoFrame, frame: av.VideoFrame) -> Box | None:
    """Where two frames of one size and format differ, on columns of whole words.

    Returns:
        In pixels of the picture, all 0 for nothing; None for all of it, or where that cannot be told.
    """
    boxes: list[Box] = []
    for old, new in zip(before.planes, frame.planes, strict=True):
        if old.line_size != new.line_size or new.line_size % _WORD:
            return None
        olds, news = _words(old), _words(new)
        glance = len(news) // _GLANCE
        if not np.array_equal(olds[:glance], news[:glance]) and not np.array_equal(
            olds[-glance:], news[-glance:]
        ):
            return None
        unlike = olds != news
        if (box := box_of(unlike)) is None:
            continue
        # Chroma has fewer rows and columns.
        across, down = -(-frame.width // new.width), -(-frame.height // new.height)
        left, top, right, bottom = box
        boxes.append((left * _WORD * across, top * down, right * _WORD * across, bottom * down))
    if not boxes:
        return 0, 0, 0, 0
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), min(max(rights), frame.width), min(max(bottoms), frame.height)


def _is_nearly_all(box: Box, frame: av.VideoFrame) -> bool:
    left, top, right, bottom = box
    return (right - left) * (bottom - top) > _NEARLY_ALL * frame.width * frame.height


def box_of(unlike: NDArray[np.bool]) -> Box | None:
    """Where it is true: left, top, right and bottom; None for nowhere. Each step is the cheapest there is."""
    flat, count = unlike.reshape(-1), unlike.shape[1]
    first, last = int(flat.argmax()), len(flat) - 1 - int(flat[::-1].argmax())
    if not flat[first]:
        return None
    top, bottom = first // count, last // count + 1
    if unlike[:, 0].any() and unlike[:, -1].any():
        return 0, top, count, bottom
    columns = np.flatnonzero(unlike[top:bottom].any(axis=0))
    return int(columns[0]), top, int(columns[-1]) + 1, bottom


def _words(plane: VideoPlane) -> NDArray[np.uint64]:
    words: NDArray[np.uint64] = np.frombuffer(memoryview(plane), np.uint64)
    return words.reshape(-1, plane.line_size // _WORD)[: plane.height, : -(-plane.width // _WORD)]
