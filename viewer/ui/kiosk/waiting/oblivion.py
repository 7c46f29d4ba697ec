"""What a visitor leaves in memory that is free is overwritten before the next one comes."""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

from viewer.erasure import overwrite_own
from viewer.protocol.commands import OverwriteFree
from viewer.ui.kiosk.stage import Stage
from viewer.ui.kiosk.window import KioskWindow

_SETTLED_MS: Final = 2000  # the face has faded in over what was painted, and the session has said goodbye


class Oblivion(QObject):
    """Has it done once nobody is there; whoever comes before that has it done after the next visit."""

    def __init__(self, window: KioskWindow) -> None:
        super().__init__(window)
        self._window = window
        self.due = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self.due.timeout.connect(self._overwrite)
        window.visit_over.connect(lambda _: self.due.start())

    def _overwrite(self) -> None:
        if self._window.visit.stage is Stage.ENDING:
            self.due.start()
        if self._window.visit.stage is not Stage.ATTRACTING:
            return
        gc.collect()
        overwrite_own()
        self._window.command.emit(OverwriteFree())
