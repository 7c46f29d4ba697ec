"""Asks whoever wants to end the kiosk for its PIN, by finger or keyboard."""

import time
from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from viewer.kiosk_settings import MOST_DIGITS, is_pin
from viewer.ui import look
from viewer.ui.kiosk.leaving.tries import Tries
from viewer.ui.kiosk.sizes import font, pixels, text_pixels
from viewer.ui.kiosk.touch import TouchButton
from viewer.ui.worker import Worker

_IDLE_MS: Final = 20_000
_KEYS: Final = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "←", "0", "✓")
_KEY: Final = 104
_GAP: Final = 18


class PinPad(QWidget):
    """Covers the kiosk while it is open; goes away by itself when nobody types.

    Args:
        hashed: what stands for the PIN.
        clock: monotonic seconds.
    """

    solved = Signal()

    def __init__(self, hashed: str, parent: QWidget, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self.tries = Tries()
        self._hashed = hashed
        self._clock = clock
        self._typed = ""
        self._checking = False
        self._worker = Worker(self)
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._idle.timeout.connect(self.leave)
        self._count = QTimer(self, interval=500)
        self._count.timeout.connect(self._show_wait)
        self.keys = [TouchButton(key, self) for key in _KEYS]
        for button, key in zip(self.keys, _KEYS, strict=True):
            button.clicked.connect(partial(self.type, key))
        self.cancel = TouchButton(self.tr("Back"), self)
        self.cancel.clicked.connect(lambda _: self.leave())
        self.keys[9].setAccessibleName(self.tr("Delete"))
        self.keys[11].setAccessibleName(self.tr("Enter"))
        self.setAccessibleName(self.tr("Enter the PIN to end the kiosk."))
        self.hide()

    def ask(self) -> None:
        """Open."""
        self._typed = ""
        self._idle.start()
        self.show()
        self.raise_()
        self._show_wait()

    def leave(self) -> None:
        """Close, and forget what was typed."""
        self._typed = ""
        self._idle.stop()
        self._count.stop()
        self.hide()

    def type(self, key: str) -> None:
        """One of the keys."""
        self._idle.start()
        if self._checking or self.tries.wait(self._clock()) > 0:
            return
        if key == "✓":
            self._check()
        elif key == "←":
            self._typed = self._typed[:-1]
        elif len(self._typed) < MOST_DIGITS:
            self._typed += key
        self.update()

    def key(self, event: QKeyEvent) -> None:
        """The same by keyboard."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.type("✓")
        elif event.key() == Qt.Key.Key_Backspace:
            self.type("←")
        elif event.text().isascii() and event.text().isdigit():
            self.type(event.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour("veil"))
        size, card = self.size(), self._card()
        radius = pixels(36, size)
        painter.setPen(QPen(look.colour("over_border"), 2))
        painter.setBrush(look.colour("over"))
        painter.drawRoundedRect(card, radius, radius)
        painter.setPen(look.colour("on_over"))
        painter.setFont(font(34, size, strong=True))
        head = QRectF(card.left() + radius, card.top() + radius, card.width() - 2 * radius, pixels(110, size))
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        painter.drawText(head, flags, self._words())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("over_accent"))
        step, dot = pixels(34, size), pixels(9, size)
        left = card.center().x() - step * (len(self._typed) - 1) / 2
        for number in range(len(self._typed)):
            x, y = left + number * step, head.bottom() + pixels(26, size)
            painter.drawEllipse(QRectF(x - dot, y - dot, 2 * dot, 2 * dot))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size, card = self.size(), self._card()
        key, gap = self._key_size(), pixels(_GAP, size)
        left = round(card.center().x()) - (3 * key + 2 * gap) // 2
        top = round(card.top()) + pixels(36 + 110 + 60, size)
        for number, button in enumerate(self.keys):
            button.fit(size)
            button.setFixedSize(key, key)
            button.move(left + number % 3 * (key + gap), top + number // 3 * (key + gap))
        self.cancel.fit(size)
        self.cancel.move(
            round(card.center().x()) - self.cancel.width() // 2, top + 4 * (key + gap) + pixels(10, size)
        )

    def _key_size(self) -> int:
        return min(text_pixels(_KEY, self.size()), round(self.height() * 0.105))

    def _card(self) -> QRectF:
        size = self.size()
        key, gap = self._key_size(), pixels(_GAP, size)
        width = max(3 * key + 2 * gap + pixels(120, size), pixels(560, size))
        height = 4 * (key + gap) + pixels(36 * 2 + 110 + 70, size) + text_pixels(84, size)
        return QRectF((size.width() - width) / 2, (size.height() - height) / 2, width, height)

    def _words(self) -> str:
        if wait := round(self.tries.wait(self._clock())):
            return self.tr("Too many tries. The next one can be in %n second(s).", "", wait)
        if self.tries.wrong and not self._typed:
            return self.tr("That was not the PIN.")
        return self.tr("Enter the PIN to end the kiosk.")

    def _check(self) -> None:
        typed, self._typed, hashed = self._typed, "", self._hashed
        self._checking = True

        def arrive(is_right: bool) -> None:
            self._checking = False
            if is_right:
                self.tries.worked()
                self.solved.emit()
            else:
                self.tries.failed(self._clock())
                self._show_wait()

        self._worker.do(lambda: partial(arrive, is_pin(typed, hashed)))

    def _show_wait(self) -> None:
        waits = self.tries.wait(self._clock()) > 0
        for button in self.keys:
            button.setEnabled(not waits)
        if waits and not self._count.isActive():
            self._count.start()
        elif not waits:
            self._count.stop()
        self.update()
