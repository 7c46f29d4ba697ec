"""What an operator decides about a kiosk that nobody stands beside: hours, limits, and who looks after it."""

import re
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import AfterValidator, Field

from viewer.kiosk_settings.table import Table, Text

_TIME: Final = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)")
_DAY_MINUTES: Final = 24 * 60
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def minutes_of(time: str) -> int:
    """Of the day, 0 to 1440, at ``time``, as 9:30.

    Raises:
        ValueError: it is no such time.
    """
    found = _TIME.fullmatch(time.strip())
    minutes = int(found[1]) * 60 + int(found[2]) if found else _DAY_MINUTES + 1
    if minutes > _DAY_MINUTES:
        raise ValueError("it has to be a time like 9:30")
    return minutes


def spans(hours: str) -> tuple[tuple[int, int], ...]:
    """From when to when ``hours`` are, in minutes of their day; those that end the next day end after 1440.

    Raises:
        ValueError: they are not written as “9:00-12:30, 14:00-18:00” or “closed”.
    """
    if hours.strip() == "closed":
        return ()
    found = []
    for span in hours.replace("–", "-").split(","):
        begin, dash, end = span.partition("-")
        if not dash:
            raise ValueError("it has to be “closed”, or hours like 9:00-12:30, 14:00-18:00")
        first, last = minutes_of(begin), minutes_of(end)
        found.append((first, last if last > first else last + _DAY_MINUTES))
    return tuple(found)


def _is_hours(hours: str) -> str:
    spans(hours)
    return hours


def _is_time(time: str) -> str:
    if time:
        minutes_of(time)
    return time


def _is_web_address(url: str) -> str:
    if url and not re.fullmatch(r"https?://[^\s/?#]+[^\s]*", url):
        raise ValueError("it has to be a URL like https://host/path")
    return url


def is_token(token: str) -> str:
    """``token``, if it can be one.

    Raises:
        ValueError: it is too short to be safe, or has characters that a header cannot have.
    """
    if token and not re.fullmatch(r"[\x21-\x7e]{16,200}", token):
        raise ValueError("it has to be of 16 to 200 letters, digits and signs, without spaces")
    return token


_Hours: TypeAlias = Annotated[str, AfterValidator(_is_hours)]
_WebAddress: TypeAlias = Annotated[str, AfterValidator(_is_web_address)]


class Hours(Table):
    """``[kiosk.hours]``: when visitors are let in, by the clock on the wall."""

    monday: _Hours = Field("0:00-24:00", description="hours like 9:00-12:30, 14:00-18:00, or closed")
    tuesday: _Hours = Field("0:00-24:00", description="the same")
    wednesday: _Hours = Field("0:00-24:00", description="the same")
    thursday: _Hours = Field("0:00-24:00", description="the same")
    friday: _Hours = Field("0:00-24:00", description="the same; 18:00-2:00 ends on Saturday")
    saturday: _Hours = Field("0:00-24:00", description="the same")
    sunday: _Hours = Field("0:00-24:00", description="the same")
    closed: Literal["still", "black"] = Field(
        "still",
        description="what is shown while it is closed: the face at rest and when it opens, or nothing",
    )
    restart: Annotated[str, AfterValidator(_is_time)] = Field(
        "", description="begin anew each night after this time, as 4:00, once nobody is there; default: never"
    )

    def on(self, weekday: int) -> tuple[tuple[int, int], ...]:
        """The :func:`spans` of a day; 0 is Monday."""
        return spans(getattr(self, WEEKDAYS[weekday]))


class Limits(Table):
    """``[kiosk.limits]``: how long sessions may be, all together. None is cut off in mid-sentence."""

    minutes_per_hour: float = Field(0, ge=0, le=60, description="of sessions in each hour; 0: any")
    minutes_per_day: float = Field(0, ge=0, le=1440, description="of sessions in each day; 0: any")


class Watched(Table):
    """``[kiosk.watched]``: who looks after the kiosk, and how."""

    name: Text = Field("", description="what the kiosk is called in reports; default: the computer's name")
    port: int | None = Field(
        None,
        ge=1,
        le=65535,
        description="port of 127.0.0.1 at which the kiosk says how it is, to whoever has the token; "
        "default: none",
    )
    token: Annotated[str, AfterValidator(is_token)] = Field(
        "",
        repr=False,
        description="what is to be shown there, 16 characters or more; better in PERSONA_VIEWER_KIOSK_TOKEN",
    )
    screenshots: bool = Field(False, description="give pictures of the screen during visits, too")
    heartbeat: _WebAddress = Field(
        "", repr=False, description="URL to which the kiosk posts that it lives; default: none"
    )
    heartbeat_seconds: float = Field(60, ge=5, le=3600, description="how often")
    webhook: _WebAddress = Field(
        "", repr=False, description="URL to which the kiosk posts each trouble, once; default: none"
    )
    network_minutes: float = Field(
        5, ge=0.5, le=1440, description="how long there may be no network before that is a trouble"
    )
    safe_crashes: int = Field(
        3, ge=2, le=20, description="after so many crashes the kiosk starts in safe mode, without its film"
    )
    safe_minutes: float = Field(10, ge=1, le=1440, description="within how many minutes")
