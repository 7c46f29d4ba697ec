"""What was measured during a long talk, and what is to be said of it. Pure.

Times are seconds of ``time.monotonic()``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from bench.figures import growth_an_hour
from bench.window.loop_watch import Step

LIMIT_SECONDS: Final = 0.05
"""No step of the GUI thread may take longer."""

WINDOW_SECONDS: Final = 10
"""Over so many the pictures are counted."""

_WARM_SECONDS: Final = 600.0
# Of a short talk, this part.
_WARM_SHARE: Final = 1 / 3
_PLACES: Final = 4


@dataclass(frozen=True, slots=True)
class Second:
    """At ``at`` so many pictures had been painted since the call; ``live``: in a talk."""

    at: float
    painted: int
    live: bool


@dataclass(frozen=True, slots=True)
class Size:
    """How large the program was at ``at``: MB of its own, threads, descriptors, what Qt has; MB that the C
    library gave out, and that it keeps though they are free; and blocks of memory that Python's objects take.
    """

    at: float
    memory_mb: float
    threads: float
    descriptors: float
    widgets: float
    objects: float
    wrappers: float
    given_mb: float
    free_mb: float
    blocks: float


_MEMORY: Final = ("memory_mb", "given_mb", "free_mb", "blocks")
GROWING: Final = (*_MEMORY, "threads", "descriptors", "widgets", "objects", "wrappers")


@dataclass(frozen=True, slots=True)
class Judged:
    """A long step, by whose fault: ``stolen`` by the machine, ``queued`` behind other programs, or ``behind``
    a media thread that was, ``cpu`` of its own; the rest it waited, for the interpreter or the screen.
    """

    step: Step
    stolen: float
    doing: str

    @property
    def net(self) -> float:
        """Without what the machine stole."""
        return self.step.seconds - self.stolen

    @property
    def own(self) -> float:
        """Without what other programs took, either."""
        return max(self.net - self.step.queued - self.step.behind, self.step.cpu - self.stolen, 0.0)

    @property
    def place(self) -> str:
        """Where the thread was the last time that it was looked at, newest call first."""
        last = self.step.stack.rpartition("most recent call first):")[2]
        calls = [line.split('"') for line in last.splitlines() if line.lstrip().startswith("File")]
        named = [_short(call[1], call[2]) for call in calls]
        ours = [name for name in named if "viewer/" in name or "qasync" in name]
        return " < ".join(dict.fromkeys([*named[:2], *ours[:_PLACES]])) or "not seen"


def _short(file: str, rest: str) -> str:
    """``viewer/app.py:12 run`` of a line of a traceback."""
    line, _, function = rest.removeprefix(", line ").partition(" in ")
    parts = file.split("/")
    begin = max((number for number, part in enumerate(parts) if part == "viewer"), default=len(parts) - 2)
    return f"{'/'.join(parts[begin:])}:{line} {function}"


def judge(
    steps: Sequence[Step], stolen: Callable[[float, float], float], doing: Callable[[float], str]
) -> list[Judged]:
    """Each step with what was stolen from it and what the user did."""
    return [Judged(step, stolen(step.began, step.began + step.seconds), doing(step.began)) for step in steps]


def pictures_a_second(seconds: Sequence[Second]) -> list[float]:
    """In each stretch of :data:`WINDOW_SECONDS` of a talk, without its first second and what is left at its
    end.
    """
    found: list[float] = []
    begin: Second | None = None
    for before, now in pairwise(seconds):
        if not (before.live and now.live) or now.painted < before.painted:
            begin = None
        elif begin is None:
            begin = now
        elif now.at - begin.at >= WINDOW_SECONDS - 0.5:
            found.append((now.painted - begin.painted) / (now.at - begin.at))
            begin = now
    return found


def settled(sizes: Sequence[Size]) -> list[Size]:
    """Those after the first ten minutes, or after a third of a shorter talk."""
    if not sizes:
        return []
    warm = min(_WARM_SECONDS, (sizes[-1].at - sizes[0].at) * _WARM_SHARE)
    return [size for size in sizes if size.at - sizes[0].at >= warm]


def slope_an_hour(sizes: Sequence[Size], name: str) -> float | None:
    """By how much it grows; None of fewer than three."""
    return growth_an_hour([size.at for size in sizes], [getattr(size, name) for size in sizes])
