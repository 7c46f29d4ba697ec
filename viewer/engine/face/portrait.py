"""A character's picture: the layers that do not change from frame to frame, drawn once for all sessions."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import skia

from viewer.engine.face.ink import surface_on
from viewer.engine.face.look import Box, Look
from viewer.engine.face.looks import JOE_LOOK
from viewer.resources import asset

WIDTH: Final = 720
HEIGHT: Final = 480
# The colour behind Joe, sRGB; his upper corners, FLAT_CORNER pixels wide and high, hold nothing else.
BACKGROUND: Final = (44, 74, 102)
FLAT_CORNER: Final = 80

# How many steps of a breath are drawn, and how much of the chest's height it lifts.
BREATHS: Final = 10
_BREATH_DEPTH: Final = 0.016

# How far down the drawings of the torso reach; a picture so narrow and high that more would show gets a
# larger figure.
_FIGURE_BOTTOM: Final = 760.0
_TORSO_TOP: Final = 280.0

# The head is kept so much finer than it is shown, so that turning it does not blur it.
_FINENESS: Final = 2


@dataclass(frozen=True, slots=True)
class Layer:
    """An image and where it lies in the drawing at rest: left, top, width, height."""

    image: skia.Image
    box: skia.Rect


@dataclass(frozen=True, slots=True)
class Portrait:
    """The still layers of ``look``.

    ``room`` is the background, (height, width, 4) bytes in RGBA order; ``breaths`` are the shoulders at each
    step of drawing breath, in pixels of the picture from its row ``chest_top`` down. The parts of the head
    are those of the look. ``view`` takes the coordinates of the drawing, WIDTH by HEIGHT, to the picture's
    pixels.
    """

    look: Look
    room: npt.NDArray[np.uint8]
    breaths: tuple[skia.Image, ...]
    crown: Layer
    chin: Layer
    locks: tuple[Layer, ...]
    behind: Layer | None
    view: skia.Matrix
    chest_top: int


def load_portrait(look: Look = JOE_LOOK, size: tuple[int, int] = (WIDTH, HEIGHT)) -> Portrait:
    """Draw the layers of ``look`` for pictures of ``size``, width and height.

    Raises:
        FileNotFoundError: the installation lacks them.
    """
    view = framing(look, size)
    scale = view.getScaleX()
    torso, head = _drawing(look, "torso"), _drawing(look, "head")
    front = [_drawing(look, "front")] if look.locks else []
    behind = [_drawing(look, "behind")] if look.behind else []
    chest_top = min(max(int(view.mapXY(0, _TORSO_TOP).y()), 0), size[1] - 1)
    return Portrait(
        look,
        _room(look, size),
        tuple(_breath(torso, view, size, chest_top, step / (BREATHS - 1)) for step in range(BREATHS)),
        _layer([*behind, head, *front], look.crown, scale),
        _layer([head], look.chin, scale),
        tuple(_layer(front, box, scale) for box in look.locks),
        _layer(behind, look.behind, scale) if look.behind else None,
        view,
        chest_top,
    )


def framing(look: Look, size: tuple[int, int]) -> skia.Matrix:
    """From the drawing's coordinates to the pixels of a picture of ``size``.

    Landscape pictures show head and shoulders as the drawing does. Higher ones show more of the chest, not a
    larger head: the face stays whole, with air around it and the eyes two fifths down.
    """
    width, height = size
    eyes = look.eyes.line
    fits = min(height / HEIGHT, width / look.figure)
    scale = max(fits, height * (1 - eyes / HEIGHT) / (_FIGURE_BOTTOM - eyes))
    view = skia.Matrix.Translate(width / 2 - WIDTH / 2 * scale, eyes * (height / HEIGHT - scale))
    return view.preScale(scale, scale)


def _room(look: Look, size: tuple[int, int]) -> npt.NDArray[np.uint8]:
    # What does not fit is cut off on both sides, so that the middle stays there.
    width, height = size
    scale = max(width / WIDTH, height / HEIGHT)
    pixels = np.zeros((height, width, 4), np.uint8)
    canvas = surface_on(pixels).getCanvas()
    canvas.translate((width - WIDTH * scale) / 2, (height - HEIGHT * scale) / 2)
    canvas.scale(scale, scale)
    _drawing(look, "background").render(canvas)
    return pixels


def _breath(
    torso: skia.SVGDOM, view: skia.Matrix, size: tuple[int, int], chest_top: int, breath: float
) -> skia.Image:
    surface = skia.Surface(size[0], size[1] - chest_top)
    canvas = surface.getCanvas()
    canvas.clear(skia.ColorTRANSPARENT)
    canvas.translate(0, -chest_top)
    canvas.concat(view)
    # Breathing lifts the shoulders from below.
    canvas.translate(0, HEIGHT)
    canvas.scale(1, 1 + _BREATH_DEPTH * breath)
    canvas.translate(0, -HEIGHT)
    torso.render(canvas)
    return surface.makeImageSnapshot()


def _layer(drawings: Sequence[skia.SVGDOM], box: Box, scale: float) -> Layer:
    area = skia.Rect.MakeLTRB(*box)
    width, height = (math.ceil(side * scale * _FINENESS) for side in (area.width(), area.height()))
    surface = skia.Surface(width, height)
    canvas = surface.getCanvas()
    canvas.clear(skia.ColorTRANSPARENT)
    # Filled to the last pixel, so that parts that touch leave no seam.
    canvas.scale(width / area.width(), height / area.height())
    canvas.translate(-area.left(), -area.top())
    for drawing in drawings:
        drawing.render(canvas)
    return Layer(surface.makeImageSnapshot(), area)


def _drawing(look: Look, name: str) -> skia.SVGDOM:
    svg = asset(f"persona/{look.avatar_id}/{name}.svg").read_bytes()
    return skia.SVGDOM.MakeFromStream(skia.MemoryStream(svg))
