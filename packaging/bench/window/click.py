"""The command line of ``dev.py bench --click``: from a click on a face to the face, and to the live picture.

Measured from outside: the click comes from the X server, and what is to be seen is read from its frame
buffer. Joe has a still, which is to fill the window at once. The clock has none, but its pictures tell when
they were drawn; so its first one is known in older windows, too.
"""

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import psutil

from bench.figures import age_ms
from bench.screen import Pixels, locate, until
from bench.window.desktop import Desktop, desktop
from bench.window.glance import Bounds, Glance, bounds, glance, seen
from bench.window.hands import Hands
from tests.processes import end_by_sigterm
from tests.timing.stolen_time import Watchdog
from viewer.engine.face.clock_picture import read_clock

_HERE: Final = Path(__file__).resolve().parents[3]
_JOE: Final = "joe"
_CLOCK: Final = "clock-busy"
_FRESH_MS: Final = 1500
_SAMPLE_SECONDS: Final = 0.001
_START_SECONDS: Final = 180.0
_CALL_SECONDS: Final = 20.0
# Faces are fetched, and made ready in the window's size, while nothing else happens.
_KNOWN_SECONDS: Final = 4.0
_TALK_SECONDS: Final = 2.0
# So long a picture has to live before it counts.
_LIVING_SECONDS: Final = 0.5
_FROM_CORNER: Final = 40
_LOST_MS: Final = 20


@dataclass(frozen=True, slots=True)
class Case:
    """Whom the viewer of ``tree`` calls; one without faces has a button for it, and the keyboard on that."""

    name: str
    tree: Path
    persona: str

    @property
    def has_faces(self) -> bool:
        """Whether somebody is called by a click on a face."""
        return self.tree == _HERE


@dataclass(frozen=True, slots=True)
class Call:
    """One: milliseconds from the click to the face filling the window, and to the first live picture. None:
    there was none. ``first``: since the start. ``lost_ms``: meanwhile the machine stood still, or the GUI
    thread was ready to run and other programs had the cores.
    """

    face_ms: float | None
    live_ms: float | None
    first: bool
    lost_ms: float

    @property
    def is_undisturbed(self) -> bool:
        """Whether what was measured is the viewer's."""
        return self.lost_ms < _LOST_MS


def main(argv: Sequence[str]) -> int:
    """Click, look, and print what came out; 0."""
    arguments = _parser().parse_args(argv)
    end_by_sigterm()
    cases = [Case("Joe", _HERE, _JOE), Case("clock", _HERE, _CLOCK)]
    if arguments.beside:
        cases.append(Case("clock, the other tree", arguments.beside.resolve(), _CLOCK))
    found: dict[str, list[Call]] = {case.name: [] for case in cases}
    load, watchdog = psutil.getloadavg()[0], Watchdog()
    watchdog.start()
    with closing(watchdog), desktop(hearing=False) as place, closing(Hands(place.screen.display)) as hands:
        brokers = {persona: place.broker(persona, _rules(persona)) for persona in (_JOE, _CLOCK)}
        for number in range(arguments.rounds):
            for case in cases:
                sys.stderr.write(f"bench: round {number + 1} of {arguments.rounds}: {case.name}\n")
                trial = _Trial(place, hands, watchdog, case, brokers[case.persona])
                found[case.name] += trial.run(arguments.calls)
    print(f"load before {load:.2f}; {arguments.rounds} starts with {arguments.calls} calls each")
    print("\n".join(_table(found)))
    return 0


def _rules(persona: str) -> str:
    """One card is in the middle of the gallery."""
    return f'any_persona = false\n[[personas]]\nalias = "{persona}"\nid = "{persona}"\n'


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dev.py bench --click",
        description="Clicks on the face of a persona that is known, and measures from outside when its still "
        "fills the window and when the live picture is there.",
    )
    parser.add_argument("--rounds", type=int, default=5, help="starts of the viewer (default: 5)")
    parser.add_argument("--calls", type=int, default=3, help="calls after each start (default: 3)")
    parser.add_argument(
        "--beside",
        type=Path,
        metavar="TREE",
        help="also the viewer of this working tree, which needs no gallery: Space on its button calls",
    )
    return parser


