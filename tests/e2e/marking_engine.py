"""``python -m tests.e2e.marking_engine …``: the local engine, whose pictures say whether their mouth is open.

A corner is red while it is and blue else, both as bright, so that nobody who looks at brightness sees it.
"""

import sys
from typing import Final

import numpy as np
import numpy.typing as npt

from viewer.cli import main
from viewer.engine.face.painter import FacePainter
from viewer.engine.face.pose import Pose

CORNER: Final = 48
# From there on an opening is drawn.
OPEN: Final = 0.03
_RED, _BLUE = (255, 13, 0), (0, 93, 255)


_paint: Final = FacePainter.paint


def _marked(painter: FacePainter, pose: Pose) -> npt.NDArray[np.uint8]:
    pixels = _paint(painter, pose)
    pixels[:CORNER, :CORNER, :3] = _RED if pose.mouth.openness > OPEN else _BLUE
    return pixels


if __name__ == "__main__":
    FacePainter.paint = _marked  # type: ignore[assignment, method-assign]
    sys.exit(main(["engine", *sys.argv[1:]]))
