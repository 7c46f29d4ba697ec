"""What is counted, in one broker's memory and in a real Redis alike."""

import pytest

from tests.broker.limits.conftest import Counting
from viewer.broker.limits import local, shared
from viewer.broker.limits.counters import (
    ASKING_SECONDS,
    CLAIM_SECONDS,
    GIVE_UP_SECONDS,
    SETTLED_SECONDS,
    STOPPING_SECONDS,
    Claim,
    Due,
    Full,
    Live,
    key_of,
)


async def test_as_many_requests_are_let_through_in_any_minute_as_the_limit_says(counting: Counting) -> None:
    counters = counting.counters
    for _ in range(3):
        assert await counters.count_request("a", 3, None) is None
        await counting.time.advance(10)
    over = await counters.count_request("a", 3, None)
    assert counting.is_over(over, "client", 30)
    assert await counters.count_request("b", 3, None) is None
    await counting.time.advance(30)
    assert await counters.count_request("a", 3, None) is None
    assert await counters.count_request("a", 3, None) is not None


async def test_what_a_client_is_refused_for_itself_is_not_taken_from_the_others(counting: Counting) -> None:
    counters = counting.counters
    for _ in range(9):
        await counters.count_request("greedy", 1, 3)
    assert await counters.count_request("b", 1, 3) is None
    assert await counters.count_request("c", 1, 3) is None
    assert counting.is_over(await counters.count_request("d", 1, 3), "all", 60)


async def test_a_limit_that_is_changed_goes_on_with_what_was_counted(counting: Counting) -> None:
    counters = counting.counters
    for _ in range(4):
        await counters.count_request("a", 4, None)
    assert await counters.count_request("a", 2, None) is not None
    assert await counters.count_request("a", 6, None) is None


async def test_each_client_has_so_many_sessions_at_a_time(counting: Counting) -> None:
    counters = counting.counters
    for lease in "xy":
        assert counting.is_taken(await counters.take(Claim(lease, "a", 600, sessions=2)), 600)
        assert await counters.bind(lease, f"s-{lease}")
        await counting.time.advance(100)
    over = await counters.take(Claim("z", "a", 600, sessions=2))
    assert counting.is_full(over, "sessions", "client", 400)
    assert counting.is_taken(await counters.take(Claim("z", "b", 600, sessions=2)), 600)
    assert await counters.end("s-y", "a") == "y"
    assert isinstance(await counters.take(Claim("w", "a", 600, sessions=2)), Full)
    await counters.ended("y")
    assert counting.is_taken(await counters.take(Claim("w", "a", 600, sessions=2)), 600)


async def test_all_together_have_so_many(counting: Counting) -> None:
    counters = counting.counters
    for lease in "xyz":
        answer = await counters.take(Claim(lease, lease, sessions=1, all_sessions=3))
        assert counting.is_taken(answer, None)
    over = await counters.take(Claim("w", "w", sessions=1, all_sessions=3))
    assert counting.is_full(over, "sessions", "all", ASKING_SECONDS)
    await counters.give_back("y")
    assert counting.is_taken(await counters.take(Claim("w", "w", sessions=1, all_sessions=3)), None)


async def test_a_lease_counts_to_its_time_and_its_session_is_then_to_be_ended(counting: Counting) -> None:
    counters = counting.counters
    await counters.take(Claim("x", "a", 600, sessions=1))
    await counting.time.advance(5)
    await counters.bind("x", "s-x")
    await counting.time.advance(600 - counting.slack)
    assert await counters.due() == []
    assert isinstance(await counters.take(Claim("y", "a", 600, sessions=1)), Full)
    await counting.time.advance(counting.slack)
    assert await counters.due() == [Due("x", "s-x")]
    assert isinstance(await counters.take(Claim("y", "a", 600, sessions=1)), Full)
    await counters.ended("x")
    assert counting.is_taken(await counters.take(Claim("y", "a", 600, sessions=1)), 600)


async def test_a_service_that_cannot_be_reached_does_not_keep_a_lease_beyond_its_time(
    counting: Counting,
) -> None:
    counters = counting.counters
    await counters.take(Claim("x", "a", 600, sessions=1))
    await counters.bind("x", "s-x")
    await counting.time.advance(600)
    assert await counters.due()
    await counting.time.advance(STOPPING_SECONDS)
    assert counting.is_taken(await counters.take(Claim("y", "a", 600, sessions=1)), 600)
    assert await counters.due() == [Due("x", "s-x")]
    await counters.ended("x")
    assert isinstance(await counters.take(Claim("z", "a", 600, sessions=1)), Full)


async def test_a_session_is_ended_again_until_the_service_has_done_it(counting: Counting) -> None:
    counters = counting.counters
    await counters.take(Claim("x", "a", 600))
    await counters.bind("x", "s-x")
    await counting.time.advance(600)
    assert await counters.due() == [Due("x", "s-x")]
    assert await counters.due() == []
    await counting.time.advance(CLAIM_SECONDS)
    assert await counters.due() == [Due("x", "s-x")]
    await counters.ended("x")
    await counting.time.advance(CLAIM_SECONDS)
    assert await counters.due() == []


async def test_so_is_one_that_the_viewer_has_left(counting: Counting) -> None:
    counters = counting.counters
    await counters.take(Claim("x", "a", 600))
    await counters.bind("x", "s-x")
    await counters.end("s-x", "a")
    assert await counters.due() == []  # whoever was told sees to it first
    await counting.time.advance(CLAIM_SECONDS)
    assert await counters.due() == [Due("x", "s-x")]


