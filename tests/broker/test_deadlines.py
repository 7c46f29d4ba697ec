"""How long the broker asks the API, without waiting for it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from itertools import pairwise
from typing import Any, TypeAlias

import httpx
import pytest

from tests.broker.in_memory import asking
from tests.broker.upstream import P1, SESSION, TOKEN
from viewer.broker.refusal import SessionNotGranted
from viewer.broker.upstream import END_WITHIN
from viewer.protocol.api import TOKEN_PATH
from viewer.protocol.retry import RetryPolicy

pytestmark = pytest.mark.virtual_time


Act: TypeAlias = Callable[[httpx.Request], Coroutine[Any, Any, httpx.Response]]


class Api(httpx.AsyncBaseTransport):
    """Notes when it was asked, then does ``acts`` in their order, the last for ever."""

    def __init__(self, *acts: Act) -> None:
        self.asked: list[float] = []
        self._acts = acts

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(asyncio.get_running_loop().time())
        return await self._acts[min(len(self.asked), len(self._acts)) - 1](request)


async def silent(_: httpx.Request) -> httpx.Response:
    await asyncio.Event().wait()
    raise AssertionError


async def busy(_: httpx.Request) -> httpx.Response:
    return httpx.Response(503)


async def dripping(_: httpx.Request) -> httpx.Response:
    async def body() -> AsyncIterator[bytes]:
        while True:
            await asyncio.sleep(1)
            yield b" "

    return httpx.Response(200, content=body())


async def slow(request: httpx.Request) -> httpx.Response:
    await asyncio.sleep(4)
    is_token = request.url.path.endswith(TOKEN_PATH)
    return httpx.Response(200, json={"sessionToken": TOKEN} if is_token else SESSION)


async def refusal(api: Api, policy: RetryPolicy | None = None) -> tuple[SessionNotGranted, float]:
    """How a session was refused, and after how many seconds."""
    with pytest.raises(SessionNotGranted) as refused:
        await asking(api, policy=policy).start_session(P1)
    return refused.value, asyncio.get_running_loop().time()


@pytest.mark.parametrize("act", [silent, dripping])
async def test_an_api_that_does_not_come_to_an_end_is_given_ten_seconds(
    act: Act,
) -> None:
    api = Api(act)
    refused, after = await refusal(api)
    assert after == pytest.approx(10)
    assert refused.status == 504
    assert len(api.asked) == 1


async def test_the_deadline_counts_over_all_attempts() -> None:
    api = Api(busy, busy, silent)
    refused, after = await refusal(api)
    assert after == pytest.approx(10)
    assert (refused.status, refused.refusal.attempts) == (504, 3)
    assert len(api.asked) == 3


async def test_a_slow_api_has_time_for_both_calls() -> None:
    assert TOKEN in (await asking(Api(slow)).start_session(P1)).text
    assert asyncio.get_running_loop().time() == pytest.approx(8)


async def test_a_busy_api_is_asked_three_times_with_growing_waits() -> None:
    api = Api(busy)
    refused, _ = await refusal(api)
    assert refused.status == 503
    first, second = (later - earlier for earlier, later in pairwise(api.asked))
    assert 0.125 <= first <= 0.25
    assert 0.25 <= second <= 0.5


def busy_for(seconds: str) -> Act:
    async def act(_: httpx.Request) -> httpx.Response:
        return httpx.Response(503, headers={"Retry-After": seconds})

    return act


async def test_a_busy_api_is_asked_again_when_it_wants_to_be() -> None:
    api = Api(busy_for("3"))
    refused, after = await refusal(api)
    assert (refused.status, refused.refusal.attempts) == (503, 3)
    assert after == pytest.approx(6)


@pytest.mark.parametrize(("wanted", "asked", "after"), [("4.5", 3, 9), ("4.9", 3, 9.8), ("5.1", 1, 0)])
async def test_nobody_waits_longer_than_patience(wanted: str, asked: int, after: float) -> None:
    api = Api(busy_for(wanted))
    refused, took = await refusal(api)
    assert (refused.status, len(api.asked)) == (503, asked)
    assert took == pytest.approx(after)


async def test_who_would_wait_beyond_the_deadline_says_why_at_once() -> None:
    async def slow_and_busy(request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(6)
        return await busy_for("5")(request)

    refused, after = await refusal(Api(slow_and_busy, silent))
    assert refused.status == 503
    assert after == pytest.approx(6)
    assert refused.headers["retry-after"] == "5"


async def test_what_is_under_way_when_the_broker_stops_is_answered_in_time() -> None:
    upstream = asking(Api(silent))
    asyncio.get_running_loop().call_later(3, upstream.stop, 0.5)
    with pytest.raises(SessionNotGranted) as refused:
        await upstream.start_session(P1)
    assert asyncio.get_running_loop().time() == pytest.approx(3.5)
    assert refused.value.status == 504


async def test_a_call_that_may_be_repeated_has_a_time_of_its_own_and_is_asked_again() -> None:
    api = Api(silent, slow, slow)
    granted = await asking(api, policy=RetryPolicy(timeout=5), deadline=60).start_session(P1)
    assert TOKEN in granted.text


async def test_the_start_of_a_session_is_not_repeated_after_silence() -> None:
    api = Api(slow, silent)
    refused, after = await refusal(api, RetryPolicy(timeout=5))
    assert (refused.status, refused.refusal.attempts, len(api.asked)) == (504, 1, 2)
    assert after == pytest.approx(10)


async def test_what_is_asked_of_the_account_has_its_time_too() -> None:
    api = Api(silent)
    upstream = asking(api, policy=RetryPolicy(timeout=4, first=0.001))
    with pytest.raises(SessionNotGranted) as refused:
        await upstream.ask("/v1/personas")
    assert (refused.value.status, len(api.asked)) == (504, 3)
    assert asyncio.get_running_loop().time() == pytest.approx(10, abs=0.01)
    with pytest.raises(SessionNotGranted) as refused:
        await upstream.stop_session("s-1")
    assert asyncio.get_running_loop().time() == pytest.approx(10 + END_WITHIN, abs=0.01)
