"""How each part of a line looks, in relation to the type of what shows it."""

import unicodedata
from typing import Final

from PySide6.QtGui import QFont, QTextCharFormat

from viewer.ui import look

_SMALLER: Final = 0.86
_GAP: Final = 0.7


def looks(font: QFont) -> dict[str, QTextCharFormat]:
    """By the name of the part. ``font`` is that of the text."""
    return {
        "text": _look(font, "text"),
        "lost": _look(font, "quiet"),
        "persona": _look(font, "accent", _SMALLER, QFont.Weight.DemiBold),
        "user": _look(font, "user", _SMALLER, QFont.Weight.DemiBold),
        "head": _look(font, "quiet", _SMALLER),
        "above": _look(font, "quiet", _SMALLER, QFont.Weight.DemiBold),
        "gap": _look(font, "quiet", _GAP),
    }


def is_right_to_left(text: str) -> bool:
    """By its first letter, as Qt lays it out."""
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((kind != "L" for kind in kinds if kind in ("L", "R", "AL")), False)


def _look(
    font: QFont, ink: look.Role, scale: float = 1.0, weight: QFont.Weight | None = None
) -> QTextCharFormat:
    scaled = QFont(font)
    if font.pixelSize() > 0:
        scaled.setPixelSize(max(1, round(font.pixelSize() * scale)))
    else:
        scaled.setPointSizeF(max(1.0, font.pointSizeF() * scale))
    if weight is not None:
        scaled.setWeight(weight)
    made = QTextCharFormat()
    made.setFont(scaled)
    made.setForeground(look.colour(ink))
    return made
