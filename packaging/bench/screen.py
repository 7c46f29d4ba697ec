"""A virtual screen whose pixels this process can read, and a watch on the clock that a client shows on it."""

import os
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

import numpy as np
import numpy.typing as npt
import psutil

from viewer.engine.face.clock_picture import BARS, is_flash, read_clock

SCREEN_SIZE: Final = "1280x800"

_HEADER_WORDS: Final = 25  # of an XWD file, version 7
_ROW_STEP: Final = 16
_BLUR: Final = 8  # px: what lies between two bars after scaling and coding
# Which of red, green and blue are on, as bits, from bar to bar.
_CODES: Final = np.array([sum((value > 0) << (2 - i) for i, value in enumerate(bar)) for bar in BARS])
_DARK, _DIM, _BRIGHT = 70, 130, 245
_SAMPLE_SECONDS: Final = 0.001

Pixels = npt.NDArray[np.uint8]
Found = TypeVar("Found")


class VirtualScreen:
    """Xvfb with its frame buffer in a file: reading it costs neither the server nor the client anything."""

    def __init__(self, folder: Path, size: str = SCREEN_SIZE) -> None:
        read_end, write_end = os.pipe()
        self._server = subprocess.Popen(
            [
                *("Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{size}x24"),
                *("-fbdir", str(folder), "-br", "-nolisten", "tcp", "-nocursor"),
            ],
            pass_fds=(write_end,),
            stderr=subprocess.DEVNULL,
        )
        os.close(write_end)
        with os.fdopen(read_end) as told:
            self.display = f":{int(told.readline())}"
        self.pixels = _mapped(folder / "Xvfb_screen0")
        """What is on the screen, at any moment: (height, width, 4) in BGRX order."""

    @property
    def blank(self) -> bool:
        """Whether no window is there."""
        return not self.pixels[::20, ::20, :3].any()

    def cpu_seconds(self) -> float:
        """What the server has used so far."""
        times = psutil.Process(self._server.pid).cpu_times()
        return float(times.user + times.system)

    def close(self) -> None:
        """End the server."""
        self._server.terminate()
        self._server.wait()


def until(look: Callable[[], Found], seconds: float) -> Found:
    """What ``look`` finds on a screen, asked every millisecond until it finds something.

    Raises:
        TimeoutError: it found nothing.
    """
    end = time.monotonic() + seconds
    while not (found := look()):
        if time.monotonic() > end:
            raise TimeoutError("the screen does not show what it should")
        time.sleep(_SAMPLE_SECONDS)
    return found


def _mapped(file: Path) -> Pixels:
    header = np.fromfile(file, ">u4", _HEADER_WORDS)
    header_size, width, height, stride, colours = (int(header[i]) for i in (0, 4, 5, 12, 19))
    raw = np.memmap(file, np.uint8, "r", header_size + colours * 12, (height, stride))
    return raw.reshape(height, stride // 4, 4)[:, :width]


@dataclass(frozen=True, slots=True)
class Area:
    """Where the picture is on the screen, in pixels."""

    left: int
    top: int
    width: int
    height: int

    def of(self, pixels: Pixels) -> Pixels:
        """The picture, as a view."""
        return pixels[self.top : self.top + self.height, self.left : self.left + self.width]


def locate(pixels: Pixels) -> Area | None:
    """Find the clock persona's picture by its bars, whatever its size; None when it is not there."""
    for row in range(0, len(pixels), _ROW_STEP):
        if edges := _bars(pixels[row]):
            second, last = edges
            bar = (last - second) / 5
            column = _codes(pixels[:, int(second + bar / 2)]) == _CODES[1]
            top, bottom = row, row
            while top > 0 and column[top - 1]:
                top -= 1
            while bottom < len(pixels) - 1 and column[bottom + 1]:
                bottom += 1
            # The bars fill the upper half.
            return Area(max(0, round(second - bar)), top, round(bar * 7), (bottom - top + 1) * 2)
    return None


def _bars(row: Pixels) -> tuple[int, int] | None:
    """Where the second and the last bar begin in ``row``, if all are in it and of one width."""
    codes = _codes(row)
    starts = np.flatnonzero(np.diff(codes, prepend=-2))
    lengths = np.diff(np.append(starts, len(codes)))
    starts = starts[lengths > _BLUR]
    run_codes = codes[starts]
    for first in np.flatnonzero(run_codes == _CODES[0]):
        if np.array_equal(run_codes[first : first + 7], _CODES):
            widths = np.diff(starts[first + 1 : first + 7])
            if widths.max() - widths.min() <= 2 * _BLUR:
                return int(starts[first + 1]), int(starts[first + 6])
    return None


def _codes(line: Pixels) -> npt.NDArray[np.int64]:
    """Each pixel's red, green and blue as bits, most significant first; -1 for what is no bar's colour."""
    rgb = line[:, 2::-1].astype(np.int64)
    bits = rgb > _DIM
    clear = ((rgb < _DARK) | (bits & (rgb < _BRIGHT))).all(axis=1)
    return np.where(clear & bits.any(axis=1), bits @ np.array([4, 2, 1]), -1)


class Watch:
    """What changed on the screen, from sample to sample."""

    def __init__(self, screen: VirtualScreen) -> None:
        self.window_at: float | None = None
        """When anything was there first."""
        self.pictures: list[tuple[float, int]] = []
        """When each picture appeared, and the clock in it."""
        self.flashes: list[float] = []
        """When each flash appeared."""
        self._pixels = screen.pixels
        self._screen = screen
        self.area: Area | None = None
        """Where the picture is."""
        self._flash = True  # one that is there at the start has begun before

    def sample(self, now: float) -> None:
        """Look at the screen once, at Unix time ``now``."""
        if self.window_at is None:
            if self._screen.blank:
                return
            self.window_at = now
        if self.area is None:
            self.area = locate(self._pixels)
            if self.area is None:
                return
        picture = self.area.of(self._pixels)
        clock = read_clock(picture)
        if clock is not None and (not self.pictures or self.pictures[-1][1] != clock):
            self.pictures.append((now, clock))
        flash = is_flash(picture)
        if flash and not self._flash:
            self.flashes.append(now)
        self._flash = flash
