"""How long the session may still be, where that is known."""

import math
import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from viewer.ui.language.told import Duration
from viewer.ui.widgets.pill import Pill

# From here on every second is told.
SOON: Final = 120
# When those are told who do not see it.
_TOLD: Final = (SOON, 30)


class TimeLeft(Pill):
    """Counts down. Whoever lays it out shows it where there is a limit.

    Args:
        clock: monotonic seconds.
    """

    near = Signal(str)
    """The end is near, in a sentence for those who do not see the seconds; twice in a session."""

    def __init__(self, parent: QWidget, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._end: float | None = None
        self._times_told = 0
        self.timer = QTimer(self, interval=1000)
        self.timer.timeout.connect(self.count)
        self.hide()

    @property
    def seconds(self) -> int | None:
        """What is left; None where there is no limit."""
        return None if self._end is None else max(0, math.ceil(self._end - self._clock()))

    @property
    def is_soon(self) -> bool:
        """Whether the end is near."""
        return self.seconds is not None and self.seconds <= SOON

    def begin(self, seconds: int | None) -> None:
        """A session of that length begins now; None: of any."""
        self._times_told = 0
        self._end = None if seconds is None else self._clock() + seconds
        if seconds is None:
            self.hide()
            self.timer.stop()
        else:
            self.timer.start()
            self.count()

    def count(self) -> None:
        """Show what is left now."""
        seconds = self.seconds
        if seconds is None:
            return
        if seconds > SOON:
            text = self.tr("{minutes} min left").format(minutes=math.ceil(seconds / 60))
        else:
            text = self.tr("{minutes}:{seconds} left").format(
                minutes=seconds // 60, seconds=f"{seconds % 60:02}"
            )
        self.say(text, "over_warning" if self.is_soon else "on_over_quiet")
        self.setAccessibleName(text)
        self._tell_others(seconds)

    def _tell_others(self, seconds: int) -> None:
        due = sum(seconds <= bound for bound in _TOLD)
        if due > self._times_told and seconds:
            number, unit = (round(seconds / 60), "minute") if seconds >= 60 else (seconds, "second")
            left = Duration().said(number, unit)
            self.near.emit(self.tr("The talk ends in {time}.").format(time=left))
        self._times_told = due
