"""The words over a face that waits, and the ground that they are read on."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QLinearGradient, QPainter

from viewer.ui import look
from viewer.ui.kiosk.sizes import font, pixels

_MARGIN: Final = 72


@dataclass(frozen=True, slots=True)
class Said:
    """Large words, and what to do. ``right_to_left``: they are read so; ``calm``: no invitation, but news."""

    title: str
    line: str = ""
    right_to_left: bool = False
    calm: bool = False


def paint_words(painter: QPainter, size: QSize, said: Said, count: int, number: int) -> int:
    """At the foot of the screen, on a ground that grows darker towards it; returns where that begins."""
    margin = pixels(_MARGIN, size)
    title, line = font(76, size, strong=True), font(38, size, strong=True)
    space = QRect(margin, 0, size.width() - 2 * margin, size.height() - margin)
    reading = Qt.LayoutDirection.RightToLeft if said.right_to_left else Qt.LayoutDirection.LeftToRight
    painter.setLayoutDirection(reading)
    centred = said.calm or size.height() > size.width()
    across = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeading
    wrap = across | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
    painter.setFont(line)
    bottom = space.bottom() - (pixels(44, size) if count > 1 else 0)
    pill = _line_area(painter, space, said, centred, bottom)
    above = (pill.top() - pixels(34, size)) if said.line else bottom
    painter.setFont(title)
    room = QRect(space.left(), 0, space.width(), round(above))
    words = painter.boundingRect(room, int(wrap), said.title)
    begins = words.top() - pixels(150, size)
    _paint_ground(painter, size, begins)
    painter.setPen(look.colour("on_over"))
    painter.drawText(room, int(wrap), said.title)
    if said.line:
        _paint_line(painter, pill, said, line)
    if count > 1:
        _paint_dots(painter, size, space, (count, number), across=_start_of_dots(size, space, said, count))
    return max(0, begins)


def _line_area(painter: QPainter, space: QRect, said: Said, centred: bool, bottom: float) -> QRectF:
    metrics = painter.fontMetrics()
    padding = 0 if said.calm else metrics.height()
    room = space.width() - 2 * padding
    flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter)
    text = painter.boundingRect(QRect(0, 0, room, 10_000), flags, said.line)
    width = room if said.calm else text.width() + 2 * padding
    height = text.height() + (0 if said.calm else metrics.height())
    left = space.left() + (space.width() - width) / 2
    if not centred:
        left = space.right() - width if said.right_to_left else space.left()
    return QRectF(left, bottom - height, width, height)


def _paint_line(painter: QPainter, area: QRectF, said: Said, used: QFont) -> None:
    painter.setFont(used)
    flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
    if said.calm:
        painter.setPen(look.colour("on_over_quiet"))
        painter.drawText(area, flags, said.line)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("primary"))
    radius = min(area.height() / 2, painter.fontMetrics().height())
    painter.drawRoundedRect(area, radius, radius)
    painter.setPen(look.colour("on_primary"))
    painter.drawText(area, flags, said.line)


def _paint_ground(painter: QPainter, size: QSize, top: float) -> None:
    ground = QLinearGradient(QPointF(0, top), QPointF(0, size.height()))
    for at, opacity in ((0.0, 0.0), (0.35, 0.55), (1.0, 0.9)):
        ink = QColor(look.colour("stage"))
        ink.setAlphaF(opacity)
        ground.setColorAt(at, ink)
    painter.fillRect(QRectF(0, top, size.width(), size.height() - top), ground)


def _start_of_dots(size: QSize, space: QRect, said: Said, count: int) -> float:
    radius, width = pixels(6, size), pixels(26, size) * (count - 1)
    if said.calm or size.height() > size.width():
        return space.center().x() - width / 2
    return space.right() - width - radius if said.right_to_left else space.left() + radius


def _paint_dots(
    painter: QPainter, size: QSize, space: QRect, which: tuple[int, int], *, across: float
) -> None:
    """Which of the languages this is."""
    radius, step = pixels(6, size), pixels(26, size)
    count, number = which
    painter.setPen(Qt.PenStyle.NoPen)
    for dot in range(count):
        painter.setBrush(look.colour("on_over", 1.0 if dot == number else 0.35))
        painter.drawEllipse(QPointF(across + dot * step, space.bottom() - radius), radius, radius)
