"""Over a face that is being called: words, and three dots that breathe."""

from math import pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from viewer.ui import look

_DOTS = 3
# So high above the lower edge that a face is free of it, and captions may lie below.
_RISE = 0.16


def sign_area(space: QRectF, words: str, scale: float, covered: float = 0) -> QRectF:
    """Where the sign lies in ``space``, of which so much is ``covered`` at the bottom; ``scale`` 1 is the
    window's size of type.
    """
    metrics = QFontMetricsF(_font(scale))
    height = metrics.height() + 20 * scale
    width = min(space.width() - 32, metrics.horizontalAdvance(words) + (_dots_width() + 44) * scale)
    middle = space.bottom() - max(space.height() * _RISE, covered + height / 2, height)
    return QRectF(space.center().x() - width / 2, middle - height / 2, width, height)


def paint_calling_sign(painter: QPainter, area: QRectF, words: str, beat: float, scale: float) -> None:
    """Fill ``area``. ``beat`` runs from 0 to 1 and round again."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("over"))
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
    right_to_left = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    dots = _dots_width() * scale
    inside = area.adjusted(18 * scale, 0, -18 * scale, 0)
    first = inside.right() - dots if right_to_left else inside.left()
    for number in range(_DOTS):
        strength = 0.35 + 0.65 * max(0.0, sin(2 * pi * (beat * 2 - number / 6)))
        painter.setBrush(look.colour("over_accent", strength))
        painter.drawEllipse(
            QPointF(first + (number * 11 + 4) * scale, area.center().y()), 3.5 * scale, 3.5 * scale
        )
    text = inside.adjusted(0, 0, -dots - 8 * scale, 0)
    if not right_to_left:
        text.translate(dots + 8 * scale, 0)
    font = _font(scale)
    painter.setFont(font)
    painter.setPen(look.colour("on_over"))
    shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, text.width() + 1)
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)
    painter.restore()


def _dots_width() -> float:
    return _DOTS * 11 - 3


def _font(scale: float) -> QFont:
    font = look.font("lead")
    font.setPixelSize(round(font.pixelSize() * scale))
    return font
