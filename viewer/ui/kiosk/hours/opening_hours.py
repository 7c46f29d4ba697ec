"""When visitors are let in. Pure: by the clock on the wall, so that nights on which it is put forward or back
need no thought.
"""

from datetime import datetime, time, timedelta
from typing import Final

from viewer.kiosk_settings.looked_after import Hours

_DAY: Final = 24 * 60
_DAYS: Final = 8


def is_open(hours: Hours, local: datetime) -> bool:
    """Whether visitors are let in at ``local``, the time on the wall."""
    minute = local.hour * 60 + local.minute
    today = any(begin <= minute < end for begin, end in hours.on(local.weekday()))
    return today or any(minute + _DAY < end for _, end in hours.on((local.weekday() - 1) % 7))


def opens_at(hours: Hours, local: datetime) -> datetime | None:
    """When it opens next on the wall, without a time zone; None: not within a week."""
    wall = local.replace(tzinfo=None)
    midnight = datetime.combine(wall.date(), time())
    for number in range(_DAYS):
        day = midnight + timedelta(days=number)
        for begin, _ in sorted(hours.on(day.weekday())):
            if (opening := day + timedelta(minutes=begin)) > wall:
                return opening
    return None
