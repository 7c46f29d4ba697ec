"""Run as a program on a screen: draws by OpenGL, a program or not, and prints as JSON what came out.

A process of its own, for a driver takes much memory and never gives it back.
"""

import json
import sys
from collections.abc import Callable
from typing import Any, cast

import numpy as np
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QRhi
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui.gpu.frames import BT601, BT709, FULL, LIMITED, colour_bars, converted, portrait
from viewer.media.picture import PictureSlot, Planes
from viewer.media.receive.convert import PictureConverter, planes_of
from viewer.ui.gpu import adapter
from viewer.ui.gpu.renderer import PlanesRenderer, RenderingFailed
from viewer.ui.gpu.surface import PictureSurface
from viewer.ui.gpu.view import View
from viewer.ui.widgets.video import VideoWidget
from viewer.ui.windows.drawing import Drawing

BLUE = QColor(0, 0, 255)
RED = [0, 0, 255]
SIZES = ((240, 160), (360, 240), (120, 80), (301, 201), (300, 201))


def pixels_of(image: QImage) -> Any:
    """Blue, green and red."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(cast("Any", image.constBits()), np.uint8).reshape(image.height(), -1, 4)
    return rows[:, :, :3].astype(np.int16)


def until(happened: Callable[[], object]) -> None:
    """Let Qt's loop turn until something happened, 10 s at most."""
    for _ in range(2000):
        if happened():
            return
        QTest.qWait(5)
    raise TimeoutError


def colours() -> dict[str, Any]:
    """How far the colours are from those of the processor's path: the largest, and the share above 2."""
    drawing: list[tuple[Planes, View]] = []
    surface = PictureSurface(lambda _: drawing[-1] if drawing else None, software_too=True)
    window = QWidget()
    window.resize(50, 50)
    window.show()
    surface.put_under(window)
    told: list[str] = []
    surface.ready.connect(told.append)
    until(lambda: told)

    def drawn(planes: Planes | None, area: QRect, size: tuple[int, int]) -> Any:
        assert planes
        drawing.append((planes, View(area, BLUE, None)))
        surface.setFixedColorBufferSize(QSize(*size))
        return pixels_of(surface.grabFramebuffer())

    found = {}
    for make in (colour_bars, portrait):
        for space in (BT601, BT709):
            for spread in (LIMITED, FULL):
                frame = make(space, spread)
                for size in SIZES:
                    shown = drawn(planes_of(frame), QRect(0, 0, *size), size)
                    away = np.abs(shown - converted(frame, size))
                    name = f"{make.__name__}, {space}, {spread}, {size[0]}×{size[1]}"
                    found[name] = [int(away.max()), float((away > 2).mean())]
    planes = planes_of(frame)
    zoomed = drawn(planes, QRect(-200, -100, 600, 400), (240, 160))
    whole = converted(frame, (600, 400))[100:260, 200:440]
    framed = drawn(planes, QRect(30, 20, 120, 80), (240, 160))
    beside = drawn(planes, QRect(900, 900, 120, 80), (240, 160))
    window.hide()
    return {
        "adapter": told,
        "away": found,
        "zoomed": int(np.abs(zoomed - whole).max()),
        "framed": int(np.abs(framed[20:100, 30:150] - converted(frame, (120, 80))).max()),
        "bars": [framed[y, x].tolist() for x, y in ((0, 0), (29, 20), (150, 99), (239, 159))],
        "beside": beside[80, 120].tolist(),
    }


class Talk:
    """A window with a picture and what floats over it, drawn by OpenGL."""

    def __init__(self) -> None:
        self.pictures = PictureSlot()
        self.window = QWidget()
        self.window.resize(240, 160)
        self.video = VideoWidget(self.pictures, self.window)
        self.video.resize(240, 160)
        self.floating = QLabel(self.window)
        self.floating.setStyleSheet("background: #ff0000")
        self.floating.setGeometry(100, 60, 40, 20)
        self.pictures.on_put = self.video.wake
        self.frame = colour_bars(BT601, LIMITED)
        self.drawing = Drawing(self.video)
        self.window.show()
        self.drawing.prepare("always")
        until(lambda: self.video.drawn_by.adapter)
        self.put()
        until(lambda: all(surface.covers for surface in self.video.findChildren(PictureSurface)))
        self.put()

    def put(self) -> None:
        """One more picture comes, in the form that is wanted, and is taken."""
        planes = planes_of(self.frame) if self.pictures.takes_planes else None
        before = self.video.painted
        self.pictures.put(planes or PictureConverter().convert(self.frame))
        until(lambda: self.video.painted > before)

    def seen(self) -> dict[str, Any]:
        """What is on the screen."""
        pixels = pixels_of(self.window.grab().toImage())
        floating = pixels[70, 120].tolist()
        pixels[60:80, 100:140] = converted(self.frame, (240, 160))[60:80, 100:140]
        away = np.abs(pixels - converted(self.frame, (240, 160)))
        kind = self.window.windowHandle().surfaceType().name
        return {"away": int(away.max()), "floating": floating == RED, "kind": kind}


def failures() -> dict[str, Any]:
    """What is seen before each kind of failure, of the same picture after it, and of the next."""
    found = {}
    for kind in ("lost", "refused", "silent"):
        found[kind] = _failure(kind)
    return found


def _failure(kind: str) -> dict[str, Any]:
    talk = Talk()
    seen = [talk.seen()]
    _break(kind, talk)
    until(lambda: talk.video.drawn_by.failure)
    until(lambda: talk.window.windowHandle().surfaceType().name == "RasterSurface")
    seen.append(talk.seen())
    PictureSurface.update = QWidget.update  # type: ignore[method-assign]
    talk.put()
    seen.append(talk.seen())
    talk.window.hide()
    left = len(talk.video.findChildren(PictureSurface))
    return {"told": talk.video.drawn_by.failure, "seen": seen, "left": left}


def _break(kind: str, talk: Talk) -> None:
    if kind == "silent":
        PictureSurface.update = lambda *_: None  # type: ignore[method-assign]
        talk.video.wake()
        return
    kept = QRhi.isDeviceLost, PlanesRenderer.draw
    if kind == "lost":
        QRhi.isDeviceLost = lambda _: True  # type: ignore[method-assign]
    else:
        PlanesRenderer.draw = _refuse  # type: ignore[method-assign, assignment]
    talk.put()
    QRhi.isDeviceLost, PlanesRenderer.draw = kept  # type: ignore[method-assign]


def _refuse(*_: object) -> None:
    raise RenderingFailed("nothing")


def chosen() -> dict[str, Any]:
    """What becomes of a rasteriser where a real adapter might be."""
    adapter.may_be_real = lambda *_: True
    talk = QWidget()
    video = VideoWidget(PictureSlot(), talk)
    talk.show()
    Drawing(video).prepare("auto")
    QTest.qWait(100)
    refused: list[str] = []
    surface = PictureSurface(lambda _: None)
    surface.failed.connect(refused.append)
    surface.put_under(talk)
    until(lambda: refused)
    return {
        "real": adapter.real_adapter(),
        "surfaces": len(video.findChildren(PictureSurface)),
        "refused": refused,
    }


if __name__ == "__main__":
    application = QApplication([])
    result = {"colours": colours(), "failures": failures(), "chosen": chosen()}
    json.dump(result, sys.stdout)
