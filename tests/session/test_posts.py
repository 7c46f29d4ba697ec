"""What a kiosk tells others goes out beside all else, once, and within bounds."""

import asyncio

import httpx
import pytest

from viewer.protocol.commands import Post
from viewer.protocol.events import Event, Posted
from viewer.session import posts
from viewer.session.posts import MAX_AT_ONCE, SECONDS, Posts

pytestmark = pytest.mark.virtual_time


class Listener(httpx.AsyncBaseTransport):
    """Answers once it is told to."""

    def __init__(self) -> None:
        self.heard: list[bytes] = []
        self.may_answer = asyncio.Event()
        self.refuses = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.heard.append(await request.aread())
        if self.refuses:
            raise httpx.ConnectError("no")
        await self.may_answer.wait()
        return httpx.Response(204)


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Listener:
    made = Listener()
    monkeypatch.setattr(posts, "http_client", lambda _proxy, _timeout: httpx.AsyncClient(transport=made))
    return made


def post(number: int = 1) -> Post:
    return Post(str(number), "http://127.0.0.1:9/ping", '{"a": 1}')


async def test_what_comes_of_it_is_told(listener: Listener) -> None:
    told: list[Event] = []
    sender = Posts(told.append)
    listener.may_answer.set()
    sender.perform(post())
    await asyncio.sleep(1)
    listener.refuses = True
    sender.perform(post(2))
    await asyncio.sleep(1)
    assert told == [Posted("1", 204), Posted("2", None)]
    assert listener.heard == [b'{"a": 1}'] * 2
    await sender.close()


async def test_a_silent_listener_holds_nothing_up_and_only_so_many_wait(listener: Listener) -> None:
    told: list[Event] = []
    sender = Posts(told.append)
    for number in range(MAX_AT_ONCE + 1):
        sender.perform(post(number))
    assert told == [Posted(str(MAX_AT_ONCE), None)]
    await asyncio.sleep(SECONDS + 1)
    assert len(told) == MAX_AT_ONCE + 1
    sender.perform(post(9))
    await asyncio.sleep(1)
    await sender.close()
    assert asyncio.all_tasks() == {asyncio.current_task()}
