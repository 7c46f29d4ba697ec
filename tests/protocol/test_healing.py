import pytest

from viewer import errors
from viewer.protocol.retry import PATIENCE_SECONDS, STEADY_SECONDS, Healing


def broken_after(healing: Healing, error: errors.ViewerError | None, now: float = 1.0) -> float | None:
    return healing.wait_after(error, now, chance=1.0)


def test_a_first_connection_that_fails_is_not_tried_again() -> None:
    assert broken_after(Healing(), errors.ConnectionBlocked()) is None


def test_a_live_session_that_breaks_is_replaced_three_times_with_doubling_waits() -> None:
    healing = Healing()
    healing.live(0.0)
    waits = [broken_after(healing, errors.MediaLost()) for _ in range(4)]
    assert waits == [0.5, 1.0, 2.0, None]


@pytest.mark.parametrize(
    "error",
    [None, errors.EndedByService(), errors.KeyRefused(), errors.UsageLimit(), errors.BadAnswer()],
)
def test_wishes_refusals_and_an_end_by_the_service_are_not_answered_back(
    error: errors.ViewerError | None,
) -> None:
    healing = Healing()
    healing.live(0.0)
    assert broken_after(healing, error) is None


def test_a_broker_out_of_reach_is_waited_for_patiently_and_costs_no_tries() -> None:
    healing = Healing()
    healing.live(0.0)
    waits = [broken_after(healing, errors.BrokerUnreachable(), now=float(second)) for second in range(6)]
    assert waits == [0.5, 1.0, 2.0, 4.0, 5.0, 5.0]
    assert [broken_after(healing, errors.MediaLost()) for _ in range(4)] == [0.5, 1.0, 2.0, None]


def test_a_broker_out_of_reach_is_not_waited_for_for_ever() -> None:
    healing = Healing()
    healing.live(0.0)
    assert broken_after(healing, errors.BrokerUnreachable(), now=10.0) is not None
    assert broken_after(healing, errors.BrokerUnreachable(), now=11.0 + PATIENCE_SECONDS) is None


def test_tries_count_anew_after_a_steady_session() -> None:
    healing = Healing()
    healing.live(0.0)
    for _ in range(3):
        broken_after(healing, errors.MediaLost())
    healing.live(100.0)
    assert broken_after(healing, errors.MediaLost(), now=100 + STEADY_SECONDS) == 0.5


def test_sessions_that_break_at_once_are_one_outage() -> None:
    healing = Healing()
    for second in range(3):
        healing.live(float(second))
        assert broken_after(healing, errors.SignallingLost(), now=second + 0.5) is not None
    healing.live(3.0)
    assert broken_after(healing, errors.SignallingLost(), now=3.5) is None


def test_a_service_that_says_when_to_ask_again_is_asked_then() -> None:
    busy = errors.ServiceBusy()
    busy.retry_after = 20
    healing = Healing()
    healing.live(0.0)
    assert broken_after(healing, busy) == 20
    busy.retry_after = 3600
    assert broken_after(healing, busy) is None
