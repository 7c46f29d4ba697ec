"""What becomes of a recording on the disk. All of it blocks, on the recorder's thread."""

import errno
import logging
from collections import deque
from pathlib import Path
from typing import Final

import av

from viewer.errors import DiskFull, NotInMp4, RecordingFailed, ViewerError
from viewer.media.record.finish import finish
from viewer.media.record.part import Part, Piece, Said, Speakers

_log = logging.getLogger(__name__)

# Before there is a picture: 10 s of two voices.
_MAX_HELD: Final = 1000
_MP4: Final = (".mp4", ".m4v")


class Writer:
    """Writes one file, or another after it when the codec of the pictures changes. Use from one thread."""

    def __init__(self, path: Path, speakers: Speakers) -> None:
        self.problem: ViewerError | None = None
        """What the user ought to know."""
        self._path = path
        self._speakers = speakers
        self._held: deque[Piece | Said] = deque(maxlen=_MAX_HELD)
        self._parts: list[Part] = []
        self._finished: Path | None = None

    @property
    def path(self) -> Path:
        """The file that there is now, or is to be."""
        if self._finished:
            return self._finished
        return self._parts[0].film.path if self._parts else self._path

    @property
    def seconds(self) -> float:
        """How much is in it."""
        return sum(part.film.milliseconds for part in self._parts) / 1000

    def write(self, passed: list[Piece | Said]) -> None:
        """Write what passed, as soon as there is a picture to begin with.

        Raises:
            RecordingFailed: it cannot be written; what was written before stays.
        """
        try:
            while passed:
                passed = self._write(passed)
        except OSError as error:
            raise _failure(error) from error

    def end(self) -> None:
        """Nothing more comes.

        Raises:
            RecordingFailed: the rest of it cannot be written; what was written before stays.
        """
        try:
            if self._parts:
                self._parts[-1].close()
        except OSError as error:
            raise _failure(error) from error

    def give_up(self) -> None:
        """Leave what was written as it is, and let go of the file. Nothing more comes."""
        for part in self._parts:
            try:
                part.film.close()
            except OSError as error:
                _log.warning("the recording's length could not be written: %s", error.strerror)

    def finish(self) -> None:
        """Put what was written into its last form, where there is room for that; else it stays as it is."""
        for part in self._parts:
            path = part.film.path
            target = path
            if self._path.suffix.lower() in _MP4:
                if part.codec == "VP8":
                    self.problem = NotInMp4()
                else:
                    target = _free(path.with_suffix(self._path.suffix), self._path)
            try:
                finish(path, target, part.captions.chapters)
            except (OSError, ValueError, av.FFmpegError) as error:
                _log.warning("the recording stays as it was written: %s", type(error).__name__)
                if target != path:
                    self.problem = NotInMp4("The recording could not be made an MP4 file.")
                continue
            if target != path:
                path.unlink(missing_ok=True)
            if part is self._parts[0]:
                self._finished = target

    def _write(self, passed: list[Piece | Said]) -> list[Piece | Said]:
        """Write all that belongs into one file; what does not."""
        codec = self._parts[-1].codec if self._parts else None
        for index, one in enumerate(passed):
            if isinstance(one, Piece) and one.kind == "picture" and one.codec != codec and one.is_key:
                self._continue(passed[:index])
                self._begin(one)
                return passed[index:]
        self._continue(passed)
        return []

    def _continue(self, passed: list[Piece | Said]) -> None:
        if self._parts:
            self._parts[-1].write(passed)
        else:
            self._held.extend(one for one in passed if isinstance(one, Said) or one.kind != "picture")

    def _begin(self, first: Piece) -> None:
        if self._parts:
            self._parts[-1].close()
        held = list(self._held)
        self._held.clear()
        origin = min([first.at, *(piece.at for piece in held if isinstance(piece, Piece))])
        path = self._path if not self._parts else _next(self._path)
        if path.suffix.lower() in _MP4:
            path = _free(path.with_suffix(".mkv"))
        try:
            self._parts.append(Part(path, first, origin, self._speakers))
        except ValueError as error:
            raise RecordingFailed("The persona's pictures cannot be recorded.") from error
        self._continue(held)


def _next(path: Path) -> Path:
    return _free(path.with_stem(f"{path.stem} 2"))


def _free(path: Path, *mine: Path) -> Path:
    """``path``, or one like it that is not there yet."""
    number, free = 2, path
    while free.exists() and free not in mine:
        free = path.with_stem(f"{path.stem} ({number})")
        number += 1
    return free


def _failure(error: OSError) -> RecordingFailed:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFull()
    why = (error.strerror or "it cannot be written").lower()
    return RecordingFailed(f"The recording cannot be written: {why}.")
