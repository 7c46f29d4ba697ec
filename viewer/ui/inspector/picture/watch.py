"""Looks at each picture as it comes: those that are black or torn, those that came too late. No Qt."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

import numpy as np

from viewer.media.picture import Planes
from viewer.media.receive.frame_times import FrameIntervals
from viewer.ui.inspector.picture.figures import samples
from viewer.ui.inspector.picture.tears import Tears

Kind: TypeAlias = Literal["freeze", "black", "tear"]

MAX_MARKS: Final = 200
# As FFmpeg's blackframe has it: 98 % of the luma below 32. Every so many pixels one is looked at, each way.
_DARK: Final = 32
_DARK_FULL_RANGE: Final = 19
_SHARE: Final = 0.98
_EVERY: Final = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """A freeze, a torn picture, or black ones one after the other: ``at``, by the watch's clock, how long."""

    kind: Kind
    at: float
    seconds: float


class Watch:
    """:meth:`see` on the thread that puts pictures; the rest is read on any.

    A freeze is what W3C's ``freezeCount`` counts: a time between pictures of three times the usual, and at
    least 150 ms more. It is known when the next picture comes.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.newest: Planes | None = None
        self.marks: tuple[Mark, ...] = ()
        """The last :data:`MAX_MARKS`."""
        self.freezes = 0
        self.frozen = 0.0
        """Seconds of all freezes."""
        self.black = 0
        """Pictures that were black."""
        self.torn = 0
        """Pictures that were torn."""
        self.clock = clock
        self._was_black = False
        self._intervals = FrameIntervals()
        self._tears = Tears()
        self._last = 0.0

    def resume(self) -> None:
        """Nobody looked until now: that no picture was seen meanwhile means nothing."""
        self._intervals = FrameIntervals()
        self._tears = Tears()
        self._was_black = False

    def see(self, planes: Planes) -> None:
        """``planes`` is about to be shown. Takes some 150 µs."""
        now, intervals = self.clock(), self._intervals
        before = intervals.frozen
        intervals.frame(now)
        if frozen := intervals.frozen - before:
            self.freezes += 1
            self.frozen += frozen
            self._add(Mark("freeze", now - frozen, frozen))
        if self._tears.was_torn(planes):
            self.torn += 1
            self._add(Mark("tear", self._last, 0.0))
        if black := is_black(planes):
            self.black += 1
            self._add_black(now)
        self._was_black = black
        self._last = now
        self.newest = planes

    def _add_black(self, now: float) -> None:
        last = self.marks[-1] if self.marks else None
        if self._was_black and last and last.kind == "black":
            self.marks = (*self.marks[:-1], replace(last, seconds=now - last.at))
        else:
            self._add(Mark("black", now, 0.0))

    def _add(self, mark: Mark) -> None:
        self.marks = (*self.marks[1 - MAX_MARKS :], mark)


def is_black(planes: Planes) -> bool:
    """Whether next to nothing of it is brighter than black."""
    dark = _DARK_FULL_RANGE if planes.full_range else _DARK
    return bool(np.mean(samples(planes, 0)[::_EVERY, ::_EVERY] < dark) >= _SHARE)
