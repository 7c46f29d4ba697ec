"""Pictures as they are decoded, of given luma and plain chroma."""

import numpy as np

from viewer.media.picture import Picture, Planes
from viewer.ui.inspector.picture.figures import Bytes

_ROOM = 4


def planes(luma: Bytes, u: int = 128, v: int = 128, *, full_range: bool = False) -> Planes:
    """Rows have room at the end, as decoders leave it. Its colours are grey, as bright as ``luma``."""
    height, width = luma.shape
    half = (-(-height // 2), -(-width // 2))

    def rows(samples: Bytes) -> bytes:
        return np.pad(samples, ((0, 0), (0, _ROOM)), constant_values=255).tobytes()

    def picture() -> Picture:
        grey = np.repeat(luma[:, :, None], 4, axis=2)
        return Picture(width, height, width * 4, grey.tobytes())

    return Planes(
        width,
        height,
        (rows(luma), rows(np.full(half, u, np.uint8)), rows(np.full(half, v, np.uint8))),
        (width + _ROOM, half[1] + _ROOM, half[1] + _ROOM),
        bt709=False,
        full_range=full_range,
        picture=picture,
    )


def plain(level: int, width: int = 64, height: int = 48) -> Planes:
    """One grey."""
    return planes(np.full((height, width), level, np.uint8))
