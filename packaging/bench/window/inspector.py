"""What the open inspector costs; ``dev.py bench --inspector`` runs it."""

import argparse
import statistics
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Final

import psutil

from bench.window.desktop import desktop
from bench.window.hands import Hands
from bench.window.watched import Guide, watched
from tests.processes import end_by_sigterm

_SCREEN: Final = "1920x1080"
_TABS: Final = ("Overview", "Timeline", "Turns", "Graphs", "Picture", "Send", "Faults")
_CALL_SECONDS: Final = 60.0
# A tab is made, or the graphs loaded, before it is measured.
_SETTLE_SECONDS: Final = 4.0
_BUDGET_CORES: Final = 0.15
# Of 25 pictures a second.
_ALL_PAINTED: Final = 24.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some seconds of a call: cores that the viewer used, and pictures that it painted a second."""

    cores: float
    painted: float


@dataclass(frozen=True, slots=True)
class Tab:
    """Stretches with it open, and those with the inspector closed just before each."""

    name: str
    closed: tuple[Stretch, ...]
    opened: tuple[Stretch, ...]

    @property
    def costs(self) -> float:
        """Cores more than closed: the median of the rounds."""
        pairs = zip(self.opened, self.closed, strict=True)
        return statistics.median(opened.cores - closed.cores for opened, closed in pairs)


def main(argv: Sequence[str]) -> int:
    """Open and close it, and print what came out; with ``--check`` 1 when a tab costs too much."""
    parser = argparse.ArgumentParser(
        prog="dev.py bench --inspector",
        description="Calls the local engine's Joe in the real window on a screen of 1920×1080, opens the "
        "inspector at one tab after the other, and prints how many cores the viewer uses with it and "
        "without, and how many pictures it paints.",
    )
    parser.add_argument("--seconds", type=float, default=10.0, help="of each stretch (default: 10)")
    parser.add_argument("--rounds", type=int, default=3, help="through all tabs (default: 3)")
    parser.add_argument(
        "--check", action="store_true", help=f"fail when a tab costs over {_BUDGET_CORES} core"
    )
    arguments = parser.parse_args(argv)
    end_by_sigterm()
    load = psutil.getloadavg()[0]
    with desktop(hearing=False, screen=_SCREEN) as place:
        broker = place.broker("any", "any_persona = true\n")
        settings = str(place.folder / "settings.toml")
        words = ("--broker", broker, "--persona", "joe", "--connect", "--config", settings)
        with (
            watched(place, *words) as viewer,
            closing(viewer.guide()) as guide,
            closing(Hands(place.screen.display)) as hands,
        ):
            process = psutil.Process(viewer.process.pid)
            tabs = _Trial(process, guide, hands, arguments.seconds).run(arguments.rounds)
    print(f"load before {load:.2f}; {arguments.rounds} rounds, stretches of {arguments.seconds:g} s\n")
    print("\n".join(render(tabs)))
    if min(stretch.painted for tab in tabs for stretch in tab.closed) < _ALL_PAINTED:
        print("\nEven without it not all pictures were painted: the machine is too busy to tell.")
    return int(arguments.check and any(tab.costs > _BUDGET_CORES for tab in tabs))


class _Trial:
    def __init__(self, process: psutil.Process, guide: Guide, hands: Hands, seconds: float) -> None:
        self._process, self._guide, self._hands = process, guide, hands
        self._seconds = seconds

    def run(self, rounds: int) -> list[Tab]:
        """Each tab so many times, after the inspector was closed as long."""
        end = time.monotonic() + _CALL_SECONDS
        while not self._guide.ask("look")["live"]:
            if time.monotonic() > end:
                raise TimeoutError("nobody answers the call")
            time.sleep(0.2)
        self._hands.press("F12")
        for place in range(len(_TABS)):  # none is made for the first time while it is measured
            self._choose(place)
            time.sleep(_SETTLE_SECONDS)
        self._hands.press("F12")
        found: list[tuple[list[Stretch], list[Stretch]]] = [([], []) for _ in _TABS]
        for number in range(rounds):
            for place, (closed, opened) in enumerate(found):
                sys.stderr.write(f"bench: round {number + 1} of {rounds}: {_TABS[place]}\n")
                closed.append(self._stretch(shown=False))
                self._hands.press("F12")
                self._choose(place)
                opened.append(self._stretch(shown=True))
                self._hands.press("F12")
        return [
            Tab(name, tuple(closed), tuple(opened))
            for name, (closed, opened) in zip(_TABS, found, strict=True)
        ]

    def _choose(self, place: int) -> None:
        """Click on that tab; they share the width. The pointer goes back to where it hovers over nothing."""
        time.sleep(1.0)
        left, top, width, height = self._guide.ask("where", "inspector.tabs")
        self._hands.click(left + round((place + 0.5) * width / len(_TABS)), top + height // 2)
        self._hands.move(0, 0)

    def _stretch(self, *, shown: bool) -> Stretch:
        time.sleep(_SETTLE_SECONDS)
        if self._guide.ask("look")["inspector"] is not shown:
            raise RuntimeError("the inspector is not as it was asked to be")
        before = self._now()
        time.sleep(self._seconds)
        after = self._now()
        seconds = after[0] - before[0]
        return Stretch((after[1] - before[1]) / seconds, (after[2] - before[2]) / seconds)

    def _now(self) -> tuple[float, float, int]:
        painted: int = self._guide.ask("look")["painted"]
        times = self._process.cpu_times()
        return time.monotonic(), float(times.user + times.system), painted


def render(tabs: Sequence[Tab]) -> list[str]:
    """A row for each tab, with what it is worst at."""
    lines = [
        "| tab | cores, closed | cores, open | more | pictures/s, closed | pictures/s, open, fewest |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for tab in tabs:
        closed = statistics.median(stretch.cores for stretch in tab.closed)
        opened = statistics.median(stretch.cores for stretch in tab.opened)
        before = statistics.median(stretch.painted for stretch in tab.closed)
        fewest = min(stretch.painted for stretch in tab.opened)
        lines.append(
            f"| {tab.name} | {closed:.3f} | {opened:.3f} | {tab.costs:+.3f} | {before:.1f} | {fewest:.1f} |"
        )
    return [line.replace("-0.", "−0.") for line in lines]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
