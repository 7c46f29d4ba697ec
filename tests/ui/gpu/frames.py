"""Frames whose colours are looked at, and what the processor's path makes of them."""

from functools import cache
from typing import Any, Final

import av
import numpy as np
from numpy.typing import NDArray

from viewer.engine.face.clock_picture import ClockPainter
from viewer.media.picture import Picture
from viewer.media.receive.convert import PictureConverter
from viewer.resources import asset

_GRAIN: Final = 6.0
"""Of a film, as the standard deviation of 8-bit values."""

BT709: Final = 1
BT601: Final = 5
LIMITED: Final = 1
FULL: Final = 2


def portrait(space: int, spread: int) -> av.VideoFrame:
    """Joe in 240 by 160 pixels, with grain as a photograph has it."""
    return _named(_with_grain(), space, spread)


def colour_bars(space: int, spread: int) -> av.VideoFrame:
    """Colour bars of the same size."""
    return _named(_painted(), space, spread)


def converted(frame: av.VideoFrame, size: tuple[int, int]) -> NDArray[np.int16]:
    """Blue, green and red of ``frame``, scaled to ``size`` by the processor's path."""
    return pixels_of(PictureConverter().convert(frame, size))


def pixels_of(picture: Picture) -> NDArray[np.int16]:
    """Blue, green and red, shape (rows, columns, 3)."""
    rows = np.frombuffer(picture.pixels, np.uint8).reshape(picture.height, picture.stride)
    pixels: NDArray[Any] = rows[:, : picture.width * 4].reshape(picture.height, picture.width, 4)
    return pixels[:, :, :3].astype(np.int16)


def _named(frame: av.VideoFrame, space: int, spread: int) -> av.VideoFrame:
    frame.colorspace, frame.color_range = space, spread
    return frame


@cache
def _with_grain() -> av.VideoFrame:
    with av.open(str(asset("persona/joe/still.webp"))) as container:
        still = next(container.decode(video=0))
    assert isinstance(still, av.VideoFrame)
    clean = still.reformat(240, 160, "rgb24").to_ndarray()
    grain = np.random.default_rng(1).normal(0, _GRAIN, clean.shape)
    pixels = np.clip(clean + grain, 0, 255).astype(np.uint8)
    return av.VideoFrame.from_ndarray(pixels, "rgb24").reformat(format="yuv420p")


@cache
def _painted() -> av.VideoFrame:
    return ClockPainter(busy=False).frame(0.5).reformat(240, 160)
