"""Images that others made, within bounds and in the screen's colours. Any thread."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QColorSpace, QImage, QImageReader

MAX_PIXELS: Final = 40_000_000
# Of what a decoder may take for one image.
_MAX_MEGABYTES: Final = 192


def size_within_bounds(reader: QImageReader) -> QSize | None:
    """The size of what ``reader`` will read, as it is stored; None: it is none, or too large. What was taken
    with a camera on its side is read upright.
    """
    QImageReader.setAllocationLimit(_MAX_MEGABYTES)
    reader.setAutoTransform(True)
    size = reader.size()
    return None if size.isEmpty() or size.width() * size.height() > MAX_PIXELS else size


def make_srgb(image: QImage) -> None:
    """Convert ``image``; one without a colour space is in it already."""
    space = QColorSpace(QColorSpace.NamedColorSpace.SRgb)
    if image.colorSpace().isValid() and image.colorSpace() != space:
        image.convertToColorSpace(space)
