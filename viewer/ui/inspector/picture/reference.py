"""A picture from a file, to look at beside those of a session."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from viewer.ui.images import make_srgb, size_within_bounds
from viewer.ui.inspector.picture.figures import Bytes


class Reference:
    """One thread at a time. ``natural_size`` is that of the file's picture."""

    def __init__(self, name: str, image: QImage) -> None:
        self.name = name
        self.natural_size = image.size()
        self._whole = image
        self._fitted = image

    def image(self, width: int, height: int) -> QImage:
        """It in that size: without that no pixel has a counterpart."""
        if self._fitted.size() != QSize(width, height):
            self._fitted = self._whole.scaled(
                width,
                height,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        return self._fitted

    def colours(self, width: int, height: int) -> Bytes:
        """The same as rows of blue, green, red and nothing."""
        image = self.image(width, height)
        strides = (image.bytesPerLine(), 4, 1)
        return np.ndarray((height, width, 4), np.uint8, image.constBits(), strides=strides).copy()


def load(path: Path) -> Reference | None:
    """The picture in that file as sRGB without transparency; None: there is none that can be read."""
    reader = QImageReader(str(path))
    if size_within_bounds(reader) is None:
        return None
    image = reader.read()
    if image.isNull():
        return None
    make_srgb(image)
    return Reference(path.name, image.convertToFormat(QImage.Format.Format_RGB32))
