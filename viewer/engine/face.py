"""Draws the persona: still layers moved about, and eyes, brows, nose and mouth on top."""

from typing import Final

import numpy as np
import numpy.typing as npt
import skia
from av import VideoFrame

from viewer.engine.features import draw_brow, draw_eye, draw_mouth, draw_nose
from viewer.engine.portrait import BACKGROUND, BREATHS, FLAT_CORNER, HEIGHT, WIDTH, Portrait
from viewer.engine.pose import Pose
from viewer.engine.yuv import FrameMaker

__all__ = ["BACKGROUND", "FLAT_CORNER", "HEIGHT", "MOUTH_BOX", "WIDTH", "FacePainter"]

# Left, top, right, bottom of the part of the picture in which the mouth always lies.
MOUTH_BOX: Final = (312, 244, 408, 312)

_NECK: Final = (360.0, 322.0)
_SAMPLING: Final = skia.SamplingOptions(skia.FilterMode.kLinear)


class FacePainter:
    """Paints pictures one after another into one buffer; the portrait may be shared between painters."""

    def __init__(self, portrait: Portrait) -> None:
        self._portrait = portrait
        self._pixels: npt.NDArray[np.uint8] = np.zeros_like(portrait.room)
        self._surface = skia.Surface(self._pixels, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
        self._canvas = self._surface.getCanvas()
        self._frames = FrameMaker()

    def paint(self, pose: Pose) -> npt.NDArray[np.uint8]:
        """The picture as (height, width, 4) bytes in RGBA order, overwritten by the next call."""
        canvas = self._canvas
        portrait = self._portrait
        breath = round(pose.breath * (BREATHS - 1))
        self._pixels[: portrait.chest_top] = portrait.room[: portrait.chest_top]
        self._pixels[portrait.chest_top :] = portrait.breaths[breath]
        with skia.AutoCanvasRestore(canvas):
            canvas.concat(portrait.view)
            canvas.translate(pose.sway[0], pose.sway[1] - 1.6 * pose.breath)
            canvas.rotate(pose.tilt, *_NECK)
            canvas.drawImageRect(portrait.head.image, portrait.head.box, _SAMPLING)
            # Features ride on a curved surface: they shift further than the head's outline.
            canvas.translate(4.0 * pose.turn, 3.0 * pose.nod)
            for side in (-1, 1):
                draw_eye(canvas, side, pose)
                draw_brow(canvas, side, pose)
            draw_nose(canvas, pose)
            draw_mouth(canvas, pose)
        return self._pixels

    def frame(self, pose: Pose) -> VideoFrame:
        """The picture as a yuv420p frame. Takes some milliseconds; any thread."""
        return self._frames.frame(self.paint(pose))
