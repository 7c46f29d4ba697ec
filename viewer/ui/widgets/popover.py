"""A card that opens above the button it belongs to."""

from typing import Final

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

_GAP: Final = 8
_ABOVE: Final = 20  # clear of the bar that the button is in
_RADIUS: Final = 12


class Popover(QFrame):
    """Closes with Escape or a click elsewhere. Subclasses fill :attr:`column`."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("popover")
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 16, 18, 16)
        self.column.setSpacing(12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Round corners, on screens without a compositor, too.
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        self.setMask(QRegion(shape.toFillPolygon().toPolygon()))

    def open_above(self, button: QWidget) -> None:
        """Show over ``button``, within its window and on its screen."""
        self.adjustSize()
        window = button.window()
        place = button.mapToGlobal(QPoint(0, -self.height() - _ABOVE))
        right_end = window.mapToGlobal(QPoint(window.width() - self.width() - _GAP, 0)).x()
        screen = button.screen().availableGeometry()
        self.move(max(min(place.x(), right_end), screen.x()), max(place.y(), screen.y()))
        self.show()
