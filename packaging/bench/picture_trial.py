"""One way of showing the picture in one size, in this process."""

import statistics
import threading
import time
from typing import Any, Final

import av
from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QSurface
from PySide6.QtWidgets import QApplication, QWidget

from viewer.engine.face.clock_picture import ClockPainter
from viewer.media.picture import Picture, PictureSlot, Planes
from viewer.media.receive.convert import PictureConverter, planes_of
from viewer.ui.gpu.surface import PictureSurface
from viewer.ui.widgets.video import VideoWidget
from viewer.ui.windows.drawing import Drawing

_RATE: Final = 25
_SETTLES_SECONDS: Final = 2.0


class _Slot(PictureSlot):
    """Notes when each picture was put and when it was taken."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[float] = []
        self.waits: list[float] = []
        self._put_at = 0.0

    def put(self, picture: Picture | Planes) -> None:
        self._put_at = time.monotonic()
        super().put(picture)

    def take_either(self) -> Picture | Planes | None:
        picture = super().take_either()
        if picture:
            self.taken.append(time.monotonic())
            self.waits.append(self.taken[-1] - self._put_at)
        return picture


class _Video(VideoWidget):
    """Notes when it painted what the graphics processor had drawn, on a window that needs none."""

    def __init__(self, pictures: PictureSlot, parent: QWidget) -> None:
        super().__init__(pictures, parent)
        self.painted_again: list[float] = []

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        kind = self.window().windowHandle().surfaceType()
        if self.drawn_by.failure and kind is QSurface.SurfaceType.RasterSurface and not self.painted_again:
            self.painted_again.append(time.monotonic())


class _Media(threading.Thread):
    """Stands for the media thread: puts frames as ReceivedPictures does."""

    def __init__(self, pictures: PictureSlot) -> None:
        super().__init__(daemon=True)
        self.over = threading.Event()
        painter = ClockPainter(busy=True)
        self._frames = [painter.frame(number / _RATE) for number in range(_RATE)]
        self._pictures = pictures
        self._converter = PictureConverter()

    def run(self) -> None:
        due = time.monotonic()
        number = 0
        while not self.over.wait(max(0.0, due - time.monotonic())):
            self._put(self._frames[number % len(self._frames)])
            number += 1
            due += 1 / _RATE

    def _put(self, frame: av.VideoFrame) -> None:
        if self._pictures.takes_planes and (planes := planes_of(frame)):
            self._pictures.put(planes)
        else:
            size = self._pictures.size_for((frame.width, frame.height))
            self._pictures.put(self._converter.convert(frame, size))


class _Crossing(QObject):
    ready = Signal()


def run(path: str, size: tuple[int, int], seconds: float) -> dict[str, Any]:
    """Show pictures for so long. ``path``: ``processor``, or a choice of the setting ``gpu``."""
    application = QApplication.instance() or QApplication([])
    pictures = _Slot()
    window = QWidget()
    video = _Video(pictures, window)
    crossing = _Crossing()
    crossing.ready.connect(video.wake)
    pictures.on_put = crossing.ready.emit
    window.resize(*size)
    window.show()
    _turn(0.3)
    video.resize(window.size())
    drawing = Drawing(video)
    media = _Media(pictures)
    media.start()
    drawing.prepare("auto" if path == "auto" else "always" if path == "always" else "never")
    _turn(_SETTLES_SECONDS)
    adapter = video.drawn_by.adapter
    pictures.taken.clear()
    pictures.waits.clear()
    began, used = time.monotonic(), time.process_time()
    _turn(seconds)
    used, took = time.process_time() - used, time.monotonic() - began
    shown, waits = len(pictures.taken), sorted(pictures.waits)
    pause = _pause(video) if adapter else None
    media.over.set()
    media.join()
    ratio = video.devicePixelRatioF()
    assert application
    return {
        "adapter": adapter,
        "window": [round(video.width() * ratio), round(video.height() * ratio)],
        "cores": used / took,
        "ms_a_picture": used * 1000 / max(shown, 1),
        "rate": shown / took,
        "wait_p50_ms": statistics.median(waits) * 1000 if waits else 0.0,
        "wait_p99_ms": waits[int(len(waits) * 0.99)] * 1000 if waits else 0.0,
        "pause_ms": pause,
    }


def _pause(video: _Video) -> float:
    """How long after the loss of the device the picture is painted again, in milliseconds."""
    began = time.monotonic()
    for surface in video.findChildren(PictureSurface):
        surface.give_up("lost")
    _turn(1.0)
    return (video.painted_again[-1] - began) * 1000


def _turn(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
