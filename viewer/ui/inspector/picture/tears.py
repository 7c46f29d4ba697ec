"""Pictures of which one part belongs to another picture. Numpy only."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from viewer.media.picture import Planes
from viewer.ui.inspector.picture.figures import samples

# Of so many columns, spread over the picture, each row is looked at.
_COLUMNS: Final = 64
# So many levels from one row to the next are a step that is seen, and a seam is one over half of the width.
_STEP: Final = 16
_SHARE: Final = 0.5
# On average levels: less is a part that stands still, more one that has changed.
_STILL: Final = 1.0
_CHANGED: Final = 4.0
# On either side of a seam there is this much of the picture, or what stands still is a margin.
_LEAST_PART: Final = 1 / 16

_Rows = NDArray[np.int16]


class Tears:
    """Told of picture after picture, says whether the one before was torn.

    It was if a seam went through it, a step in brightness over half of its width that the picture before it
    had not and the one after it has not, while on one side of it the picture had changed and on the other
    not. So what appears and stays is none, nor is a change of scene; and a tear is known one picture later.
    """

    def __init__(self) -> None:
        self._before: _Rows | None = None
        self._seam: int | None = None

    def was_torn(self, planes: Planes) -> bool:
        """Whether the picture before ``planes`` was torn. Takes some 100 µs."""
        rows, before, seam = _rows(planes), self._before, self._seam
        self._before, self._seam = rows, None
        if before is None or before.shape != rows.shape:
            return False
        if seam is None:
            self._seam = _new_seam(before, rows)
            return False
        gone = _steps(before[seam : seam + 2]) - _steps(rows[seam : seam + 2]) > _STEP
        return bool(gone.mean() >= _SHARE)


def _rows(planes: Planes) -> _Rows:
    luma = samples(planes, 0)
    return luma[:, :: max(1, luma.shape[1] // _COLUMNS)].astype(np.int16)


def _new_seam(before: _Rows, now: _Rows) -> int | None:
    """The row above a seam that is in ``now`` and not in ``before``."""
    share = (_steps(now) - _steps(before) > _STEP).mean(axis=1)
    least = max(1, int(len(now) * _LEAST_PART))
    inner = share[least - 1 : len(share) - least + 1]
    if not inner.size or inner.max() < _SHARE:
        return None
    seam = int(inner.argmax()) + least - 1
    change = np.abs(now - before).mean(axis=1)
    above, below = change[: seam + 1].mean(), change[seam + 1 :].mean()
    return seam if min(above, below) < _STILL and max(above, below) > _CHANGED else None


def _steps(rows: _Rows) -> _Rows:
    return np.abs(np.diff(rows, axis=0))
