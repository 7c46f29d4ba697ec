"""Looks after a kiosk as somebody beside it would: once a second, and when something happens."""

import platform
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.errors import (
    AudioDeviceError,
    MicrophoneDead,
    MicrophoneDenied,
    MicrophoneFault,
    MutedInSystem,
)
from viewer.kiosk_settings import KioskSettings
from viewer.protocol.commands import Connect, ListPersonas
from viewer.protocol.events import Event
from viewer.ui.kiosk.happenings import Forget
from viewer.ui.kiosk.hours import quiet_minute
from viewer.ui.kiosk.hours.doorkeeper import Doorkeeper
from viewer.ui.kiosk.hours.ledger import Ledger
from viewer.ui.kiosk.stage import Stage
from viewer.ui.kiosk.waiting.news import Shut
from viewer.ui.kiosk.waiting.opening import Opening
from viewer.ui.kiosk.watched.diary import Diary
from viewer.ui.kiosk.watched.endpoint.office import WindowOffice
from viewer.ui.kiosk.watched.endpoint.pages import Pages
from viewer.ui.kiosk.watched.endpoint.server import Endpoint
from viewer.ui.kiosk.watched.memory import Memory
from viewer.ui.kiosk.watched.pulse import Pulse
from viewer.ui.kiosk.watched.reporter import Reporter
from viewer.ui.kiosk.watched.starts import SAFE_SECONDS, Starts
from viewer.ui.kiosk.watched.status import Configuration, Moment, Status, status_of
from viewer.ui.kiosk.watched.supervisor import Supervisor
from viewer.ui.kiosk.window import KioskWindow

BEAT_MS: Final = 1000
_NEWS_SECONDS: Final = 600.0
"""So long after its start a kiosk that crashed before says so."""
_ASK_SECONDS: Final = 60.0
_ENDS_TALKS: Final = ("off", "used-up")
_FAULTS: Final = (MicrophoneDenied, MutedInSystem, MicrophoneDead)
_MISSING: Final = "There is no microphone, or not the wanted one."


@dataclass(frozen=True)
class Care:
    """How a kiosk is looked after. ``crashed``: the start before this ended in a crash; ``is_safe``: it has
    crashed too often. ``folder``: where it keeps what it needs.
    """

    request: Connect
    table: KioskSettings
    configuration: Configuration
    starts: Starts
    memory: Memory
    folder: Path
    crashed: bool = False
    is_safe: bool = False
    microphone: str | None = ""
    """The wanted one by its name; empty: any; None: none is."""
    log: Callable[[], list[str]] = list
    """Its last lines, redacted."""


