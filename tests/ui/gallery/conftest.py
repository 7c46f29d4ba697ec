"""Stills as brokers send them."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter


def picture_file(width: int, height: int, colour: str = "#c85a1e", kind: str = "png") -> bytes:
    """A file of that kind, all of one colour."""
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(colour))
    return file_of(image, kind)


def file_of(image: QImage, kind: str = "png") -> bytes:
    """``image`` as a file of that kind."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind.encode())).write(image)
    return bytes(content.data())