class _Trial:
    """One start of a viewer."""

    def __init__(self, place: Desktop, hands: Hands, watchdog: Watchdog, case: Case, broker: str) -> None:
        self._place, self._hands, self._watchdog = place, hands, watchdog
        self._case, self._broker = case, broker
        self._pixels = place.screen.pixels

    def run(self, calls: int) -> list[Call]:
        """So many calls, one after the other."""
        found = []
        with self._viewer() as process:
            until(lambda: not self._place.screen.blank, _START_SECONDS)
            time.sleep(_KNOWN_SECONDS)
            for number in range(calls):
                found.append(self._call(process.pid, first=number == 0))
                time.sleep(_TALK_SECONDS)
                self._leave()
                time.sleep(_KNOWN_SECONDS)
        return found

    def _call(self, pid: int, *, first: bool) -> Call:
        window, began, queued = bounds(self._pixels), time.monotonic(), _queued(pid)
        before = glance(self._pixels, window, time.time())
        hands = self._hands
        clicked = hands.click(*window.middle) if self._case.has_faces else hands.let_go("space")
        face = live = None
        if self._case.persona == _CLOCK:
            live = self._clock(clicked + _CALL_SECONDS)
        else:
            found = seen([before, *self._changes(window, clicked + _CALL_SECONDS)])
            face, live = found.face, found.live
        lost = self._watchdog.stolen(began, time.monotonic()) + _queued(pid) - queued
        face_ms, live_ms = (None if at is None else (at - clicked) * 1000 for at in (face, live))
        return Call(face_ms, live_ms, first, lost * 1000)

    def _clock(self, end: float) -> float | None:
        """When a clock told the time."""
        while (now := time.time()) < end:
            if _tells_time(self._pixels):
                return now
            time.sleep(_SAMPLE_SECONDS)
        return None

    def _changes(self, window: Bounds, end: float) -> list[Glance]:
        """Whatever was another than before, until a face lives for a while."""
        found: list[Glance] = []
        while (now := time.time()) < end:
            new = glance(self._pixels, window, now)
            if not found or not (
                np.array_equal(new.beside, found[-1].beside) and np.array_equal(new.middle, found[-1].middle)
            ):
                found.append(new)
                live = seen(found).live
                if live is not None and now > live + _LIVING_SECONDS:
                    break
            time.sleep(_SAMPLE_SECONDS)
        return found

    def _leave(self) -> None:
        if self._case.has_faces:
            self._hands.press("Ctrl+Shift+e")
        else:  # the last button in the corner
            window = bounds(self._pixels)
            self._hands.click(window.right - _FROM_CORNER, window.bottom - _FROM_CORNER)
        self._hands.move(0, 0)

    @contextmanager
    def _viewer(self) -> Iterator[subprocess.Popen[bytes]]:
        """The viewer, with nobody called yet."""
        words = ("--broker", self._broker, "--persona", self._case.persona)
        settings = ("--config", str(self._place.folder / f"{self._case.name}.toml"))
        process = subprocess.Popen(
            [sys.executable, "-m", "viewer", "run", *words, *settings],
            env=self._place.environment | {"PYTHONPATH": str(self._case.tree)},
            cwd=self._case.tree,
        )
        try:
            yield process
        finally:
            process.terminate()
            process.wait(_CALL_SECONDS)
            until(lambda: self._place.screen.blank, _START_SECONDS)


def _queued(pid: int) -> float:
    """Seconds that the first thread of ``pid``, the GUI's, ever waited for a core."""
    return int(Path(f"/proc/{pid}/schedstat").read_text("ascii").split()[1]) / 1e9


def _tells_time(pixels: Pixels) -> bool:
    area = locate(pixels)
    clock = read_clock(area.of(pixels)) if area else None
    return clock is not None and abs(age_ms(time.time(), clock)) < _FRESH_MS


def _table(found: dict[str, list[Call]]) -> list[str]:
    lines = ["| ms: median, worst (calls) | face fills the window | live picture |", "| --- | --- | --- |"]
    for name, calls in found.items():
        for first, words in ((True, "first call after the start"), (False, "later calls")):
            for quiet in (True, False):
                chosen = [call for call in calls if call.first == first and call.is_undisturbed >= quiet]
                cells = (_cell([call.face_ms for call in chosen]), _cell([call.live_ms for call in chosen]))
                which = f"undisturbed (under {_LOST_MS} ms lost)" if quiet else "all"
                lines.append(f"| {name}, {words}, {which} | {cells[0]} | {cells[1]} |")
    return lines


def _cell(values: Sequence[float | None]) -> str:
    there = [value for value in values if value is not None]
    return f"{statistics.median(there):.0f}, {max(there):.0f} ({len(there)})" if there else "–"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
