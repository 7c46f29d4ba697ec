"""A viewer that is watched: where things are in it, what its GUI thread does, and how large it is."""

import ctypes
import json
import mmap
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import psutil

from bench.window.desktop import Desktop
from bench.window.loop_watch import BEGUN, LONG_SECONDS, STACK_SIGNAL, Step

_SAMPLE_SECONDS: Final = 0.005
_START_SECONDS: Final = 60.0
_END_SECONDS: Final = 20.0
# In a step, so long from one look at where the thread is to the next, and so many looks.
_STACK_SECONDS: Final = 0.02
_STACKS: Final = 5


class Guide:
    """Asks the program at ``address``. One thread."""

    def __init__(self, address: Path) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.connect(str(address))
        self._lines = self._socket.makefile("rw", encoding="utf-8")

    def ask(self, *question: str) -> Any:
        """See :meth:`bench.window.guide.Guide.ask`.

        Raises:
            ConnectionError: the program is gone.
        """
        self._lines.write(json.dumps(question) + "\n")
        self._lines.flush()
        line = self._lines.readline()
        if not line:
            raise ConnectionError("the viewer is gone")
        return json.loads(line)

    def close(self) -> None:
        """Ask no more."""
        self._lines.close()
        self._socket.close()


class Watched:
    """The process, from when its window is there."""

    def __init__(self, process: subprocess.Popen[bytes], folder: Path) -> None:
        self.process = process
        self._folder = folder
        self._usage = psutil.Process(process.pid)

    def guide(self) -> Guide:
        """Somebody to ask, for one thread; close it."""
        return Guide(self._folder / "guide")

    def steps(self) -> list[Step]:
        """The long ones so far."""
        lines = (self._folder / "steps").read_text("utf-8").splitlines()
        return [Step(**json.loads(line)) for line in lines]

    def size(self) -> dict[str, float]:
        """Private memory in MB, threads and file descriptors now."""
        return {
            "memory_mb": self._usage.memory_full_info().uss / 1e6,
            "threads": self._usage.num_threads(),
            "descriptors": self._usage.num_fds(),
        }


@contextmanager
def watched(place: Desktop, *options: str) -> Iterator[Watched]:
    """The window on ``place`` with ``options``, until the context ends.

    Raises:
        TimeoutError: there was no window.
    """
    folder = place.folder / "watched"
    folder.mkdir()
    (folder / "shared").write_bytes(bytes(BEGUN.size))
    with (folder / "errors").open("wb") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "bench.window.inside", str(folder), "run", *options],
            env=place.environment,
            stderr=errors,
        )
    try:
        _wait_for_window(process, folder)
        ended = threading.Event()
        looker = threading.Thread(target=_look_at_steps, args=(process, folder / "shared", ended))
        looker.start()
        try:
            yield Watched(process, folder)
        finally:
            ended.set()
            looker.join()
    finally:
        process.terminate()
        process.wait(_END_SECONDS)
        sys.stderr.write((folder / "errors").read_text("utf-8", "replace"))


def _wait_for_window(process: subprocess.Popen[bytes], folder: Path) -> None:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        if (folder / "guide").exists():
            guide = Guide(folder / "guide")
            there = guide.ask("where", "")
            guide.close()
            if there:
                return
        time.sleep(0.1)
    raise TimeoutError("no window: " + (folder / "errors").read_text("utf-8", "replace"))


def _look_at_steps(process: subprocess.Popen[bytes], shared: Path, ended: threading.Event) -> None:
    """Have the GUI thread write where it is while a step of it is long, whatever holds the interpreter."""
    system = ctypes.CDLL("libc.so.6")
    with shared.open("rb") as file, mmap.mmap(file.fileno(), BEGUN.size, prot=mmap.PROT_READ) as memory:
        before, looks = 0.0, 0
        while not ended.wait(_SAMPLE_SECONDS) and process.poll() is None:
            (begun,) = BEGUN.unpack_from(memory)
            if begun != before:
                before, looks = begun, 0
            over = time.monotonic() - begun - LONG_SECONDS if begun else 0.0
            if looks < _STACKS and over > looks * _STACK_SECONDS:
                # To its first thread, which is the GUI's; a signal to the process goes to any.
                system.tgkill(process.pid, process.pid, STACK_SIGNAL)
                looks += 1
