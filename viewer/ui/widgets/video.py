"""The avatar's picture: the newest one from the slot, painted without a copy."""

import time
from collections.abc import Callable
from typing import Final, Literal, TypeAlias

from PySide6.QtCore import QElapsedTimer, QEvent, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from viewer.media.picture import Picture, PictureSlot
from viewer.ui import look
from viewer.ui.widgets.waiting_picture import paint_waiting_picture

_BEAT_SECONDS = 3.6
_WAITING_FRAME_MS = 50

Scaling: TypeAlias = Literal["fit", "fill", "actual"]
_ASPECT: Final[dict[Scaling, Qt.AspectRatioMode]] = {
    "fit": Qt.AspectRatioMode.KeepAspectRatio,
    "fill": Qt.AspectRatioMode.KeepAspectRatioByExpanding,
}


class VideoWidget(QWidget):
    """Shows pictures centred in their aspect ratio, and a waiting picture while there is none.

    A picture is taken from ``pictures`` only when it is about to be painted, so nothing is taken while the
    widget is hidden or minimised. Connect the slot's wake-ups to :meth:`wake`.
    """

    def __init__(
        self, pictures: PictureSlot, parent: QWidget | None = None, *, type_scale: float = 1
    ) -> None:
        super().__init__(parent)
        self.painted = 0
        """Pictures that reached the screen since :meth:`clear`."""
        self.magnify: Callable[[QRectF], QRectF] = QRectF
        """Where a picture goes that would fill this area, if the user has zoomed."""
        self._pictures = pictures
        self._picture: Picture | None = None  # owns the memory that _image shows
        self._image = QImage()
        self._stalled = False
        self._scaling: Scaling = "fit"
        self._words = ""
        self._type_scale = type_scale
        self._first_painted = 0.0
        self._last_painted = 0.0
        self._beat = QElapsedTimer()
        self._beat.start()
        self._ticker = QTimer(self, interval=_WAITING_FRAME_MS)
        self._ticker.timeout.connect(self.update)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("Avatar")

    @property
    def painted_fps(self) -> float:
        """Pictures painted a second, from the first to the last since :meth:`clear`."""
        if self.painted < 2:
            return 0.0
        return (self.painted - 1) / max(self._last_painted - self._first_painted, 1e-6)

    @property
    def picture_size(self) -> QSize:
        """Size of the picture shown as it came, in its own pixels; empty for none."""
        if self._picture and self._picture.natural_size:
            return QSize(*self._picture.natural_size)
        return self._image.size()

    def wake(self) -> None:
        """A picture is in the slot."""
        self.update()

    def clear(self) -> None:
        """Back to the waiting picture; what is still in the slot is dropped."""
        self._pictures.take()
        self._picture, self._image = None, QImage()
        self._stalled = False
        self.painted = 0
        self._schedule_waiting()
        self.update()

    def set_waiting_words(self, words: str) -> None:
        """What the waiting picture says."""
        self._words = words
        self.update()

    def set_stalled(self, stalled: bool) -> None:
        """Dim the last picture, or show it plainly again."""
        self._stalled = stalled
        self.update()

    @property
    def scaling(self) -> Scaling:
        """How the picture fits the widget."""
        return self._scaling

    def set_scaling(self, scaling: Scaling) -> None:
        """``fit``: the whole picture; ``fill``: no bars; ``actual``: its pixels one to one."""
        self._scaling = scaling
        self.update()

    def picture_area(self) -> QRectF:
        """Where the picture is painted, in the widget's coordinates, on whole device pixels. It may go beyond
        the widget's edges.
        """
        return self.magnify(self.fitted_area())

    def fitted_area(self) -> QRectF:
        """The same without zoom."""
        ratio = self.devicePixelRatioF()
        space = QSize(round(self.width() * ratio), round(self.height() * ratio))
        size = self.picture_size
        if self._scaling != "actual":
            size = size.scaled(space, _ASPECT[self._scaling])
        left = (space.width() - size.width()) // 2
        top = (space.height() - size.height()) // 2
        return QRectF(left / ratio, top / ratio, size.width() / ratio, size.height() / ratio)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._take()
        painter = QPainter(self)
        if self._picture is None:
            moving = look.appearance().motion
            beat = self._beat.elapsed() / 1000 / _BEAT_SECONDS % 1 if moving else 0
            paint_waiting_picture(painter, QRectF(self.rect()), self._words, beat, self._type_scale)
        else:
            self._paint_picture(painter, event.rect())
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._schedule_waiting()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._schedule_waiting()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticker.stop()

    def _take(self) -> None:
        if self.window().isMinimized() or (picture := self._pictures.take()) is None:
            return
        self._picture = picture
        self._image = QImage(
            picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32
        )
        self._last_painted = time.monotonic()
        if self.painted == 0:
            self._first_painted = self._last_painted
            self._ticker.stop()
        self.painted += 1

    def _paint_picture(self, painter: QPainter, exposed: QRect) -> None:
        area = self.picture_area()
        if not area.contains(QRectF(exposed)):
            painter.fillRect(exposed, look.colour("bars"))
        # Whoever puts the next one scales it, beside this thread and for less.
        natural, shown = self.picture_size, (area.size() * self.devicePixelRatioF()).toSize()
        self._pictures.show_scaled((natural.width(), natural.height()), (shown.width(), shown.height()))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, shown != self._image.size())
        painter.drawImage(area, self._image)
        if self._stalled:
            painter.fillRect(area, look.colour("veil"))

    def _schedule_waiting(self) -> None:
        if self._picture is None and self.isVisible() and look.appearance().motion:
            self._ticker.start()
        else:
            self._ticker.stop()
