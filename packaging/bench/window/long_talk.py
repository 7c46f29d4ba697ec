"""The command line of ``dev.py bench --talk``: an hour's talk, and what it does to the window."""

import argparse
import asyncio
import json
import statistics
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

import psutil

from bench.window import findings
from bench.window.desktop import Desktop, desktop
from bench.window.findings import GROWING, Judged, Second, Size
from bench.window.hands import Hands
from bench.window.person import Diary, Person
from bench.window.scenes import SCENES
from bench.window.watched import Watched, watched
from tests.processes import end_by_sigterm
from tests.timing.stolen_time import Watchdog
from viewer.engine.voice.piper import PiperVoice
from viewer.media.pcm import Samples

_ALOUD: Final = ("What is your name?", "Tell me a joke, please.", "Hello, are you there?")
_MINUTE: Final = 60
_LONGEST_SESSION: Final = 600.0
_ROWS: Final = 25


@dataclass
class Record:
    """All that was noted of a talk; ``file`` has it, too, as JSON, from minute to minute."""

    file: Path | None = None
    seconds: list[Second] = field(default_factory=list)
    sizes: list[Size] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)
    steps: list[tuple[int, int]] = field(default_factory=list)
    """How many steps took so many milliseconds."""
    stolen: float = 0.0
    diary: Diary = field(default_factory=Diary)

    @property
    def in_talk(self) -> list[Judged]:
        """The long steps since the first call; what the window does to be there is another matter."""
        return [judged for judged in self.judged if judged.doing]

    def keep(self) -> None:
        """Write it down."""
        if self.file:
            self.file.write_text(json.dumps(_as_json(self), indent=1), "utf-8")


def main(argv: Sequence[str]) -> int:
    """Talk, and print what came out; with ``--check`` 1 when the GUI thread was busy for too long."""
    arguments = _parser().parse_args(argv)
    end_by_sigterm()
    session = min(_LONGEST_SESSION, max(120.0, arguments.minutes * _MINUTE / 3))
    load = psutil.getloadavg()[0]
    voice = asyncio.run(_spoken())
    rules = f"any_persona = true\n[limits]\nsession_seconds = {session:.0f}\n"
    with desktop(hearing=True) as place:
        broker = place.broker("any", rules)
        record = Record(arguments.keep)
        _talk(place, broker, voice, arguments.minutes * _MINUTE, session, record)
    print("\n".join(_words(record, arguments.minutes, load)))
    return int(arguments.check and any(judged.own > findings.LIMIT_SECONDS for judged in record.in_talk))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dev.py bench --talk",
        description="Talks to the local engine's persona in the real window, by keyboard, mouse and voice; "
        "measures what its GUI thread takes long for, pictures a second, and whether it grows.",
    )
    parser.add_argument("--minutes", type=float, default=60.0, help="default: 60")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="write all that was noted to it, as JSON")
    parser.add_argument(
        "--check", action="store_true", help="exit with 1 when a step took over 50 ms by itself"
    )
    return parser


async def _spoken() -> list[Samples]:
    voice = PiperVoice()
    try:
        return [(await voice.speak(text)).pcm for text in _ALOUD]
    finally:
        voice.close()


def _talk(
    place: Desktop, broker: str, voice: list[Samples], seconds: float, session: float, record: Record
) -> None:
    watchdog, over = Watchdog(), threading.Event()
    watchdog.start()
    options = ("--broker", broker, "--config", str(place.folder / "settings.toml"))
    with (
        closing(watchdog),
        watched(place, *options) as viewer,
        closing(viewer.guide()) as guide,
        closing(Hands(place.screen.display)) as hands,
    ):
        began = time.monotonic()
        person = Person(place, hands, guide, voice, session)
        record.diary = person.diary
        clerk = threading.Thread(target=_note, args=(viewer, watchdog, record, over))
        clerk.start()
        try:
            person.talk(seconds, SCENES)
        finally:
            over.set()
            clerk.join()
        record.steps = [(milliseconds, count) for milliseconds, count in guide.ask("steps")]
        record.judged = findings.judge(viewer.steps(), watchdog.stolen, record.diary.at)
        record.stolen = watchdog.stolen(began, time.monotonic())
        record.keep()


def _note(viewer: Watched, watchdog: Watchdog, record: Record, over: threading.Event) -> None:
    """Each second the pictures, each minute the size; until it is over."""
    began = due = time.monotonic()
    with closing(viewer.guide()) as guide:
        while True:
            seen = guide.ask("look")
            now = time.monotonic()
            record.seconds.append(Second(now, seen["painted"], seen["live"]))
            if now - began >= len(record.sizes) * _MINUTE:
                record.sizes.append(Size(at=now, **viewer.size(), **guide.ask("count")))
                record.judged = findings.judge(viewer.steps(), watchdog.stolen, record.diary.at)
                record.keep()
                _tell(record, now - began)
            due = max(due + 1.0, now)
            if over.wait(max(0.0, due - time.monotonic())):
                return


