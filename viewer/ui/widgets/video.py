"""The avatar's picture: the newest one from the slot, painted without a copy; a still until it is there."""

import time
from collections.abc import Callable
from math import ceil
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from PySide6.QtCore import QElapsedTimer, QEvent, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPaintEvent, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from viewer.media.picture import Change, Picture, PictureSlot, Planes, halved
from viewer.ui import look
from viewer.ui.gpu.view import DrawnBy, Failure, View, image_of
from viewer.ui.widgets.calling_sign import paint_calling_sign, sign_area
from viewer.ui.widgets.still import Still
from viewer.ui.widgets.waiting_picture import paint_waiting_picture

if TYPE_CHECKING:
    from viewer.ui.gpu.surface import PictureSurface

_BEAT_SECONDS = 3.6
_WAITING_FRAME_MS = 50
# So many pixels away scaling carries what changed, at most: of the picture as it came, or of the screen.
_REACH: Final = 8
# A picture so many times as large as what is seen of it is not worth scaling.
_MOSTLY_UNSEEN: Final = 2.5
_RESIZED_MS: Final = 150

Scaling: TypeAlias = Literal["fit", "fill", "actual"]
_ASPECT: Final[dict[Scaling, Qt.AspectRatioMode]] = {
    "fit": Qt.AspectRatioMode.KeepAspectRatio,
    "fill": Qt.AspectRatioMode.KeepAspectRatioByExpanding,
}


