"""Painted pixels into the frames that the encoders take."""

import numpy as np
import numpy.typing as npt
from av import VideoFrame
from av.video.reformatter import ColorRange, Colorspace, VideoReformatter

Pixels = npt.NDArray[np.uint8]


class FrameMaker:
    """Turns RGBA pictures into yuv420p frames: BT.601, limited range. Not thread-safe."""

    def __init__(self) -> None:
        self._reformatter = VideoReformatter()

    def frame(self, pixels: Pixels) -> VideoFrame:
        """``pixels``, shape (height, width, 4), as a frame of its own memory."""
        height, width, _ = pixels.shape
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
