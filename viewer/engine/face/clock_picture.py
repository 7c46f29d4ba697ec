"""The clock persona's picture: colour bars, a clock that machines read, and a flash each second.

From top to bottom: the bars; a row of cells that spell the time of drawing; the same time for people, or
a busy texture; a band that is white while the flash lasts. Bits are cells, the most significant first:
32 of Unix time in milliseconds modulo 2³², then 8 of a checksum.
"""

import time
from datetime import UTC, datetime
from typing import Final

import numpy as np
import skia
from av import VideoFrame

from viewer.engine.face.ink import font, surface_on
from viewer.engine.face.portrait import HEIGHT, WIDTH
from viewer.engine.face.yuv import FrameMaker, Pixels

FLASH_SECONDS: Final = 0.04

# 75 % bars, sRGB.
BARS: Final = (
    (191, 191, 191),
    (191, 191, 0),
    (0, 191, 191),
    (0, 191, 0),
    (191, 0, 191),
    (191, 0, 0),
    (0, 0, 191),
)
CLOCK_TOP: Final = 240
MIDDLE_TOP: Final = 300
FLASH_TOP: Final = 420

_TIME_BITS: Final = 32
_BITS: Final = _TIME_BITS + 8
_CELL: Final = WIDTH // _BITS
_BLOCK: Final = 6


class ClockPainter:
    """Paints pictures one after another. ``busy`` fills the middle with texture that no codec likes."""

    def __init__(self, *, busy: bool, size: tuple[int, int] = (WIDTH, HEIGHT)) -> None:
        self._pixels: Pixels = np.full((HEIGHT, WIDTH, 4), 255, np.uint8)
        for number, colour in enumerate(BARS):
            left, right = (WIDTH * edge // len(BARS) for edge in (number, number + 1))
            self._pixels[:CLOCK_TOP, left:right, :3] = colour
        self._texture = _texture() if busy else None
        self._surface = surface_on(self._pixels)
        self._canvas = self._surface.getCanvas()
        self._font = font("JetBrainsMono-Regular.ttf", 64)
        self._frames = FrameMaker(size)
        self._number = 0

    def frame(self, media_time: float) -> VideoFrame:
        """The picture for ``media_time``, in seconds, with the time at which it is drawn. Any thread."""
        return self._frames.frame(self.paint(time.time(), flash=media_time % 1 < FLASH_SECONDS))

    def paint(self, unix_time: float, *, flash: bool) -> Pixels:
        """The picture as (HEIGHT, WIDTH, 4) bytes in RGBA order, overwritten by the next call."""
        cells = np.repeat(_bits(int(unix_time * 1000)) * np.uint8(255), _CELL)
        self._pixels[CLOCK_TOP:MIDDLE_TOP, :, :3] = cells[None, :, None]
        if self._texture is None:
            self._pixels[MIDDLE_TOP:FLASH_TOP, :, :3] = 32
            words = datetime.fromtimestamp(unix_time, UTC).strftime("%H:%M:%S.%f")[:-3]
            self._canvas.drawString(words, 130, 382, self._font, skia.Paint(Color=skia.ColorWHITE))
        else:
            shift = self._number * 2 * _BLOCK
            self._pixels[MIDDLE_TOP:FLASH_TOP, :, :3] = np.roll(self._texture, shift, axis=(0, 1))
        self._pixels[FLASH_TOP:, :, :3] = 255 if flash else 0
        self._number += 1
        return self._pixels


def read_clock(pixels: Pixels) -> int | None:
    """The clock in a picture of any size, shape (height, width, 3 or more): milliseconds modulo 2³².

    None when there is no clock, or it is too blurred to read.
    """
    height, width = pixels.shape[:2]
    row = (CLOCK_TOP + MIDDLE_TOP) // 2 * height // HEIGHT
    columns = ((np.arange(_BITS) + 0.5) * width / _BITS).astype(int)
    bits = (pixels[row, columns, 1] > 127).astype(np.uint8)
    milliseconds = int.from_bytes(np.packbits(bits[:_TIME_BITS]).tobytes(), "big")
    return milliseconds if np.array_equal(bits, _bits(milliseconds)) else None


def is_flash(pixels: Pixels) -> bool:
    """Whether a picture of any size shows the flash."""
    height, width = pixels.shape[:2]
    return bool(pixels[(FLASH_TOP + HEIGHT) // 2 * height // HEIGHT, width // 2, 1] > 127)


def _bits(milliseconds: int) -> Pixels:
    word = milliseconds % (1 << _TIME_BITS)
    # Not the plain sum: an all-black row must not be a valid time.
    checksum = 0xA5 ^ (sum(word.to_bytes(4, "big")) % 256)
    return np.unpackbits(np.frombuffer(word.to_bytes(4, "big") + bytes([checksum]), np.uint8))


def _texture() -> Pixels:
    blocks = np.random.default_rng(7).integers(
        0, 256, ((FLASH_TOP - MIDDLE_TOP) // _BLOCK, WIDTH // _BLOCK, 3), np.uint8
    )
    return blocks.repeat(_BLOCK, axis=0).repeat(_BLOCK, axis=1)
