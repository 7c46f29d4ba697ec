"""Says that the picture shows an AI avatar (``showAIAvatarDisclosure``, protocol/README.md section 1.1)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt
import skia
from av import VideoFrame
from av.video.plane import VideoPlane

from viewer.engine.face.ink import font, surface_on
from viewer.engine.face.scene import Scene
from viewer.engine.face.yuv import FrameMaker, Pixels

WORDS: Final = "AI avatar"

# In pixels of a picture of that size; others are in proportion. The edge, which may be cut off, stays clear.
_SIZE: Final = (720, 480)
_MARGIN: Final = 16
_FONT_SIZE: Final = 14
_PADDING: Final = (10, 6)
_DARK: Final = (16, 20, 28)
_DARKNESS: Final = 0.55
_LIGHT: Final = (255, 255, 255)


def disclosed(scene: Scene, size: tuple[int, int]) -> Scene:
    """``scene``, whose pictures are of ``size``, with the words in the lower left corner."""
    mark = _mark(size)

    def marked(time: float) -> Callable[[], VideoFrame]:
        draw = scene(time)
        return lambda: mark.put_on(draw())

    return marked


@dataclass(frozen=True, slots=True)
class _Patch:
    """What lies over one plane of a yuv420p frame from ``top`` and ``left`` on: its values and opacity."""

    top: int
    left: int
    values: npt.NDArray[np.float32]
    opacity: npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Mark:
    """May be shared by sessions and threads."""

    patches: tuple[_Patch, ...]

    def put_on(self, frame: VideoFrame) -> VideoFrame:
        """``frame`` itself, with the mark on it."""
        for plane, patch in zip(frame.planes, self.patches, strict=True):
            rows = _rows(plane)
            height, width = patch.values.shape
            under = rows[patch.top : patch.top + height, patch.left : patch.left + width]
            under[:] = np.rint(under + (patch.values - under) * patch.opacity)
        return frame


@lru_cache(maxsize=8)
def _mark(size: tuple[int, int]) -> _Mark:
    scale = min(side / usual for side, usual in zip(size, _SIZE, strict=True))
    colours, opacity = _badge(scale)
    height, width = opacity.shape
    left = _even(_MARGIN * scale)
    top = max(size[1] - height - left, 0) // 2 * 2
    frame = FrameMaker().frame(colours)
    patches = []
    for plane, step in zip(frame.planes, (1, 2, 2), strict=True):
        values = _rows(plane)[: height // step, : width // step]
        mean = opacity.reshape(height // step, step, width // step, step).mean(axis=(1, 3))
        patches.append(_Patch(top // step, left // step, values.astype(np.float32), mean.astype(np.float32)))
    return _Mark(tuple(patches))


def _badge(scale: float) -> tuple[Pixels, npt.NDArray[np.float32]]:
    """The badge's opaque colours, in RGBA, and its opacity from 0 to 1, both of even height and width."""
    letters = font("Inter-SemiBold.otf", max(_FONT_SIZE * scale, 8.0))
    across, down = (padding * scale for padding in _PADDING)
    metrics = letters.getMetrics()
    ascent, descent = -metrics.fAscent, metrics.fDescent
    width = _even(letters.measureText(WORDS) + 2 * across)
    height = _even(ascent + descent + 2 * down)
    shape, words = (np.zeros((height, width, 4), np.uint8) for _ in range(2))
    paint = skia.Paint(AntiAlias=True, Color=skia.ColorWHITE)
    surface_on(shape).getCanvas().drawRoundRect(
        skia.Rect.MakeWH(width, height), height / 2, height / 2, paint
    )
    surface_on(words).getCanvas().drawString(WORDS, across, down + ascent, letters, paint)
    ink = words[..., 3:] / np.float32(255)
    colours = np.full((height, width, 4), 255, np.uint8)
    colours[..., :3] = np.rint(np.array(_DARK) * (1 - ink) + np.array(_LIGHT) * ink)
    opacity = shape[..., 3] / np.float32(255) * np.maximum(ink[..., 0], _DARKNESS)
    return colours, opacity.astype(np.float32)


def _rows(plane: VideoPlane) -> npt.NDArray[np.uint8]:
    """The plane's own bytes, with what pads its rows."""
    return np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)


def _even(length: float) -> int:
    return round(length / 2) * 2
