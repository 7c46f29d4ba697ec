"""Where the mouth is in the pictures, and when it first moves.

Nothing is known of the face. Its mouth is where, from picture to picture, most more changes while the persona
is heard than while it is silent, and what lies beside that and does so, too; it is learned once, from the
first seconds of its voice and of silence. From then on nobody looks at pictures but while a movement is
waited for: the first one is the first picture in which these places change by half of what they do on average
in speech, and by far more than in the half second before. Blinking is elsewhere, and swaying and thinking
change them by less.
"""

from bisect import bisect_right
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median
from typing import Final, TypeAlias

import av
import numpy as np
from numpy.typing import NDArray

from viewer.media.picture import Painting

Changes: TypeAlias = NDArray[np.float64]

# Of a picture so many columns are looked at, in squares of so many.
_COLUMNS: Final = 180
_SQUARE: Final = 6
# The mouth is the one that changes most, and those beside it that change this much as it, so far down and to
# the side. Brows and eyes, which move with what is said, too, are farther away.
_WORTH: Final = 0.25
_DOWN, _ASIDE = 1, 2
# Louder than −46 dBFS is a voice. Around it the mouth opens and falls shut.
_VOICE: Final = 0.005
_MARGIN: Final = 0.3
# So many pictures of speech and of silence, about a second of each, tell where the mouth is. More of them
# count less, so that what was wrong is forgotten.
_LEARNED: Final = 25
_REMEMBERED: Final = 250
# Where so many told nothing, as there is no face, two in so many go on looking.
_SELDOM: Final = 10
# There is no mouth in a picture that changes less in speech, in levels, or hardly more than in silence.
_LEAST: Final = 0.5
_TIMES: Final = 3.0
# What is a movement, as a share of what is usual in speech, and times what was usual just before.
_SHARE: Final = 0.5
_ABOVE: Final = 2.5
_BEFORE: Final = 12
# Longer nobody waits for words, in seconds, nor for a movement once they came.
_PATIENCE: Final = 20.0
_LATE: Final = 3.0
# Words may come so much later than the sound and the picture that they belong to.
_EARLY: Final = 0.2


@dataclass(slots=True)
class _Waited:
    since: float
    answered: float | None = None
    moved: float | None = None
    """When the picture with the movement was handed over."""
    early: float | None = None
    """The same of one that came before the words."""
    changes: deque[float] = field(default_factory=lambda: deque(maxlen=_BEFORE))


class Mouth:
    """Belongs to the thread that receives. All times are of its loop's clock.

    Args:
        painting: when pictures are painted. Without anybody who does, they count when they are handed over.
    """

    def __init__(self, painting: Painting) -> None:
        self.moved: Callable[[float], None] | None = None
        """Told when the first movement was on the screen."""
        self._painting = painting
        self._voice = _Voice()
        self._before: NDArray[np.int16] | None = None
        self._learning = _Learning()
        self._places: NDArray[np.bool_] | None = None
        self._lively = 0.0
        self._seen = 0
        self._waited: _Waited | None = None

    @property
    def is_found(self) -> bool:
        """Whether it is known where it is."""
        return self._places is not None

    @property
    def waits(self) -> bool:
        """Whether words are waited for."""
        return self._waited is not None and self._waited.answered is None

    def wait(self, now: float) -> None:
        """A turn begins ``now``: its first movement is waited for, once there are words."""
        self._waited = _Waited(now)

    def answer(self, now: float) -> None:
        """The persona's words come."""
        waited = self._waited
        if waited and waited.answered is None:
            waited.answered = now
            if waited.early is not None and now - waited.early <= _EARLY:
                waited.moved = waited.early

    def hear(self, level: float, at: float) -> None:
        """Sound so loud, 0 to 1, will be heard ``at`` that time, in order."""
        if self._places is None:
            self._voice.add(level, at)

    def see(self, frame: av.VideoFrame, now: float) -> None:
        """``frame`` is handed to whoever paints. Takes 0.3 ms while something is waited for or learned."""
        if self._waited:
            self._tell(self._waited, now)
        if self._places is not None and not self._waited:
            self._before = None
            return
        is_heard = self._voice.is_heard(now) if self._places is None else None
        self._seen += 1
        if self._places is None and self._learning.is_known(is_heard) and self._seen % _SELDOM > 1:
            self._before = None
            return
        rows, before = _few(frame), self._before
        self._before = rows
        if before is None or before.shape != rows.shape:
            if before is not None:
                self._learning, self._places = _Learning(), None
            return
        changes = _changes(before, rows)
        if self._places is None:
            self._learn(changes, is_heard)
        elif self._waited:
            self._compare(self._waited, float(changes[self._places].mean()), now)

    def _learn(self, changes: Changes, is_heard: bool | None) -> None:
        self._learning.add(changes, is_heard)
        if found := self._learning.found():
            self._places, self._lively = found
            self._voice = _Voice()

    def _compare(self, waited: _Waited, change: float, now: float) -> None:
        if waited.moved is not None:
            return
        usual = median(waited.changes) if waited.changes else change
        least = _SHARE * self._lively
        if usual < least < change and change > _ABOVE * usual:
            if waited.answered is None:
                waited.early = now
            else:
                waited.moved = now
        waited.changes.append(change)

    def _tell(self, waited: _Waited, now: float) -> None:
        """Of what was found in an earlier picture, when it was painted."""
        if waited.moved is None:
            answered = waited.answered
            if now - waited.since > _PATIENCE or (answered is not None and now - answered > _LATE):
                self._waited = None
            return
        painting = self._painting
        if painting.painted and painting.last < waited.moved:
            return
        self._waited = None
        if self.moved:
            self.moved(painting.last if painting.painted else waited.moved)


