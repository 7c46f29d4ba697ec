"""What a process holds: threads, file descriptors, asyncio tasks, and memory of its own."""

import asyncio
import ctypes
import gc
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

SETTLE_SECONDS: Final = 10.0


@dataclass(frozen=True, slots=True)
class Held:
    """Native threads, what the open file descriptors lead to, and the tasks that are not done."""

    threads: int
    descriptors: tuple[str, ...]
    tasks: frozenset[asyncio.Task[Any]]

    def grown(self, later: "Held") -> str:
        """What is held ``later`` that was not held before, in words; empty if nothing is."""
        found = list(Counter(later.descriptors) - Counter(self.descriptors))
        found += [repr(task) for task in later.tasks - self.tasks]
        if later.threads > self.threads:
            found.append(f"{later.threads - self.threads} threads")
        return ", ".join(found)


def held() -> Held:
    """What is held now."""
    return Held(
        threads=len(list(Path("/proc/self/task").iterdir())),
        descriptors=tuple(sorted(_open_descriptors())),
        tasks=frozenset(asyncio.all_tasks()),
    )


async def all_released(before: Held, what: str) -> None:
    """Wait until no more is held than ``before``: by itself, not because it is collected."""
    try:
        async with asyncio.timeout(SETTLE_SECONDS):
            while before.grown(held()):  # noqa: ASYNC110 - threads that end tell nobody
                await asyncio.sleep(0.02)
    except TimeoutError:
        raise AssertionError(f"{what} left {before.grown(held())}") from None


def memory() -> float:
    """Megabytes of its own, without what only waits to be collected and whatever is mapped from files.

    Of that, how much counts as private depends on which other processes have it mapped at the moment.
    """
    gc.collect()
    _trim()
    rollup = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
    own = sum(int(line.split()[1]) for line in rollup if line.startswith(("Anonymous:", "Swap:")))
    return own / 1024


def _open_descriptors() -> list[str]:
    """What they lead to, without numbers."""
    found = []
    for descriptor in Path("/proc/self/fd").iterdir():
        try:
            found.append(str(descriptor.readlink()).split("[")[0])
        except FileNotFoundError:
            continue  # the one that listed them
    return found


def _trim() -> None:
    """Give freed memory back, where the C library can (glibc)."""
    if sys.platform == "linux" and hasattr(libc := ctypes.CDLL(None), "malloc_trim"):
        libc.malloc_trim(0)
