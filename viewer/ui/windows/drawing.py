"""Who draws the picture: the graphics processor where there is a real one, else QPainter."""

import logging
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QSurface
from PySide6.QtWidgets import QApplication, QWidget

from viewer.ui.gpu.view import Failure
from viewer.ui.widgets.video import VideoWidget

if TYPE_CHECKING:
    from viewer.ui.gpu.surface import PictureSurface

_log = logging.getLogger(__name__)

Choice: TypeAlias = Literal["auto", "never", "always"]
# A still is painted first, and the call is on its way.
_AFTER_MS: Final = 50


class Drawing(QObject):
    """Gives ``video`` to the graphics processor, and takes it back for good when that fails.

    Belongs to the GUI thread. Whoever is drawn by is told in ``video.drawn_by``.
    """

    def __init__(self, video: VideoWidget) -> None:
        super().__init__(video)
        self._video = video
        self._surface: PictureSurface | None = None
        self._choice: Choice = "never"
        self._over = False

    def prepare(self, choice: Choice) -> None:
        """A picture is on its way. What the driver needs is made behind the still, soon."""
        before, self._choice = self._choice, choice
        if choice == "never":
            self._take_back()
        elif self._surface is None and (not self._over or choice != before):
            QTimer.singleShot(_AFTER_MS, self, self._begin)

    def _begin(self) -> None:
        if self._surface or self._choice == "never":
            return
        # Only here, and the second only behind a real one: few machines need what these load.
        from viewer.ui.gpu.adapter import real_adapter  # noqa: PLC0415

        if self._choice == "auto" and real_adapter() is None:
            self._over = True
            return
        from viewer.ui.gpu.surface import PictureSurface  # noqa: PLC0415

        self._surface = surface = PictureSurface(
            self._video.wanted_drawing, software_too=self._choice == "always"
        )
        surface.ready.connect(self._ready)
        surface.failed.connect(self._failed)
        surface.put_under(self._video)

    def _ready(self, name: str) -> None:
        _log.info("the picture is drawn by %s", name)
        assert self._surface
        self._surface.uncover()
        self._video.draw_on(self._surface, name)

    def _failed(self, reason: Failure) -> None:
        _log.warning("the graphics processor draws no more: %s", reason)
        self._over = True
        self._take_back(reason)

    def _take_back(self, failure: Failure | None = None) -> None:
        surface, self._surface = self._surface, None
        if surface is None:
            return
        self._video.paint_again(failure)
        surface.hide()
        surface.setParent(None)
        surface.deleteLater()
        # Once that is gone: it holds on to the windows' devices.
        QTimer.singleShot(0, self, _all_back_to_raster)


def _all_back_to_raster() -> None:
    for window in QApplication.topLevelWidgets():
        _back_to_raster(window)


def _back_to_raster(window: QWidget) -> None:
    """Show ``window`` without the graphics processor again.

    Qt makes a window of the other kind by itself when it needs one, but never back: a driver that failed
    would go on showing it.
    """
    handle = window.windowHandle()
    if handle is None or handle.surfaceType() is QSurface.SurfaceType.RasterSurface:
        return
    shown, state, place = window.isVisible(), window.windowState(), window.pos()
    active = window.isActiveWindow()
    window.destroy()
    window.create()
    window.setWindowState(state)
    if shown:
        window.move(place)
        window.setVisible(True)
    if active:
        window.activateWindow()
