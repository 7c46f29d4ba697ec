"""How each part of a line looks, in relation to the type of what shows it."""

from typing import Final

from PySide6.QtGui import QColor, QFont, QTextCharFormat

from viewer.ui.widgets import theme

_SMALLER: Final = 0.86
_GAP: Final = 0.7


def looks(font: QFont) -> dict[str, QTextCharFormat]:
    """By the name of the part. ``font`` is that of the text."""
    return {
        "text": _look(font, theme.TEXT),
        "lost": _look(font, theme.QUIET),
        "persona": _look(font, theme.ACCENT, _SMALLER, QFont.Weight.DemiBold),
        "user": _look(font, theme.USER, _SMALLER, QFont.Weight.DemiBold),
        "head": _look(font, theme.QUIET, _SMALLER),
        "above": _look(font, theme.QUIET, _SMALLER, QFont.Weight.DemiBold),
        "gap": _look(font, theme.QUIET, _GAP),
    }


def _look(font: QFont, ink: str, scale: float = 1.0, weight: QFont.Weight | None = None) -> QTextCharFormat:
    scaled = QFont(font)
    if font.pixelSize() > 0:
        scaled.setPixelSize(max(1, round(font.pixelSize() * scale)))
    else:
        scaled.setPointSizeF(max(1.0, font.pointSizeF() * scale))
    if weight is not None:
        scaled.setWeight(weight)
    look = QTextCharFormat()
    look.setFont(scaled)
    look.setForeground(QColor(ink))
    return look
