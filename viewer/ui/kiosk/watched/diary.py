"""How the kiosk is and what it has done since it began. Pure: whoever tells it something says when."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from viewer.errors import SessionRefused, ViewerError
from viewer.protocol import events
from viewer.protocol.events import Event
from viewer.ui.kiosk.happenings import Forget, Waker
from viewer.ui.kiosk.listener import is_of_the_network
from viewer.ui.kiosk.stage import Stage

FALSE_WAKE_SECONDS: Final = 5.0
"""A shorter visit was none."""


@dataclass(frozen=True, slots=True)
class VisitRecord:
    """What a visit used. ``began``: by the diary's clock; ``false_wake``: it was none."""

    began: float
    by: Waker
    seconds: float
    session_seconds: float
    sessions: int
    false_wake: bool


@dataclass(slots=True)
class Diary:
    """Times are those of any monotonic clock, in seconds."""

    began: float
    stage: Stage = Stage.ATTRACTING
    stage_since: float = 0.0
    visits: int = 0
    false_wakes: int = 0
    sessions: int = 0
    recoveries: int = 0
    """So often the persona was there again after a failure, and somebody had waited for it."""
    wakes: Counter[str] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)
    """By their codes."""
    last_error: ViewerError | None = None
    last_error_at: float = 0.0
    offline_since: float | None = None
    """Since when no network was there whenever it was wanted."""
    unreached_since: float | None = None
    """Since when broker and engine were not reached, whatever else was."""
    refused: ViewerError | None = None
    """Why the broker gave no session the last time."""
    sound: dict[str, str] = field(default_factory=dict)
    """What is wrong with microphone and loudspeaker, by its kind: a sentence for each."""
    _seconds: float = 0.0
    _session_since: float | None = None
    _visit_since: float | None = None
    _recovers: bool = False
    """Somebody waits because there was a failure."""
    _seconds_before: float = 0.0
    _sessions_before: int = 0

    @property
    def is_open(self) -> bool:
        """Whether a session is."""
        return self._session_since is not None

    def session_seconds(self, now: float) -> float:
        """How long sessions were open, all together."""
        return self._seconds + (now - self._session_since if self._session_since is not None else 0.0)

    def heard(self, event: Event, now: float) -> None:
        """``event`` came. Tell it before the window hears of it."""
        match event:
            case events.SessionStarted():
                self.sessions += 1
                self._session_since = now
                self.offline_since = self.unreached_since = self.refused = None
            case events.SessionClosed(_, error):
                self._seconds, self._session_since = self.session_seconds(now), None
                if error:
                    self._failed(error, now)
            case events.PersonasListed(error=error):
                self._reached(error, now)
            case events.Posted(_, status):
                self._is_online(status is not None, now)

    def sound_troubled(self, kind: str, error: ViewerError | None, now: float) -> None:
        """There is that kind of ``error``; None: no longer."""
        if error is None:
            self.sound.pop(kind, None)
            return
        self.sound[kind] = error.message
        self._note(error, now)

    def moved(self, stage: Stage, now: float) -> None:
        """The visit stands there."""
        if stage is not self.stage:
            self.recoveries += self._recovers and stage is Stage.MEETING
            self._recovers = stage is Stage.RECOVERING or (self._recovers and stage is Stage.WAKING)
            self.stage, self.stage_since = stage, now
        if stage is not Stage.ATTRACTING and self._visit_since is None:
            self._visit_since, self._seconds_before = now, self.session_seconds(now)
            self._sessions_before = self.sessions

    def over(self, forget: Forget, now: float) -> VisitRecord:
        """The visit is."""
        began = now if self._visit_since is None else self._visit_since
        seconds = now - began
        is_false = forget.false_wake or seconds < FALSE_WAKE_SECONDS
        self.wakes[forget.by] += 1
        self.visits += not is_false
        self.false_wakes += is_false
        self._visit_since = None
        used = self.session_seconds(now) - self._seconds_before
        return VisitRecord(began, forget.by, seconds, used, self.sessions - self._sessions_before, is_false)

    def _failed(self, error: ViewerError, now: float) -> None:
        self.failures[error.code] += 1
        self._note(error, now)
        self._reached(error, now)
        self.refused = error if isinstance(error, SessionRefused) else None

    def _reached(self, error: ViewerError | None, now: float) -> None:
        is_there = not is_of_the_network(error)
        self._is_online(is_there, now)
        if is_there:
            self.unreached_since = None
        elif self.unreached_since is None:
            self.unreached_since = now

    def _is_online(self, online: bool, now: float) -> None:
        if online:
            self.offline_since = None
        elif self.offline_since is None:
            self.offline_since = now

    def _note(self, error: ViewerError, now: float) -> None:
        self.last_error, self.last_error_at = error, now
