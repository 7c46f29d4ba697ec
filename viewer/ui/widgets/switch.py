"""A switch: on or off, at once."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from viewer.ui import look


class Switch(QAbstractButton):
    """A knob that slides; checked is on."""

    def __init__(self, name: str, checked: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setChecked(checked)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(48), max(look.TARGET, look.scaled(26)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # All sizes below are those of the usual text.
        scale = look.appearance().text_scale
        painter.scale(scale, scale)
        groove = QRectF(5, self.height() / scale / 2 - 10, 38, 20)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawRoundedRect(groove.adjusted(-3, -3, 3, 3), 13, 13)
        at_right = self.isChecked() is not self.isRightToLeft()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent" if self.isChecked() else "outline"))
        painter.drawRoundedRect(groove, 10, 10)
        painter.setBrush(look.colour("surface"))
        middle = groove.right() - 10 if at_right else groove.left() + 10
        painter.drawEllipse(QPointF(middle, groove.center().y()), 7, 7)
        painter.end()
