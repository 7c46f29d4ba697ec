"""Keeps systemd's watchdog quiet while the kiosk lives: its GUI thread runs, and what should move does."""

import logging
import time
from collections.abc import Callable

from viewer.ui.kiosk.stage import Stage
from viewer.ui.kiosk.watched.heart import Heart
from viewer.ui.kiosk.watched.supervisor import Supervisor
from viewer.ui.kiosk.window import KioskWindow

_log = logging.getLogger(__name__)


class Pulse:
    """Looks at ``window``. GUI thread.

    Args:
        plays: whether a film should move while nobody is there.
        clock: monotonic seconds.
    """

    def __init__(
        self,
        window: KioskWindow,
        plays: Callable[[], bool],
        supervisor: Supervisor,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._window = window
        self._plays = plays
        self._supervisor = supervisor
        self._clock = clock
        self._heart = Heart()
        self._status = ""
        self._fed_at = -1e9
        self.alive = True
        """Whether what should move moved, the last time that somebody looked."""

    def begin(self) -> None:
        """The kiosk is there."""
        self._supervisor.tell(READY="1")

    def say(self, status: str) -> None:
        """A line for ``systemctl status``."""
        if status != self._status:
            self._status = status
            self._supervisor.tell(STATUS=status)

    def end(self) -> None:
        """The kiosk ends, because somebody wants that."""
        self._supervisor.tell(STOPPING="1", STATUS="Ending")

    def look(self) -> None:
        """At what moves, once a second. For one that is dead the watchdog waits in vain, and ends it."""
        now = self._clock()
        was_alive = self.alive
        self.alive = self._heart.beats(self.painted, moves=self._moves(), now=now)
        if was_alive and not self.alive:
            _log.error("the picture on the screen stands still, though it should move")
        pause = (self._supervisor.watchdog_seconds or 0) / 4
        if self.alive and self._supervisor.watchdog_seconds and now - self._fed_at >= pause:
            self._fed_at = now
            self._supervisor.tell(WATCHDOG="1")

    @property
    def painted(self) -> int:
        """How many pictures have reached the screen."""
        scenery = self._window.scenery
        return scenery.attract.painted + scenery.video.painted

    def _moves(self) -> bool:
        handle = self._window.windowHandle()
        if not handle or not handle.isExposed():
            return False  # the display is off, or not plugged in
        window = self._window
        if window.scenery.attract.isHidden():
            is_talk = window.visit.stage in (Stage.MEETING, Stage.TALKING)
            return is_talk and window.state.live and not window.state.stalled and not window.visit.swapping
        return self._plays()