class VideoWidget(QWidget):
    """Shows pictures centred in their aspect ratio; while there is none, a still of who is called, or else a
    waiting picture.

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
        self.covered = 0
        """So many pixels at the bottom have something over them, while somebody is called."""
        self._pictures = pictures
        self.drawn_by = DrawnBy()
        self._surface: PictureSurface | None = None
        self._picture: Picture | Planes | None = None  # owns the memory that _image shows
        self._image = QImage()
        self._still: Still | None = None
        self._stalled = False
        self._scaling: Scaling = "fit"
        self._words = ""
        self._type_scale = type_scale
        self._first_painted = 0.0
        self._last_painted = 0.0
        self._beat = QElapsedTimer()
        self._beat.start()
        self._ticker = QTimer(self, interval=_WAITING_FRAME_MS)
        self._ticker.timeout.connect(self._tick)
        self._resized = QTimer(self, singleShot=True, interval=_RESIZED_MS)
        self._resized.timeout.connect(self.update)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Avatar"))

    @property
    def pictures(self) -> PictureSlot:
        """Where the pictures come from."""
        return self._pictures

    @property
    def painted_fps(self) -> float:
        """Pictures painted a second, from the first to the last since :meth:`clear`."""
        if self.painted < 2:
            return 0.0
        return (self.painted - 1) / max(self._last_painted - self._first_painted, 1e-6)

    @property
    def picture_size(self) -> QSize:
        """Size of the picture shown as it came, in its own pixels; empty for none."""
        match self._picture:
            case Planes(width, height):
                return QSize(width, height)
            case Picture() if self._picture.natural_size:
                return QSize(*self._picture.natural_size)
        return self._image.size()

    def wake(self) -> None:
        """A picture is in the slot. What is new in it is painted now, before all else that waits."""
        if self._surface and self._surface.covers:
            self._surface.want()
            return
        before = self._picture
        if self.isVisible() and self._take():
            self.repaint(self._changed_since(before))

    def draw_on(self, surface: "PictureSurface", adapter: str) -> None:
        """Let ``surface``, a child, draw what :meth:`wanted_drawing` says, from the next picture on."""
        self._surface = surface
        self.drawn_by = DrawnBy(adapter)
        self._pictures.takes_planes = True

    def paint_again(self, failure: Failure | None = None) -> None:
        """Paint here again, beginning with the picture that is shown. ``failure``: what made it necessary."""
        self._pictures.takes_planes = False
        self._surface = None
        self.drawn_by = DrawnBy(failure=failure)
        if isinstance(self._picture, Planes):
            self._show(self._picture)
        self.update()

    def wanted_drawing(self, space: QSize) -> tuple[Planes, View] | None:
        """What the surface has to draw on ``space``, in pixels; None: nothing, this widget paints."""
        self._take()
        if not isinstance(self._picture, Planes):
            self._uncover()
            return None
        area, ratio = self.picture_area(), self.devicePixelRatioF()
        place = QRectF(area.topLeft() * ratio, area.size() * ratio).toRect()
        return self._picture, View(place, look.colour("bars"), look.colour("veil") if self._stalled else None)

    @property
    def still(self) -> Still | None:
        """What stands in for the picture that is on its way."""
        return self._still

    def show_still(self, still: Still | None) -> None:
        """Somebody is called: ``still`` is there at once, where the picture will be, until that comes."""
        self._still = still
        self.clear()

    def sharpen(self, still: Still) -> None:
        """A better one of whom :meth:`show_still` showed, if that is still waited for."""
        if self._still and self._picture is None and self._still.persona == still.persona:
            self._still = still
            self.update()

    def clear(self) -> None:
        """Back to what waits for a picture; what is in the slot is dropped."""
        self._pictures.take()
        self._picture, self._image = None, QImage()
        self._uncover()
        self._stalled = False
        self.painted = 0
        self._schedule_waiting()
        self.update()

    def set_waiting_words(self, words: str) -> None:
        """What the waiting picture, or the sign over the still, says."""
        if words != self._words:
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
        return self._area_for(self.picture_size)

    def _area_for(self, size: QSize) -> QRectF:
        ratio = self.devicePixelRatioF()
        space = QSize(round(self.width() * ratio), round(self.height() * ratio))
        if self._scaling != "actual":
            size = size.scaled(space, _ASPECT[self._scaling])
        left = (space.width() - size.width()) // 2
        top = (space.height() - size.height()) // 2
        return QRectF(left / ratio, top / ratio, size.width() / ratio, size.height() / ratio)

    def paintEvent(self, event: QPaintEvent) -> None:
        began = time.perf_counter()
        self._take()
        painter = QPainter(self)
        if isinstance(self._picture, Planes):
            self._surface_paints(painter, event.rect(), self._picture)
        elif self._picture is not None:
            self._paint_picture(painter, self._picture, event.rect())
        elif self._still is not None:
            self._paint_still(painter, self._still, event.rect())
        else:
            space = QRectF(self.rect())
            free = space.adjusted(0, 0, 0, -self.covered)
            paint_waiting_picture(painter, space, free, self._words, self._beat_now(), self._type_scale)
        painter.end()
        if self._picture is not None:
            self._pictures.painting.seconds += time.perf_counter() - began

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._schedule_waiting()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._schedule_waiting()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resized.start()
        if isinstance(self._picture, Planes) and self._surface:
            self._surface.cover()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticker.stop()

    def _take(self) -> bool:
        if self.window().isMinimized() or (picture := self._pictures.take_either()) is None:
            return False
        self._show(picture)
        self._last_painted = time.monotonic()
        if self.painted == 0:
            self._first_painted = self._last_painted
            self._still = None
            self._ticker.stop()
        self.painted += 1
        self._pictures.painting.last = self._last_painted
        self._pictures.painting.painted += 1
        return True

    def _changed_since(self, before: Picture | Planes | None) -> QRect:
        """What of the widget the picture changes that showed ``before``."""
        after = self._picture
        if not isinstance(before, Picture) or not isinstance(after, Picture):
            return self.rect()
        if not after.change or after.change.since != before.number:
            return self.rect()
        return _changed_area(after.change, self.picture_size, self.picture_area()) & self.rect()

    def _show(self, picture: Picture | Planes) -> None:
        if isinstance(picture, Planes):
            if self._surface:
                self._picture, self._image = picture, QImage()
                return
            picture = picture.picture()  # it was under way when nobody could draw it any more
        self._picture, self._image = picture, image_of(picture)

    def _surface_paints(self, painter: QPainter, exposed: QRect, planes: Planes) -> None:
        if not self._surface:
            return
        if not self._surface.covers:
            # What is seen until that has drawn.
            painted = planes.picture()
            self._image = image_of(painted)
            self._paint_picture(painter, painted, exposed)
        QTimer.singleShot(0, self._surface, self._surface.cover)

    def _uncover(self) -> None:
        if self._surface and self._surface.covers:
            QTimer.singleShot(0, self._surface, self._surface.uncover)
            self.update()

    def _paint_picture(self, painter: QPainter, picture: Picture, exposed: QRect) -> None:
        area = self.picture_area()
        _fill_around(area, painter, exposed)
        # Whoever puts the next one scales it, beside this thread and for less.
        size = (area.size() * self.devicePixelRatioF()).toSize()
        shown = size.width(), size.height()
        natural = self.picture_size.width(), self.picture_size.height()
        seen = area & QRectF(self.rect())
        little = area.width() * area.height() > _MOSTLY_UNSEEN * seen.width() * seen.height()
        self._pictures.show_scaled(natural, natural if little else shown)
        made = picture.width, picture.height
        fits = made == shown or (picture.natural_size is not None and made == halved(shown))
        # While the size changes, smooth takes as long as all else together; the next picture fits, or the
        # timer has this one painted once more.
        smooth = not fits and not self._resized.isActive()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.drawImage(area, self._image)
        if self._stalled:
            painter.fillRect(area, look.colour("veil"))

    def _paint_still(self, painter: QPainter, still: Still, exposed: QRect) -> None:
        area = self._area_for(still.natural_size)
        _fill_around(area, painter, exposed)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, still.image)
        if self._words:
            sign = self._sign_area()
            painter.setLayoutDirection(self.layoutDirection())
            paint_calling_sign(painter, sign, self._words, self._beat_now(), self._type_scale)

    def _beat_now(self) -> float:
        return self._beat.elapsed() / 1000 / _BEAT_SECONDS % 1 if look.appearance().motion else 0.0

    def _tick(self) -> None:
        """Only what moves is painted anew: whoever is being called needs the cores."""
        if self._still is None:
            self.update()
        elif self._words:
            self.update(self._sign_area().toAlignedRect())

    def _sign_area(self) -> QRectF:
        return sign_area(QRectF(self.rect()), self._words, self._type_scale, self.covered)

    def _schedule_waiting(self) -> None:
        if self._picture is None and self.isVisible() and look.appearance().motion:
            self._ticker.start()
        else:
            self._ticker.stop()


def _changed_area(change: Change, natural: QSize, area: QRectF) -> QRect:
    """Where ``change`` is seen of a picture of ``natural`` size that is shown in ``area``."""
    if change.is_nothing:
        return QRect()
    across, down = area.width() / natural.width(), area.height() / natural.height()
    place = QRectF(
        area.left() + change.left * across,
        area.top() + change.top * down,
        (change.right - change.left) * across,
        (change.bottom - change.top) * down,
    )
    reach = _REACH * max(across, down, 1.0)
    return place.adjusted(-reach, -reach, reach, reach).toAlignedRect()


def _fill_around(area: QRectF, painter: QPainter, exposed: QRect) -> None:
    """Black, or whatever bars are, where ``area`` leaves some of what is ``exposed``."""
    inside = QRect()
    inside.setCoords(ceil(area.left()), ceil(area.top()), int(area.right()) - 1, int(area.bottom()) - 1)
    bars = QRegion(exposed) - QRegion(inside)
    if not bars.isEmpty():
        painter.save()
        painter.setClipRegion(bars)
        painter.fillRect(exposed, look.colour("bars"))
        painter.restore()
