"""Folders for as long as something is loaded from them."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_folders: set[str] = set()


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """An empty folder that goes with the context."""
    with TemporaryDirectory(prefix="persona-viewer-", ignore_cleanup_errors=True) as folder:
        _folders.add(folder)
        try:
            yield Path(folder)
        finally:
            _folders.discard(folder)


def remove_scratch_folders() -> None:
    """Remove those that are in use: for a process that ends at once, whatever its threads do."""
    for folder in tuple(_folders):
        shutil.rmtree(folder, ignore_errors=True)
