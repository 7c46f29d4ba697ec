"""When a window is on the screen."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_PATIENCE_MS: Final = 500


def when_painted(window: QWidget, then: Callable[[], None]) -> None:
    """Call ``then`` once ``window``, which was told to show itself, is painted for the first time; not much
    later, if it is not, as one that begins minimised, or on a screen that is locked.
    """
    handle = window.windowHandle()
    if handle and not handle.isExposed():
        _Exposure(handle, then)
    else:
        then()


class _Exposure(QObject):
    """Qt paints while it handles the event that a window's handle gets when it is seen."""

    def __init__(self, handle: QObject, then: Callable[[], None]) -> None:
        super().__init__(handle)
        self._handle, self._then = handle, then
        self._timer = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self._timer.timeout.connect(self._seen)
        self._timer.start()
        handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Expose, QEvent.Type.Paint):
            self._handle.removeEventFilter(self)
            self._timer.start(0)
        return super().eventFilter(watched, event)

    def _seen(self) -> None:
        self._handle.removeEventFilter(self)
        self.deleteLater()
        self._then()
