"""Files from whoever runs a broker, made into images: within bounds, and beside the GUI thread."""

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPainter

from viewer.ui.images import make_srgb, size_within_bounds

_FORMATS: Final[dict[bytes, bytes]] = {
    b"\x89PNG\r\n\x1a\n": b"png",
    b"\xff\xd8\xff": b"jpeg",
    b"RIFF": b"webp",
}


def decode(content: bytes, cover: QSize) -> tuple[QImage, QSize] | None:
    """The image in ``content``, opaque and sRGB, and its natural size; None: it is none, or too large.

    It is no larger than it has to be to cover ``cover`` pixels. Any thread; takes some 10 to 50 ms.
    """
    kind = next((kind for magic, kind in _FORMATS.items() if content.startswith(magic)), None)
    if kind is None:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    stored = size_within_bounds(reader)
    if stored is None:
        return None
    # As a camera writes that was held upright.
    turned = bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)
    natural = stored.transposed() if turned else stored
    wanted = natural.scaled(cover, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    if wanted.width() < natural.width() and not wanted.isEmpty():
        reader.setScaledSize(wanted.transposed() if turned else wanted)
    image = reader.read()
    return None if image.isNull() else (_plain(image), natural)


def _plain(image: QImage) -> QImage:
    """What is painted without work: sRGB on black, as the pictures of a session are."""
    make_srgb(image)
    if not image.hasAlphaChannel():
        return image.convertToFormat(QImage.Format.Format_RGB32)
    opaque = QImage(image.size(), QImage.Format.Format_RGB32)
    opaque.fill(Qt.GlobalColor.black)
    painter = QPainter(opaque)
    painter.drawImage(0, 0, image)
    painter.end()
    return opaque
