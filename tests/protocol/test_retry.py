from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.protocol.retry import STEADY_SECONDS, Outage, RetryPolicy, asked_wait, is_retried

CHANCE = st.floats(0, 1)
SECONDS = st.floats(0, 1e6)


def test_a_session_is_tried_three_times_and_no_more() -> None:
    policy = RetryPolicy()
    assert policy.delay(1, 0) is not None
    assert policy.delay(2, 0) is not None
    assert policy.delay(3, 0) is None
    assert policy.delay(4, 0) is None


def test_waits_double_to_the_longest_and_half_of_each_is_chance() -> None:
    policy = RetryPolicy(attempts=9)
    assert [policy.delay(n, 1) for n in range(1, 6)] == [0.25, 0.5, 1, 2, 2]
    assert [policy.delay(n, 0) for n in range(1, 6)] == [0.125, 0.25, 0.5, 1, 1]


@given(st.integers(1, 5000), st.integers(1, 5000), SECONDS, SECONDS, CHANCE)
def test_no_wait_is_negative_or_too_long(
    attempts: int, failures: int, first: float, longest: float, chance: float
) -> None:
    wait = RetryPolicy(attempts, first=first, longest=longest).delay(failures, chance)
    assert (wait is None) == (failures >= attempts)
    assert wait is None or 0 <= wait <= longest


@given(CHANCE, CHANCE)
def test_a_later_wait_is_never_under_half_of_an_earlier_one(one: float, other: float) -> None:
    policy = RetryPolicy(attempts=20)
    waits = [policy.delay(n, one if n % 2 else other) or 0 for n in range(1, 20)]
    assert all(later >= earlier / 2 for earlier, later in pairwise(waits))


@given(st.integers(100, 999))
def test_only_the_servers_faults_are_worth_another_attempt(status: int) -> None:
    assert is_retried(status) == (status >= 500)


def test_what_worked_for_half_a_minute_ends_an_outage_and_what_worked_before_that_does_not() -> None:
    outage = Outage()
    assert [outage.fails(now) for now in (1.0, 2.0)] == [1, 2]
    outage.works(3)
    assert outage.fails(2.9 + STEADY_SECONDS) == 3
    assert outage.fails(100) == 4, "nothing worked since"
    outage.works(100)
    outage.breaks(100 + STEADY_SECONDS)
    assert outage.failures == 0


NOW = 1_800_000_000.0


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "30"}, 30),
        ({"retry-after": " 0 "}, 0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "9" * 400}, None),
        ({"retry-after": "999999"}, 86_400),
        ({"ratelimit-reset": "12"}, 12),
        ({"ratelimit-reset": str(int(NOW) + 12)}, 12),
        ({"retry-after": "3", "ratelimit-reset": "12"}, 3),
        ({"retry-after": "Fri, 15 Jan 2027 08:01:00 GMT"}, 60),
        ({"retry-after": "Fri, 15 Jan 2027 07:59:00 GMT"}, 0),
        # By the clock of who said it, whatever this one says.
        (
            {"retry-after": "Wed, 21 Oct 2015 07:28:10 GMT", "date": "Wed, 21 Oct 2015 07:28:00 GMT"},
            10,
        ),
        ({"retry-after": "Fri, 32 Jan 2027 08:01:00 GMT"}, None),
    ],
)
def test_when_to_ask_again_is_read_in_every_form(headers: dict[str, str], seconds: float | None) -> None:
    assert asked_wait(headers, NOW) == seconds


@given(st.dictionaries(st.sampled_from(["retry-after", "ratelimit-reset", "date"]), st.text()))
def test_whatever_is_said_of_it_is_a_wait_or_nothing(headers: dict[str, str]) -> None:
    wait = asked_wait(headers, NOW)
    assert wait is None or 0 <= wait <= 86_400


def test_no_wait_is_shorter_than_was_asked_for_and_none_longer_than_patience() -> None:
    policy = RetryPolicy(patience=5)
    assert policy.delay(1, 1, asked=0.1) == 0.25
    assert policy.delay(1, 1, asked=4) == 4
    assert policy.delay(1, 1, asked=5.1) is None
    assert policy.delay(3, 1, asked=1) is None
