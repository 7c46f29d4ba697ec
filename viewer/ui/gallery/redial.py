"""Calls again when the wait is over that the service asked for."""

import math
import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

LONGEST_SECONDS: Final = 600.0
"""Nobody sits in front of the window for longer; a call would come as a surprise."""

_TICK_MS: Final = 250


class Redial(QObject):
    """Counts down.

    Args:
        clock: monotonic seconds.
    """

    counted = Signal(int)
    """So many whole seconds are left."""

    due = Signal()
    """The wait is over."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.timer = QTimer(self, interval=_TICK_MS)
        self._clock = clock
        self._end = 0.0
        self._told = 0
        self.timer.timeout.connect(self._tick)

    @property
    def seconds_left(self) -> int:
        """Whole ones; 0: nothing is waited for."""
        return max(0, math.ceil(self._end - self._clock())) if self.timer.isActive() else 0

    def begin(self, seconds: float) -> None:
        """Be due after ``seconds``."""
        self._end = self._clock() + seconds
        self.timer.start()
        self._told = self.seconds_left

    def cancel(self) -> None:
        """Nothing is waited for any more."""
        self.timer.stop()

    def _tick(self) -> None:
        left = self.seconds_left
        if left == 0:
            self.cancel()
            self.due.emit()
        elif left != self._told:
            self._told = left
            self.counted.emit(left)
