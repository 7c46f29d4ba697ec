"""How loud the microphone is, drawn wide: the level, the highest peak of late, and whether it clips."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.ui import look

_QUIETEST_DB: Final = -60.0
_WARM_DB: Final = -9.0
_SEGMENTS: Final = 40
_FALL: Final = 0.04
_PEAK_LOOKS: Final = 30
_CLIPPED_LOOKS: Final = 40
_CLIP_WIDTH: Final = 18
_RADIUS: Final = 2.0


class LevelBar(QWidget):
    """Rises at once and falls slowly; the mark at its end is lit for two seconds after the sound clipped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Microphone level"))
        self.level = self.peak = 0.0
        """0 to 1, from the quietest that is drawn to full scale."""
        self._peak_left = self._clipped_left = 0

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(320), look.scaled(22))

    @property
    def clipped(self) -> bool:
        """Whether the mark is lit."""
        return self._clipped_left > 0

    def show_level(self, level: float, peak: float, clips: bool) -> None:
        """``level`` and ``peak`` in dBFS; called 20 times a second."""
        before = (self.level, self.peak, self.clipped)
        self.level = max(_share(level), self.level - _FALL)
        self._peak_left -= 1
        if _share(peak) >= self.peak or self._peak_left <= 0:
            self.peak, self._peak_left = _share(peak), _PEAK_LOOKS
        self._clipped_left = _CLIPPED_LOOKS if clips else max(0, self._clipped_left - 1)
        if (self.level, self.peak, self.clipped) != before:
            self.setAccessibleDescription(
                self.tr("too loud")
                if self.clipped
                else self.tr("{percent} %").format(percent=round(self.level * 100))
            )
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        width = self.width() - _CLIP_WIDTH - 6
        step = width / _SEGMENTS
        warm = _share(_WARM_DB)
        for number in range(_SEGMENTS):
            share = (number + 1) / _SEGMENTS
            lit = self.level >= share
            held = abs(self.peak - share) <= 0.5 / _SEGMENTS and self.peak > 0
            role: look.Role = "warning" if share > warm else "good"
            painter.setBrush(look.colour(role if lit or held else "hover"))
            painter.drawRoundedRect(QRectF(number * step, 3, step - 2, self.height() - 6), _RADIUS, _RADIUS)
        painter.setBrush(look.colour("danger" if self.clipped else "hover"))
        painter.drawRoundedRect(QRectF(width + 6, 0, _CLIP_WIDTH, self.height()), 4, 4)
        painter.end()


def _share(decibels: float) -> float:
    return min(1.0, max(0.0, 1 - decibels / _QUIETEST_DB))
