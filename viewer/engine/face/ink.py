"""What pictures are drawn with: surfaces, fonts, and paints, each of which is made once."""

from functools import cache

import numpy as np
import numpy.typing as npt
import skia

from viewer.resources import asset


def surface_on(pixels: npt.NDArray[np.uint8]) -> skia.Surface:
    """Draws into ``pixels`` themselves, shape (height, width, 4), RGBA with premultiplied alpha."""
    return skia.Surface(pixels, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)


def font(file: str, size: float) -> skia.Font:
    """The font in ``assets/fonts/FILE``, ``size`` pixels high."""
    return skia.Font(skia.Typeface.MakeFromFile(str(asset(f"fonts/{file}"))), size)


def fill(colour: str, alpha: float = 1.0) -> skia.Paint:
    """Fills with ``colour``, written #rrggbb; ``alpha`` is 0 to 1. Not to be changed: it is shared."""
    return _fill(colour, int(255 * alpha))


def stroke(colour: str, width: float, alpha: float = 1.0) -> skia.Paint:
    """Draws lines of ``colour``, ``width`` pixels thick and with round ends. Shared, as those of fill."""
    return _stroke(colour, width, int(255 * alpha))


@cache
def _fill(colour: str, alpha: int) -> skia.Paint:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return skia.Paint(AntiAlias=True, Color=skia.ColorSetARGB(alpha, red, green, blue))


@cache
def _stroke(colour: str, width: float, alpha: int) -> skia.Paint:
    paint = skia.Paint(_fill(colour, alpha))
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(width)
    paint.setStrokeCap(skia.Paint.kRound_Cap)
    paint.setStrokeJoin(skia.Paint.kRound_Join)
    return paint
