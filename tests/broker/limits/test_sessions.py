"""Sessions are granted within the limits, and ended when their time is over; in virtual time."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from tests.broker.limits.clock import Clock
from tests.broker.limits.service import Service, not_granted, stays
from tests.broker.upstream import SESSION
from viewer.broker.caller import Caller
from viewer.broker.granted import Granted
from viewer.broker.limits.counters import CLAIM_SECONDS, SETTLED_SECONDS, Counters, CountersDown
from viewer.broker.limits.local import LocalCounters
from viewer.broker.limits.sessions import Sessions
from viewer.broker.refusal import SessionNotGranted
from viewer.broker.rules import Allowance, Rules
from viewer.broker.rules_in_force import RulesInForce

pytestmark = pytest.mark.virtual_time

ANN = Caller("ann")
BOB = Caller("bob")


def loop_time() -> float:
    return Clock().now + asyncio.get_running_loop().time()


@asynccontextmanager
async def sessions(
    service: Service, limits: dict[str, Any], shared: Counters | None = None
) -> AsyncIterator[Sessions]:
    rules = RulesInForce(Rules.model_validate({"limits": limits}))
    running = Sessions(rules, service, shared, on_end=service.over.append, clock=loop_time)
    await running.open()
    yield running
    await running.close()


async def refused(running: Sessions, caller: Caller = ANN) -> SessionNotGranted:
    with pytest.raises(SessionNotGranted) as error:
        await running.start(caller, "p", stays)
    return error.value


async def started(running: Sessions, caller: Caller = ANN) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads((await running.start(caller, "p", stays)).text)
    return answer


async def test_without_limits_nothing_is_kept_and_the_answer_is_the_services() -> None:
    service = Service()
    async with sessions(service, {}) as running:
        assert await started(running) == SESSION | {"sessionId": "s-1", "sessionToken": "t"}
        with pytest.raises(SessionNotGranted) as none:
            await running.stop(ANN, "s-1")
    assert (none.value.status, none.value.refusal.error) == (404, "no-such-session")
    assert service.stopped == []
    assert service.wanted[0].seconds is None


async def test_too_many_requests_are_refused_before_the_service_is_asked() -> None:
    service = Service()
    async with sessions(service, {"client": {"requests_a_minute": 2}}) as running:
        await started(running)
        await asyncio.sleep(10.5)
        await started(running)
        error = await refused(running)
        await started(running, BOB)
    assert (error.status, error.refusal.error) == (429, "too-many-requests")
    assert error.refusal.message == "This client may ask 2 times a minute."
    assert error.refusal.hint == "Try again in 50 seconds."
    assert error.headers == {"retry-after": "50"}
    assert len(service.wanted) == 3


async def test_too_many_sessions_are_refused_until_one_is_over() -> None:
    service = Service()
    limits = {"client": {"sessions": 1}, "all": {"sessions": 2}, "session_seconds": 300}
    async with sessions(service, limits) as running:
        answer = await started(running)
        assert answer["wantsStop"] is True
        assert answer["maxSessionLengthSeconds"] == 300
        own = await refused(running)
        await started(running, BOB)
        all_of_them = await refused(running, Caller("cy"))
        await running.stop(ANN, answer["sessionId"])
        await started(running)
    assert own.refusal.message == "The only session that this client may have at a time is in use."
    assert own.refusal.hint == "End another session, or try again in 5 minutes."
    assert own.headers == {"retry-after": "300"}
    assert all_of_them.refusal.message == "All 2 sessions that the broker may have at a time are in use."
    assert service.stopped == ["s-1"]
    assert len(service.wanted) == 3


async def test_a_session_at_its_limit_is_ended_by_the_broker() -> None:
    service = Service()
    async with sessions(service, {"session_seconds": 300}) as running:
        await started(running)
        await asyncio.sleep(299)
        assert service.stopped == []
        await asyncio.sleep(2)
        assert service.stopped == service.over == ["s-1"]
        await asyncio.sleep(10 * CLAIM_SECONDS)
    assert service.stopped == ["s-1"]
    assert service.wanted[0].persona == {"personaId": "p", "maxSessionLengthSeconds": 300}


@pytest.mark.parametrize(("status", "times"), [(404, 1), (502, 4)])
async def test_what_the_service_does_not_know_is_over_and_what_it_does_not_answer_is_tried_again(
    status: int, times: int
) -> None:
    service = Service()
    service.stop_status = status
    async with sessions(service, {"session_seconds": 300}) as running:
        await started(running)
        await asyncio.sleep(301 + 3.5 * CLAIM_SECONDS)
    assert len(service.stopped) == times


async def test_the_services_refusal_gives_the_lease_back() -> None:
    service = Service()
    service.refusal = not_granted(503, "No available personas")
    limits = {"client": {"sessions": 1, "minutes_a_day": 5}, "session_seconds": 300}
    async with sessions(service, limits) as running:
        for _ in range(3):
            assert (await refused(running)).refusal.error == "No available personas"
            await asyncio.sleep(0)
        service.refusal = None
        await started(running)


async def test_a_session_counts_until_the_service_has_nothing_of_it_any_more() -> None:
    service = Service()
    service.refusal, service.settles = not_granted(504, "upstream-timeout"), 20
    async with sessions(service, {"client": {"sessions": 1}}) as running:
        await refused(running)
        service.refusal = None
        await asyncio.sleep(19)
        assert (await refused(running)).refusal.error == "too-many-sessions"
        await asyncio.sleep(2)
        await started(running)


async def test_where_minutes_count_a_session_of_no_length_does_not_take_the_whole_day() -> None:
    service, client = Service(), Caller("ann", allowance=Allowance(minutes_a_day=90))
    async with sessions(service, {}) as running:
        await started(running, client)
        await started(running, client)
    assert [wanted.seconds for wanted in service.wanted] == [3600, 1800]


async def test_many_at_once_get_no_more_than_there_is() -> None:
    service = Service()
    service.seconds = 2
    async with sessions(service, {"client": {"sessions": 3}}) as running:
        asked = (running.start(ANN, "p", stays) for _ in range(20))
        answers = await asyncio.gather(*asked, return_exceptions=True)
    assert sum(isinstance(answer, Granted) for answer in answers) == 3
    assert len(service.wanted) == 3


async def test_a_day_is_shared_out_and_used_up() -> None:
    service = Service()
    limits = {"client": {"minutes_a_day": 7}, "session_seconds": 300}
    async with sessions(service, limits) as running:
        await started(running)
        await started(running)
        error = await refused(running)
        assert [wanted.seconds for wanted in service.wanted] == [300, 120]
        await asyncio.sleep(302)
        last = await refused(running)
    assert error.refusal.message == "This client's 7 minutes of sessions a day are used up, or in use."
    assert error.headers == {"retry-after": str(12 * 3600)}
    assert last.headers == {"retry-after": str(12 * 3600 - 302)}
    assert sorted(service.stopped) == ["s-1", "s-2"]


async def test_a_callers_own_allowance_lowers_limits_and_never_raises_them() -> None:
    service = Service()
    async with sessions(service, {"client": {"sessions": 2}, "session_seconds": 60}) as running:
        small = Caller("small", allowance=Allowance(sessions=1))
        large = Caller("large", allowance=Allowance(sessions=100))
        await started(running, small)
        assert (await refused(running, small)).status == 429
        await started(running, large)
        await started(running, large)
        assert (await refused(running, large)).status == 429


async def test_a_viewer_that_was_killed_does_not_keep_its_client_out() -> None:
    service = Service()
    service.concurrency = {"limit": 5, "active": 1}
    async with sessions(service, {"client": {"sessions": 1}}) as running:
        await started(running)
        await asyncio.sleep(SETTLED_SECONDS + 3)
        assert (await refused(running)).status == 429
        service.concurrency = {"limit": 5, "active": 0}
        await asyncio.sleep(3)
        await started(running)
        # The new one is too young for the service to have counted it.
        assert (await refused(running)).status == 429


async def test_at_the_services_own_limit_the_wait_is_the_services() -> None:
    service = Service()
    service.refusal = not_granted(429, "Concurrent session limit reached")
    service.concurrency = {"limit": 5, "active": 5, "canStartSession": False, "estimatedWaitSeconds": 41.2}
    async with sessions(service, {}) as running:
        error = await refused(running)
        assert error.headers == {"retry-after": "42"}
        assert error.refusal.hint == "End another session, or try again in 42 seconds."
        await asyncio.gather(*(refused(running) for _ in range(10)))
        assert service.asked == 1
        service.refusal = not_granted(429, "Concurrent session limit reached", 7)
        assert (await refused(running)).headers == {"retry-after": "7"}
        service.refusal, service.concurrency = not_granted(429, "Concurrent session limit reached"), None
        await asyncio.sleep(5)
        assert (await refused(running)).headers == {}


async def test_advice_that_does_not_come_is_waited_for_once() -> None:
    service = Service()
    service.refusal = not_granted(429, "Concurrent session limit reached")
    service.concurrency, service.thinks = {"estimatedWaitSeconds": 5}, 100
    async with sessions(service, {}) as running:
        began = loop_time()
        await asyncio.gather(*(refused(running) for _ in range(10)))
        assert loop_time() - began < 5
        assert service.asked == 1


async def test_advice_that_nobody_waited_for_is_not_taken_for_fresh() -> None:
    service = Service()
    service.concurrency = {"active": 0}
    async with sessions(service, {"client": {"sessions": 1}}) as running:
        await started(running)
        await asyncio.sleep(SETTLED_SECONDS + 1)
        await started(running)  # by the advice
        await asyncio.sleep(SETTLED_SECONDS + 1)
        service.concurrency, service.thinks = {"active": 1}, 2
        asking = asyncio.create_task(running.start(ANN, "p", stays))
        await asyncio.sleep(1)
        asking.cancel()
        assert (await refused(running)).status == 429


@pytest.mark.parametrize("said", [{"estimatedWaitSeconds": "soon"}, {"estimatedWaitSeconds": None}, {}])
async def test_advice_that_says_nothing_changes_nothing(said: dict[str, Any]) -> None:
    service = Service()
    service.refusal = not_granted(429, "Concurrent session limit reached")
    service.concurrency = said
    async with sessions(service, {}) as running:
        assert (await refused(running)).headers == {}


class Redis(LocalCounters):
    """Counters that can be down."""

    def __init__(self) -> None:
        super().__init__(loop_time)
        self.is_down = False

    def __getattribute__(self, name: str) -> Any:
        steps = ("count_request", "take", "bind", "give_back", "end", "due", "ended", "check")
        if name in steps and object.__getattribute__(self, "is_down"):
            raise CountersDown("refused")
        return super().__getattribute__(name)


LIMITS: dict[str, Any] = {
    "client": {"sessions": 1, "requests_a_minute": 100},
    "session_seconds": 300,
    "redis": "redis://redis.test",
}


async def test_while_redis_is_down_nothing_is_granted_and_the_log_and_readiness_say_so(
    caplog: pytest.LogCaptureFixture,
) -> None:
    service, redis = Service(), Redis()
    redis.is_down = True
    async with sessions(service, LIMITS, redis) as running:
        assert running.problem == "Redis cannot be reached: refused"
        error = await refused(running)
        assert (error.status, error.refusal.error) == (503, "limits-unavailable")
        assert error.headers == {"retry-after": "5"}
        redis.is_down = False
        await asyncio.sleep(1.5)
        assert running.problem == ""
        await started(running)
    assert len(service.wanted) == 1
    assert "until it can, requests are refused" in caplog.text
    assert "Redis can be reached again" in caplog.text


async def test_or_the_broker_counts_alone_and_ends_those_sessions_all_the_same() -> None:
    service, redis = Service(), Redis()
    async with sessions(service, LIMITS | {"without_redis": "allow"}, redis) as running:
        await started(running, BOB)
        redis.is_down = True
        await started(running)
        assert running.problem
        assert (await refused(running)).status == 429
        redis.is_down = False
        await asyncio.sleep(302)
    assert sorted(service.stopped) == ["s-1", "s-2"]


@pytest.mark.parametrize("without_redis", ["refuse", "allow"])
async def test_when_redis_goes_down_while_the_service_is_asked_no_session_is_left_uncounted(
    without_redis: str,
) -> None:
    service, redis = Service(), Redis()
    service.seconds = 2
    async with sessions(service, LIMITS | {"without_redis": without_redis}, redis) as running:
        asking = asyncio.gather(running.start(ANN, "p", stays), return_exceptions=True)
        await asyncio.sleep(1)
        redis.is_down = True
        [answer] = await asking
        await asyncio.sleep(1)
        if without_redis == "refuse":
            assert isinstance(answer, SessionNotGranted)
            assert service.stopped == ["s-1"]
        else:
            assert isinstance(answer, Granted)
            await asyncio.sleep(300)
            assert service.stopped == ["s-1"]


class SlowToBind(LocalCounters):
    """A Redis that is some way off."""

    async def bind(self, lease: str, session: str) -> bool:
        await asyncio.sleep(1)
        return await super().bind(lease, session)


async def test_a_viewer_that_leaves_as_its_session_is_counted_leaves_none_behind() -> None:
    service = Service()
    async with sessions(service, LIMITS, SlowToBind(loop_time)) as running:
        asking = asyncio.create_task(running.start(ANN, "p", stays))
        await asyncio.sleep(0.5)
        asking.cancel()
        await asyncio.sleep(0.1)
        assert service.stopped == ["s-1"]
        await started(running)


async def test_limits_are_changed_while_sessions_go_on() -> None:
    service = Service()
    rules = RulesInForce(Rules.model_validate({"limits": {"client": {"sessions": 2}}}))
    running = Sessions(rules, service, clock=loop_time)
    await running.open()
    await started(running)
    rules.rules = Rules.model_validate({"limits": {"client": {"sessions": 1}}})
    assert (await refused(running)).status == 429
    await running.stop(ANN, "s-1")
    await started(running)
    await running.close()
