"""Looks at a real kiosk from outside, while it endures."""

import threading
import time
from itertools import pairwise
from typing import Final

import psutil

from soak.figures import Span
from soak.place import Place, metric

_LOOK_SECONDS: Final = 0.1
_SIZE_SECONDS: Final = 10.0
_IDLE_SECONDS: Final = 5.0
# A broker that was away is told within so many seconds (viewer/session/goodbye.py).
_TOLD_SECONDS: Final = 30.0
_DARK: Final = 12
_NAMES: Final = {
    "visits": "visits_total",
    "false_wakes": "false_wakes_total",
    "sessions": "sessions_total",
    "recoveries": "recoveries_total",
}


class Watcher:
    """From the start to :meth:`stop`, on a thread of its own."""

    def __init__(self, here: Place, process: psutil.Process) -> None:
        self._here, self._process = here, process
        self.sizes: list[tuple[float, float]] = []
        """When the kiosk had how many megabytes of its own."""
        self._black_since: float | None = None
        self._black = 0.0
        self._idle_since: float | None = None
        self._idle_sessions = 0
        self._idle_cpu: list[tuple[float, float]] = []
        self._cpu_before: tuple[float, float] | None = None
        self._before: dict[str, int] = {}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watcher")
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._over.set()
        self._thread.join()

    def span(self, name: str, faults: int) -> Span:
        """What there was since this was asked the last time."""
        counts = {field: self._metric(metric) for field, metric in _NAMES.items()}
        counts |= {"faults": faults, "idle_sessions": self._idle_sessions}
        passed = {field: count - self._before.get(field, 0) for field, count in counts.items()}
        self._before = counts
        black, self._black = self._black, 0.0
        size = self.sizes[-1][1] if self.sizes else 0.0
        process = self._process
        return Span(
            name,
            **passed,
            black=black,
            memory=size,
            threads=process.num_threads(),
            descriptors=process.num_fds(),
        )

    @property
    def idle_cpu(self) -> float:
        """Of a core, what the kiosk used while nobody was there."""
        passed = sum(seconds for seconds, _ in self._idle_cpu)
        return sum(used for _, used in self._idle_cpu) / passed if passed else 0.0

    @staticmethod
    def longest_silence(told: list[tuple[float, str]]) -> float:
        """Between two signs of life to the supervisor, in seconds."""
        fed = [at for at, line in told if line == "WATCHDOG=1"]
        return max((later - earlier for earlier, later in pairwise(fed)), default=0.0)

    def _run(self) -> None:
        next_second = next_size = time.monotonic()
        while not self._over.wait(_LOOK_SECONDS):
            now = time.monotonic()
            self._look_for_black(now)
            if now >= next_second:
                next_second = now + 1
                self._look_for_sessions(now)
            if now >= next_size:
                next_size = now + _SIZE_SECONDS
                self.sizes.append((now, self._process.memory_full_info().uss / 1e6))

    def _look_for_black(self, now: float) -> None:
        assert self._here.screen
        if self._here.screen.pixels[::24, ::24, :3].max() > _DARK:
            self._black_since = None
            return
        if self._black_since is None:
            self._black_since = now
        self._black = max(self._black, now - self._black_since)

    def _look_for_sessions(self, now: float) -> None:
        try:
            is_idle = b'state="attracting"' in self._here.page("metrics")
            leases = self._here.leases()
        except (OSError, ValueError):
            return
        self._note_cpu(now, is_idle=is_idle and not leases)
        if not (is_idle and leases):
            self._idle_since = None
        elif self._idle_since is None:
            self._idle_since = now
        elif now - max(self._idle_since, self._here.reached_since + _TOLD_SECONDS) > _IDLE_SECONDS:
            self._idle_sessions += 1
            self._idle_since = float("inf")  # it is one

    def _note_cpu(self, now: float, *, is_idle: bool) -> None:
        times = self._process.cpu_times()
        before, used = self._cpu_before, times.user + times.system
        self._cpu_before = (now, used) if is_idle else None
        if before and is_idle:
            self._idle_cpu.append((now - before[0], used - before[1]))

    def _metric(self, name: str) -> int:
        return metric(self._here.page("metrics"), f"persona_viewer_kiosk_{name}") or 0
