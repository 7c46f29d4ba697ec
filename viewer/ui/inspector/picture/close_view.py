"""A picture as large as one wants, and one of its pixels pointed at."""

from math import ceil, floor
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.ui import look

ZOOMS: Final = (0, 1, 2, 4, 8, 16)
"""0: all of it is seen."""
_NEAREST_FROM: Final = 2
_STEPS: Final = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
_FAR: Final = 10
_KEYS: Final = frozenset(
    {
        *_STEPS,
        Qt.Key.Key_Plus,
        Qt.Key.Key_Equal,
        Qt.Key.Key_Minus,
        Qt.Key.Key_0,
        Qt.Key.Key_P,
        Qt.Key.Key_Pause,
        Qt.Key.Key_Period,
    }
)
_PLAIN: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_CROSS: Final = 7
_WHEEL_STEP: Final = 120


class CloseView(QWidget):
    """Plus and minus zoom, 0 shows all, the arrow keys point, ten pixels at a time with Shift; P pauses, and
    a full stop takes one more picture. The wheel zooms about the pointer, and the picture can be dragged.
    """

    pointed = Signal(bool)
    """:attr:`pixel` is another; whether by the keyboard."""
    moved = Signal()
    """Another part of the picture is seen."""
    pause_wanted = Signal()
    step_wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image = QImage()
        """What is seen. Whoever sets it keeps its memory."""
        self.zoom = 0
        """So many pixels each way for each of the picture; 0: all of it is seen."""
        self.centre = QPointF(0.5, 0.5)
        """What of the picture is in the middle, from 0 to 1."""
        self.pixel: QPoint | None = None
        """Which of its pixels is pointed at."""
        self._words = ""
        self._dragged: QPointF | None = None
        self._turned = 0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage, words: str = "") -> None:
        """Show ``image``, or if that is empty ``words``."""
        self.image, self._words = image, words
        if self.pixel and not image.rect().contains(self.pixel):
            self.pixel = None
        self.update()

    def look_at(self, zoom: int, centre: QPointF) -> None:
        """See the same as another of these."""
        self.zoom, self.centre = zoom, centre
        self.update()

    def zoom_by(self, steps: int, about: QPointF | None = None) -> None:
        """So many steps nearer. ``about`` stays where it is; else what is pointed at, or the middle."""
        place = ZOOMS.index(self.zoom) + steps
        self.zoom_to(ZOOMS[min(max(place, 0), len(ZOOMS) - 1)], about)

    def zoom_to(self, zoom: int, about: QPointF | None = None) -> None:
        """The same to one of :data:`ZOOMS`."""
        if self.image.isNull():
            return
        area = self.area()
        if about is None:
            about = self._place_of(self.pixel) if self.pixel else QPointF(self.rect().center())
        share = QPointF((about.x() - area.x()) / area.width(), (about.y() - area.y()) / area.height())
        self.zoom = zoom
        after = self.area().size()
        self._centre_on(
            QPointF(
                share.x() + (self.width() / 2 - about.x()) / after.width(),
                share.y() + (self.height() / 2 - about.y()) / after.height(),
            )
        )

    def area(self) -> QRectF:
        """Where all of the picture would be painted."""
        scale = self._scale()
        width, height = self.image.width() * scale, self.image.height() * scale
        left = _placed(self.width(), width, self.centre.x())
        return QRectF(left, _placed(self.height(), height, self.centre.y()), width, height)

    def point_at(self, pixel: QPoint, *, by_keyboard: bool = False) -> None:
        """Point at ``pixel``, or the nearest to it that there is."""
        if self.image.isNull():
            return
        last = self.image.rect().bottomRight()
        found = QPoint(min(max(pixel.x(), 0), last.x()), min(max(pixel.y(), 0), last.y()))
        if found == self.pixel:
            return
        self.pixel = found
        if by_keyboard and not QRectF(self.rect()).contains(self._place_of(found)):
            self._centre_on(
                QPointF((found.x() + 0.5) / self.image.width(), (found.y() + 0.5) / self.image.height())
            )
        self.update()
        self.pointed.emit(by_keyboard)

    def sizeHint(self) -> QSize:
        return QSize(420, 280)  # a picture gains nothing by large letters

    def minimumSizeHint(self) -> QSize:
        return QSize(look.TARGET, 150)

    def event(self, event: QEvent) -> bool:
        """Keys that mean something here are no shortcuts of the window's."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _is_ours(event):
            event.ignore()
            return
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_by(1)
            case Qt.Key.Key_Minus:
                self.zoom_by(-1)
            case Qt.Key.Key_0:
                self.zoom_to(0)
            case Qt.Key.Key_P | Qt.Key.Key_Pause:
                self.pause_wanted.emit()
            case Qt.Key.Key_Period:
                self.step_wanted.emit()
            case key:
                far = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                start = self.pixel or self._pixel_at(QPointF(self.rect().center()))
                self.point_at(start + _STEPS[Qt.Key(key)] * (_FAR if far else 1), by_keyboard=True)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _WHEEL_STEP)
        self._turned -= steps * _WHEEL_STEP
        if steps:
            self.zoom_by(steps, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dragged = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.image.isNull():
            return
        area = self.area()
        if self._dragged is not None:
            by = event.position() - self._dragged
            self._dragged = event.position()
            self._centre_on(self.centre - QPointF(by.x() / area.width(), by.y() / area.height()))
        elif area.contains(event.position()):
            self.point_at(self._pixel_at(event.position()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("bars"))
        if self.image.isNull():
            painter.setPen(look.colour("on_stage"))
            painter.setFont(look.font("quiet"))
            wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(8, 8, -8, -8), wrapped, self._words)
        else:
            self._paint_image(painter)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_image(self, painter: QPainter) -> None:
        area, scale = self.area(), self._scale()
        seen = area & QRectF(self.rect())
        left, top = floor((seen.left() - area.left()) / scale), floor((seen.top() - area.top()) / scale)
        right, bottom = ceil((seen.right() - area.left()) / scale), ceil((seen.bottom() - area.top()) / scale)
        source = QRectF(left, top, right - left, bottom - top) & QRectF(self.image.rect())
        target = QRectF(source.topLeft() * scale + area.topLeft(), source.size() * scale)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < _NEAREST_FROM)
        painter.drawImage(target, self.image, source)
        if self.pixel:
            length = max(scale, _CROSS)
            mark = QRectF(0, 0, length, length)
            mark.moveCenter(self._place_of(self.pixel))
            painter.setPen(Qt.GlobalColor.black)
            painter.drawRect(mark.adjusted(-2, -2, 1, 1))
            painter.setPen(Qt.GlobalColor.white)
            painter.drawRect(mark.adjusted(-1, -1, 0, 0))

    def _scale(self) -> float:
        if self.zoom:
            return self.zoom
        width, height = max(1, self.image.width()), max(1, self.image.height())
        return min(self.width() / width, self.height() / height)

    def _centre_on(self, centre: QPointF) -> None:
        self.centre = QPointF(min(max(centre.x(), 0.0), 1.0), min(max(centre.y(), 0.0), 1.0))
        self.update()
        self.moved.emit()

    def _place_of(self, pixel: QPoint) -> QPointF:
        """Where the middle of ``pixel`` is painted."""
        return self.area().topLeft() + (QPointF(pixel) + QPointF(0.5, 0.5)) * self._scale()

    def _pixel_at(self, place: QPointF) -> QPoint:
        inside = (place - self.area().topLeft()) / self._scale()
        return QPoint(floor(inside.x()), floor(inside.y()))


def _placed(room: float, length: float, centre: float) -> float:
    """Where what is so long begins in ``room``: without a gap, if it fills that."""
    if length <= room:
        return (room - length) / 2
    return min(max(room / 2 - centre * length, room - length), 0.0)


def _is_ours(event: QKeyEvent) -> bool:
    return event.key() in _KEYS and not event.modifiers() & ~_PLAIN
