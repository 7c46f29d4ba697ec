"""Keeps a window over all of its screen, whatever becomes of the screen: off and on, unplugged, another
first one, turned round, of another size.
"""

import logging
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

_log = logging.getLogger(__name__)

_SETTLED_MS: Final = 150
# Not every change is told: a window manager that comes back puts windows where it likes.
_LOOK_MS: Final = 5000


class ScreenKeeper(QObject):
    """Looks after ``window``, from :meth:`begin` on.

    Args:
        name: of the monitor; empty: the first one. Where it is not there, the first one stands in.
    """

    def __init__(self, window: QWidget, name: str = "") -> None:
        super().__init__(window)
        self._window = window
        self._name = name
        self._told = ""
        self._screen: QScreen | None = None
        self.settle = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        """Runs once screens have changed; several things change at one time."""
        self.settle.timeout.connect(self.put)
        self.watch = QTimer(self, interval=_LOOK_MS)
        self.watch.timeout.connect(self.put)

    def begin(self) -> None:
        """Put the window where it belongs, and see that it stays there."""
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        for changed in (application.screenAdded, application.screenRemoved, application.primaryScreenChanged):
            changed.connect(self._settle)
        self.put()
        self.watch.start()

    def _settle(self, *_: object) -> None:
        """A method, so that it goes with this object: screens outlive it."""
        self.settle.start()

    def put(self) -> None:
        """Over all of the wanted screen, if it is not there."""
        screens = QGuiApplication.screens()
        found = wanted(screens, self._name)
        if found is None:
            return  # all are off; one that comes back is told
        if found is not self._screen:
            self._follow(found)
        area = found.geometry()
        window = self._window
        is_there = window.screen() is found and window.geometry() == area and window.isFullScreen()
        if is_there and window.isVisible():
            return
        window.setScreen(found)
        # By itself Qt leaves the size to the window manager, and a kiosk may have none.
        window.setGeometry(area)
        window.showFullScreen()

    def _follow(self, screen: QScreen) -> None:
        self._screen = screen
        screen.geometryChanged.connect(self._settle)
        screen.orientationChanged.connect(self._settle)
        if self._name and not _is_called(screen, self._name) and self._told != screen.name():
            self._told = screen.name()
            there = ", ".join(other.name() for other in QGuiApplication.screens())
            _log.warning(
                "there is no monitor “%s”; the kiosk is on “%s” until it is there (%s)",
                *(self._name, screen.name(), there),
            )


def wanted(screens: Sequence[QScreen], name: str) -> QScreen | None:
    """The screen called ``name``, else the first; None: there is none."""
    called = [screen for screen in screens if _is_called(screen, name)] if name else []
    return next(iter([*called, *screens]), None)


def _is_called(screen: QScreen, name: str) -> bool:
    """By its connector, as HDMI-1, or by what the monitor says it is."""
    said = (screen.name(), screen.model(), f"{screen.manufacturer()} {screen.model()}", screen.serialNumber())
    return name.casefold() in (text.strip().casefold() for text in said if text.strip())
