"""One picture in figures. Numpy only, and on any thread."""

from dataclasses import dataclass
from math import ceil, inf, log10, sqrt
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from viewer.media.picture import Picture, Planes, halved

Bytes: TypeAlias = NDArray[np.uint8]
Floats: TypeAlias = NDArray[np.float64]

LEVELS: Final = 256
# So many pixels are counted at most, spread over the picture, and in so many columns.
_COUNTED: Final = 40_000
_COLUMNS: Final = 240
# Wang, Bovik, Sheikh, Simoncelli: Image Quality Assessment: From Error Visibility to Structural Similarity,
# IEEE Transactions on Image Processing 13 (4), 2004. Their windows are Gaussian, of 11 × 11; these are of
# 8 × 8 and uniform, at each fourth pixel, with sample variances, as FFmpeg's filter "ssim" has them.
_BLOCK: Final = 4
_WINDOW: Final = (2 * _BLOCK) ** 2
_C1: Final = (0.01 * 255) ** 2
_C2: Final = (0.03 * 255) ** 2
# ITU-R BT.601, of blue, green and red.
_LUMA: Final = np.array([0.114, 0.587, 0.299])


@dataclass(frozen=True, slots=True)
class Pixel:
    """One of them: as it is shown, 0 to 255, and as it was decoded; four share ``u`` and ``v``."""

    x: int
    y: int
    red: int
    green: int
    blue: int
    luma: int
    u: int
    v: int


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like a reference a picture is. ``psnr`` in dB, of red, green and blue together; ``ssim`` of luma, 1
    for the same."""

    psnr: float
    ssim: float


@dataclass(frozen=True, slots=True, eq=False)
class Examined:
    """``planes``, and what was made of it.

    ``histogram``: how many pixels have each level, rows for red, green, blue and luma. ``waveform``: how much
    of each level, the highest in the first row, there is in each column, 0 to 255.
    """

    planes: Planes
    picture: Picture
    histogram: NDArray[np.int64]
    waveform: Bytes
    likeness: Likeness | None = None

    def pixel(self, x: int, y: int) -> Pixel:
        """The one at ``x``, ``y``."""
        blue, green, red = (int(value) for value in colours(self.picture)[y, x, :3])
        luma = int(samples(self.planes, 0)[y, x])
        u, v = (int(samples(self.planes, plane)[y // 2, x // 2]) for plane in (1, 2))
        return Pixel(x, y, red, green, blue, luma, u, v)


def examine(planes: Planes, reference: Bytes | None = None) -> Examined:
    """``planes``, as colours and in figures, beside ``reference``, BGRA of its size. Takes some 5 ms, with a
    reference some 30 ms.
    """
    picture = planes.picture()
    bgra, luma = colours(picture), samples(planes, 0)
    every = max(1, ceil(sqrt(planes.width * planes.height / _COUNTED)))
    few, few_luma = bgra[::every, ::every], luma[::every, ::every]
    counts = [np.bincount(few[:, :, place].ravel(), minlength=LEVELS) for place in (2, 1, 0)]
    counts.append(np.bincount(few_luma.ravel(), minlength=LEVELS))
    likeness = None if reference is None else like(bgra, reference)
    return Examined(planes, picture, np.array(counts), waveform(few_luma), likeness)


def samples(planes: Planes, number: int) -> Bytes:
    """Luma (0), blue (1) or red (2) of ``planes`` as rows, without a copy."""
    size = planes.width, planes.height
    width, height = halved(size) if number else size
    return _rows(planes.planes[number], (height, width), (planes.strides[number], 1))


def colours(picture: Picture) -> Bytes:
    """``picture`` as rows of blue, green, red and nothing, without a copy."""
    return _rows(picture.pixels, (picture.height, picture.width, 4), (picture.stride, 4, 1))


def waveform(luma: Bytes) -> Bytes:
    """How much of each level is in each column, as brightness: of the square root, so that little is seen."""
    height, width = luma.shape
    columns = min(width, _COLUMNS)
    places = np.arange(width) * columns // width
    cells = (LEVELS - 1 - luma.astype(np.intp)) * columns + places
    counts = np.bincount(cells.ravel(), minlength=LEVELS * columns).reshape(LEVELS, columns)
    shares = np.sqrt(counts / max(1, height * width / columns))
    return np.asarray(np.minimum(np.rint(shares * 4 * 255), 255), np.uint8)


def like(one: Bytes, other: Bytes) -> Likeness:
    """Two pictures of one size, BGRA."""
    one, other = one[:, :, :3], other[:, :, :3]
    return Likeness(psnr(one, other), ssim(one @ _LUMA, other @ _LUMA))


def psnr(one: Bytes, other: Bytes) -> float:
    """The peak signal-to-noise ratio in dB; infinite for the same."""
    error = float(np.mean(np.square(one.astype(np.int32) - other)))
    return 10 * log10(255**2 / error) if error else inf


def ssim(one: Floats, other: Floats) -> float:
    """The mean structural similarity of two planes of one size, 0 to 255 and at least 8 × 8."""
    sum_one, sum_other = _sums(one), _sums(other)
    mean_one, mean_other = sum_one / _WINDOW, sum_other / _WINDOW
    variance_one = (_sums(one * one) - sum_one * mean_one) / (_WINDOW - 1)
    variance_other = (_sums(other * other) - sum_other * mean_other) / (_WINDOW - 1)
    covariance = (_sums(one * other) - sum_one * mean_other) / (_WINDOW - 1)
    likeness = (2 * mean_one * mean_other + _C1) * (2 * covariance + _C2)
    return float(
        np.mean(
            likeness / ((mean_one**2 + mean_other**2 + _C1) * (variance_one + variance_other + _C2)),
        )
    )


def _sums(plane: Floats) -> Floats:
    """Of all windows: each is four blocks."""
    height, width = (length // _BLOCK for length in plane.shape)
    cut = plane[: height * _BLOCK, : width * _BLOCK]
    blocks = cut.reshape(height, _BLOCK, width, _BLOCK).sum((1, 3))
    return np.asarray(blocks[:-1, :-1] + blocks[1:, :-1] + blocks[:-1, 1:] + blocks[1:, 1:])


def _rows(buffer: Any, shape: tuple[int, ...], strides: tuple[int, ...]) -> Bytes:
    return np.ndarray(shape, np.uint8, buffer, strides=strides)
