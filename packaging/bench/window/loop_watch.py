"""Times every step of the GUI thread from within the process that is measured.

A step is what the thread does from when its wait for events ends until it waits again: as long as it lasts,
no key and no click is taken. Qt waits through GLib, which lets the function that it waits by be replaced. The
kernel's ``ppoll`` tells how much of the time to wait was left, and so when the wait was over, even where the
interpreter was not to be had at once.
"""

import ctypes
import faulthandler
import mmap
import os
import platform
import signal
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

LONG_SECONDS: Final = 0.03
"""Steps longer than this are told."""

STACK_SIGNAL: Final = signal.SIGUSR2
"""Makes the thread write where it is, whatever it does."""

BEGUN: Final = struct.Struct("d")
"""In the shared file: ``time.monotonic()`` at the beginning of the step that runs; 0 while it waits."""

_PPOLL: Final = {"x86_64": 271, "aarch64": 73}
"""The number of the system call, by machine."""
_FOREVER_SECONDS: Final = 100_000
_POLL_FUNCTION: Final = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_uint, ctypes.c_int)


@dataclass(frozen=True, slots=True)
class Step:
    """A long one. ``began``: ``time.monotonic()``; ``cpu``: of the thread itself; ``queued``: how long it was
    ready to run and had no core; ``behind``: the same of the media thread, which may have held the
    interpreter; all in seconds. ``stack``: where it was, newest call first; "" if unknown.
    """

    began: float
    seconds: float
    cpu: float
    queued: float
    behind: float
    stack: str


class _TimeSpec(ctypes.Structure):
    _fields_ = (("seconds", ctypes.c_long), ("nanoseconds", ctypes.c_long))


class _Queue:
    """How long a thread of this process has been ready to run without a core."""

    def __init__(self, thread: int) -> None:
        self._statistics = os.open(f"/proc/self/task/{thread}/schedstat", os.O_RDONLY)

    def seconds(self) -> float:
        return int(os.pread(self._statistics, 64, 0).split()[1]) / 1e9


class LoopWatch:
    """Watches the thread that makes it, which runs Qt's loop later, for the life of the process.

    Args:
        shared: a file that another process maps, see :data:`BEGUN`.
        stacks: a file for :data:`STACK_SIGNAL`.
        tell: gets each long step, in the middle of the loop.
    """

    def __init__(self, shared: Path, stacks: Path, tell: Callable[[Step], None]) -> None:
        self.milliseconds: Counter[int] = Counter()
        """How many steps took so many whole milliseconds."""
        with shared.open("r+b") as file:
            self._shared = mmap.mmap(file.fileno(), BEGUN.size)
        self._stacks = os.open(stacks, os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        faulthandler.register(STACK_SIGNAL, self._stacks, all_threads=False)
        self._own = _Queue(threading.get_native_id())
        self._media: _Queue | None = None
        self._tell = tell
        self._begun = self._cpu = self._queued = self._behind = 0.0
        self._system = ctypes.CDLL(None, use_errno=True)
        self._ppoll = _PPOLL[platform.machine()]
        self._left = _TimeSpec()
        self._hook = _POLL_FUNCTION(self._poll)
        ctypes.CDLL("libglib-2.0.so.0").g_main_context_set_poll_func(None, self._hook)

    def excuse(self) -> None:
        """The step that runs is the bench's own."""
        self._begun = 0.0
        BEGUN.pack_into(self._shared, 0, 0.0)

    def _poll(self, descriptors: Any, count: int, milliseconds: int) -> int:
        self._end()
        left = self._left
        seconds = milliseconds / 1000 if milliseconds >= 0 else _FOREVER_SECONDS
        left.seconds, left.nanoseconds = int(seconds), int(seconds % 1 * 1e9)
        before = time.monotonic()
        ready = self._system.syscall(
            *(self._ppoll, ctypes.c_void_p(descriptors), ctypes.c_ulong(count), ctypes.byref(left), None),
            ctypes.c_ulong(0),
        )
        # A signal is as good as a time that is over: GLib asks again.
        waited = seconds - left.seconds - left.nanoseconds / 1e9 if ready >= 0 else time.monotonic() - before
        self._begin(before + waited)
        return max(int(ready), 0)

    def _begin(self, at: float) -> None:
        self._begun = at
        BEGUN.pack_into(self._shared, 0, at)
        self._queued, self._behind = self._own.seconds(), self._media_seconds()
        self._cpu = time.thread_time()

    def _end(self) -> None:
        if not self._begun:
            return
        BEGUN.pack_into(self._shared, 0, 0.0)
        seconds = time.monotonic() - self._begun
        self.milliseconds[int(seconds * 1000)] += 1
        if seconds > LONG_SECONDS:
            cpu, queued = time.thread_time() - self._cpu, self._own.seconds() - self._queued
            behind = self._media_seconds() - self._behind
            self._tell(Step(self._begun, seconds, cpu, queued, behind, self._stack()))

    def _media_seconds(self) -> float:
        if self._media is None:
            found = [thread.native_id for thread in threading.enumerate() if thread.name == "media"]
            if not found or found[0] is None:
                return 0.0
            self._media = _Queue(found[0])
        try:
            return self._media.seconds()
        except ProcessLookupError:  # it has ended, before the window
            return self._behind

    def _stack(self) -> str:
        """What was written since the last time."""
        text = os.pread(self._stacks, 1 << 16, 0).decode()
        os.lseek(self._stacks, 0, os.SEEK_SET)
        os.ftruncate(self._stacks, 0)
        return text
