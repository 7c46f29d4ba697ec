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


def bars(seconds: Sequence[float]) -> list[int]:
    """How many of ``seconds`` are in each bar."""
    counts = [0] * BARS
    for value in seconds:
        counts[min(BARS - 1, int(value / BAR_SECONDS))] += 1
    return counts


class Histogram(QWidget):
    """Paints :func:`bars`; says its figures to a screen reader by the label beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seconds: tuple[float, ...] = ()

    def show_times(self, seconds: Sequence[float]) -> None:
        """Show these."""
        self._seconds = tuple(seconds)
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
        counts, step = bars(self._seconds), room.width() / BARS
        highest = max(counts) or 1
        for number, count in enumerate(counts):
            height = count / highest * (room.height() - 2)
            bar = QRectF(room.left() + number * step + 1, room.bottom() - height, step - 2, height)
            painter.fillRect(bar, look.colour("accent"))
        painter.setPen(look.colour("quiet"))
        number_of = QLocale().toString
        for second in range(int(BARS * BAR_SECONDS) + 1):
            x = room.left() + second / BAR_SECONDS * step
            text = self.tr("{number} s").format(number=number_of(second))
            width = painter.fontMetrics().horizontalAdvance(text)
            left = min(max(x - width / 2, room.left()), room.right() - width)
            painter.drawText(QPointF(left, self.height() - 3), text)
            painter.drawLine(QPointF(x, room.bottom()), QPointF(x, room.bottom() + 3))
