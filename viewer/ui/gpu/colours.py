"""From Y'CbCr to the screen's colours, as the processor's path does it."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

# FFmpeg drops what is behind the point, where it should round: as much darker its red, green and blue are.
_DROPPED: Final = {False: (0.75, 1.25, 0.75), True: (0.5, 0.5, 0.5)}


def colour_matrix(bt709: bool, full_range: bool) -> NDArray[np.float64]:
    """What makes red, green and blue of luma, blue, red and 1, all from 0 to 1; shape (4, 4)."""
    kr, kb = (0.2126, 0.0722) if bt709 else (0.299, 0.114)
    kg = 1 - kr - kb
    black, luma, chroma = (0, 1.0, 1.0) if full_range else (16 / 255, 255 / 219, 255 / 224)
    matrix = np.identity(4)
    matrix[:3, 0] = luma
    matrix[:3, 1] = np.array((0, -2 * kb * (1 - kb) / kg, 2 * (1 - kb))) * chroma
    matrix[:3, 2] = np.array((2 * (1 - kr), -2 * kr * (1 - kr) / kg, 0)) * chroma
    matrix[:3, 3] = -black * luma - 128 / 255 * (matrix[:3, 1] + matrix[:3, 2])
    matrix[:3, 3] -= np.array(_DROPPED[full_range]) / 255
    return matrix
