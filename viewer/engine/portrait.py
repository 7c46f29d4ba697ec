"""Joe's picture: the layers that do not change from frame to frame, drawn once and shared by all sessions."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import skia

from viewer.resources import asset

WIDTH: Final = 720
HEIGHT: Final = 480
# The background's colour, sRGB; its upper corners, FLAT_CORNER pixels wide and high, hold nothing else.
BACKGROUND: Final = (44, 74, 102)
FLAT_CORNER: Final = 80

# The first row of the picture that breathing moves, and how many steps of a breath are drawn.
CHEST_TOP: Final = 320
BREATHS: Final = 10
_BREATH_DEPTH: Final = 0.016

# The head is kept finer than it is shown, so that turning it does not blur it.
_FINENESS: Final = 2


@dataclass(frozen=True, slots=True)
class Layer:
    """An image and where it lies in the picture at rest: left, top, width, height."""

    image: skia.Image
    box: skia.Rect


@dataclass(frozen=True, slots=True)
class Portrait:
    """The still layers.

    ``room`` is background and shoulders, (height, width, 4) bytes in RGBA order; ``breaths`` are its rows
    from ``chest_top`` down at each step of drawing breath. ``view`` takes the coordinates of the drawing,
    WIDTH by HEIGHT, to these pixels.
    """

    room: npt.NDArray[np.uint8]
    breaths: tuple[npt.NDArray[np.uint8], ...]
    head: Layer
    view: skia.Matrix
    chest_top: int


def load_portrait(size: tuple[int, int] = (WIDTH, HEIGHT)) -> Portrait:
    """Draw the layers of ``assets/persona/joe`` for pictures of ``size``, width and height.

    What does not fit is cut off on both sides, so that the head stays in the middle.

    Raises:
        FileNotFoundError: the installation lacks them.
    """
    background, torso = _drawing("background"), _drawing("torso")
    # A raised chest must not leave a seam, so every step is drawn whole and then cut.
    view = _view(size)
    rooms = [_room(background, torso, view, size, step / (BREATHS - 1)) for step in range(BREATHS)]
    chest_top = min(max(int(view.mapXY(0, CHEST_TOP).y()), 0), size[1])
    return Portrait(
        rooms[0],
        tuple(room[chest_top:].copy() for room in rooms),
        _layer("head", skia.Rect.MakeXYWH(246, 30, 228, 298), view.getScaleX()),
        view,
        chest_top,
    )


def _view(size: tuple[int, int]) -> skia.Matrix:
    width, height = size
    scale = max(width / WIDTH, height / HEIGHT)
    view = skia.Matrix.Translate((width - WIDTH * scale) / 2, (height - HEIGHT * scale) / 2)
    return view.preScale(scale, scale)


def _room(
    background: skia.SVGDOM, torso: skia.SVGDOM, view: skia.Matrix, size: tuple[int, int], breath: float
) -> npt.NDArray[np.uint8]:
    pixels = np.zeros((size[1], size[0], 4), np.uint8)
    canvas = skia.Surface(pixels, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType).getCanvas()
    canvas.concat(view)
    background.render(canvas)
    # Breathing lifts the shoulders from below the picture's edge.
    canvas.translate(0, HEIGHT)
    canvas.scale(1, 1 + _BREATH_DEPTH * breath)
    canvas.translate(0, -HEIGHT)
    torso.render(canvas)
    return pixels


def _layer(name: str, box: skia.Rect, scale: float) -> Layer:
    fineness = _FINENESS * max(scale, 1.0)
    surface = skia.Surface(int(box.width() * fineness), int(box.height() * fineness))
    canvas = surface.getCanvas()
    canvas.clear(skia.ColorTRANSPARENT)
    canvas.scale(fineness, fineness)
    canvas.translate(-box.left(), -box.top())
    _drawing(name).render(canvas)
    return Layer(surface.makeImageSnapshot(), box)


def _drawing(name: str) -> skia.SVGDOM:
    svg = asset(f"persona/joe/{name}.svg").read_bytes()
    return skia.SVGDOM.MakeFromStream(skia.MemoryStream(svg))
