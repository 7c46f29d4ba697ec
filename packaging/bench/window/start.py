"""The command line of ``dev.py bench --start``: from the command to a window that takes keys.

Beside it, in turn, what no program with Qt in Python does without: importing its widgets. Measured from
outside: the window by the screen's frame buffer, the time on a core by ``/proc``. A key is pressed as soon as
something is painted, and what it does is looked for on the screen.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import psutil

from bench.screen import Pixels, until
from bench.window.desktop import Desktop, desktop
from bench.window.hands import Hands
from tests.processes import end_by_sigterm

_HERE: Final = Path(__file__).resolve().parents[3]
_IMPORT: Final = "import PySide6.QtWidgets"
_PATIENCE_SECONDS: Final = 120.0
_END_SECONDS: Final = 20.0
_RATIO: Final = 50.0  # no ratio is larger, no time in ms less


@dataclass(frozen=True, slots=True)
class Start:
    """Milliseconds from the command until so far; the window's own, on its core, until it was painted."""

    widgets: float
    painted: float
    usable: float
    widgets_core: float
    painted_core: float


def main(argv: Sequence[str]) -> int:
    """Start, look, and print what came out; 0."""
    arguments = _parser().parse_args(argv)
    end_by_sigterm()
    trees = [_HERE, *([arguments.beside.resolve()] if arguments.beside else [])]
    found: list[list[Start]] = [[] for _ in trees]
    load = psutil.getloadavg()[0]
    with desktop(hearing=False) as place, closing(Hands(place.screen.display)) as hands:
        for number in range(arguments.rounds + 1):
            for tree, starts in zip(trees, found, strict=True):
                start = _start(place, hands, tree)
                if number:  # the first reads from the disk
                    starts.append(start)
    print(f"load before {load:.2f}; {arguments.rounds} starts with warm files")
    print("\n".join(_table(found)))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dev.py bench --start",
        description=f"Starts the window, and beside it Python for “{_IMPORT}”, in turn.",
    )
    parser.add_argument("--rounds", type=int, default=15, help="starts of each (default: 15)")
    parser.add_argument("--beside", type=Path, metavar="TREE", help="also the viewer of this working tree")
    return parser


def _start(place: Desktop, hands: Hands, tree: Path) -> Start:
    pixels, environment = place.screen.pixels, place.environment | {"PYTHONPATH": str(tree)}
    began, before = time.perf_counter(), _children_core()
    subprocess.run([sys.executable, "-c", _IMPORT], env=environment, check=True)
    widgets, widgets_core = time.perf_counter() - began, _children_core() - before
    settings = place.folder / "start.toml"
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "viewer", "run", "--config", str(settings)], env=environment, cwd=tree
    )
    try:
        until(lambda: _middle(pixels).any(), _PATIENCE_SECONDS)
        painted, painted_core = time.perf_counter() - began, _core(process.pid)
        seen = pixels.copy()
        with hands.holding("a"):
            pass
        until(lambda: not np.array_equal(seen, pixels), _PATIENCE_SECONDS)
        usable = time.perf_counter() - began
    finally:
        process.terminate()
        process.wait(_END_SECONDS)
    until(lambda: place.screen.blank, _PATIENCE_SECONDS)
    return Start(*(seconds * 1000 for seconds in (widgets, painted, usable, widgets_core, painted_core)))


def _middle(pixels: Pixels) -> Pixels:
    """Where a window is, and no frame around it."""
    height, width = pixels.shape[:2]
    return pixels[height * 2 // 5 : height * 3 // 5 : 8, width * 2 // 5 : width * 3 // 5 : 8, :3]


def _core(pid: int) -> float:
    """Seconds that its threads were on a core."""
    times = psutil.Process(pid).cpu_times()
    return float(times.user + times.system)


def _children_core() -> float:
    """The same, of all processes that ended and were waited for."""
    times = os.times()
    return times.children_user + times.children_system


def _table(found: Sequence[Sequence[Start]]) -> list[str]:
    names = ("this tree", "the other tree")[: len(found)]
    rows: dict[str, Callable[[Start], float]] = {
        f"“{_IMPORT}”, ms": lambda start: start.widgets,
        "→ window painted, ms": lambda start: start.painted,
        "→ it answers a key, ms": lambda start: start.usable,
        "painted / import": lambda start: start.painted / start.widgets,
        "painted / import, time on a core": lambda start: start.painted_core / start.widgets_core,
    }
    lines = [f"| median, least–most | {' | '.join(names)} |", f"| --- |{' --- |' * len(names)}"]
    for words, figure in rows.items():
        cells = (_cell([figure(start) for start in starts]) for starts in found)
        lines.append(f"| {words} | {' | '.join(cells)} |")
    return lines


def _cell(values: Sequence[float]) -> str:
    digits = 0 if values[0] > _RATIO else 1
    return f"{statistics.median(values):.{digits}f}, {min(values):.{digits}f}–{max(values):.{digits}f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
