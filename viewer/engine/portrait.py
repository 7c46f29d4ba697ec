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

    ``room`` is background and shoulders, (HEIGHT, WIDTH, 4) bytes in RGBA order; ``breaths`` are its rows
    from CHEST_TOP down at each step of drawing breath.
    """

    room: npt.NDArray[np.uint8]
    breaths: tuple[npt.NDArray[np.uint8], ...]
    head: Layer


def load_portrait() -> Portrait:
    """Draw the layers of ``assets/persona/joe``.

    Raises:
        FileNotFoundError: the installation lacks them.
    """
    background, torso = _drawing("background"), _drawing("torso")
    # A raised chest must not leave a seam, so every step is drawn whole and then cut.
    rooms = [_room(background, torso, step / (BREATHS - 1)) for step in range(BREATHS)]
    return Portrait(
        rooms[0],
        tuple(room[CHEST_TOP:].copy() for room in rooms),
        _layer("head", skia.Rect.MakeXYWH(246, 30, 228, 298)),
    )


def _room(background: skia.SVGDOM, torso: skia.SVGDOM, breath: float) -> npt.NDArray[np.uint8]:
    pixels = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    canvas = skia.Surface(pixels, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType).getCanvas()
    background.render(canvas)
    # Breathing lifts the shoulders from below the picture's edge.
    canvas.translate(0, HEIGHT)
    canvas.scale(1, 1 + _BREATH_DEPTH * breath)
    canvas.translate(0, -HEIGHT)
    torso.render(canvas)
    return pixels


def _layer(name: str, box: skia.Rect) -> Layer:
    surface = skia.Surface(int(box.width() * _FINENESS), int(box.height() * _FINENESS))
    canvas = surface.getCanvas()
    canvas.clear(skia.ColorTRANSPARENT)
    canvas.scale(_FINENESS, _FINENESS)
    canvas.translate(-box.left(), -box.top())
    _drawing(name).render(canvas)
    return Layer(surface.makeImageSnapshot(), box)


def _drawing(name: str) -> skia.SVGDOM:
    svg = asset(f"persona/joe/{name}.svg").read_bytes()
    return skia.SVGDOM.MakeFromStream(skia.MemoryStream(svg))
