"""When a window is on the screen."""

import asyncio
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_PATIENCE_SECONDS: Final = 0.5


async def painted(window: QWidget) -> None:
    """Wait until ``window``, which was told to show itself, is painted for the first time; not for long, as
    one that begins minimised, or on a screen that is locked, is not."""
    handle = window.windowHandle()
    if handle and not handle.isExposed():
        exposure = _Exposure(handle)
        try:
            async with asyncio.timeout(_PATIENCE_SECONDS):
                await exposure.seen.wait()
        except TimeoutError:
            return
        finally:
            handle.removeEventFilter(exposure)


class _Exposure(QObject):
    """Qt paints while it handles the event that a window's handle gets when it is seen."""

    def __init__(self, handle: QObject) -> None:
        super().__init__(handle)
        self.seen = asyncio.Event()
        handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Expose, QEvent.Type.Paint):
            QTimer.singleShot(0, self, self.seen.set)
        return super().eventFilter(watched, event)
