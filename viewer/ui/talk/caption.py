"""The caption: the last lines of what is being said, as far as it has been heard."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPixmap,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from viewer.settings import ViewerSettings
from viewer.ui import look, view_state
from viewer.ui.heard import heard

Place: TypeAlias = Literal["bottom", "top"]
Style: TypeAlias = Literal["off", "box", "shadow", "plain"]

PIXELS: Final = 19
"""How tall letters are at 100 %."""
_LINES: Final = 2
_EMS: Final = 40
"""So wide a line is at most."""
_LEAST_EMS: Final = 14
"""For so many there is room: letters are smaller than asked for rather than a word or two a line."""
_MARGIN: Final = 24
_READING_MS: Final = 3500
_READING_MS_A_CHARACTER: Final = 45
# Of a long message the beginning is left out, in so large steps that lines seldom break anew.
_STEP: Final = 1000
_LOOK_MS: Final = 50
_AROUND: Final = tuple(QPoint(x, y) for x in (-2, 0, 2) for y in (-2, 0, 2) if x or y)


@dataclass(frozen=True, slots=True)
class CaptionLook:
    """How captions look, and whether there are any."""

    style: Style = "box"
    percent: int = 100
    place: Place = "bottom"

    @classmethod
    def of(cls, settings: ViewerSettings) -> "CaptionLook":
        """As ``settings`` have it."""
        return cls(settings.captions, settings.caption_size, settings.caption_place)


class Caption(QWidget):
    """Shows at most two lines, the newest, as plain text; goes away when they can have been read.

    Args:
        clock: monotonic seconds.
    """

    look_changed = Signal()

    def __init__(self, parent: QWidget, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self.setObjectName("caption")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleDescription(self.tr("Caption"))
        self.expiry = QTimer(self, singleShot=True)
        """Runs once a message is complete and heard; the caption goes away at its end."""
        self.expiry.timeout.connect(self._expire)
        self.next_word = QTimer(self, interval=_LOOK_MS)
        """Runs while there are words that have not been heard yet."""
        self.next_word.timeout.connect(self._go_on)
        self.look = CaptionLook()
        self._clock = clock
        self._scale = 1.0
        self._parent = parent
        self._room: QRect | None = None
        self._shown: view_state.Caption | None = None
        self._heard, self._read = "", False
        self._lines: list[str] = []
        self._pixels = PIXELS
        self._drawn: QPixmap | None = None
        self.hide()

    def text(self) -> str:
        """What is to be read now."""
        return "\n".join(self._lines)

    @property
    def is_behind(self) -> bool:
        """Whether something has come that has not been heard yet."""
        return self.next_word.isActive()

    def set_look(self, look: CaptionLook) -> None:
        """Look so from now on."""
        if look != self.look:
            self.look = look
            self.hide()
            self._go_on()
            self.look_changed.emit()

    def show_caption(self, caption: view_state.Caption | None) -> None:
        """Show ``caption``, or nothing. The same again does not prolong it."""
        if caption == self._shown:
            return
        self._shown = caption
        self.expiry.stop()
        self._heard, self._read = "", False
        self._go_on()

    def move_to(self, parent: QWidget) -> None:
        """Lie over ``parent`` from now on; :meth:`refit` says where."""
        is_shown = not self.isHidden()
        self.setParent(parent)
        self._parent, self._room = parent, None
        self.setVisible(is_shown)

    def refit(self, room: QRect | None = None, scale: float = 1.0) -> None:
        """Break the lines anew and sit at an edge of ``room`` of the parent, in the middle of it, in letters
        ``scale`` times as large as asked for.
        """
        self._room, self._scale = room or self._room, scale
        if not self.isHidden():
            self._arrange()

    def changeEvent(self, event: object) -> None:
        """The font or the palette may be another."""
        self._drawn = None

    def paintEvent(self, event: QPaintEvent) -> None:
        # The picture below is new 25 times a second and has this painted again each time.
        if self._drawn is None or self._drawn.devicePixelRatio() != self.devicePixelRatioF():
            self._drawn = self._draw()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        painter.end()

    def _go_on(self) -> None:
        """Show what has been heard by now, and see to the next word."""
        caption = self._shown
        if caption is None:
            self.next_word.stop()
            self.hide()
            self._lines, self._drawn = [], None
            self.setAccessibleName("")
            return
        before, self._heard = self._heard, self._text_heard(caption)
        if len(self._heard) < len(caption.text) and not self._is_cut_off(caption):
            self.next_word.start()
        else:
            self.next_word.stop()
            if caption.complete and not self._read and not self.expiry.isActive():
                self.expiry.start(_READING_MS + _READING_MS_A_CHARACTER * len(self._heard))
        if self._read or not self._heard.strip() or self.look.style == "off":
            self.hide()
        elif self._heard != before or self.isHidden():
            self._arrange()
            self.show()

    def _text_heard(self, caption: view_state.Caption) -> str:
        if not caption.marks:
            return caption.text
        now = self._clock()
        if caption.interrupted and caption.ended is not None:
            now = min(now, caption.ended)  # what was not heard by then never is
        until = None if caption.interrupted else caption.ended
        return caption.text[: heard(caption.text, caption.marks, now, until)]

    def _is_cut_off(self, caption: view_state.Caption) -> bool:
        return caption.interrupted and (caption.ended is None or self._clock() >= caption.ended)

    def _expire(self) -> None:
        self._read = True
        self.hide()

    def _arrange(self) -> None:
        room = self._room or self._parent.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        wanted = round(look.scaled(PIXELS) * self.look.percent * self._scale / 100)
        self._pixels = max(1, min(wanted, room.height() // 3, room.width() // _LEAST_EMS))
        font = self._font()
        metrics = QFontMetricsF(font)
        across, down = (round(metrics.height() * part) for part in (0.8, 0.4))
        widest = min(room.width(), round(_EMS * font.pixelSize())) - 2 * across
        most = min(_LINES, max(1, int((room.height() - 2 * down) / metrics.lineSpacing())))
        self._lines = last_lines(_end_of(self._heard.strip()), font, widest, most)
        self.setAccessibleName(" ".join(self._lines))  # it is painted: nothing else tells a screen reader
        width = max((metrics.horizontalAdvance(line) for line in self._lines), default=0.0)
        size = QRect(0, 0, round(width) + 2 * across + 1, 0)
        size.setHeight(round(metrics.lineSpacing() * len(self._lines)) + 2 * down)
        size.moveCenter(room.center())
        if self.look.place == "top":
            size.moveTop(room.top())
        else:
            size.moveBottom(room.bottom())
        self._drawn = None
        self.setGeometry(size)
        self.update()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._pixels)
        return font

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        ground = look.colour("over")
        if self.look.style == "box":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(self.rect()), 14, 14)
        elif self.look.style == "shadow":
            painter.setPen(ground)
            for offset in _AROUND:
                painter.drawText(self.rect().translated(offset), Qt.AlignmentFlag.AlignCenter, self.text())
        is_users = self._shown is not None and self._shown.role == "user"
        painter.setPen(look.colour("over_user" if is_users else "on_over"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
        return drawn


def _end_of(text: str) -> str:
    """``text`` from a place on that moves seldom."""
    start = max(0, (len(text) // _STEP - 1) * _STEP)
    return text[start:].partition(" ")[2] or text[start:] if start else text


def last_lines(text: str, font: QFont, width: float, most: int = _LINES) -> list[str]:
    """``text`` broken into lines of ``width`` logical pixels, the last ``most`` of them."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, QFontMetricsF(font).maxWidth()))
        lines.append((line.textStart(), line.textLength()))
    layout.endLayout()
    units = text.encode("utf-16-le")  # Qt counts in UTF-16 code units
    return [
        units[2 * start : 2 * (start + length)].decode("utf-16-le").strip() for start, length in lines[-most:]
    ]
