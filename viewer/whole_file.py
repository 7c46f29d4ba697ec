"""Files that are written whole or not at all, and such as nobody else may read."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


def privately(path: str, flags: int) -> int:
    """An ``opener`` for ``open``: a file that is made is for this user alone."""
    return os.open(path, flags, 0o600)


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """A name beside ``path`` for a file that takes its place when the context ends well; else it is gone, and
    what was there stays.

    Raises:
        OSError: it cannot take that place.
    """
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        yield fresh
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


@contextmanager
def written(path: Path) -> Iterator[TextIO]:
    """A text file in UTF-8 that is ``path`` when the context ends well, and is then on the disk; else what
    was there stays.

    Raises:
        OSError: it cannot be written.
    """
    with replaced(path) as fresh, fresh.open("x", encoding="utf-8", newline="\n") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())
