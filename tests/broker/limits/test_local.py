"""What is particular to one broker's memory: the day by its clock, and that nothing is kept for long."""

import pytest

from tests.broker.limits.clock import Clock
from viewer.broker.limits.counters import Claim, Full, Taken
from viewer.broker.limits.local import LocalCounters


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def counters(clock: Clock) -> LocalCounters:
    return LocalCounters(clock)


async def test_clients_that_come_no_more_are_forgotten(counters: LocalCounters, clock: Clock) -> None:
    for number in range(50_000):
        await counters.count_request(f"client {number}", 5, None)
        clock.advance(0.1)
    assert len(counters._rates) < 3000


async def test_nothing_is_left_of_the_day_until_the_next_one(counters: LocalCounters, clock: Clock) -> None:
    await counters.take(Claim("x", "a", 600, minutes=10))
    await counters.bind("x", "s-x")
    assert await counters.take(Claim("y", "a", 600, minutes=10)) == Full("minutes", "client", 12 * 3600)
    clock.advance(600)
    assert await counters.take(Claim("y", "a", 600, minutes=10)) == Full("minutes", "client", 12 * 3600 - 600)
    clock.advance(12 * 3600 - 600)
    assert await counters.take(Claim("y", "a", 600, minutes=10)) == Taken(600)


async def test_what_yesterday_gives_back_is_not_todays(counters: LocalCounters, clock: Clock) -> None:
    clock.advance(12 * 3600 - 60)
    await counters.take(Claim("x", "a", 600, minutes=10))
    await counters.bind("x", "s-x")
    clock.advance(120)
    assert await counters.take(Claim("y", "a", 600, minutes=10)) == Taken(600)
    await counters.end("s-x", "a")
    assert isinstance(await counters.take(Claim("z", "a", 600, minutes=10)), Full)


async def test_sessions_that_were_ended_leave_nothing(counters: LocalCounters, clock: Clock) -> None:
    for number in range(20_000):
        await counters.take(Claim(f"x{number}", f"client {number}", minutes=60, seconds=600))
        await counters.bind(f"x{number}", f"s-{number}")
        await counters.end(f"s-{number}", f"client {number}")
        await counters.ended(f"x{number}")
    kept = (counters._leases, counters._by_client, counters._by_session, counters._stops, counters._spent)
    assert [len(each) for each in kept] == [0] * 5
    assert len(counters._ends) <= 1001