class _Voice:
    """When the persona is heard."""

    def __init__(self) -> None:
        self._ends: deque[float] = deque(maxlen=500)
        self._is_loud: deque[bool] = deque(maxlen=500)

    def add(self, level: float, at: float) -> None:
        self._ends.append(at)
        self._is_loud.append(level > _VOICE)

    def is_heard(self, now: float) -> bool | None:
        """Whether it is ``now``; None: not known, or just before or after it."""
        place = bisect_right(self._ends, now) - 1
        if place < 0 or now - self._ends[place] > _MARGIN:
            return None
        if self._is_loud[place]:
            return True
        first = bisect_right(self._ends, now - _MARGIN)
        last = bisect_right(self._ends, now + _MARGIN)
        near = (self._is_loud[number] for number in range(first, last))
        return None if any(near) else False


class _Learning:
    """How much each place changes, on average, in speech and in silence."""

    def __init__(self) -> None:
        self._means: dict[bool, Changes] = {}
        self._counts = {True: 0, False: 0}

    def add(self, changes: Changes, is_heard: bool | None) -> None:
        if is_heard is None:
            return
        self._counts[is_heard] = count = min(self._counts[is_heard] + 1, _REMEMBERED)
        mean = self._means.setdefault(is_heard, np.zeros_like(changes))
        mean += (changes - mean) / count

    def is_known(self, is_heard: bool | None) -> bool:
        """Whether enough pictures of that were seen."""
        return is_heard is not None and self._counts[is_heard] == _REMEMBERED

    def found(self) -> tuple[NDArray[np.bool_], float] | None:
        """Where the mouth is, and how much that changes in speech."""
        if min(self._counts.values()) < _LEARNED:
            return None
        speech, silence = self._means[True], self._means[False]
        places = _around_the_best(speech - _TIMES * silence)
        lively, still = float(speech[places].mean()), float(silence[places].mean())
        return (places, lively) if lively > max(_LEAST, _TIMES * still) else None


def _few(frame: av.VideoFrame) -> NDArray[np.int16]:
    """Some of its luma."""
    plane = frame.planes[0]
    size, strides = (frame.height, frame.width), (plane.line_size, 1)
    rows: NDArray[np.uint8] = np.ndarray(size, np.uint8, memoryview(plane), strides=strides)
    every = max(1, frame.width // _COLUMNS)
    return np.asarray(rows[::every, ::every], np.int16)


def _around_the_best(more: Changes) -> NDArray[np.bool_]:
    down, aside = np.indices(more.shape)
    best = divmod(int(more.argmax()), more.shape[1])
    near = (abs(down - best[0]) <= _DOWN) & (abs(aside - best[1]) <= _ASIDE)
    return np.asarray(near & (more >= _WORTH * more[best]))


def _changes(one: NDArray[np.int16], other: NDArray[np.int16]) -> Changes:
    """The mean absolute difference of each square, in rows."""
    height, width = (length // _SQUARE for length in one.shape)
    change = np.abs(other - one)[: height * _SQUARE, : width * _SQUARE]
    columns = np.add.reduceat(change, range(0, width * _SQUARE, _SQUARE), axis=1)
    squares = np.add.reduceat(columns, range(0, height * _SQUARE, _SQUARE), axis=0)
    return np.asarray(squares / _SQUARE**2)
