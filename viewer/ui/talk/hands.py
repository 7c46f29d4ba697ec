"""What the mouse, a touch and the arrow keys do to the picture: zoom, drag, and fill the screen."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

from viewer.ui.talk.zoom import STEP, Zoom
from viewer.ui.widgets.video import VideoWidget

_NOTCH: Final = 120
_ARROWS: Final = {
    Qt.Key.Key_Left: QPointF(1, 0),
    Qt.Key.Key_Right: QPointF(-1, 0),
    Qt.Key.Key_Up: QPointF(0, 1),
    Qt.Key.Key_Down: QPointF(0, -1),
}
_ARROW_PIXELS: Final = 48


class Hands(QObject):
    """Ctrl with the wheel, and two fingers, zoom; what is zoomed can be dragged; a double click asks to fill
    the screen.
    """

    double_clicked = Signal()

    def __init__(self, video: VideoWidget) -> None:
        super().__init__(video)
        self.zoom = Zoom()
        self._video = video
        self._dragged_from: QPointF | None = None
        video.magnify = self._area
        video.grabGesture(Qt.GestureType.PinchGesture)
        video.installEventFilter(self)
        self._enabled = True

    def set_enabled(self, enabled: bool) -> None:
        """Do something, or leave the whole picture to others."""
        self._enabled = enabled
        self._dragged_from = None
        self.zoom_off()

    def zoom_by(self, times: float, at: QPointF | None = None) -> None:
        """Zoom to the point ``at`` of the widget, or to its middle."""
        view = QRectF(self._video.rect())
        self.zoom.by(times, at or view.center(), self._video.fitted_area(), view)
        self._video.update()

    def zoom_off(self) -> None:
        """Show the whole picture."""
        self.zoom.off()
        self._video.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self._enabled:
            return False
        match event:
            case QWheelEvent() if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.zoom_by(STEP ** (event.angleDelta().y() / _NOTCH), event.position())
            case QNativeGestureEvent() if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_by(1 + event.value(), event.position())
            case QGestureEvent():
                return self._pinched(event)
            case QKeyEvent() if event.type() is QEvent.Type.KeyPress:
                return self._arrow_pressed(event)
            case QMouseEvent():
                return self._mouse_used(event)
            case _:
                return False
        event.accept()
        return True

    def _area(self, fitted: QRectF) -> QRectF:
        return self.zoom.area(fitted, QRectF(self._video.rect()))

    def _drag(self, by: QPointF) -> None:
        self.zoom.move(by, self._video.fitted_area(), QRectF(self._video.rect()))
        self._video.update()

    def _pinched(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        middle = QPointF(self._video.mapFromGlobal(pinch.centerPoint().toPoint()))
        self.zoom_by(pinch.scaleFactor(), middle)
        self._drag(pinch.centerPoint() - pinch.lastCenterPoint())
        event.accept()
        return True

    def _arrow_pressed(self, event: QKeyEvent) -> bool:
        direction = _ARROWS.get(Qt.Key(event.key()))
        if direction is None or self.zoom.factor == 1.0:
            return False
        self._drag(direction * _ARROW_PIXELS)
        return True

    def _mouse_used(self, event: QMouseEvent) -> bool:
        left = event.button() is Qt.MouseButton.LeftButton
        match event.type():
            case QEvent.Type.MouseButtonDblClick if left:
                self.double_clicked.emit()
                return True
            case QEvent.Type.MouseButtonPress if left and self.zoom.factor > 1:
                self._dragged_from = event.position()
                self._video.setCursor(Qt.CursorShape.ClosedHandCursor)
            case QEvent.Type.MouseMove if self._dragged_from is not None:
                self._drag(event.position() - self._dragged_from)
                self._dragged_from = event.position()
            case QEvent.Type.MouseButtonRelease if left and self._dragged_from is not None:
                self._dragged_from = None
                self._video.unsetCursor()
        return False
