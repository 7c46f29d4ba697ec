"""The faces of whom the user called, on this computer: there at the next start before any broker is asked."""

import logging
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageWriter

from viewer.kept_tokens import normal_form
from viewer.ui.widgets.still import Still

_log = logging.getLogger(__name__)

MAX_FACES: Final = 24
_QUALITY: Final = 88
# A comment of the file: "720x480", in the pixels of the still as the broker has it.
_SIZE: Final = "NaturalSize"


class KeptFaces:
    """A file each, named by digests of broker and persona, for this user alone; the newest :data:`MAX_FACES`.
    They are as large as the window was, so one is read within some 10 ms.

    Args:
        folder: where this program keeps what is no setting; asked only when it is needed.
    """

    def __init__(self, folder: Callable[[], Path]) -> None:
        self._state_folder = folder

    def find(self, broker: str, persona: str) -> Still | None:
        """The face of ``persona``, if it is kept and can be read."""
        with suppress(OSError):
            image = QImage.fromData(self._file(broker, persona).read_bytes())
            width, _, height = image.text(_SIZE).partition("x")
            if not image.isNull() and width.isdecimal() and height.isdecimal():
                plain = image.convertToFormat(QImage.Format.Format_RGB32)
                return Still(persona, plain, QSize(int(width), int(height)))
        return None

    def write(self, broker: str, still: Still) -> None:
        """Keep ``still``; any thread. A disk that does not take it costs the face, not the call."""
        image, size = still.image.copy(), still.natural_size
        image.setText(_SIZE, f"{size.width()}x{size.height()}")
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QImageWriter(buffer, QByteArray(b"jpg"))
        writer.setQuality(_QUALITY)
        writer.write(image)
        try:
            file = self._file(broker, still.persona)
            file.parent.mkdir(mode=0o700, exist_ok=True)
            fresh = file.with_suffix(".new")
            fresh.touch(mode=0o600)
            fresh.write_bytes(content.data())
            fresh.replace(file)
            for old in self._newest_first()[MAX_FACES:]:
                old.unlink(missing_ok=True)
        except OSError as error:
            _log.warning("a face cannot be kept: %s", error.strerror)

    def forget(self, broker: str = "", persona: str = "") -> None:
        """Delete the face of ``persona``; of all at ``broker``; or all that there are."""
        where = _digest(normal_form(broker)) if broker else "*"
        whose = _digest(persona) if persona else "*"
        try:
            for file in self._folder().glob(f"{where}-{whose}.*"):
                file.unlink(missing_ok=True)
        except OSError as error:
            _log.warning("a face cannot be deleted: %s", error.strerror)

    def _folder(self) -> Path:
        return self._state_folder() / "faces"

    def _file(self, broker: str, persona: str) -> Path:
        return self._folder() / f"{_digest(normal_form(broker))}-{_digest(persona)}.jpg"

    def _newest_first(self) -> list[Path]:
        files = self._folder().glob("*.jpg")
        return sorted(files, key=lambda file: file.stat().st_mtime_ns, reverse=True)


def _digest(text: str) -> str:
    import hashlib  # noqa: PLC0415 - OpenSSL, for those alone who have a face to look for

    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()
