"""The caption: the last lines of what is being said, as far as it has been heard."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
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
from viewer.ui import view_state
from viewer.ui.talk.spoken import USUAL_DELAY, Spoken
from viewer.ui.widgets import theme

Size: TypeAlias = Literal["small", "medium", "large", "huge"]
Place: TypeAlias = Literal["bottom", "top"]
Ground: TypeAlias = Literal["box", "shadow", "none"]

PIXELS: Final[dict[Size, int]] = {"small": 15, "medium": 19, "large": 26, "huge": 36}
_LINES: Final = 2
_EMS: Final = 40
"""So wide a line is at most."""
_MARGIN: Final = 24
_READING_MS: Final = 3500
_READING_MS_A_CHARACTER: Final = 45
# Of a long message the beginning is left out, in so large steps that lines seldom break anew.
_STEP: Final = 1000
_AROUND: Final = tuple(QPoint(x, y) for x in (-2, 0, 2) for y in (-2, 0, 2) if x or y)


@dataclass(frozen=True, slots=True)
class CaptionLook:
    """How captions look, and whether there are any."""

    shown: bool = True
    size: Size = "medium"
    place: Place = "bottom"
    ground: Ground = "box"

    @classmethod
    def of(cls, settings: ViewerSettings) -> "CaptionLook":
        """As ``settings`` have it."""
        return cls(settings.captions, settings.caption_size, settings.caption_place, settings.caption_ground)


class Caption(QWidget):
    """Shows at most two lines, the newest, as plain text; goes away when they can have been read.

    Args:
        clock: monotonic seconds.
    """

    def __init__(self, parent: QWidget, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self.setObjectName("caption")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Caption"))
        self.expiry = QTimer(self, singleShot=True)
        """Runs once a message is complete and heard; the caption goes away at its end."""
        self.expiry.timeout.connect(self.hide)
        self.next_word = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self.next_word.timeout.connect(self._go_on)
        self.delay = USUAL_DELAY
        """Seconds from a word's arrival until it is heard."""
        self.look = CaptionLook()
        self._clock = clock
        self._parent = parent
        self._room: QRect | None = None
        self._shown: view_state.Caption | None = None
        self._spoken = Spoken()
        self._lines: list[str] = []
        self._pixels = PIXELS["medium"]
        self._drawn: QPixmap | None = None
        self.hide()

    def text(self) -> str:
        """What is to be read now."""
        return "\n".join(self._lines)

    @property
    def is_behind(self) -> bool:
        """Whether something has come that has not been heard yet."""
        return self._shown is not None and self._spoken.next_change() is not None

    def set_look(self, look: CaptionLook) -> None:
        """Look so from now on."""
        if look != self.look:
            self.look = look
            self._go_on()

    def show_caption(self, caption: view_state.Caption | None) -> None:
        """Show ``caption``, or nothing. The same again does not prolong it."""
        if caption == self._shown:
            return
        before, self._shown = self._shown, caption
        self.expiry.stop()
        if caption is None:
            self.next_word.stop()
            self.hide()
            return
        if before is None or (before.role, before.id) != (caption.role, caption.id):
            self._spoken = Spoken()
        now = self._clock()
        if caption.text != self._spoken.text:
            # What the user says has been said.
            self._spoken.grow(caption.text, now, self.delay)
            if caption.role == "user":
                self._spoken = Spoken()
                self._spoken.grow(caption.text, float("-inf"))
        if caption.interrupted:
            self._spoken.cut(now)
        self._go_on()

    def refit(self, room: QRect | None = None) -> None:
        """Break the lines anew and sit at an edge of ``room`` of the parent, in the middle of it."""
        self._room = room or self._room
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
            return
        heard = self._spoken.heard(self._clock()).rstrip()
        due = self._spoken.next_change()
        if due is not None:
            self.next_word.start(max(1, round((due - self._clock()) * 1000)))
        elif caption.complete and not self.expiry.isActive():
            self.expiry.start(_READING_MS + _READING_MS_A_CHARACTER * len(heard))
        if not heard or not self.look.shown:
            self.hide()
            return
        self._arrange(heard)
        self.show()

    def _arrange(self, heard: str | None = None) -> None:
        if heard is None:
            heard = self._spoken.heard(self._clock()).rstrip()
        room = self._room or self._parent.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        self._pixels = max(1, min(PIXELS[self.look.size], room.height() // 3))
        font = self._font()
        metrics = QFontMetricsF(font)
        across, down = (round(metrics.height() * part) for part in (0.8, 0.4))
        widest = min(room.width(), round(_EMS * font.pixelSize())) - 2 * across
        most = min(_LINES, max(1, int((room.height() - 2 * down) / metrics.lineSpacing())))
        self._lines = last_lines(_end_of(heard), font, widest, most)
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
        ground = QColor(theme.GROUND)
        ground.setAlphaF(0.82)
        if self.look.ground == "box":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(self.rect()), 14, 14)
        elif self.look.ground == "shadow":
            painter.setPen(ground)
            for offset in _AROUND:
                painter.drawText(self.rect().translated(offset), Qt.AlignmentFlag.AlignCenter, self.text())
        is_users = self._shown is not None and self._shown.role == "user"
        painter.setPen(QColor(theme.USER if is_users else theme.TEXT))
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
