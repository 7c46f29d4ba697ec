"""All that is seen of a kiosk, one over the other: the persona, captions, buttons, and what covers them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from viewer.media.picture import PictureSlot
from viewer.ui import look
from viewer.ui.kiosk.sizes import font, pixels
from viewer.ui.kiosk.stage import Stage
from viewer.ui.kiosk.still_there import StillThere
from viewer.ui.kiosk.touch import TouchBar
from viewer.ui.kiosk.visit import Visit
from viewer.ui.kiosk.waiting.attract import Attract
from viewer.ui.kiosk.waiting.attract_words import Said
from viewer.ui.talk.caption import PIXELS, Caption, CaptionLook
from viewer.ui.widgets.video import Scaling, VideoWidget

_CAPTION: Final = 46
_LARGER: Final = 1.45
_MARGIN: Final = 48


@dataclass(frozen=True, slots=True)
class Shown:
    """How picture and captions are shown."""

    scaling: Scaling = "fill"
    captions: CaptionLook = CaptionLook()  # noqa: RUF009 - immutable


AS_USUAL: Final = Shown()


class Scenery(QWidget):
    """Shows a visit. Says nothing and asks nothing: that is the window's."""

    def __init__(
        self,
        pictures: PictureSlot,
        shown: Shown,
        languages: Mapping[str, str],
        clock: Callable[[], float],
    ) -> None:
        super().__init__()
        self.video = VideoWidget(pictures, self)
        self.video.set_scaling(shown.scaling)
        self.caption = Caption(self)
        self.touch = TouchBar(self, languages)
        self.sign = _Sign(self)
        self.attract = Attract(shown.scaling, self)
        self.still_there = StillThere(self, clock)
        self._captions = shown.captions
        self._has_buttons = True
        self.touch.larger_changed.connect(lambda _: self._arrange())
        self.attract.covers.connect(self._uncover_nothing)
        self.video.hide()
        self.touch.hide()

    def set_buttons(self, wanted: bool) -> None:
        """Whether there are any to touch."""
        self._has_buttons = wanted

    def show_visit(self, visit: Visit, texts: Sequence[Said], sign: str) -> None:
        """As it stands. ``texts`` are those over the face that waits, ``sign`` is over the one that talks."""
        is_live = visit.stage in (Stage.MEETING, Stage.TALKING)
        self.attract.say(*texts)
        if is_live:
            self.video.show()
            self.attract.go()
        else:
            self.attract.come()
        if is_live != (not self.touch.isHidden()) and self._has_buttons:
            self.touch.setVisible(is_live)
            self._arrange()
        self.sign.say(sign if is_live else "")
        self.still_there.count_to(visit.countdown)

    def forget(self) -> None:
        """Show nothing of what was said, and as the first visitor found it."""
        self.caption.show_caption(None)
        self.touch.reset()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for covering in (self.video, self.touch, self.attract, self.still_there):
            covering.setGeometry(self.rect())
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        """Captions above the buttons, or where those would be."""
        screen, margin = self.size(), pixels(_MARGIN, self.size())
        if not self.touch.isHidden():
            self.touch.arrange()
        bottom = (self.touch.top if not self.touch.isHidden() else screen.height()) - margin // 2
        room = QRect(margin, margin, screen.width() - 2 * margin, max(1, bottom - margin))
        larger = _LARGER if self.touch.larger.isChecked() else 1.0
        percent = pixels(_CAPTION, screen) / PIXELS * self._captions.percent * larger
        self.caption.set_look(CaptionLook(self._captions.style, round(percent), self._captions.place))
        self.caption.refit(room)
        self.sign.fit()

    def _uncover_nothing(self) -> None:
        """The last picture of a session is not kept under what covers it."""
        self.video.hide()
        self.video.clear()


class _Sign(QWidget):
    """A few words at the top of the picture."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, words: str) -> None:
        """``words``, or nothing."""
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
            self.setVisible(bool(words))
            self.fit()

    def fit(self) -> None:
        """In the middle of the top."""
        parent = self.parentWidget()
        assert parent
        screen = parent.size()
        self.setFont(font(32, screen, strong=True))
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self._words) + 2 * metrics.height()
        height = 2 * metrics.height()
        self.setGeometry((screen.width() - width) // 2, pixels(_MARGIN, screen), width, height)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("over"))
        painter.drawRoundedRect(self.rect(), self.height() / 2, self.height() / 2)
        painter.setPen(look.colour("on_over"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()
