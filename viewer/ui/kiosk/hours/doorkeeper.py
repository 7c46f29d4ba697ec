"""Decides whether visitors are let in. Told the time by whoever asks."""

from datetime import datetime
from typing import Final

from viewer.kiosk_settings import KioskSettings
from viewer.ui.kiosk.hours import allowance
from viewer.ui.kiosk.hours.opening_hours import is_open, opens_at
from viewer.ui.kiosk.waiting.news import Shut
from viewer.ui.kiosk.watched.memory import Memory

_OFF: Final = "off"
_USED: Final = "used"
# What was used in the last minute is lost in a crash, at most.
_KEPT_SECONDS: Final = 60.0


class Doorkeeper:
    """Knows the hours and limits of ``table``, and remembers in ``memory`` what has to outlive a restart."""

    def __init__(self, table: KioskSettings, memory: Memory) -> None:
        self._hours = table.hours
        self._memory = memory
        self.allowance = allowance.remembered(table.limits, memory.get(_USED))
        self._spent = self._kept = 0.0
        self.is_off = memory.get(_OFF).get(_OFF) is True
        """On purpose: somebody who looks after it wants it so, until further notice."""

    def turn(self, *, off: bool) -> None:
        """Off, or on again. It is remembered."""
        self.is_off = off
        self._memory.keep(**{_OFF: {_OFF: off}})

    def look(self, local: datetime, session_seconds: float) -> Shut | None:
        """Why nobody is let in at ``local``, the time on the wall; None: whoever comes is.

        ``session_seconds``: how long sessions were open since the kiosk began.
        """
        self._spend(local, session_seconds)
        minute = local.replace(second=0, microsecond=0)
        if self.is_off:
            return Shut("off", minute.replace(hour=0, minute=0, tzinfo=None))
        if not is_open(self._hours, local):
            wall = minute.replace(hour=0, minute=0, tzinfo=None)
            return Shut("closed", wall, opens_at(self._hours, local), dark=self._hours.closed == "black")
        if until := self.allowance.until(local):
            return Shut("used-up", minute.replace(tzinfo=None), until)
        return None

    def keep(self) -> None:
        """Remember what was used."""
        if self._spent != self._kept:
            self._kept = self._spent
            self._memory.keep(**{_USED: self.allowance.kept()})

    def _spend(self, local: datetime, session_seconds: float) -> None:
        if session_seconds > self._spent:
            self.allowance.spend(session_seconds - self._spent, local)
            self._spent = session_seconds
        if self._spent - self._kept >= _KEPT_SECONDS:
            self.keep()
