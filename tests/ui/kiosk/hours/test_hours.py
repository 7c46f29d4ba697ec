"""Opening hours, quiet minutes and limits, on clocks that the tests turn."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest

from viewer.kiosk_settings import KioskSettings
from viewer.kiosk_settings.looked_after import WEEKDAYS, Hours, Limits
from viewer.ui.kiosk.hours import ledger
from viewer.ui.kiosk.hours.allowance import Allowance, remembered
from viewer.ui.kiosk.hours.doorkeeper import Doorkeeper
from viewer.ui.kiosk.hours.ledger import Ledger
from viewer.ui.kiosk.hours.opening_hours import is_open, opens_at
from viewer.ui.kiosk.hours.quiet_minute import is_time
from viewer.ui.kiosk.watched.diary import VisitRecord
from viewer.ui.kiosk.watched.memory import Memory

MONDAY = datetime(2026, 3, 23)
WEEK = Hours(monday="9:00-12:30, 14:00-18:00", friday="18:00-2:00", sunday="closed")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """So many days after Monday."""
    return MONDAY + timedelta(days=day, hours=hour, minutes=minute)


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (at(0, 8, 59), False),
        (at(0, 9), True),
        (at(0, 12, 30), False),
        (at(0, 14), True),
        (at(1, 3), True),
        (at(4, 17, 59), False),
        (at(4, 23), True),
        (at(5, 1, 59), True),
        (at(6, 12), False),
        (at(7, 0), False),
    ],
)
def test_visitors_are_let_in_by_the_clock_on_the_wall(when: datetime, expected: bool) -> None:
    assert is_open(WEEK, when) is expected


def test_hours_of_the_night_before_go_on() -> None:
    hours = Hours(friday="18:00-2:00", saturday="closed")
    assert [is_open(hours, at(5, hour)) for hour in (0, 1, 2, 3)] == [True, True, False, False]


def test_it_is_known_when_it_opens_next() -> None:
    assert opens_at(WEEK, at(0, 8)) == at(0, 9)
    assert opens_at(WEEK, at(0, 13)) == at(0, 14)
    assert opens_at(WEEK, at(6, 12)) == at(7, 9)
    assert opens_at(Hours.model_validate(dict.fromkeys(WEEKDAYS, "closed")), MONDAY) is None


@pytest.mark.parametrize("night", [datetime(2026, 3, 28, 12), datetime(2026, 10, 24, 12)])
def test_nights_on_which_the_clock_is_put_forward_or_back(night: datetime) -> None:
    try:
        berlin = ZoneInfo("Europe/Berlin")
    except ZoneInfoNotFoundError:
        pytest.skip("this computer knows no time zones")
    hours = Hours(**dict.fromkeys(("saturday", "sunday"), "1:30-2:30, 9:00-18:00"))
    began = night.replace(tzinfo=UTC)
    restarts, awake = 0, 20 * 3600.0
    for minute in range(0, 32 * 60, 10):
        local = (began + timedelta(minutes=minute)).astimezone(berlin)
        on_wall = local.hour * 60 + local.minute
        assert is_open(hours, local) == (90 <= on_wall < 150 or 540 <= on_wall < 1080)
        awake += 600
        if is_time("2:15", local, awake, quiet=600):
            restarts, awake = restarts + 1, 0.0
    assert restarts == 1


@pytest.mark.parametrize(
    ("when", "awake", "quiet", "expected"),
    [
        (at(1, 4), 50_000, 61, True),
        (at(1, 3, 59), 50_000, 61, False),
        (at(1, 6, 59), 50_000, 61, True),
        (at(1, 7), 50_000, 61, False),
        (at(1, 4), 50_000, 59, False),
        (at(1, 4), 600, 61, False),
    ],
)
def test_it_begins_anew_at_night_when_nobody_is_there(
    when: datetime, awake: float, quiet: float, expected: bool
) -> None:
    assert is_time("4:00", when, awake, quiet) is expected
    assert not is_time("", when, awake, quiet)


def test_minutes_are_used_up_until_the_next_hour_or_day() -> None:
    allowance = Allowance(Limits(minutes_per_hour=10, minutes_per_day=25))
    for hour in (9, 10):
        allowance.spend(599, at(0, hour, 10))
        assert allowance.until(at(0, hour, 20)) is None
        allowance.spend(1, at(0, hour, 21))
        assert allowance.until(at(0, hour, 22)) == at(0, hour + 1)
    allowance = remembered(allowance.limits, allowance.kept())
    assert allowance.used(at(0, 10, 30)) == (10, 20)
    allowance.spend(300, at(0, 11))
    assert allowance.until(at(0, 12)) == at(1, 0)
    assert allowance.until(at(1, 0)) is None
    assert remembered(Limits(), {"hours": [], "days": {"x": "y"}}).until(MONDAY) is None


def test_an_hour_that_comes_twice_is_two() -> None:
    allowance = Allowance(Limits(minutes_per_hour=10))
    first = datetime.fromisoformat("2026-10-25T02:30:00+02:00")
    allowance.spend(600, first)
    assert allowance.until(first)
    assert allowance.until(datetime.fromisoformat("2026-10-25T02:10:00+01:00")) is None


def test_a_clock_that_was_wrong_takes_nothing_away() -> None:
    allowance = Allowance(Limits(minutes_per_hour=10))
    for year in (2040, 2041, 2026):
        allowance.spend(600, MONDAY.replace(year=year))
    assert allowance.until(MONDAY)


def test_off_on_purpose_outlives_a_restart_and_comes_before_the_hours(tmp_path: Path) -> None:
    table = KioskSettings.model_validate({"hours": {"monday": "9:00-10:00", "closed": "black"}})
    memory = Memory(tmp_path / "memory.json")
    keeper = Doorkeeper(table, memory)
    assert keeper.look(at(0, 9), 0) is None
    closed = keeper.look(at(0, 8), 0)
    assert closed
    assert (closed.why, closed.until, closed.dark) == ("closed", at(0, 9), True)
    keeper.turn(off=True)
    off = Doorkeeper(table, memory).look(at(0, 8), 0)
    assert off
    assert (off.why, off.dark) == ("off", False)
    memory.close()


def test_what_a_visit_used_is_a_line_in_a_file_that_does_not_grow_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "MAX_BYTES", 100)
    book = Ledger(tmp_path / "kiosk" / "visits.csv")
    for number in range(12):
        book.add(VisitRecord(0.0, "touch", 61.04, 58.3, 1, number % 2 == 0), MONDAY)
    book.close()
    lines = book.file.read_text("utf-8").splitlines()
    assert lines[0] == "began,woken_by,seconds,session_seconds,sessions,false_wake"
    assert lines[1] in (f"2026-03-23T00:00:00,touch,61.0,58.3,1,{said}" for said in ("yes", "no"))
    names = sorted(file.name for file in book.file.parent.iterdir())
    assert names == ["visits.1.csv", "visits.2.csv", "visits.3.csv", "visits.csv"]
