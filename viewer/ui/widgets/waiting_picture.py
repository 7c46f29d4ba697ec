"""What is drawn where no avatar is yet: a silhouette that breathes, and words."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QRadialGradient

from viewer.ui import look

_RING_COUNT = 3


def paint_waiting_picture(
    painter: QPainter, area: QRectF, free: QRectF, words: str, beat: float, scale: float
) -> None:
    """Fill ``area``, of which the part ``free`` is not covered by anything. ``beat`` runs from 0 to 1 and
    round again; ``scale`` 1 is the window's size of type.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = min(free.width(), free.height()) * 0.16
    middle = QPointF(free.center().x(), free.center().y() - radius * 0.35)
    _paint_ground(painter, area, middle)
    _paint_rings(painter, middle, radius, beat)
    _paint_silhouette(painter, middle, radius * (1 + 0.012 * sin(2 * pi * beat)))
    _paint_words(painter, free, middle.y() + radius * 1.75, words, scale)
    painter.restore()


def _paint_ground(painter: QPainter, area: QRectF, middle: QPointF) -> None:
    glow = QRadialGradient(middle, max(area.width(), area.height()) * 0.62)
    glow.setColorAt(0, look.colour("stage_glow"))
    glow.setColorAt(1, look.colour("stage"))
    painter.fillRect(area, glow)


def _paint_rings(painter: QPainter, middle: QPointF, radius: float, beat: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for number in range(_RING_COUNT):
        spread = (beat + number / _RING_COUNT) % 1
        strength = 0.30 * (1 - spread) * (1 - cos(pi * min(1.0, spread * 4))) / 2
        painter.setPen(QPen(look.colour("over_accent", strength), 1.5))
        painter.drawEllipse(middle, radius * (1 + 0.55 * spread), radius * (1 + 0.55 * spread))


def _paint_silhouette(painter: QPainter, middle: QPointF, radius: float) -> None:
    disc = QPainterPath()
    disc.addEllipse(middle, radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("figure_ground"))
    painter.drawPath(disc)
    painter.setBrush(look.colour("figure"))
    painter.setClipPath(disc)
    painter.drawEllipse(middle - QPointF(0, radius * 0.20), radius * 0.36, radius * 0.36)
    painter.drawEllipse(middle + QPointF(0, radius * 0.98), radius * 0.70, radius * 0.68)
    painter.setClipping(False)


def _paint_words(painter: QPainter, area: QRectF, top: float, words: str, scale: float) -> None:
    font = look.font("lead")
    font.setPixelSize(round(font.pixelSize() * scale))
    painter.setFont(font)
    painter.setPen(look.colour("on_stage"))
    space = QRectF(area.left() + 24, top, area.width() - 48, area.bottom() - top)
    painter.drawText(space, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, words)
