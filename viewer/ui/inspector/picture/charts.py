"""How bright the picture is, and where; and when it stood still, was black or torn."""

from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.ui import look
from viewer.ui.inspector.picture.figures import LEVELS, Examined
from viewer.ui.inspector.picture.watch import Kind, Mark

SECONDS: Final = 60
"""So long back the marks go."""
# Of red, green and blue on light and on dark, where they are told apart; luma is drawn as text is.
_COLOURS: Final = (QColor(229, 72, 77), QColor(48, 164, 108), QColor(62, 120, 240))
# Black and white of 8-bit Y'CbCr of limited range, ITU-R BT.601 and BT.709.
_LIMITS: Final = (16, 235)
_INK: Final[dict[Kind, look.Role]] = {"freeze": "warning", "black": "text", "tear": "danger"}


class _Chart(QWidget):
    height_wanted = 84

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(150), look.scaled(self.height_wanted))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.TARGET, look.scaled(self.height_wanted))


class _OfPicture(_Chart):
    _examined: Examined | None = None

    def show_examined(self, examined: Examined | None) -> None:
        """Draw that of ``examined``, or nothing."""
        self._examined = examined
        self.update()


class Histogram(_OfPicture):
    """How many pixels have each level of red, green, blue and luma, from 0 at the left to 255."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("ground"))
        if self._examined is None:
            return
        counts = self._examined.histogram
        # A large plain area would leave all else too low to see.
        highest = max(1.0, float(sorted(counts.ravel().tolist())[-8]))
        room = QRectF(self.rect()).adjusted(1, 3, -1, -1)
        # As often as pictures are looked at: a loop over all levels would take as long as all else.
        across = np.linspace(room.left(), room.right(), LEVELS).tolist()
        heights = room.bottom() - np.minimum(counts / highest, 1.0) * room.height()
        for row, colour in zip(heights.tolist(), (*_COLOURS, look.colour("text")), strict=True):
            painter.setPen(QPen(colour, 1))
            painter.drawPolyline(QPolygonF(list(map(QPointF, across, row))))


class Waveform(_OfPicture):
    """How bright each column of the picture is: luma as it was decoded, 255 at the top, with lines where
    black and white are in limited range.
    """

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("bars"))
        if self._examined is None:
            return
        cells = self._examined.waveform
        height, width = cells.shape
        image = QImage(cells.tobytes(), width, height, width, QImage.Format.Format_Grayscale8)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), image)
        if self._examined.planes.full_range:
            return
        painter.setPen(QPen(look.colour("over_warning"), 1))
        for level in _LIMITS:
            y = (LEVELS - 1 - level) / (LEVELS - 1) * (self.height() - 1)
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))


class Marks(_Chart):
    """The last :data:`SECONDS`: freezes, as long as they took, in the colour of warnings; black pictures in
    that of text, and torn ones in that of what is wrong.
    """

    height_wanted = 18
    _marks: tuple[Mark, ...] = ()
    _now = 0.0

    def show_marks(self, marks: tuple[Mark, ...], now: float) -> None:
        """Draw ``marks`` as they are ``now``, by the same clock."""
        self._marks, self._now = marks, now
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("ground"))
        second = self.width() / SECONDS
        for mark in self._marks:
            left = self.width() - (self._now - mark.at) * second
            if left + mark.seconds * second >= 0:
                bar = QRectF(left, 2, max(2.0, mark.seconds * second), self.height() - 4)
                painter.fillRect(bar, look.colour(_INK[mark.kind]))
