"""Which decoded values make a pixel, and how much of each: the filters of the CPU's path, for a shader.

That path scales the planes as FFmpeg's bicubic does, chroma to half the size, and then spreads chroma over
the pixels. Each step is a sum of few values, so both in a row are one, too.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

# As PictureConverter has it: sharper than a Catmull-Rom spline.
_SHARPNESS: Final = 0.8
_REACH: Final = 2


@dataclass(frozen=True, slots=True, eq=False)
class Taps:
    """For each pixel the first value, shape (n,), and the weights from there on, shape (n, taps), of sum 1.

    Values beyond an edge are those at the edge.
    """

    first: NDArray[np.int64]
    weights: NDArray[np.float64]

    def part(self, start: int, stop: int) -> "Taps":
        """Those of the pixels from ``start`` up to ``stop``."""
        return Taps(self.first[start:stop], self.weights[start:stop])

    def span(self, count: int) -> tuple[int, int]:
        """The first and the last of ``count`` values that are looked at."""
        last = int(self.first.max()) + self.weights.shape[1] - 1
        return int(np.clip(self.first.min(), 0, count - 1)), int(np.clip(last, 0, count - 1))

    def table(self, origin: int) -> NDArray[np.float32]:
        """A column for each pixel, shape (1 + taps / 4, n, 4): its first value, counted from ``origin``, and
        below that the weights.
        """
        count, taps = self.weights.shape
        rows = -(-taps // 4)
        padded = np.zeros((count, rows * 4))
        padded[:, :taps] = self.weights
        table = np.zeros((1 + rows, count, 4), np.float32)
        table[0, :, 0] = self.first - origin
        table[1:] = padded.reshape(count, rows, 4).transpose(1, 0, 2)
        return table


def luma_across(source: int, width: int) -> Taps:
    """``source`` columns of luma scaled to ``width`` pixels."""
    return _scaled(source, width)


def luma_down(source: int, height: int) -> Taps:
    """``source`` rows of luma scaled to ``height`` pixels."""
    return _scaled(source, _even(height)).part(0, height)


def chroma_across(source: int, width: int) -> Taps:
    """``source`` columns of chroma scaled to a picture of ``width`` pixels."""
    return _repeated(_scaled(source, -(-width // 2)), width)


def chroma_down(source: int, height: int) -> Taps:
    """``source`` rows of chroma scaled to a picture of ``height`` pixels."""
    return _repeated(_scaled(source, _even(height) // 2), height)


def _even(height: int) -> int:
    """The processor's path makes a row more of odd heights, and does not show it."""
    return height + height % 2


def _scaled(source: int, shown: int) -> Taps:
    if source == shown:
        return Taps(np.arange(source), np.ones((source, 1)))
    stretch = max(source / shown, 1.0)
    middle = _middles(source, shown)
    first = np.ceil(middle - _REACH * stretch).astype(np.int64)
    taps = int(2 * _REACH * stretch) + 1
    weights = _cubic(np.abs(first[:, None] + np.arange(taps) - middle[:, None]) / stretch)
    return Taps(first, weights / weights.sum(axis=1, keepdims=True))


def _cubic(distance: NDArray[np.float64]) -> NDArray[np.float64]:
    """The weight of a value so many values away."""
    c, d = _SHARPNESS, distance
    near = (2 - c) * d**3 + (c - 3) * d**2 + 1
    far = -c * d**3 + 5 * c * d**2 - 8 * c * d + 4 * c
    return np.where(d < 1, near, np.where(d < _REACH, far, 0.0))


def _middles(source: int, shown: int) -> NDArray[np.float64]:
    """Where among ``source`` values the middle of each pixel is, in the 16-bit steps of FFmpeg."""
    step = ((source << 16) + shown // 2) // shown / (1 << 16)
    return (np.arange(shown, dtype=np.float64) + 0.5) * np.float64(step) - 0.5


def _repeated(half: Taps, count: int) -> Taps:
    pixel = np.arange(count) // 2
    return Taps(half.first[pixel], half.weights[pixel])
