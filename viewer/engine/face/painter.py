"""Draws a persona: still layers moved about, and eyes, brows, nose and mouth on top."""

from typing import Final

import numpy as np
import numpy.typing as npt
import skia
from av import VideoFrame

from viewer.engine.face.features import draw_brow, draw_eye, draw_glasses, draw_nose
from viewer.engine.face.ink import surface_on
from viewer.engine.face.lips import draw_moustache, draw_mouth
from viewer.engine.face.portrait import BREATHS, Layer, Portrait
from viewer.engine.face.pose import Pose
from viewer.engine.face.yuv import FrameMaker

_SAMPLING: Final = skia.SamplingOptions(skia.FilterMode.kLinear)
# How many pixels of the drawing the chin comes down when the mouth is wide open.
_JAW_DROP: Final = 7.0


class FacePainter:
    """Paints pictures one after another into one buffer; the portrait may be shared between painters."""

    def __init__(self, portrait: Portrait) -> None:
        self._portrait = portrait
        self._pixels: npt.NDArray[np.uint8] = np.zeros_like(portrait.room)
        self._surface = surface_on(self._pixels)
        self._canvas = self._surface.getCanvas()
        self._frames = FrameMaker()

    def paint(self, pose: Pose) -> npt.NDArray[np.uint8]:
        """The picture as (height, width, 4) bytes in RGBA order, overwritten by the next call."""
        canvas, portrait = self._canvas, self._portrait
        self._pixels[:] = portrait.room
        if portrait.behind is not None:
            with skia.AutoCanvasRestore(canvas):
                self._hold_head(pose)
                self._draw(portrait.behind)
        breath = round(pose.breath * (BREATHS - 1))
        canvas.drawImage(portrait.breaths[breath], 0, portrait.chest_top)
        with skia.AutoCanvasRestore(canvas):
            self._hold_head(pose)
            self._draw_head(pose)
            with skia.AutoCanvasRestore(canvas):
                # Features ride on a curved surface: they shift further than the head's outline.
                canvas.translate(4.0 * pose.turn, 3.0 * pose.nod)
                self._draw_features(pose)
            for lock in portrait.locks:
                self._draw(lock)
        return self._pixels

    def frame(self, pose: Pose) -> VideoFrame:
        """The picture as a yuv420p frame. Takes some milliseconds; any thread."""
        return self._frames.frame(self.paint(pose))

    def _hold_head(self, pose: Pose) -> None:
        self._canvas.concat(self._portrait.view)
        self._canvas.translate(pose.sway[0], pose.sway[1] - 1.6 * pose.breath)
        self._canvas.rotate(pose.tilt, *self._portrait.look.neck)

    def _draw_head(self, pose: Pose) -> None:
        portrait = self._portrait
        self._draw(portrait.crown)
        # The chin hangs on the crown's lower edge, and is stretched as the mouth opens.
        box, drop = portrait.chin.box, _JAW_DROP * max(pose.mouth.openness, 0.62 * pose.expression.parted)
        self._draw(
            Layer(
                portrait.chin.image,
                skia.Rect.MakeLTRB(box.left(), box.top(), box.right(), box.bottom() + drop),
            )
        )

    def _draw(self, layer: Layer) -> None:
        self._canvas.drawImageRect(layer.image, layer.box, _SAMPLING)

    def _draw_features(self, pose: Pose) -> None:
        canvas, look = self._canvas, self._portrait.look
        for side in (-1, 1):
            draw_eye(canvas, side, look.eyes, pose)
            draw_brow(canvas, side, look, pose)
        draw_nose(canvas, look.nose, pose)
        draw_mouth(canvas, look.mouth, pose)
        if look.moustache is not None:
            draw_moustache(canvas, look.moustache, look.mouth, pose)
        if look.glasses is not None:
            draw_glasses(canvas, look.glasses, look.eyes)
