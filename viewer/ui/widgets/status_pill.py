"""The session's state in a word or two, with a dot in its colour."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from viewer.ui.view_state import ViewState
from viewer.ui.widgets import theme


class StatusPill(QWidget):
    """Lies over the picture."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = ""
        self._colour = theme.QUIET
        self._drawn: QPixmap | None = None
        self._font = QFont("Inter", weight=QFont.Weight.DemiBold)
        self._font.setPixelSize(13)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def render_state(self, state: ViewState) -> None:
        """Show where ``state`` stands."""
        self.text = state.words
        self._colour = _colour(state)
        self.setAccessibleName(f"State: {state.words}")
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
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(11, 14, 19, 190))
        painter.drawRoundedRect(QRectF(self.rect()), 14, 14)
        painter.setBrush(QColor(self._colour))
        painter.drawEllipse(QRectF(13, 10, 8, 8))
        painter.setPen(QColor(theme.TEXT))
        painter.setFont(self._font)
        painter.drawText(self.rect().adjusted(30, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text)
        painter.end()
        return drawn


def _colour(state: ViewState) -> str:
    if state.stalled:
        return theme.WARNING
    if state.listening and state.live:
        return theme.ACCENT
    if state.live:
        return theme.GOOD
    return theme.ACCENT if state.busy else theme.QUIET
