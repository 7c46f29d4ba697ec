"""What of a window is looked at after a click on a face in its middle. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from bench.screen import Pixels

# Mean difference of a channel by which a picture is another one; sharper is not another.
_OTHER: Final = 8.0
# A picture lives when so many changes come within so many seconds: a still changes once, when it gets sharp.
_CHANGES: Final = 5
_CHANGING_SECONDS: Final = 0.4
# Where the gallery is empty, and the face: left, top, right and bottom, as shares of width and height.
_BESIDE: Final = (0.04, 0.25, 0.3, 0.7)
_MIDDLE: Final = (0.4, 0.2, 0.6, 0.6)
_STEP: Final = 6

Grid = npt.NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Bounds:
    """Of a window on the screen, in pixels."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def middle(self) -> tuple[int, int]:
        """As a place to click on."""
        return (self.left + self.right) // 2, (self.top + self.bottom) // 2


def bounds(pixels: Pixels) -> Bounds:
    """Of all that is not black."""
    rows, columns = np.nonzero(pixels[:, :, :3].any(axis=2))
    return Bounds(int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1)


@dataclass(frozen=True, slots=True)
class Glance:
    """Some points of the window at Unix time ``at``: beside where the face is, and in the face."""

    at: float
    beside: Grid
    middle: Grid


def glance(pixels: Pixels, window: Bounds, at: float) -> Glance:
    """Look at it now."""
    return Glance(at, _grid(pixels, window, _BESIDE), _grid(pixels, window, _MIDDLE))


def _grid(pixels: Pixels, window: Bounds, part: tuple[float, float, float, float]) -> Grid:
    width, height = window.right - window.left, window.bottom - window.top
    left, right = (window.left + int(width * share) for share in part[::2])
    top, bottom = (window.top + int(height * share) for share in part[1::2])
    return pixels[top:bottom:_STEP, left:right:_STEP, :3].astype(np.int16)


@dataclass(frozen=True, slots=True)
class Seen:
    """When a face filled the window, and when it lived; None: never."""

    face: float | None
    live: float | None


def seen(glances: Sequence[Glance]) -> Seen:
    """What came of a click: ``glances`` are those at which something was another than before, the first from
    before the click.

    A face counts that is the one which is there until it lives.
    """
    faces = [each for each in glances if _difference(each.beside, glances[0].beside) > _OTHER]
    changes = [each.at for each in faces[1:]]
    begun = next((at for at in changes if _lives(changes, at)), None)
    if begun is None:
        return Seen(None, None)
    still = [each for each in faces if each.at < begun]
    last = still[-1].beside
    face = next(each.at for each in still if _difference(each.beside, last) < _OTHER)
    return Seen(face, begun)


def _lives(changes: Sequence[float], at: float) -> bool:
    return sum(at <= change < at + _CHANGING_SECONDS for change in changes) >= _CHANGES


def _difference(one: Grid, other: Grid) -> float:
    return float(np.abs(one - other).mean())
