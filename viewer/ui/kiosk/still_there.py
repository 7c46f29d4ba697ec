"""Asks a visitor who says nothing, and counts down."""

import math
import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from viewer.ui import look
from viewer.ui.kiosk.sizes import font, pixels, text_pixels

_FRAME_MS: Final = 100


class StillThere(QWidget):
    """A card with a ring that closes. A touch anywhere is an answer, so it has no button.

    Args:
        clock: monotonic seconds.
    """

    def __init__(self, parent: QWidget, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._end = self._whole = 0.0
        self._ticker = QTimer(self, interval=_FRAME_MS)
        self._ticker.timeout.connect(self.update)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def seconds(self) -> int:
        """What is left."""
        return max(0, math.ceil(self._end - self._clock()))

    def count_to(self, end: float | None) -> None:
        """Show what is left until ``end``; None: nothing."""
        if end is None:
            self._ticker.stop()
            self.hide()
        elif self.isHidden() or end != self._end:
            self._end, self._whole = end, max(0.1, end - self._clock())
            self.setAccessibleName(self.tr("Are you still there?"))
            self._ticker.start()
            self.show()
            self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour("veil"))
        _paint_card(painter, self.size(), self._share(), str(self.seconds), self._words())
        painter.end()

    def _share(self) -> float:
        return min(1.0, max(0.0, (self._end - self._clock()) / self._whole))

    def _words(self) -> tuple[str, str]:
        return self.tr("Are you still there?"), self.tr("Speak, or touch the screen.")


def _paint_card(painter: QPainter, size: QSize, share: float, number: str, words: tuple[str, str]) -> None:
    width = min(size.width() - pixels(96, size), text_pixels(860, size))
    flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap)
    ring, gap = text_pixels(190, size), pixels(44, size)
    inner = round(width - 2 * gap)
    fonts = font(52, size, strong=True), font(34, size)
    heights = []
    for used, text in zip(fonts, words, strict=True):
        painter.setFont(used)
        heights.append(painter.boundingRect(0, 0, inner, 10_000, flags, text).height())
    height = ring + sum(heights) + gap * 4
    card = QRectF((size.width() - width) / 2, (size.height() - height) / 2, width, height)
    painter.setPen(QPen(look.colour("over_border"), 2))
    painter.setBrush(look.colour("over"))
    painter.drawRoundedRect(card, gap, gap)
    ring_area = QRectF(card.center().x() - ring / 2, card.top() + gap, ring, ring)
    _paint_ring(painter, ring_area, share, size, number)
    y = card.top() + gap * 2 + ring
    inks = look.colour("on_over"), look.colour("on_over_quiet")
    for used, text, tall, ink in zip(fonts, words, heights, inks, strict=True):
        painter.setFont(used)
        painter.setPen(ink)
        painter.drawText(QRectF(card.left() + gap, y, inner, tall), flags, text)
        y += tall + gap / 2


def _paint_ring(painter: QPainter, area: QRectF, share: float, size: QSize, number: str) -> None:
    thick = pixels(14, size)
    inside = area.adjusted(thick, thick, -thick, -thick)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("over_hover"), thick))
    painter.drawEllipse(inside)
    painter.setPen(QPen(look.colour("over_accent"), thick, c=Qt.PenCapStyle.RoundCap))
    painter.drawArc(inside, 90 * 16, round(360 * 16 * share))
    painter.setFont(font(72, size, strong=True))
    painter.setPen(look.colour("on_over"))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, number)
