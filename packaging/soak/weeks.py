"""Weeks of a kiosk on a clock that is played: window, keeper and files are real, broker and visitors not."""

import json
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from soak.figures import Span, slope, table
from soak.people import Faults, People
from soak.played import PlayedFilm, Service
from soak.timeline import Timeline
from tests.soak.resources import memory
from viewer import app
from viewer.kiosk_settings import KioskSettings
from viewer.media.picture import PictureSlot
from viewer.protocol.commands import Connect
from viewer.protocol.events import Event
from viewer.ui import look
from viewer.ui.kiosk.happenings import Forget
from viewer.ui.kiosk.stage import Stage
from viewer.ui.kiosk.waiting.opening import Opening
from viewer.ui.kiosk.watched.keeper import Care, Keeper
from viewer.ui.kiosk.watched.memory import Memory
from viewer.ui.kiosk.watched.starts import Starts
from viewer.ui.kiosk.watched.status import Configuration
from viewer.ui.kiosk.watched.supervisor import Supervisor
from viewer.ui.kiosk.window import KioskWindow
from viewer.ui.language.speech import speak

_DAY: Final = 86_400.0
_COUNTED: Final = ("visits", "false_wakes", "recoveries", "sessions", "faults", "idle_sessions")
_LOOK_SECONDS: Final = 60.0
_BEAT_SECONDS, _CALM_BEAT_SECONDS = 2, 10
"""How often the keeper looks and Qt's events are worked off: in a visit, and while nobody is there; the real
one looks every second.
"""
# A small screen: most of the time goes into painting.
_SCREEN: Final = {
    "screens": [{"name": "small", "x": 0, "y": 0, "width": 480, "height": 270, "logicalDpi": 96, "dpr": 1}]
}
_IDLE_SECONDS: Final = 5.0
_BEGIN: Final = datetime.fromisoformat("2026-03-23T08:00:00+01:00")
_TABLE: Final[dict[str, Any]] = {
    "languages": {
        "en": {"questions": ["How old are you?", "Where are we?"]},
        "de": {"persona": "lena", "questions": ["Wie alt bist du?"]},
    },
    "hours": {"restart": "4:00", "sunday": "10:00-18:00"},
    "limits": {"minutes_per_hour": 40},
    "watched": {"heartbeat": "http://127.0.0.1:9/alive", "webhook": "http://127.0.0.1:9/trouble"},
}


