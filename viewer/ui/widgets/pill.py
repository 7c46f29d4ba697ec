"""A few words over the picture, with a dot in a colour."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from viewer.ui import look


class Pill(QWidget):
    """Lies over the picture; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = ""
        self._role: look.Role = "on_over_quiet"
        self._drawn: QPixmap | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, text: str, role: look.Role) -> None:
        """Show ``text`` with a dot in the colour of ``role``."""
        if (text, role) == (self.text, self._role):
            return
        self.text, self._role = text, role
        self.resize(self.sizeHint())
        self._drawn = None
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(_font())
        return QSize(metrics.horizontalAdvance(self.text) + 44, metrics.height() + 12)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._drawn = None
            self.resize(self.sizeHint())

    def paintEvent(self, event: QPaintEvent) -> None:
        # The picture below is new 25 times a second and has this painted again each time.
        if self._drawn is None or self._drawn.devicePixelRatio() != self.devicePixelRatioF():
            self._drawn = self._draw()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        painter.end()

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("over"))
        painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        painter.setBrush(look.colour(self._role))
        start = 13 if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else self.width() - 21
        painter.drawEllipse(QRectF(start, self.height() / 2 - 4, 8, 8))
        painter.setPen(look.colour("on_over"))
        painter.setFont(_font())
        space = self.rect().adjusted(30, 0, -14, 0)
        if start != 13:
            space = self.rect().adjusted(14, 0, -30, 0)
        painter.drawText(space, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.text)
        painter.end()
        return drawn


def _font() -> QFont:
    font = look.font("quiet")
    font.setWeight(QFont.Weight.DemiBold)
    return font
