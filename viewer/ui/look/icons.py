"""The icons under ``assets/icons``, drawn when they are painted: in the colour that their role has then."""

from functools import cache
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPaintEvent,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.resources import asset
from viewer.ui.look.appearance import colour, scaled
from viewer.ui.look.colours import Role

SIZE: Final = 20
"""Of an icon beside body text, in pixels, before the scale of text."""

# They point where reading goes, and turn round with it.
MIRRORED: Final = frozenset({"back", "forward", "chevron-end", "leave", "send", "speaker", "speaker-off"})
_DISABLED: Final[dict[Role, Role]] = {
    "on_over": "on_over_disabled",
    "on_over_quiet": "on_over_disabled",
}


def icon(name: str, role: Role = "text") -> QIcon:
    """The icon called ``name``; pale where its button is disabled. Needs a QApplication."""
    return QIcon(_Engine(name, role))


def application_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(asset("icon.png")))


def draw_icon(painter: QPainter, area: QRectF, name: str, ink: QColor) -> None:
    """Paint the icon called ``name`` into ``area``; turned round where reading goes from right to left."""
    painter.save()
    if name in MIRRORED and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        painter.translate(2 * area.center().x(), 0)
        painter.scale(-1, 1)
    drawing = _drawing(name).replace("currentColor", ink.name())
    painter.setOpacity(painter.opacity() * ink.alphaF())
    QSvgRenderer(drawing.encode()).render(painter, area)
    painter.restore()


class Sign(QWidget):
    """An icon that is no button. It says nothing to screen readers: the words are beside it."""

    def __init__(self, name: str, role: Role, size: int = SIZE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._role, self._size = name, role, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, role: Role) -> None:
        """Another one from now on."""
        self._name, self._role = name, role
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(self._size), scaled(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(
            0, 0, _drawn(self._name, colour(self._role), self.size(), self.devicePixelRatioF())
        )
        painter.end()


class _Engine(QIconEngine):
    def __init__(self, name: str, role: Role) -> None:
        super().__init__()
        self._name, self._role = name, role

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        scale = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, _drawn(self._name, colour(self._role_in(mode)), rect.size(), scale))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return _drawn(self._name, colour(self._role_in(mode)), size, scale)

    def _role_in(self, mode: QIcon.Mode) -> Role:
        return _DISABLED.get(self._role, "disabled") if mode is QIcon.Mode.Disabled else self._role


def _drawn(name: str, ink: QColor, size: QSize, scale: float) -> QPixmap:
    """Kept for the next time: what floats over the picture is painted again with each one that comes."""
    way = QGuiApplication.layoutDirection() if name in MIRRORED else Qt.LayoutDirection.LeftToRight
    key = f"{name} {ink.name(QColor.NameFormat.HexArgb)} {size.width()}×{size.height()} {scale} {way.value}"
    drawn = QPixmap()
    if QPixmapCache.find(key, drawn):
        return drawn
    drawn = QPixmap(round(size.width() * scale), round(size.height() * scale))
    drawn.setDevicePixelRatio(scale)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    draw_icon(painter, QRectF(0, 0, size.width(), size.height()), name, ink)
    painter.end()
    QPixmapCache.insert(key, drawn)
    return drawn


@cache
def _drawing(name: str) -> str:
    return asset(f"icons/{name}.svg").read_text("utf-8")
