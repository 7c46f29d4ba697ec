"""A machine that stands still now and then: takes every core at real-time priority for 20 to 150 ms.

As a process: until standard input ends. Whoever shares the machine gets nothing meanwhile, the sound server
included. It is what ``dev.py test --beside-stalls`` proves the tests against.
"""

import os
import random
import select
import sys
import time
from collections.abc import Iterator

PRIORITY = 98
PAUSE = (0.5, 3.0)
STALL = (0.02, 0.15)


def stalls(seed: int, begin: float) -> Iterator[tuple[float, float]]:
    """From when to when the machine stands still; the same for all cores that have the same seed."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    now = begin
    while True:
        now += chance.uniform(*PAUSE)
        end = now + chance.uniform(*STALL)
        yield now, end
        now = end


def main() -> int:
    """Take the cores until nobody wants it any more; 2 where that is not permitted."""
    if sys.platform != "linux":
        sys.stderr.write("Only Linux lets a process take every core.\n")
        return 2
    try:
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(PRIORITY))
    except PermissionError:
        sys.stderr.write("Only root may take the cores from other programs: run this as root.\n")
        return 2
    sys.stdout.write("stalling\n")
    sys.stdout.flush()
    begin = time.monotonic()
    first, *others = sorted(os.sched_getaffinity(0))
    for core in others:
        if os.fork() == 0:
            _take(core, begin)
            os._exit(0)
    _take(first, begin)
    return 0


def _take(core: int, begin: float) -> None:
    if sys.platform == "linux":
        os.sched_setaffinity(0, {core})
    for start, end in stalls(1, begin):
        unwanted, _, _ = select.select([sys.stdin], [], [], max(0.0, start - time.monotonic()))
        if unwanted:
            return
        while time.monotonic() < end:
            pass


if __name__ == "__main__":
    sys.exit(main())
