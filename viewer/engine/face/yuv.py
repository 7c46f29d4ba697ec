"""Painted pixels into the frames that the encoders take."""

import numpy as np
import numpy.typing as npt
from av import VideoFrame
from av.video.reformatter import ColorRange, Colorspace, VideoReformatter

Pixels = npt.NDArray[np.uint8]


class FrameMaker:
    """Turns RGBA pictures into yuv420p frames: BT.601, limited range. Not thread-safe."""

    def __init__(self, size: tuple[int, int] | None = None) -> None:
        """``size`` is width and height of the frames, None that of the pictures."""
        self._size = size
        self._reformatter = VideoReformatter()

    def frame(self, pixels: Pixels) -> VideoFrame:
        """``pixels``, shape (height, width, 4), as a frame of its own memory."""
        width, height = self._size or (pixels.shape[1], pixels.shape[0])
        return self._reformatter.reformat(
            VideoFrame.from_numpy_buffer(pixels, format="rgba"),
            width,
            height,
            "yuv420p",
            src_colorspace=Colorspace.ITU601,
            dst_colorspace=Colorspace.ITU601,
            src_color_range=ColorRange.JPEG,
            dst_color_range=ColorRange.MPEG,
        )
