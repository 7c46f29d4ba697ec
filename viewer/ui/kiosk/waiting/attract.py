"""What is shown while no session is: a film, a picture or pictures, and over them words."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QPointF,
    QRectF,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QImage,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from viewer.media.picture import Box, Picture, PictureSlot
from viewer.ui import look
from viewer.ui.kiosk.waiting.attract_words import Said, paint_words
from viewer.ui.widgets.video import Scaling
from viewer.ui.widgets.waiting_picture import paint_waiting_picture

TEXT_SECONDS: Final = 6.0
_FADE_MS: Final = 450
_ASPECT: Final = {
    "fit": Qt.AspectRatioMode.KeepAspectRatio,
    "fill": Qt.AspectRatioMode.KeepAspectRatioByExpanding,
    "actual": Qt.AspectRatioMode.KeepAspectRatio,
}


class Attract(QWidget):
    """Covers the kiosk while there is no session; comes and goes by fading.

    Connect :attr:`pictures`' wake-ups to :meth:`wake`. Only what changes is painted.
    """

    coming = Signal()
    """It begins to be seen."""

    gone = Signal()
    """It has faded away."""

    covers = Signal()
    """It has come, and what lies under it is not seen any more."""

    def __init__(self, scaling: Scaling, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attract")
        self.pictures = PictureSlot()
        """Of a film, whole or in parts."""
        self.next_text = QTimer(self, interval=round(TEXT_SECONDS * 1000))
        self.next_text.timeout.connect(self._say_next)
        self._scaling = scaling
        self._image = QImage()
        self._texts: tuple[Said, ...] = ()
        self._number = 0
        self._overlay: QPixmap | None = None
        self._overlay_top = 0.0
        """Above it there is nothing: each picture of a film would be blended with that."""
        self.painted = 0
        """So many pictures of a film reached the screen, or parts of them."""
        self._is_new = False
        self._is_dark = False
        self._opacity = 1.0
        self._fade = QVariantAnimation(self)
        self._fade.setEasingCurve(QEasingCurve.Type.InOutQuad)
        self._fade.valueChanged.connect(self._set_opacity)
        self._fade.finished.connect(self._faded)
        self._fade.setEndValue(1.0)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def said(self) -> Said | None:
        """What is to be read now."""
        return self._texts[self._number % len(self._texts)] if self._texts else None

    @property
    def has_picture(self) -> bool:
        """Whether there is anything of a film or picture yet."""
        return not self._image.isNull()

    def say(self, *texts: Said) -> None:
        """These words, one after the other; none: the face alone."""
        if texts == self._texts:
            return
        self._texts, self._number = texts, 0
        if len(texts) > 1:
            self.next_text.start()
        else:
            self.next_text.stop()
        self._tell()

    def darken(self, wanted: bool) -> None:
        """Be black, with or without words, or no longer."""
        if wanted != self._is_dark:
            self._is_dark = wanted
            self.update()

    def show_picture(self, image: QImage) -> None:
        """``image`` in place of whatever is shown."""
        self._image = image
        self.update()

    def wake(self) -> None:
        """A picture, or a part of one, is in the slot."""
        if picture := self.pictures.take():
            self._add(picture)

    def come(self) -> None:
        """Cover the kiosk, gently."""
        if self.isHidden():
            self._opacity = 0.0
            self.show()
            self.coming.emit()
        if self._fade.endValue() != 1.0:
            self._fade_to(1.0)

    def go(self) -> None:
        """Let what lies under it be seen, gently."""
        if not self.isHidden() and self._fade.endValue() != 0.0:
            self._fade_to(0.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += self._is_new
        self._is_new = False
        painter = QPainter(self)
        painter.setOpacity(self._opacity)
        area = self._area()
        if self._is_dark:
            painter.fillRect(event.rect(), Qt.GlobalColor.black)
        elif self._image.isNull():
            space = QRectF(self.rect())
            paint_waiting_picture(painter, space, space, "", 0.0, 1)
        else:
            if not area.contains(QRectF(event.rect())):
                painter.fillRect(event.rect(), look.colour("bars"))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, self._image)
        if self._texts:
            if self._overlay is None or self._overlay.devicePixelRatio() != self.devicePixelRatioF():
                self._overlay = self._draw_overlay()
            painter.drawPixmap(QPointF(0, self._overlay_top), self._overlay)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._overlay = None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._overlay = None
            self.update()

    def _add(self, picture: Picture) -> None:
        self._is_new = True
        rows = (picture.pixels, picture.width, picture.height, picture.stride)
        image = QImage(*rows, QImage.Format.Format_RGB32)
        left, top = picture.place or (0, 0)
        is_part = picture.place is not None and not self._image.isNull()
        if not is_part or left + picture.width > self._image.width():
            self._image = image.copy()  # the slot's is nobody's to keep or to paint on
            self.update()
            return
        painter = QPainter(self._image)
        painter.drawImage(left, top, image)
        painter.end()
        self.update(self._on_screen(left, top, picture.boxes))

    def _on_screen(self, left: int, top: int, boxes: Sequence[Box]) -> QRegion:
        """Where ``boxes`` of a part that lies there are shown, with what their pixels are blended with."""
        area, region = self._area(), QRegion()
        across, down = area.width() / self._image.width(), area.height() / self._image.height()
        for begin, above, end, below in boxes:
            box = QRectF(
                (left + begin) * across, (top + above) * down, (end - begin) * across, (below - above) * down
            )
            region += box.translated(area.topLeft()).toAlignedRect().adjusted(-3, -3, 3, 3)
        return region

    def _area(self) -> QRectF:
        size = self._image.size().scaled(self.size() * self.devicePixelRatioF(), _ASPECT[self._scaling])
        ratio = self.devicePixelRatioF()
        left = (round(self.width() * ratio) - size.width()) // 2
        top = (round(self.height() * ratio) - size.height()) // 2
        return QRectF(left / ratio, top / ratio, size.width() / ratio, size.height() / ratio)

    def _say_next(self) -> None:
        self._number += 1
        self._tell()

    def _tell(self) -> None:
        said = self.said
        self.setAccessibleName(f"{said.title} {said.line}".strip() if said else "")
        self._overlay = None
        self.update()

    def _fade_to(self, opacity: float) -> None:
        self._fade.stop()
        self._fade.setStartValue(self._opacity)
        self._fade.setEndValue(opacity)
        self._fade.setDuration(_FADE_MS if look.duration(look.Motion.SLOW) else 0)
        self._fade.start()

    def _set_opacity(self, opacity: object) -> None:
        self._opacity = float(str(opacity))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, self._opacity >= 1)
        self.update()

    def _faded(self) -> None:
        if self._opacity <= 0:
            self.hide()
            self.gone.emit()
        elif self._opacity >= 1:
            self.covers.emit()

    def _draw_overlay(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        begins = 0
        if said := self.said:
            which = len(self._texts), self._number % len(self._texts)
            begins = paint_words(painter, self.size(), said, *which)
        painter.end()
        top = int(begins * ratio)
        self._overlay_top = top / ratio
        return drawn.copy(0, top, drawn.width(), drawn.height() - top)
