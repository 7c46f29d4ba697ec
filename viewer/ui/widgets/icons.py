"""The icons under ``assets/icons``, drawn in any colour at every pixel ratio."""

from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from viewer.resources import asset
from viewer.ui.widgets import theme

SIZE = 20


@cache
def icon(name: str, colour: str = theme.TEXT) -> QIcon:
    """The icon called ``name``; paler where its button is disabled. Needs a QApplication."""
    drawn = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, "#667283")):
        for ratio in (1, 2, 3):
            drawn.addPixmap(_pixmap(name, ink, ratio), mode)
    return drawn


def application_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(asset("icon.png")))


def _pixmap(name: str, colour: str, ratio: int) -> QPixmap:
    drawing = asset(f"icons/{name}.svg").read_text("utf-8").replace("currentColor", colour)
    pixmap = QPixmap(SIZE * ratio, SIZE * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(drawing.encode()).render(painter, QRectF(0, 0, SIZE * ratio, SIZE * ratio))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
