"""What the picture's widget and whoever draws for it say to each other. Loads no part of a driver."""

from typing import Literal, TypeAlias

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QColor, QImage

from viewer.media.picture import Picture
from viewer.value import value

translate = QCoreApplication.translate

Failure: TypeAlias = Literal["lost", "refused", "silent", "software"]
"""The device was lost, the driver refused something, it does not draw, or it is a program."""


@value
class DrawnBy:
    """Who draws the picture: the graphics processor called ``adapter``, or, if that is empty, the processor:
    since ``failure``, if there was one.
    """

    adapter: str = ""
    failure: Failure | None = None


def words(drawn_by: DrawnBy) -> str:
    """``drawn_by`` for people."""
    match drawn_by.failure:
        case "lost":
            return translate("Drawing", "processor, since the graphics processor was lost")
        case "refused":
            return translate("Drawing", "processor, since the graphics driver failed")
        case "silent":
            return translate("Drawing", "processor, since the graphics driver hung")
        case "software":
            return translate("Drawing", "processor, since there is no graphics processor")
    return drawn_by.adapter or translate("Drawing", "processor")


@value
class View:
    """How to draw planes: ``area`` is where all of the picture goes, in pixels from the upper left corner; it
    may go beyond what is drawn to. ``bars`` is around it, and ``veil``, if any, over it.
    """

    area: QRect
    bars: QColor
    veil: QColor | None


def image_of(picture: Picture) -> QImage:
    """``picture`` without a copy: it has to live as long."""
    return QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
