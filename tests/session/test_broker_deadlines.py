"""How long a viewer asks a broker, without waiting for it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from itertools import pairwise

import httpx
import pytest

from viewer import errors
from viewer.session.broker import request_session

pytestmark = pytest.mark.virtual_time

LONGER_THAN_ANY = 60
"""Without a deadline of its own a viewer would ask on for ever."""


async def silent() -> httpx.Response:
    await asyncio.Event().wait()
    raise AssertionError


async def busy() -> httpx.Response:
    return httpx.Response(503)


async def unreachable() -> httpx.Response:
    raise httpx.ConnectError("nobody there")


async def dripping() -> httpx.Response:
    async def body() -> AsyncIterator[bytes]:
        while True:
            await asyncio.sleep(1)
            yield b" "

    return httpx.Response(200, content=body())


class Broker(httpx.AsyncBaseTransport):
    """Notes when it was asked, then does as it is told."""

    def __init__(self) -> None:
        self.asked: list[float] = []
        self.act: Callable[[], Awaitable[httpx.Response]] = silent

    async def handle_async_request(self, _: httpx.Request) -> httpx.Response:
        self.asked.append(asyncio.get_running_loop().time())
        return await self.act()


@pytest.fixture
def broker(monkeypatch: pytest.MonkeyPatch) -> Broker:
    broker = Broker()
    monkeypatch.setattr(
        "viewer.session.broker.http_client",
        lambda _proxy, timeout: httpx.AsyncClient(transport=broker, timeout=timeout),
    )
    return broker


@pytest.mark.parametrize("act", [silent, dripping])
async def test_a_broker_that_does_not_come_to_an_end_is_given_twelve_seconds_once(
    broker: Broker, act: Callable[[], Awaitable[httpx.Response]]
) -> None:
    broker.act = act
    with pytest.raises(errors.BrokerTimeout):
        async with asyncio.timeout(LONGER_THAN_ANY):
            await request_session("http://broker.test", "joe")
    assert asyncio.get_running_loop().time() == pytest.approx(12)
    assert broker.asked == [0]


@pytest.mark.parametrize(
    ("act", "kind"), [(busy, errors.ServiceBusy), (unreachable, errors.BrokerUnreachable)]
)
async def test_a_passing_failure_is_waited_for_twice_for_longer_each_time(
    broker: Broker, act: Callable[[], Awaitable[httpx.Response]], kind: type[errors.ViewerError]
) -> None:
    broker.act = act
    with pytest.raises(kind):
        await request_session("http://broker.test", "joe")
    first, second = (later - earlier for earlier, later in pairwise(broker.asked))
    assert 0.125 <= first <= 0.25
    assert 0.25 <= second <= 0.5


def busy_for(seconds: str) -> Callable[[], Awaitable[httpx.Response]]:
    async def act() -> httpx.Response:
        return httpx.Response(503, headers={"Retry-After": seconds})

    return act


async def test_a_busy_service_is_asked_again_when_it_wants_to_be(broker: Broker) -> None:
    broker.act = busy_for("4")
    with pytest.raises(errors.ServiceBusy):
        await request_session("http://broker.test", "joe")
    assert [later - earlier for earlier, later in pairwise(broker.asked)] == pytest.approx([4, 4])


async def test_a_service_that_is_busy_for_longer_is_left_to_the_user(broker: Broker) -> None:
    broker.act = busy_for("90")
    with pytest.raises(errors.ServiceBusy) as busy:
        await request_session("http://broker.test", "joe")
    assert (len(broker.asked), busy.value.hint) == (1, "Try again in 90 seconds.")
