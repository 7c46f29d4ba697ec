"""A few words over the picture, with a dot in a colour."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from viewer.ui.widgets import theme


class Pill(QWidget):
    """Lies over the picture; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = ""
        self._colour = theme.QUIET
        self._drawn: QPixmap | None = None
        self._font = QFont("Inter", weight=QFont.Weight.DemiBold)
        self._font.setPixelSize(13)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, text: str, colour: str) -> None:
        """Show ``text`` with a dot of ``colour``."""
        if (text, colour) == (self.text, self._colour):
            return
        self.text, self._colour = text, colour
        self.resize(self.sizeHint())
        self._drawn = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(self._font).horizontalAdvance(self.text) + 44, 28)

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
        ground = QColor(theme.GROUND)
        ground.setAlphaF(0.75)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()), 14, 14)
        painter.setBrush(QColor(self._colour))
        start = 13 if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else self.width() - 21
        painter.drawEllipse(QRectF(start, 10, 8, 8))
        painter.setPen(QColor(theme.TEXT))
        painter.setFont(self._font)
        space = self.rect().adjusted(30, 0, -14, 0)
        if start != 13:
            space = self.rect().adjusted(14, 0, -30, 0)
        painter.drawText(space, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.text)
        painter.end()
        return drawn
