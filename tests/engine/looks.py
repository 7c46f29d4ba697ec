"""What tests see in a picture of 720×480."""

import av
from av.video.reformatter import ColorRange, Colorspace

from viewer.engine.face import FLAT_CORNER, MOUTH_BOX


def open_mouth(frame: av.VideoFrame) -> int:
    """How many pixels of the mouth are dark."""
    left, top, right, bottom = MOUTH_BOX
    luma = frame.to_ndarray()[:480]
    return int((luma[top:bottom, left:right] < 90).sum())


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
