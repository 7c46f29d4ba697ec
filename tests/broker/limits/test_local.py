"""What one broker counts in its memory, by a clock that the test sets."""

import pytest

from tests.broker.limits.clock import Clock
from viewer.broker.limits import local
from viewer.broker.limits.counters import (
    ASKING_SECONDS,
    CLAIM_SECONDS,
    GIVE_UP_SECONDS,
    SETTLED_SECONDS,
    Claim,
    Due,
    Full,
    Live,
    Taken,
    key_of,
)
from viewer.broker.limits.local import LocalCounters


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def counters(clock: Clock) -> LocalCounters:
    return LocalCounters(clock)


async def test_as_many_requests_are_let_through_in_any_minute_as_the_limit_says(
    counters: LocalCounters, clock: Clock
) -> None:
    for _ in range(3):
        assert await counters.count_request("a", 3, None) is None
        clock.advance(10)
    assert await counters.count_request("a", 3, None) == ("client", 30)
    assert await counters.count_request("b", 3, None) is None
    clock.advance(30)
    assert await counters.count_request("a", 3, None) is None
    assert await counters.count_request("a", 3, None) == ("client", 10)


async def test_what_a_client_is_refused_for_itself_is_not_taken_from_the_others(
    counters: LocalCounters,
) -> None:
    for _ in range(9):
        await counters.count_request("greedy", 1, 3)
    assert await counters.count_request("b", 1, 3) is None
    assert await counters.count_request("c", 1, 3) is None
    assert await counters.count_request("d", 1, 3) == ("all", 60)


async def test_a_limit_that_is_changed_goes_on_with_what_was_counted(counters: LocalCounters) -> None:
    for _ in range(4):
        await counters.count_request("a", 4, None)
    assert await counters.count_request("a", 2, None) is not None
    assert await counters.count_request("a", 6, None) is None


async def test_clients_that_come_no_more_are_forgotten(counters: LocalCounters, clock: Clock) -> None:
    for number in range(50_000):
        await counters.count_request(f"client {number}", 5, None)
        clock.advance(0.1)
    assert len(counters._rates) < 3000


async def test_each_client_has_so_many_sessions_at_a_time(counters: LocalCounters, clock: Clock) -> None:
    for lease in "xy":
        assert await counters.take(Claim(lease, "a", 600, sessions=2)) == Taken(600)
        assert await counters.bind(lease, f"s-{lease}")
        clock.advance(100)
    assert await counters.take(Claim("z", "a", 600, sessions=2)) == Full("sessions", "client", 400)
    assert await counters.take(Claim("z", "b", 600, sessions=2)) == Taken(600)
    assert await counters.end("s-y", "a") == "y"
    assert await counters.take(Claim("w", "a", 600, sessions=2)) == Taken(600)


async def test_all_together_have_so_many(counters: LocalCounters) -> None:
    for lease in "xyz":
        assert await counters.take(Claim(lease, lease, sessions=1, all_sessions=3)) == Taken(None)
    assert await counters.take(Claim("w", "w", sessions=1, all_sessions=3)) == Full(
        "sessions", "all", ASKING_SECONDS
    )
    await counters.give_back("y")
    assert await counters.take(Claim("w", "w", sessions=1, all_sessions=3)) == Taken(None)


async def test_a_lease_counts_to_its_time_and_its_session_is_then_to_be_ended(
    counters: LocalCounters, clock: Clock
) -> None:
    await counters.take(Claim("x", "a", 600, sessions=1))
    clock.advance(5)
    await counters.bind("x", "s-x")
    clock.advance(599.9)
    assert await counters.due() == []
    assert isinstance(await counters.take(Claim("y", "a", 600, sessions=1)), Full)
    clock.advance(0.1)
    assert await counters.due() == [Due("x", "s-x")]
    assert await counters.take(Claim("y", "a", 600, sessions=1)) == Taken(600)


async def test_a_session_is_ended_again_until_the_service_has_done_it(
    counters: LocalCounters, clock: Clock
) -> None:
    await counters.take(Claim("x", "a", 600))
    await counters.bind("x", "s-x")
    clock.advance(600)
    assert await counters.due() == [Due("x", "s-x")]
    assert await counters.due() == []
    clock.advance(CLAIM_SECONDS)
    assert await counters.due() == [Due("x", "s-x")]
    await counters.ended("x")
    clock.advance(CLAIM_SECONDS)
    assert await counters.due() == []


async def test_a_session_that_cannot_be_ended_is_given_up_in_the_end(
    counters: LocalCounters, clock: Clock
) -> None:
    await counters.take(Claim("x", "a", 600))
    await counters.bind("x", "s-x")
    clock.advance(600)
    assert await counters.due()
    clock.advance(GIVE_UP_SECONDS)
    assert await counters.due() == []
    assert not counters._stops


async def test_a_lease_whose_session_never_came_is_over_soon(counters: LocalCounters, clock: Clock) -> None:
    await counters.take(Claim("x", "a", 6000, sessions=1))
    clock.advance(ASKING_SECONDS)
    assert await counters.take(Claim("y", "a", 6000, sessions=1)) == Taken(6000)
    assert not await counters.bind("x", "s-x")
    assert await counters.due() == []


