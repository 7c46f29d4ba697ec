"""A persona's still, as it stands in for the picture that is on its way."""

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage


@dataclass(frozen=True, slots=True, eq=False)
class Still:
    """Whose it is, and the ``image``, which may be smaller than it came: ``natural_size`` is that in its own
    pixels.
    """

    persona: str
    image: QImage
    natural_size: QSize
