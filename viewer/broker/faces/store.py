"""Pictures on disk, within a bound: the least recently used go first.

A picture's file is called ``KEY-DIGEST.KIND``, which tells all that is needed of it after a restart: when it
was fetched is its time of change, when it was last used its time of access (set by us, whatever the mount).
"""

import hashlib
import os
import re
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, cast

from viewer.broker.faces.kinds import Kind

_NAME: Final = re.compile(r"([0-9a-f]{32})-([0-9a-f]{32})\.(png|jpg|webp|mp4)")
_PART: Final = re.compile(r"[0-9a-f]{32}\.part")
# Seconds after which an unfinished file is nobody's any more.
_PART_LIVES: Final = 3600.0


@dataclass(frozen=True, slots=True)
class Kept:
    """A picture. ``digest`` is of its content; ``fetched`` and ``used`` are Unix times."""

    key: str
    path: Path
    digest: str
    kind: Kind
    size: int
    fetched: float
    used: float


class PictureStore:
    """All methods touch the disk: call them from worker threads, any of them. Several brokers may share one
    ``folder``.
    """

    def __init__(self, folder: Path, max_bytes: int) -> None:
        self.folder = folder
        self.max_bytes = max_bytes
        self._lock = threading.Lock()
        self._kept: dict[str, Kept] = {}

    def open(self) -> None:
        """Find what an earlier run left.

        Raises:
            OSError: the folder cannot be used.
        """
        with self._lock:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            attempt = self._part()
            attempt.touch(0o600)
            attempt.unlink()
            self._tidy(None)

    def find(self, key: str) -> Kept | None:
        """The picture of that key, if it is there; that is a use of it."""
        with self._lock:
            if (kept := self._kept.get(key)) is None:
                return None
            used = time.time()
            try:
                os.utime(kept.path, (used, kept.fetched))
            except OSError:
                # Another broker made room, or a person did.
                del self._kept[key]
                return None
            self._kept[key] = replace(kept, used=used)
            return kept

    def keep(self, key: str, content: bytes, kind: Kind) -> Kept:
        """Put ``content`` in the place of what the key had, whole or not at all.

        Raises:
            OSError: it cannot be written, or is more than all pictures may be.
        """
        if len(content) > self.max_bytes:
            raise OSError("larger than all pictures may be together")
        digest = hashlib.sha256(content).hexdigest()[:32]
        path, part = self.folder / f"{key}-{digest}.{kind}", self._part()
        with self._lock:
            try:
                part.write_bytes(content)
                part.replace(path)
            finally:
                part.unlink(missing_ok=True)
            self._tidy(path)
            return self._kept[key]

    def _part(self) -> Path:
        return self.folder / f"{secrets.token_hex(16)}.part"

    def _tidy(self, newest: Path | None) -> None:
        """Look at all that is there; away with what is older than another of its key or beyond the bound."""
        self._kept = {}
        found = sorted(self._found(), key=lambda kept: (kept.path == newest, kept.fetched), reverse=True)
        for kept in found:
            if self._kept.setdefault(kept.key, kept) is not kept:
                _remove(kept.path)
        total = sum(kept.size for kept in self._kept.values())
        for kept in sorted(self._kept.values(), key=lambda kept: (kept.path == newest, kept.used)):
            if total <= self.max_bytes:
                break
            total -= kept.size
            _remove(kept.path)
            del self._kept[kept.key]

    def _found(self) -> Iterator[Kept]:
        """Only files of our own making: the folder may be one that a person chose."""
        for path in self.folder.iterdir():
            name = _NAME.fullmatch(path.name)
            if not (name or _PART.fullmatch(path.name)):
                continue
            with suppress(FileNotFoundError):  # another broker was quicker
                status = path.lstat()
                if name:
                    kind = cast("Kind", name[3])
                    yield Kept(name[1], path, name[2], kind, status.st_size, status.st_mtime, status.st_atime)
                elif time.time() - status.st_mtime > _PART_LIVES:
                    _remove(path)


def _remove(path: Path) -> None:
    # On Windows a file that is just being read stays; the next time it goes.
    with suppress(FileNotFoundError, PermissionError):
        path.unlink()