async def test_a_session_that_cannot_be_ended_is_given_up_in_the_end(counting: Counting) -> None:
    counters = counting.counters
    await counters.take(Claim("x", "a", 600))
    await counters.bind("x", "s-x")
    await counting.time.advance(600)
    assert await counters.due()
    await counting.time.advance(GIVE_UP_SECONDS)
    assert await counters.due() == []
    await counting.time.advance(-GIVE_UP_SECONDS / 2)
    assert await counters.due() == []


async def test_a_lease_whose_session_never_came_is_over_soon(counting: Counting) -> None:
    counters = counting.counters
    await counters.take(Claim("x", "a", 6000, sessions=1))
    await counting.time.advance(ASKING_SECONDS)
    assert counting.is_taken(await counters.take(Claim("y", "a", 6000, sessions=1)), 6000)
    assert not await counters.bind("x", "s-x")
    assert await counters.due() == []


async def test_only_the_client_that_has_a_session_ends_it(counting: Counting) -> None:
    counters = counting.counters
    await counters.take(Claim("x", "a", 600))
    await counters.bind("x", "s-x")
    assert await counters.end("s-x", "b") is None
    assert await counters.end("s-y", "a") is None
    assert await counters.end("s-x", "a") == "x"
    assert await counters.end("s-x", "a") is None


async def test_a_session_takes_its_whole_length_out_of_the_day_and_gives_back_what_is_left(
    counting: Counting,
) -> None:
    counters = counting.counters
    await counters.take(Claim("x", "a", 600, minutes=15))
    await counters.bind("x", "s-x")
    assert counting.is_taken(await counters.take(Claim("y", "a", 600, minutes=15)), 300)
    await counters.give_back("y")
    await counting.time.advance(60.5)
    await counters.end("s-x", "a")
    # 60.5 s count as 61 s.
    assert counting.is_taken(await counters.take(Claim("z", "a", 6000, minutes=15)), 15 * 60 - 61)


async def test_a_rest_of_the_day_that_nobody_could_use_is_none(counting: Counting) -> None:
    counters = counting.counters
    await counters.take(Claim("x", "a", 595, minutes=10))
    assert isinstance(await counters.take(Claim("y", "a", 600, minutes=10)), Full)
    assert counting.is_taken(await counters.take(Claim("y", "a", 4, minutes=10)), 4)


async def test_the_day_of_all_is_counted_besides(counting: Counting) -> None:
    counters = counting.counters
    await counters.take(Claim("x", "a", 600, minutes=10, all_minutes=12))
    answer = await counters.take(Claim("y", "b", 600, minutes=10, all_minutes=12))
    assert counting.is_taken(answer, 120)
    over = await counters.take(Claim("z", "c", 600, all_minutes=12))
    assert isinstance(over, Full)
    assert (over.what, over.whose) == ("minutes", "all")


async def test_a_session_that_was_asked_for_and_never_came_takes_nothing_out_of_the_day(
    counting: Counting,
) -> None:
    counters = counting.counters
    await counters.take(Claim("x", "a", 600, minutes=10))
    await counting.time.advance(ASKING_SECONDS + counting.slack)
    assert counting.is_taken(await counters.take(Claim("y", "a", 600, minutes=10)), 600)


async def test_of_settled_leases_no_more_count_than_the_service_has_live(counting: Counting) -> None:
    counters = counting.counters
    for lease in "xy":
        await counters.take(Claim(lease, "a"))
        await counters.bind(lease, f"s-{lease}")
    await counting.time.advance(SETTLED_SECONDS - counting.slack)
    # They may be too young for the service to know them.
    assert isinstance(await counters.take(Claim("z", "a", sessions=2), Live(0, 0)), Full)
    await counting.time.advance(counting.slack)
    assert isinstance(await counters.take(Claim("z", "a", sessions=2), Live(2, 0)), Full)
    assert isinstance(await counters.take(Claim("z", "a", sessions=2), Live(0, counting.slack + 1)), Full)
    assert counting.is_taken(await counters.take(Claim("z", "a", sessions=2), Live(1, 0)), None)
    assert isinstance(await counters.take(Claim("w", "a", sessions=2), Live(1, 0)), Full)


async def test_each_step_may_be_asked_again(counting: Counting) -> None:
    counters = counting.counters
    for _ in range(2):
        answer = await counters.take(Claim("x", "a", 600, sessions=1, minutes=20))
        assert counting.is_taken(answer, 600)
    for _ in range(2):
        assert await counters.bind("x", "s-x")
    await counters.end("s-x", "a")
    for _ in range(2):
        await counters.ended("x")
        await counters.give_back("x")
    assert counting.is_taken(await counters.take(Claim("y", "a", 2000, sessions=1, minutes=20)), 1200)


async def test_what_is_kept_of_sessions_has_a_bound(
    counting: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (local, shared):
        monkeypatch.setattr(module, "MAX_LEASES", 10)
    for number in range(10):
        assert counting.is_taken(await counting.counters.take(Claim(f"x{number}", "a")), None)
    over = await counting.counters.take(Claim("y", "a"))
    assert counting.is_full(over, "leases", "all", 60)


async def test_they_can_be_written(counting: Counting) -> None:
    await counting.counters.check()


def test_a_long_name_is_kept_short() -> None:
    assert key_of("a") == "a"
    assert len(key_of("a" * 10_000)) == 64
    assert key_of("a" * 10_000) != key_of("a" * 10_001)
