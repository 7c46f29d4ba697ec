"""The session's state in a word or two, with a dot in its colour."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from viewer.ui import look
from viewer.ui.view_state import ViewState


class StatusPill(QWidget):
    """Lies over the picture."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = ""
        self._role: look.Role = "on_over_quiet"
        self._drawn: QPixmap | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def render_state(self, state: ViewState) -> None:
        """Show where ``state`` stands."""
        self.text = state.words
        self._role = _role(state)
        self.setAccessibleName(f"State: {state.words}")
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
        dot = QRectF(13, self.height() / 2 - 4, 8, 8)
        painter.drawEllipse(_turned(dot, self))
        painter.setPen(look.colour("on_over"))
        painter.setFont(_font())
        words = _turned(QRectF(self.rect().adjusted(30, 0, 0, 0)), self)
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, side | Qt.AlignmentFlag.AlignVCenter, self.text)
        painter.end()
        return drawn


def _font() -> QFont:
    font = look.font("quiet")
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _turned(area: QRectF, widget: QWidget) -> QRectF:
    """``area``, on the other side where reading goes from right to left."""
    if widget.isRightToLeft():
        area.moveRight(widget.width() - area.left())
    return area


def _role(state: ViewState) -> look.Role:
    if state.stalled:
        return "over_warning"
    if state.listening and state.live:
        return "over_accent"
    if state.live:
        return "over_good"
    return "over_accent" if state.busy else "on_over_quiet"
