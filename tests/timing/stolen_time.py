"""How long the machine stood still: time that neither a test nor the program had.

A virtual machine's host takes the processors away now and then, and so does a process of a higher priority.
Two processes of their own, one a core, sleep for 10 ms at a time and note when they woke too late; where that
is permitted they come before everything else here, so that a busy test is never taken for a stolen core.
"""

import atexit
import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import suppress

PERIOD = 0.01
TOLERANCE = 0.01
"""So much later than asked a process may wake on a machine that is only busy, in seconds."""

Interval = tuple[float, float]
"""From when to when, in seconds of ``time.monotonic()``, which is the same for all processes."""


class Watchdog:
    """Knows when the machine stood still since it was started. Starts with the first question."""

    def __init__(self) -> None:
        self.watchers: list[subprocess.Popen[str]] = []
        self._stolen: list[Interval] = []

    def start(self) -> None:
        """Begin to watch every core that this process may use."""
        if self.watchers:
            return
        for core in _usable_cores():
            command = [sys.executable, "-I", "-S", __file__, str(core)]
            watcher = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            assert watcher.stdout
            assert watcher.stdout.readline() == "watching\n"
            self.watchers.append(watcher)
        atexit.register(self.close)

    @property
    def is_watching(self) -> bool:
        """Whether it has been started."""
        return bool(self.watchers)

    def stolen(self, since: float, until: float) -> float:
        """Seconds of that interval in which at least one core was not to be had; 0 for those before the
        start."""
        for watcher in self.watchers:
            assert watcher.stdin
            assert watcher.stdout
            watcher.stdin.write("\n")
            watcher.stdin.flush()
            self._stolen += [(begin, end) for begin, end in json.loads(watcher.stdout.readline())]
        return total(self._stolen, since, until)

    def close(self) -> None:
        """End the watchers."""
        for watcher in self.watchers:
            assert watcher.stdin
            assert watcher.stdout
            with suppress(BrokenPipeError):
                watcher.stdin.close()
            watcher.wait()
            watcher.stdout.close()
        self.watchers.clear()


def _usable_cores() -> list[int]:
    if sys.platform == "linux":
        return sorted(os.sched_getaffinity(0))
    return [-1]


def total(intervals: Iterable[Interval], since: float, until: float) -> float:
    """Seconds between ``since`` and ``until`` that lie in any of ``intervals``, which may overlap."""
    seconds, reached = 0.0, since
    for begin, end in sorted(intervals):
        begin, end = max(begin, reached), min(end, until)  # noqa: PLW2901
        if end > begin:
            seconds += end - begin
            reached = end
    return seconds


class Stopwatch:
    """Times a part of a test, without what the machine stole from it."""

    def __init__(self) -> None:
        watchdog.start()
        self._began = time.monotonic()

    def seconds(self) -> float:
        """Since it was made."""
        now = time.monotonic()
        return now - self._began - watchdog.stolen(self._began, now)


watchdog = Watchdog()


def _watch(core: int) -> None:
    if sys.platform == "linux":
        with suppress(OSError):
            os.sched_setaffinity(0, {core})
        with suppress(OSError):  # not root: then as everybody else
            os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
    sys.stdout.write("watching\n")
    sys.stdout.flush()
    stolen: list[Interval] = []
    asleep_from = time.monotonic()
    while True:
        asked, _, _ = select.select([sys.stdin], [], [], PERIOD)
        now = time.monotonic()
        if now - asleep_from > PERIOD + TOLERANCE:
            stolen.append((asleep_from, now))
        if asked:
            if not sys.stdin.readline():
                return
            sys.stdout.write(json.dumps(stolen) + "\n")
            sys.stdout.flush()
            stolen.clear()
        asleep_from = time.monotonic()


if __name__ == "__main__":
    _watch(int(sys.argv[1]))
