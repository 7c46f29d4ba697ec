from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from viewer.protocol.retry import STEADY_SECONDS, Outage, RetryPolicy, is_retried

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
