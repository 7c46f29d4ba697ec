"""How long sessions may be in each hour and on each day. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any, Final

from viewer.kiosk_settings.looked_after import Limits

_KEPT: Final = 2


@dataclass(slots=True)
class Allowance:
    """Times are those on the wall, with their distance from UTC: an hour that comes twice is two."""

    limits: Limits
    _hours: dict[str, float] = field(default_factory=dict)
    """Seconds that were used in each of the last ones."""
    _days: dict[str, float] = field(default_factory=dict)

    def spend(self, seconds: float, local: datetime) -> None:
        """A session was open for so long."""
        for used, key in ((self._hours, _hour(local)), (self._days, _day(local))):
            used[key] = used.pop(key, 0.0) + seconds
            for old in list(used)[:-_KEPT]:
                del used[old]

    def used(self, local: datetime) -> tuple[float, float]:
        """Minutes, in this hour and on this day."""
        return self._hours.get(_hour(local), 0.0) / 60, self._days.get(_day(local), 0.0) / 60

    def until(self, local: datetime) -> datetime | None:
        """When there is more, on the wall, without a time zone; None: there is some."""
        wall = local.replace(tzinfo=None)
        in_hour, on_day = self.used(local)
        if self.limits.minutes_per_day and on_day >= self.limits.minutes_per_day:
            return datetime.combine(wall.date() + timedelta(days=1), time())
        if self.limits.minutes_per_hour and in_hour >= self.limits.minutes_per_hour:
            return wall.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        return None

    def kept(self) -> dict[str, Any]:
        """For a file."""
        return {"hours": self._hours, "days": self._days}


def remembered(limits: Limits, kept: Mapping[str, Any]) -> Allowance:
    """What a file says, whatever that is."""
    return Allowance(limits, _seconds(kept.get("hours")), _seconds(kept.get("days")))


def _seconds(kept: Any) -> dict[str, float]:
    if not isinstance(kept, dict):
        return {}
    found = {str(key): float(value) for key, value in kept.items() if isinstance(value, int | float)}
    return dict(list(found.items())[-_KEPT:])


def _hour(local: datetime) -> str:
    return local.strftime("%Y-%m-%dT%H%z")


def _day(local: datetime) -> str:
    return local.strftime("%Y-%m-%d")
