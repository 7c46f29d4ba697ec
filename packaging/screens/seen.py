"""Pictures as they were decoded, of a made-up talk, for the tab that looks at them closely."""

from typing import Final

import av
import numpy as np

from screens.stage import face
from viewer.media.picture import PictureSlot, Planes
from viewer.media.receive.convert import planes_of
from viewer.ui.inspector.picture.tab import PictureTab

_INTERVAL: Final = 0.04
# Of the last minute: which picture comes so many seconds late, and which are black.
_LATE: Final = {250: 1.9, 700: 0.6}
_BLACK: Final = range(900, 912)
_PICTURES: Final = 1300


def watch_stream(tab: PictureTab, slot: PictureSlot) -> None:
    """Let a minute of pictures go by, with two freezes, and black ones in between."""
    seen, black = _planes(face_pixels()), _planes(np.zeros((480, 720, 3), np.uint8))
    now = tab.watch.clock() - _PICTURES * _INTERVAL - sum(_LATE.values())
    clock = tab.watch.clock
    assert slot.on_decoded
    for number in range(_PICTURES):
        now += _INTERVAL + _LATE.get(number, 0.0)
        tab.watch.clock = lambda: now  # noqa: B023 - it is asked at once
        slot.on_decoded(black if number in _BLACK else seen)
    tab.watch.clock = clock


def face_pixels() -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """The avatar's picture as red, green and blue."""
    picture = face()
    rows = np.frombuffer(picture.pixels, np.uint8).reshape(picture.height, picture.stride)
    return rows[:, : picture.width * 4].reshape(picture.height, picture.width, 4)[:, :, 2::-1]


def _planes(pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> Planes:
    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(pixels), format="rgb24")
    planes = planes_of(frame.reformat(format="yuv420p"))
    assert planes
    return planes
