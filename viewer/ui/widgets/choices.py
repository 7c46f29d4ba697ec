"""A list to choose from, that looks and scrolls as everywhere here."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox

from viewer.ui import look


class Choices(QComboBox):
    """One of a few. The wheel scrolls the page that it is on."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        paint_chevron(painter, self)
        painter.end()


def paint_chevron(painter: QPainter, box: QComboBox) -> None:
    """The sign at the end of ``box`` that it opens, as large as its text wants it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    reach = look.scaled(4)
    pen = QPen(look.colour("quiet"), reach * 0.45, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    inset = look.scaled(17)
    tip = QPoint(inset if box.isRightToLeft() else box.width() - inset, (box.height() + reach) // 2 + 1)
    painter.drawPolyline([tip + QPoint(-reach, -reach), tip, tip + QPoint(reach, -reach)])