async def test_only_the_client_that_has_a_session_ends_it(counters: LocalCounters) -> None:
    await counters.take(Claim("x", "a", 600))
    await counters.bind("x", "s-x")
    assert await counters.end("s-x", "b") is None
    assert await counters.end("s-y", "a") is None
    assert await counters.end("s-x", "a") == "x"
    assert await counters.end("s-x", "a") is None


async def test_a_session_takes_its_whole_length_out_of_the_day_and_gives_back_what_is_left(
    counters: LocalCounters, clock: Clock
) -> None:
    await counters.take(Claim("x", "a", 600, minutes=15))
    await counters.bind("x", "s-x")
    assert await counters.take(Claim("y", "a", 600, minutes=15)) == Taken(300)
    await counters.give_back("y")
    clock.advance(60.5)
    await counters.end("s-x", "a")
    # 60.5 s count as 61 s.
    assert await counters.take(Claim("z", "a", 6000, minutes=15)) == Taken(15 * 60 - 61)


async def test_nothing_is_left_of_the_day_until_the_next_one(counters: LocalCounters, clock: Clock) -> None:
    await counters.take(Claim("x", "a", 600, minutes=10))
    await counters.bind("x", "s-x")
    assert await counters.take(Claim("y", "a", 600, minutes=10)) == Full("minutes", "client", 600)
    clock.advance(600)
    assert await counters.take(Claim("y", "a", 600, minutes=10)) == Full("minutes", "client", 12 * 3600 - 600)
    clock.advance(12 * 3600 - 600)
    assert await counters.take(Claim("y", "a", 600, minutes=10)) == Taken(600)


async def test_a_rest_of_the_day_that_nobody_could_use_is_none(counters: LocalCounters) -> None:
    await counters.take(Claim("x", "a", 595, minutes=10))
    assert isinstance(await counters.take(Claim("y", "a", 600, minutes=10)), Full)
    assert await counters.take(Claim("y", "a", 4, minutes=10)) == Taken(4)


async def test_the_day_of_all_is_counted_besides(counters: LocalCounters) -> None:
    await counters.take(Claim("x", "a", 600, minutes=10, all_minutes=12))
    assert await counters.take(Claim("y", "b", 600, minutes=10, all_minutes=12)) == Taken(120)
    assert await counters.take(Claim("z", "c", 600, all_minutes=12)) == Full("minutes", "all", ASKING_SECONDS)


async def test_what_yesterday_gives_back_is_not_todays(counters: LocalCounters, clock: Clock) -> None:
    clock.advance(12 * 3600 - 60)
    await counters.take(Claim("x", "a", 600, minutes=10))
    await counters.bind("x", "s-x")
    clock.advance(120)
    assert await counters.take(Claim("y", "a", 600, minutes=10)) == Taken(600)
    await counters.end("s-x", "a")
    assert isinstance(await counters.take(Claim("z", "a", 600, minutes=10)), Full)


async def test_of_settled_leases_no_more_count_than_the_service_has_live(
    counters: LocalCounters, clock: Clock
) -> None:
    for lease in "xy":
        await counters.take(Claim(lease, "a"))
        await counters.bind(lease, f"s-{lease}")
    clock.advance(SETTLED_SECONDS - 1)
    # They may be too young for the service to know them.
    assert isinstance(await counters.take(Claim("z", "a", sessions=2), Live(0, 0)), Full)
    clock.advance(1)
    assert isinstance(await counters.take(Claim("z", "a", sessions=2), Live(2, 0)), Full)
    assert isinstance(await counters.take(Claim("z", "a", sessions=2), Live(0, 1)), Full)
    assert await counters.take(Claim("z", "a", sessions=2), Live(1, 0)) == Taken(None)
    assert isinstance(await counters.take(Claim("w", "a", sessions=2), Live(1, 0)), Full)


async def test_each_step_may_be_asked_again(counters: LocalCounters) -> None:
    for _ in range(2):
        assert await counters.take(Claim("x", "a", 600, sessions=1, minutes=10)) == Taken(600)
    for _ in range(2):
        assert await counters.bind("x", "s-x")
    await counters.end("s-x", "a")
    for _ in range(2):
        await counters.ended("x")
        await counters.give_back("x")
    assert await counters.take(Claim("y", "a", 600, sessions=1, minutes=10)) == Taken(600)


async def test_what_is_kept_of_sessions_has_a_bound(
    counters: LocalCounters, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "MAX_LEASES", 10)
    for number in range(10):
        assert await counters.take(Claim(f"x{number}", "a")) == Taken(None)
    assert await counters.take(Claim("y", "a")) == Full("leases", "all", 60)


async def test_sessions_that_were_ended_leave_nothing(counters: LocalCounters, clock: Clock) -> None:
    for number in range(20_000):
        await counters.take(Claim(f"x{number}", f"client {number}", minutes=60, seconds=600))
        await counters.bind(f"x{number}", f"s-{number}")
        await counters.end(f"s-{number}", f"client {number}")
        await counters.ended(f"x{number}")
    kept = (counters._leases, counters._by_client, counters._by_session, counters._stops, counters._spent)
    assert [len(each) for each in kept] == [0] * 5
    assert len(counters._ends) <= 1001


def test_a_long_name_is_kept_short() -> None:
    assert key_of("a") == "a"
    assert len(key_of("a" * 10_000)) == 64
    assert key_of("a" * 10_000) != key_of("a" * 10_001)