@dataclass
class Weeks:
    """The run."""

    folder: Path
    time: Timeline = field(default_factory=lambda: Timeline(_BEGIN))
    restarts: int = 0
    recovered: int = 0
    """Before the last restart."""
    visits: int = 0
    false_wakes: int = 0
    idle_sessions: int = 0
    stood_still: int = 0
    """So often the kiosk did not say that it lives."""
    black: float = 0.0
    sizes: list[tuple[float, float]] = field(default_factory=list)
    _idle_since: float | None = None
    _black_since: float | None = None
    _anew: bool = False

    def __post_init__(self) -> None:
        self.pictures = PictureSlot()
        self.service = Service(self.time, self._tell, self.pictures)
        self._begin()

    def _begin(self) -> None:
        """As the program begins; see :mod:`viewer.kiosk`."""
        settings = KioskSettings.model_validate(_TABLE)
        request = Connect("http://127.0.0.1:9", "joe")
        now = lambda: self.time.now  # noqa: E731
        self.window = KioskWindow(request, settings, self.pictures, clock=now)
        self.pictures.on_put = self.window.video.wake
        attract = self.window.scenery.attract
        attract.pictures.on_put = attract.wake
        film = self.folder / "loop.mp4"  # which is played, too
        self.opening = Opening(attract, request, film, None, 8)
        memory_file = Memory(self.folder / "memory.json")
        care = Care(request, settings, Configuration("kiosk.toml"), Starts(), memory_file, self.folder)
        self.keeper = Keeper(self.window, self.opening, care, Supervisor(), now, self.time.wall)
        self.keeper.restart_wanted.connect(self._want_anew)
        for asks in (self.window.command, self.opening.asked, self.keeper.command):
            asks.connect(self.service.take)
        self.window.visit_over.connect(self._over)
        self.window.fill_screen()
        self.opening.begin(lambda _file, slot, _kind: PlayedFilm(slot, self.time))
        self.keeper.begin()
        self.keeper.beat.stop()  # it beats by the other clock

    def _want_anew(self) -> None:
        self._anew = True

    def end(self) -> None:
        """Of the program, or of its day."""
        self.opening.end()
        self.keeper.end()
        self.window.hide()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def begin_anew(self) -> None:
        """At night."""
        if self._anew:
            self._anew = False
            self.restarts += 1
            self.recovered += self.keeper.diary.recoveries
            self.end()
            self._begin()

    def _tell(self, event: Event) -> None:
        self.keeper.hear(event)
        self.window.handle(event)
        self.opening.handle(event)

    def unplug(self, gone: bool) -> None:
        """The microphone is gone, or there again."""
        self.keeper.hear_devices(() if gone else ("Microphone",), ("Loudspeaker",))

    def _over(self, forget: Forget) -> None:
        self.visits += not forget.false_wake
        self.false_wakes += forget.false_wake

    def second(self) -> None:
        """One has gone by."""
        if self.is_time:
            self.keeper.look()
            self.stood_still += not self.keeper.pulse.alive
        is_idle = self.window.visit.stage is Stage.ATTRACTING and self.service.open_sessions > 0
        if not is_idle:
            self._idle_since = None
        elif self._idle_since is None:
            self._idle_since = self.time.now
        elif self.time.now - self._idle_since == _IDLE_SECONDS:
            self.idle_sessions += 1

    @property
    def is_time(self) -> bool:
        """For the keeper and for Qt."""
        is_calm = self.window.visit.stage is Stage.ATTRACTING
        return self.time.now % (_CALM_BEAT_SECONDS if is_calm else _BEAT_SECONDS) == 0

    def look(self) -> None:
        """At the screen."""
        image = self.window.grab().toImage()
        steps = [(image.width() * i // 8, image.height() * j // 8) for i in range(1, 8) for j in range(1, 8)]
        is_black = all(image.pixelColor(x, y).lightness() < 8 for x, y in steps)
        if not is_black:
            self._black_since = None
        else:
            self._black_since = self.time.now if self._black_since is None else self._black_since
            self.black = max(self.black, self.time.now - self._black_since + _LOOK_SECONDS)


def run(days: float, speed: float, seed: int, tell: Callable[[str], None]) -> int:
    """Let ``days`` go by at ``speed``; 1 if the kiosk did what it never may."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as screen:
        screen.write(json.dumps(_SCREEN))
        screen.flush()
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen.name}"
        application = app.make_application()
    speak(application, "en")
    look.apply(application, look.Appearance(motion=False))  # which would go by the real clock
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    spans: list[Span] = []
    with tempfile.TemporaryDirectory() as folder:
        weeks = Weeks(Path(folder))
        people = People(lambda: weeks.window, weeks.service, weeks.time, seed)
        faults = Faults(weeks.service, weeks.time, seed, weeks.unplug)
        began, end = time.monotonic(), days * _DAY
        counted = _counted(weeks, faults)
        while weeks.time.now < end:
            _pass_second(weeks, application)
            now = weeks.time.now
            time.sleep(max(0.0, began + now / speed - time.monotonic()))
            if now % 3600 == 0:
                weeks.sizes.append((now, memory()))
            if now % _DAY == 0 or now >= end:
                after = _counted(weeks, faults)
                spans.append(_span(f"day {len(spans) + 1}", counted, after, weeks))
                counted, weeks.black = after, 0.0
                tell(table(spans)[len(spans) + 1])
        tell(_words(weeks, people, faults, end / (time.monotonic() - began)))
        weeks.end()
    for line in table(spans):
        tell(line)
    bad = sum(span.idle_sessions for span in spans) or weeks.service.cut_off or weeks.stood_still
    return int(bool(bad) or max(span.black for span in spans) > 2)


def _words(weeks: Weeks, people: People, faults: Faults, pace: float) -> str:
    times, sizes = [at for at, _ in weeks.sizes], [size for _, size in weeks.sizes]
    befell = ", ".join(f"{count} {name}" for name, count in sorted(faults.counts.items()))
    written = sum(len(file.read_text("utf-8").splitlines()) - 1 for file in weeks.folder.glob("visits*.csv"))
    kilobytes = sum(file.stat().st_size for file in weeks.folder.iterdir()) / 1000
    return (
        f"{people.came} people came, {weeks.restarts} nightly restarts, at {pace:.0f} times the speed; "
        f"memory grows by {slope(times, sizes) * 24:.2f} MB a day; cut off in mid-sentence: "
        f"{weeks.service.cut_off}; looks without a sign of life: {weeks.stood_still}; faults: {befell}; "
        f"{written} lines of visits, {kilobytes:.0f} kB on disk"
    )


def _pass_second(weeks: Weeks, application: QApplication) -> None:
    """In steps to whatever is due in it."""
    end = weeks.time.now + 1
    while True:
        due = weeks.window.visit.deadline
        step = min(end, weeks.time.next_at(), end if due is None else max(due, weeks.time.now))
        weeks.time.go_to(step)
        due = weeks.window.visit.deadline
        if due is not None and due <= weeks.time.now:
            weeks.window.due.timeout.emit()
            if weeks.window.visit.deadline == due:
                break  # it waits for more than time
        if step >= end:
            break
    weeks.time.go_to(end)
    weeks.second()
    if weeks.is_time:
        application.processEvents()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if weeks.time.now % _LOOK_SECONDS == 0:
        weeks.look()
    weeks.begin_anew()


def _counted(weeks: Weeks, faults: Faults) -> tuple[int, ...]:
    recoveries = weeks.recovered + weeks.keeper.diary.recoveries
    counts = weeks.visits, weeks.false_wakes, recoveries, weeks.service.sessions
    return *counts, sum(faults.counts.values()), weeks.idle_sessions


def _span(name: str, before: tuple[int, ...], after: tuple[int, ...], weeks: Weeks) -> Span:
    passed = [later - earlier for later, earlier in zip(after, before, strict=True)]
    counts = dict(zip(_COUNTED, passed, strict=True))
    threads = len(list(Path("/proc/self/task").iterdir()))
    descriptors = len(list(Path("/proc/self/fd").iterdir()))
    size = {"threads": threads, "descriptors": descriptors}
    return Span(name, **counts, **size, black=weeks.black, memory=memory())
