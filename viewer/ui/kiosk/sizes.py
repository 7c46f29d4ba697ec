"""How large things are on a kiosk: by its screen, which may be a tablet or a wall, and the size of text."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont

from viewer.ui import look

_USUAL: Final = 1080
_LEAST: Final = 0.5
_MOST_TEXT: Final = 1.5


def pixels(size: float, screen: QSize) -> int:
    """``size`` pixels of a screen of which 1080 are the shorter side."""
    return round(size * _scale(screen))


def text_pixels(size: float, screen: QSize) -> int:
    """The same for what grows with the text; on a screen for all of it that is less than twice."""
    grown = min(look.appearance().text_scale, 3.0)
    return round(size * _scale(screen) * min(_MOST_TEXT, 1 + (grown - 1) * 0.6))


def font(size: float, screen: QSize, *, strong: bool = False) -> QFont:
    """Letters of that size."""
    made = look.font("body")
    made.setPixelSize(max(1, text_pixels(size, screen)))
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return made


def _scale(screen: QSize) -> float:
    return max(_LEAST, min(screen.width(), screen.height()) / _USUAL)