def _tell(record: Record, seconds: float) -> None:
    size, limit = record.sizes[-1], findings.LIMIT_SECONDS
    rates = findings.pictures_a_second(record.seconds[-70:])
    sys.stderr.write(
        f"bench: {seconds / 60:.0f} min: {size.memory_mb:.1f} MB ({size.given_mb:.1f} given, "
        f"{size.free_mb:.1f} free, {size.blocks / 1000:.0f} k blocks), {size.threads:.0f} threads, "
        f"{size.descriptors:.0f} descriptors, {size.widgets:.0f} widgets, {size.objects:.0f} objects, "
        f"{size.wrappers:.0f} wrappers; {min(rates, default=0):.1f} pictures/s at least; over 50 ms: "
        f"{sum(judged.step.seconds > limit for judged in record.in_talk)} steps, by itself "
        f"{sum(judged.own > limit for judged in record.in_talk)}; missed: {record.diary.missed[-1:]}\n"
    )
    sys.stderr.flush()


def _words(record: Record, minutes: float, load: float) -> list[str]:
    limit = findings.LIMIT_SECONDS
    rates = findings.pictures_a_second(record.seconds)
    over = [judged for judged in record.in_talk if judged.step.seconds > limit]
    by_itself = [judged for judged in over if judged.own > limit]
    worst = max((judged.own for judged in record.in_talk), default=0.0)
    start = max((judged.step.cpu for judged in record.judged if not judged.doing), default=0.0)
    rows = [
        ("steps of the GUI thread", f"{sum(count for _, count in record.steps)}"),
        ("… since the first call over 50 ms by the clock", f"{len(over)}"),
        ("… without stolen time", f"{sum(judged.net > limit for judged in over)}"),
        ("… nor time in which another program had its core, or the media thread's", f"{len(by_itself)}"),
        ("… with more than 50 ms of work of its own", f"{sum(judged.step.cpu > limit for judged in over)}"),
        ("longest of those over 30 ms, without what others took, ms", f"{worst * 1000:.0f}"),
        ("longest work of its own before the first call, ms", f"{start * 1000:.0f}"),
        ("pictures a second, each 10 s: median", f"{statistics.median(rates or [0]):.2f}"),
        ("… the fewest", f"{min(rates, default=0):.2f}"),
        ("… stretches below 24.5", f"{sum(rate < 24.5 for rate in rates)} of {len(rates)}"),
        *_growth(record.sizes),
        ("calls, questions", f"{record.diary.calls}, {record.diary.asked}"),
        ("what did not come of what was done", f"{len(record.diary.missed)}"),
        ("stolen by the machine, s", f"{record.stolen:.1f}"),
    ]
    return [
        f"{minutes:g} minutes, load before {load:.2f}",
        "",
        "| | |",
        "| --- | --- |",
        *(f"| {name} | {value} |" for name, value in rows),
        "",
        "| over 50 ms by the clock, during | ms | stolen | no core | media thread no core | CPU | where |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        *map(_row, sorted(over, key=lambda judged: (-judged.step.cpu, -judged.own))[:_ROWS]),
        *(f"missed: {words}" for words in record.diary.missed[:_ROWS]),
    ]


def _row(judged: Judged) -> str:
    step = judged.step
    times = (step.seconds, judged.stolen, step.queued, step.behind, step.cpu)
    figures = " | ".join(f"{seconds * 1000:.0f}" for seconds in times)
    return f"| {judged.doing} | {figures} | {judged.place} |"


def _growth(sizes: list[Size]) -> list[tuple[str, str]]:
    settled = findings.settled(sizes)
    rows = []
    for name in GROWING:
        slope = findings.slope_an_hour(settled, name)
        values = [getattr(size, name) for size in settled]
        grows = "–" if slope is None else f"{slope:+.1f} an hour".replace("-", "−")
        first, last = (values[0], values[-1]) if values else (0, 0)
        rows.append((f"{name.replace('_mb', ', MB')}: settled → end", f"{first:.1f} → {last:.1f} ({grows})"))
    return rows


def _as_json(record: Record) -> dict[str, Any]:
    return {
        "pictures_a_second": findings.pictures_a_second(record.seconds),
        "sizes": [asdict(size) for size in record.sizes],
        "growth_an_hour": {
            name: findings.slope_an_hour(findings.settled(record.sizes), name) for name in GROWING
        },
        "steps_by_milliseconds": record.steps,
        "long_steps": [
            asdict(judged.step) | {"stolen": judged.stolen, "doing": judged.doing, "place": judged.place}
            for judged in record.judged
        ],
        "stolen": record.stolen,
        "diary": asdict(record.diary),
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
