"""How loud the microphone is."""

from collections.abc import Callable
from math import log10
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.ui import look

_QUIETEST_DB: Final = -54.0
_SEGMENTS: Final = 8
_FALL: Final = 0.12
_LOOK_MS: Final = 50


class LevelMeter(QWidget):
    """A column of segments; rises at once and falls slowly. ``over``: it floats over the picture."""

    def __init__(self, parent: QWidget | None = None, *, over: bool = False) -> None:
        super().__init__(parent)
        self._loud: look.Role = "over_warning" if over else "warning"
        self._good: look.Role = "over_good" if over else "good"
        self._unlit: look.Role = "over_hover" if over else "hover"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Microphone level"))
        self.shown = 0.0
        """0 to 1, the part of the column that is lit."""
        self.read: Callable[[], float] = lambda: 0.0
        """How loud it is now, 0 to 1 RMS; asked while the meter is seen."""
        self._looks = QTimer(self, interval=_LOOK_MS)
        self._looks.timeout.connect(lambda: self.show_level(self.read()))

    def sizeHint(self) -> QSize:
        return QSize(8, look.scaled(40))

    def show_level(self, rms: float) -> None:
        """``rms``: 0 to 1, full scale."""
        decibels = 20 * log10(max(rms, 1e-6))
        height = min(1.0, max(0.0, 1 - decibels / _QUIETEST_DB))
        shown = max(height, self.shown - _FALL)
        if shown != self.shown:
            self.shown = shown
            self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._looks.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._looks.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        step = self.height() / _SEGMENTS
        for number in range(_SEGMENTS):
            lit = self.shown * _SEGMENTS > number
            role = self._loud if number >= _SEGMENTS - 1 else self._good
            painter.setBrush(look.colour(role if lit else self._unlit))
            painter.drawRoundedRect(QRectF(0, self.height() - (number + 1) * step + 1, 8, step - 2), 1.5, 1.5)
        painter.end()
