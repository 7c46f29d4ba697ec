"""How often something took how long, in bars."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from viewer.ui import look

BAR_SECONDS: Final = 0.1
BARS: Final = 30
"""The last one takes whatever took longer."""
_INK: Final[tuple[look.Role, look.Role]] = ("accent", "warning")


def bars(seconds: Sequence[float]) -> list[int]:
    """How many of ``seconds`` are in each bar."""
    counts = [0] * BARS
    for value in seconds:
        counts[min(BARS - 1, int(value / BAR_SECONDS))] += 1
    return counts


class Histogram(QWidget):
    """Paints :func:`bars` of two things side by side; says its figures to a screen reader by the label beside
    it.

    Args:
        names: what they are called.
    """

    def __init__(self, names: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._times: tuple[Sequence[float], Sequence[float]] = (), ()

    def show_times(self, one: Sequence[float], other: Sequence[float]) -> None:
        """Show these, in seconds."""
        self._times = tuple(one), tuple(other)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(300), look.scaled(110))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.scaled(160), look.scaled(80))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(look.font("small"))
        line = painter.fontMetrics().height()
        room = QRectF(self.rect()).adjusted(1, 1, -1, -line - 4)
        painter.setPen(look.colour("outline"))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        step = room.width() / BARS
        self._paint_bars(painter, room.adjusted(0, line + 2, 0, 0), step)
        self._paint_names(painter, room)
        painter.setPen(look.colour("quiet"))
        number_of = QLocale().toString
        for second in range(int(BARS * BAR_SECONDS) + 1):
            x = room.left() + second / BAR_SECONDS * step
            text = self.tr("{number} s").format(number=number_of(second))
            width = painter.fontMetrics().horizontalAdvance(text)
            left = min(max(x - width / 2, room.left()), room.right() - width)
            painter.drawText(QPointF(left, self.height() - 3), text)
            painter.drawLine(QPointF(x, room.bottom()), QPointF(x, room.bottom() + 3))

    def _paint_bars(self, painter: QPainter, room: QRectF, step: float) -> None:
        counted = [bars(times) for times in self._times]
        highest = max(max(counts) for counts in counted) or 1
        width = (step - 2) / len(counted)
        for place, (counts, role) in enumerate(zip(counted, _INK, strict=True)):
            for number, count in enumerate(counts):
                height = count / highest * room.height()
                left = room.left() + number * step + 1 + place * width
                painter.fillRect(QRectF(left, room.bottom() - height, width, height), look.colour(role))

    def _paint_names(self, painter: QPainter, room: QRectF) -> None:
        """Each behind a square of its colour, at the end where there are the fewest bars."""
        measure = painter.fontMetrics()
        square, x = measure.ascent() * 0.7, room.right()
        for name, role in reversed([*zip(self._names, _INK, strict=True)]):
            x -= measure.horizontalAdvance(name)
            painter.setPen(look.colour("quiet"))
            painter.drawText(QPointF(x, room.top() + measure.ascent()), name)
            x -= square + 5
            painter.fillRect(
                QRectF(x, room.top() + measure.ascent() - square, square, square), look.colour(role)
            )
            x -= 12
