"""Tells what happens in a talk while the window has no focus."""

import logging
import sys
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from viewer.protocol.text import plain
from viewer.threads import UnattendedThreads

_log = logging.getLogger(__name__)

MAX_WAITING: Final = 3
"""That may be on the screen at one time; more are not shown."""
_MAX_TITLE: Final = 80
_MAX_TEXT: Final = 240


class Notifications(QObject):
    """Shown by the desktop; on Windows and macOS by way of the tray.

    Args:
        tray: the icon there, if it is shown.
    """

    clicked = Signal()

    _ended = Signal(bool)

    def __init__(self, tray: Callable[[], QSystemTrayIcon | None], parent: QObject) -> None:
        super().__init__(parent)
        self._tray = tray
        self._threads = UnattendedThreads()
        self._waiting = 0
        self._ended.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def tell(self, title: str, text: str) -> None:
        """Show ``title`` and, below it, ``text``. Does not wait."""
        title, text = plain(title, _MAX_TITLE), plain(text, _MAX_TEXT)
        if sys.platform == "linux":
            if self._waiting < MAX_WAITING:
                self._waiting += 1
                self._threads.submit(self._show, title, text, self.tr("Show the window"))
        elif icon := self._tray():
            icon.showMessage(title, text)

    def _show(self, title: str, text: str, open_words: str) -> None:
        """On a thread of its own."""
        clicked = False
        try:
            from viewer.ui.desktop.freedesktop import notify  # noqa: PLC0415 - when there is something to tell

            clicked = notify(title, text, open_words)
        except Exception as error:  # a desktop's bus can fail in any way
            _log.info("the notification was not shown: %s", type(error).__name__)
        self._ended.emit(clicked)

    def _take(self, clicked: bool) -> None:
        self._waiting -= 1
        if clicked:
            self.clicked.emit()
