"""What tests see in a picture of a persona."""

from collections.abc import Callable

import av
import skia
from av.video.reformatter import ColorRange, Colorspace

from viewer.engine.face.looks import LOOKS
from viewer.engine.face.portrait import FLAT_CORNER, framing


def open_mouth_of(avatar_id: str) -> Callable[[av.VideoFrame], int]:
    """Tells how many pixels of the mouth are dark, in pictures of any size."""
    look = LOOKS[avatar_id]

    def seen(frame: av.VideoFrame) -> int:
        box = skia.Rect.MakeLTRB(*look.mouth.box)
        area = framing(look, (frame.width, frame.height)).mapRect(box).round()
        luma = frame.to_ndarray()[: frame.height]
        return int((luma[area.top() : area.bottom(), area.left() : area.right()] < 90).sum())

    return seen


open_mouth = open_mouth_of("joe")


def corner(frame: av.VideoFrame) -> list[float]:
    """The mean colour of the upper left corner."""
    rgb = frame.to_ndarray(
        format="rgb24",
        src_colorspace=Colorspace.ITU601,
        dst_colorspace=Colorspace.ITU601,
        src_color_range=ColorRange.MPEG,
        dst_color_range=ColorRange.JPEG,
    )
    return [float(c) for c in rgb[4 : FLAT_CORNER - 4, 4 : FLAT_CORNER - 4].mean(axis=(0, 1))]
