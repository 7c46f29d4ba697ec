"""A film that is being made: a file to which whole clusters are added, and nothing else."""

import os
from collections.abc import Sequence
from pathlib import Path

from viewer.media.record.matroska import Block, Track, clusters, duration, header


class Film:
    """Blocks. Use from one thread. It plays up to the last :meth:`add`, however the process ends.

    Raises:
        OSError: the file cannot be made.
    """

    def __init__(self, path: Path, tracks: Sequence[Track]) -> None:
        self.path = path
        self.milliseconds = 0
        """When its last block begins."""
        head, self._place = header(tracks)
        self._file = path.open("wb", buffering=0)
        self._size = 0
        try:
            self._append(head)
        except OSError:
            self._file.close()
            path.unlink(missing_ok=True)
            raise

    def add(self, blocks: Sequence[Block]) -> None:
        """Write ``blocks``.

        Raises:
            OSError: not all of them could be; what was written before stays whole.
        """
        for cluster in clusters(blocks):
            self._append(cluster)
        self.milliseconds = max([self.milliseconds, *(block.milliseconds for block in blocks)])

    def close(self) -> None:
        """Say how long it is. May be called twice.

        Raises:
            OSError: not even that could be written.
        """
        if self._file.closed:
            return
        with self._file:
            self._file.seek(self._place)
            self._file.write(duration(self.milliseconds))

    def _append(self, data: bytes) -> None:
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[self._file.write(rest) :]
        except OSError:
            self._file.seek(self._size)
            os.truncate(self._file.fileno(), self._size)
            raise
        self._size += len(data)
