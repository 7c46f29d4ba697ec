"""What a visitor reads while the persona is not there, and over the one that is."""

import math
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal, TypeAlias

from PySide6.QtCore import QLocale, QObject, Qt, QTime
from PySide6.QtWidgets import QWidget

from viewer.errors import ViewerError
from viewer.ui.kiosk.listener import is_of_the_network
from viewer.ui.kiosk.stage import Stage
from viewer.ui.kiosk.visit import Visit
from viewer.ui.kiosk.waiting.attract_words import Said

_SOON_SECONDS: Final = 45.0
_MOST_MINUTES: Final = 90

Why: TypeAlias = Literal["closed", "off", "used-up"]


@dataclass(frozen=True, slots=True)
class Shut:
    """Nobody is let in. ``until``: when that is over, by the clock on the wall; ``now``: that clock, to the
    minute; ``dark``: the screen is black.
    """

    why: Why
    now: datetime
    until: datetime | None = None
    dark: bool = False


class News(QObject):
    """Words of ``window``, in the language that is spoken."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def over_the_face(self, visit: Visit, wait: float, failure: ViewerError | None) -> list[Said]:
        """While the persona comes, goes, or cannot be had. ``wait``: seconds until the next attempt."""
        match visit.stage:
            case Stage.WAKING if visit.is_slow:
                return [self._calm(self.tr("One moment, please…"))]
            case Stage.ENDING:
                return [self._calm(self.tr("Goodbye, and thank you."))]
            case Stage.RECOVERING:
                return [self._calm(self.tr("We will be right back."), self._why(wait, failure))]
        return []

    def over_the_talk(self, visit: Visit, *, stalled: bool, persona_talks: bool, hears: bool) -> str:
        """At the top of the picture; empty: nothing. ``hears``: there is a microphone."""
        if (visit.swapping and visit.is_slow) or stalled:
            return self.tr("One moment, please…")
        if visit.stage is Stage.MEETING and not persona_talks:
            return self.tr("Just say something.") if hears else self.tr("Touch one of the questions.")
        return ""

    def while_shut(self, shut: Shut) -> list[Said]:
        """Instead of an invitation."""
        if shut.dark:
            return []
        match shut.why:
            case "closed":
                return [self._calm(self.tr("We are closed."), self._opens(shut))]
            case "used-up":
                return [self._calm(self.tr("I need a little rest."), self._later(shut))]
        return [self._calm(self.tr("I am taking a break."), self.tr("Please come again later."))]

    def _why(self, wait: float, failure: ViewerError | None) -> str:
        if wait > _SOON_SECONDS:
            return self.tr("Please come again in %n minute(s).", "", math.ceil(wait / 60))
        if is_of_the_network(failure):
            return self.tr("There is no connection to the network at the moment.")
        return self.tr("This takes only a moment.")

    def _opens(self, shut: Shut) -> str:
        if shut.until is None:
            return self.tr("Please come again later.")
        at = QLocale().toString(QTime(shut.until.hour, shut.until.minute), QLocale.FormatType.ShortFormat)
        if shut.until.date() == shut.now.date():
            return self.tr("We open at {time}.").format(time=at)
        day = _day_name(shut.until.date())
        return self.tr("We open on {day} at {time}.").format(day=day, time=at)

    def _later(self, shut: Shut) -> str:
        minutes = math.ceil((shut.until - shut.now).total_seconds() / 60) if shut.until else _MOST_MINUTES + 1
        if minutes > _MOST_MINUTES:
            return self.tr("Please come again tomorrow.")
        return self.tr("Please come again in %n minute(s).", "", max(1, minutes))

    def _calm(self, title: str, line: str = "") -> Said:
        backwards = self._window.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return Said(title, line, backwards, calm=True)


def _day_name(day: date) -> str:
    return QLocale().dayName(day.isoweekday(), QLocale.FormatType.LongFormat)
