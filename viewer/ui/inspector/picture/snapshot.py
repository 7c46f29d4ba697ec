"""A picture as a file that says what it is of."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from viewer import __version__
from viewer.media.picture import Planes
from viewer.protocol.text import plain
from viewer.whole_file import replaced

_SESSION: Final = 8
_CODEC: Final = 40


def facts(planes: Planes, codec: str | None, session: str, taken: datetime) -> dict[str, str]:
    """What is known of a picture, by the keywords of PNG where it has them.

    Of the session's name there is only the beginning: enough to find it in a log of one's own.
    """
    known = {
        "Software": f"Persona Viewer {__version__}",
        "Creation Time": taken.isoformat(timespec="milliseconds"),
        "Size": f"{planes.width}x{planes.height}",
        "Colours": colours_of(planes),
        "Codec": plain(codec or "", _CODEC),
        "Session": plain(session[:_SESSION], _SESSION),
    }
    return {name: text for name, text in known.items() if text}


def colours_of(planes: Planes) -> str:
    """By which matrix and range its colours are made of Y'CbCr."""
    return f"{'BT.709' if planes.bt709 else 'BT.601'} {'0-255' if planes.full_range else '16-235'}"


def save(image: QImage, known: Mapping[str, str], path: Path) -> None:
    """Write ``image`` as a PNG file with what is ``known`` of it as text chunks, whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    told = image.copy()
    for name, text in known.items():
        told.setText(name, text)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    told.save(buffer, "PNG")  # type: ignore[call-overload]
    with replaced(path) as fresh:
        fresh.write_bytes(content.data())
