"""Hours of a real kiosk: its program on a screen, a broker, an engine and sound; visitors touch and speak."""

import json
import random
import threading
import time
from collections.abc import Callable
from contextlib import closing
from typing import Any, Final

import numpy as np
import psutil

from bench.window.hands import Hands
from bench.window.watched import Guide
from soak.figures import Span, slope, table
from soak.fronts import refusal
from soak.place import Place, place
from soak.watcher import Watcher
from tests.processes import end_by_sigterm
from tests.sound_system import tone

_SPANS: Final = 6
_VISIT_GAP, _FAULT_GAP = 25.0, 150.0
_MET_SECONDS: Final = 60.0
_SESSION_SECONDS: Final = 120
_QUESTIONS: Final = 3


class Visitors:
    """Come and go, one after the other, by chance; not on the thread that brings faults."""

    def __init__(self, here: Place, chance: random.Random) -> None:
        self._here, self._chance = here, chance
        self._hands = Hands(here.environment["DISPLAY"])
        self.came = self.missed = 0
        """How many came, and how many of them never met the persona."""

    def close(self) -> None:
        """Nobody comes any more."""
        self._hands.close()

    def come_until(self, end: float) -> None:
        """One after the other."""
        with closing(self._here.guide()) as guide:
            while time.monotonic() < end:
                self._visit(guide)
                # Now and then right after the one before.
                gap = 1.2 if self._chance.random() < 0.2 else self._chance.expovariate(1 / _VISIT_GAP)
                time.sleep(max(0.0, min(gap, end - time.monotonic())))

    def _visit(self, guide: Guide) -> None:
        self.came += 1
        self._hands.click(300 + self._chance.randrange(200), 150)
        if not self._is("meeting", "talking", within=_MET_SECONDS):
            self.missed += 1
            return
        for _ in range(self._chance.choice((0, 1, 2, 4))):
            time.sleep(self._chance.uniform(1, 8))
            match self._chance.randrange(5):
                case 0 | 1:
                    self._touch(guide, f"scenery.touch._questions#{self._chance.randrange(_QUESTIONS)}")
                case 2:
                    self._speak(self._chance.uniform(0.5, 3))
                case 3:
                    self._touch(guide, "scenery.touch.larger")
                case 4:
                    self._touch(guide, "scenery.touch.stop")
        match self._chance.randrange(3):
            case 0:
                self._touch(guide, "scenery.touch.finish")
            case 1:
                self._speak(0.7)  # and leaves in mid-sentence
        self._is("attracting", within=150)

    def _touch(self, guide: Guide, name: str) -> None:
        if box := guide.ask(name):
            self._hands.click(box[0] + box[2] // 2, box[1] + box[3] // 2)

    def _speak(self, seconds: float) -> None:
        """As far as an engine without ears is concerned."""
        hum = sum(tone(hertz, seconds + 1, 0.12).astype(np.int32) for hertz in (140, 280, 420))
        with self._here.sound.playing_into_microphone(np.asarray(hum, np.int16)):
            time.sleep(seconds)

    def _is(self, *states: str, within: float) -> bool:
        end = time.monotonic() + within
        while time.monotonic() < end:
            if self.state() in states:
                return True
            time.sleep(0.2)
        return False

    def state(self) -> str:
        """Of the kiosk; empty: it does not say."""
        try:
            facts: dict[str, Any] = json.loads(self._here.page("state"))
        except OSError:
            return ""
        return str(facts.get("state", ""))


class Faults:
    """Befall the place, one after the other, until :meth:`stop`."""

    def __init__(self, here: Place, chance: random.Random, tell: Callable[[str], None]) -> None:
        self._here, self._chance, self._tell = here, chance, tell
        self._over = threading.Event()
        self.count = 0
        self._thread = threading.Thread(target=self._run, name="faults")
        self._thread.start()

    def stop(self) -> None:
        """Everything is well again then."""
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        kinds = [self._network, self._refuse_429, self._refuse_503, self._engine, self._microphone]
        self._chance.shuffle(kinds)
        while not self._over.wait(self._chance.uniform(0.5, 1) * _FAULT_GAP):
            kind = kinds[self.count % len(kinds)]
            self.count += 1
            self._tell(f"fault: {kind.__name__.strip('_')}")
            kind()

    def _network(self) -> None:
        self._here.unplug_network()
        self._over.wait(self._chance.uniform(10, 90))
        self._here.plug_network()

    def _refuse_429(self) -> None:
        self._refuse(refusal("429 Too Many Requests", 20))

    def _refuse_503(self) -> None:
        self._refuse(refusal("503 Service Unavailable", 5))

    def _refuse(self, answer: bytes) -> None:
        self._here.refuse(answer)
        self._over.wait(self._chance.uniform(5, 40))
        self._here.refuse(b"")

    def _engine(self) -> None:
        self._here.replace_engine()

    def _microphone(self) -> None:
        self._here.unplug_microphone()
        self._over.wait(self._chance.uniform(5, 60))
        self._here.plug_microphone()


def run(hours: float, seed: int, tell: Callable[[str], None]) -> int:
    """Let them go by; 1 if the kiosk did what it never may."""
    end_by_sigterm()
    seconds = hours * 3600
    chance = random.Random(seed)  # noqa: S311 - no secrets
    with place(session_seconds=_SESSION_SECONDS) as here:
        here.start_kiosk()
        assert here.kiosk
        watcher = Watcher(here, psutil.Process(here.kiosk.pid))
        visitors = Visitors(here, random.Random(seed + 1))  # noqa: S311
        faults = Faults(here, chance, tell)
        spans: list[Span] = []
        began = time.monotonic()
        try:
            for number in range(_SPANS):
                visitors_end = began + seconds * (number + 1) / _SPANS
                visitors.come_until(visitors_end)
                spans.append(watcher.span(f"to {hours * 60 * (number + 1) / _SPANS:.0f} min", faults.count))
                tell(table(spans)[len(spans) + 1])
        finally:
            visitors.close()
            faults.stop()
            watcher.stop()
        code = here.end_kiosk()
        for line in table(spans):
            tell(line)
        growth = slope([at for at, _ in watcher.sizes], [size for _, size in watcher.sizes])
        tell(
            f"{visitors.came} people came, {visitors.missed} of them met nobody; memory grows by "
            f"{growth:.1f} MB an hour; {watcher.idle_cpu:.1%} of a core while nobody was there; the longest "
            f"without a sign of life {watcher.longest_silence(here.told):.0f} s; exit code {code}"
        )
    return int(any(span.idle_sessions for span in spans) or max(span.black for span in spans) > 2)