class Keeper(QObject):
    """From :meth:`begin` to :meth:`end`, on the GUI thread.

    Args:
        clock: monotonic seconds.
        wall: the time on the wall, with its time zone.
    """

    command = Signal(object)
    """For the media thread."""

    restart_wanted = Signal()
    """The kiosk is to begin anew; nobody is there."""

    def __init__(
        self,
        window: KioskWindow,
        opening: Opening,
        care: Care,
        supervisor: Supervisor,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        super().__init__(window)
        self._window, self._opening, self._care = window, opening, care
        self._clock, self._wall = clock, wall
        self.diary = Diary(clock(), stage_since=clock())
        self.doorkeeper = Doorkeeper(care.table, care.memory)
        self.pulse = Pulse(window, lambda: opening.plays, supervisor, clock)
        self._ledger = Ledger(care.folder / "visits.csv")
        self._restarting = self._has_ended = False
        self._asked_at = clock()
        watched = care.table.watched
        self.reporter = Reporter(watched, care.request.proxy, self)
        self.reporter.command.connect(self.command)
        self.office = WindowOffice(window, self._status(), care.log, always=watched.screenshots)
        self.office.acted.connect(self._act)
        self._ends = ExitStack()
        window.moved.connect(lambda: self.diary.moved(window.visit.stage, clock()))
        window.visit_over.connect(self._visit_over)
        self.beat = QTimer(self, interval=BEAT_MS)
        self.beat.timeout.connect(self.look)

    def begin(self) -> None:
        """The kiosk is on the screen, and what is behind it works."""
        watched = self._care.table.watched
        if watched.port is not None:
            endpoint = Endpoint(Pages(self.office, watched.token, self._clock), watched.port)
            self._ends.callback(endpoint.stop)
            endpoint.start()
        self.pulse.begin()
        self._window.set_hears(self._care.microphone is not None)
        self.look()
        self.beat.start()

    def end(self) -> None:
        """It is to end, or to begin anew. May be called twice."""
        if self._has_ended:
            return
        self._has_ended = True
        self.beat.stop()
        self.pulse.end()
        self._ends.close()
        self.doorkeeper.keep()
        self._ledger.close()
        self._care.memory.keep(starts=self._care.starts.ended().kept())
        self._care.memory.close()

    def hear(self, event: Event) -> None:
        """``event`` came. Let it come here before the window has it."""
        now = self._clock()
        self.diary.heard(event, now)
        self.reporter.handle(event, now)

    def hear_device(self, error: AudioDeviceError | None) -> None:
        """A device is of no use, or all is well again."""
        self.diary.sound_troubled("sound-device", error, self._clock())

    def hear_microphone(self, fault: MicrophoneFault | None) -> None:
        """The microphone is of no use, or all is well again. What a visitor may be the reason of is none."""
        error = fault if isinstance(fault, _FAULTS) else None
        self.diary.sound_troubled("microphone", error, self._clock())
        self._tell_whether_it_hears()

    def hear_devices(self, microphones: tuple[str, ...], _speakers: tuple[str, ...]) -> None:
        """These are there."""
        wanted = self._care.microphone
        if wanted is None:
            return
        is_there = wanted in microphones if wanted else bool(microphones)
        error = None if is_there else AudioDeviceError(_MISSING)
        self.diary.sound_troubled("no-microphone", error, self._clock())
        self._tell_whether_it_hears()

    def look(self) -> None:
        """At everything."""
        now, local = self._clock(), self._wall()
        self._let_in(self.doorkeeper.look(local, self.diary.session_seconds(now)))
        self.pulse.look()
        status = self.office.status = self._status()
        self.pulse.say(_line(status))
        self.reporter.look(status, now)
        is_missed = self.diary.offline_since is not None or self.diary.unreached_since is not None
        if is_missed and now - self._asked_at >= _ASK_SECONDS:
            self._asked_at = now
            if self.diary.stage is Stage.ATTRACTING:  # else somebody is about to find out
                self.command.emit(ListPersonas(self._care.request.broker, self._care.request.proxy))
        if self._wants_restart(now, local):
            self.restart_wanted.emit()

    def _tell_whether_it_hears(self) -> None:
        self._window.set_hears(not self.diary.sound.keys() & {"microphone", "no-microphone"})

    def _let_in(self, shut: Shut | None) -> None:
        if self._restarting:
            wall = self._wall().replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
            shut = Shut("off", wall)
        if shut != self._window.shut:
            self._window.let_in(shut, ends_talk=shut is not None and shut.why in _ENDS_TALKS)
            self._opening.rest(shut is not None)

    def _wants_restart(self, now: float, local: datetime) -> bool:
        if self.diary.stage is not Stage.ATTRACTING:
            return False
        awake, quiet = now - self.diary.began, now - self.diary.stage_since
        if self._restarting or quiet_minute.is_time(self._care.table.hours.restart, local, awake, quiet):
            return True
        return self._care.is_safe and awake >= SAFE_SECONDS and quiet >= quiet_minute.QUIET_SECONDS

    def _act(self, wanted: str) -> None:
        if wanted == "wake":
            self._window.woken("presence")
        elif wanted == "restart":
            self._restarting = True
        else:
            self.doorkeeper.turn(off=wanted == "off")
        self.look()

    def _visit_over(self, forget: Forget) -> None:
        now = self._clock()
        record = self.diary.over(forget, now)
        if self._has_ended:
            return
        self._ledger.add(record, self._wall() - timedelta(seconds=now - record.began))
        self.doorkeeper.keep()

    def _status(self) -> Status:
        care, now = self._care, self._clock()
        shut = self._window.shut
        moment = Moment(
            now,
            care.table.watched.name or platform.node(),
            shut=shut.why if shut else "",
            is_off=self.doorkeeper.is_off,
            is_safe=care.is_safe,
            picture_moves=self.pulse.alive,
            painted=self.pulse.painted,
            crashes=len(care.starts.crashes),
            minutes=self.doorkeeper.allowance.used(self._wall()),
            configuration=care.configuration,
            troubles=self._troubles(now),
        )
        return status_of(self.diary, moment)

    def _troubles(self, now: float) -> dict[str, str]:
        """What is wrong, by its kind."""
        care, diary, found = self._care, self.diary, dict[str, str]()
        if care.is_safe:
            found["safe-mode"] = (
                f"The kiosk crashed {len(care.starts.crashes)} times in a short time, "
                "and goes on with a still and plain sound."
            )
        elif care.crashed and now - diary.began < _NEWS_SECONDS:
            found["crashed"] = "The kiosk crashed, and was started again."
        patience = care.table.watched.network_minutes * 60
        if diary.offline_since is not None:
            if (gone := now - diary.offline_since) >= patience:
                found["no-network"] = f"There has been no network for {gone / 60:.0f} min."
        elif diary.unreached_since is not None and (gone := now - diary.unreached_since) >= patience:
            found["no-broker"] = f"The broker has not been reached for {gone / 60:.0f} min."
        if diary.refused:
            found["broker-refuses"] = diary.refused.message
        found |= diary.sound
        if care.configuration.problem:
            found["wrong-configuration"] = care.configuration.problem
        if not self.pulse.alive:
            found["picture-stands-still"] = "The picture stands still, though it should move."
        return found


def _line(status: Status) -> str:
    """For ``systemctl status``."""
    facts = status.facts
    words = [str(facts["state"]), f"{facts['visits']} visits", *sorted(status.troubles)]
    return ", ".join(words)
