"""A session that nobody waits for is not asked for, or ended."""

import asyncio
import json
import logging
from collections import Counter
from typing import Any

import httpx
import pytest

from tests.broker.in_memory import InMemory, asking
from tests.broker.upstream import API_KEY, P1, SESSION, TOKEN
from viewer.broker.app import create_app
from viewer.broker.refusal import SessionNotGranted
from viewer.broker.upstream import LATE_SECONDS
from viewer.protocol.api import SESSION_PATH, TOKEN_PATH, stop_path
from viewer.settings import BrokerSettings

pytestmark = pytest.mark.virtual_time

STOP_PATH = stop_path(SESSION["sessionId"])


class Service(httpx.AsyncBaseTransport):
    """Grants after ``seconds`` at each path; counts what it was asked, and what it answers to the stop."""

    def __init__(self, stop: int = 200, granted: dict[str, Any] = SESSION, **seconds: float) -> None:
        self.asked: Counter[str] = Counter()
        self.cancelled: Counter[str] = Counter()
        self.bearers: dict[str, str] = {}
        self._answers = {TOKEN_PATH: (200, {"sessionToken": TOKEN}), SESSION_PATH: (201, granted)}
        self._answers[STOP_PATH] = (stop, {})
        self._seconds = {TOKEN_PATH: seconds.get("token", 0), SESSION_PATH: seconds.get("session", 0)}
        self._seconds[STOP_PATH] = seconds.get("stop_seconds", 0)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        self.asked[path] += 1
        self.bearers[path] = request.headers["Authorization"]
        try:
            await asyncio.sleep(self._seconds.get(path, 0))
        except asyncio.CancelledError:
            self.cancelled[path] += 1
            raise
        status, body = self._answers[path]
        return httpx.Response(status, json=body)


class Viewer:
    """Goes away ``after`` seconds."""

    def __init__(self, after: float) -> None:
        self._goes = asyncio.get_running_loop().time() + after

    async def is_gone(self) -> bool:
        return asyncio.get_running_loop().time() >= self._goes


async def ask(service: Service, viewer: Viewer) -> SessionNotGranted:
    upstream = asking(service)
    with pytest.raises(SessionNotGranted) as refused:
        await upstream.start_session(P1, viewer.is_gone)
    await asyncio.sleep(2 * LATE_SECONDS)
    await upstream.close()
    return refused.value


async def test_no_session_is_started_for_a_viewer_that_left_before() -> None:
    service = Service(token=2)
    assert (await ask(service, Viewer(after=1))).refusal.error == "viewer-gone"
    assert service.asked == {TOKEN_PATH: 1}


async def test_a_session_granted_to_a_viewer_that_left_meanwhile_is_ended() -> None:
    service = Service(token=1, session=2)
    assert (await ask(service, Viewer(after=2))).refusal.error == "viewer-gone"
    assert service.asked == {TOKEN_PATH: 1, SESSION_PATH: 1, STOP_PATH: 1}
    assert service.bearers[STOP_PATH] == f"Bearer {API_KEY}"


async def test_a_session_granted_after_the_deadline_is_ended() -> None:
    service = Service(session=20)
    assert (await ask(service, Viewer(after=1000))).refusal.error == "upstream-timeout"
    assert service.asked == {TOKEN_PATH: 1, SESSION_PATH: 1, STOP_PATH: 1}


async def test_a_session_is_not_waited_for_for_ever() -> None:
    service = Service(session=11 + LATE_SECONDS)
    assert (await ask(service, Viewer(after=1000))).refusal.error == "upstream-timeout"
    assert STOP_PATH not in service.asked


@pytest.mark.parametrize(
    "unusable",
    [
        {name: value for name, value in SESSION.items() if name != "engineHost"},
        SESSION | {"engineProtocol": "gopher"},
    ],
)
async def test_a_session_that_no_viewer_can_use_is_ended(unusable: dict[str, Any]) -> None:
    service = Service(granted=unusable)
    assert (await ask(service, Viewer(after=1000))).refusal.error == "upstream-bad-answer"
    assert service.asked[STOP_PATH] == 1


async def test_a_session_that_is_handed_on_is_not_ended() -> None:
    service = Service(token=1, session=2)
    assert TOKEN in (await asking(service).start_session(P1, Viewer(after=4).is_gone)).text
    assert service.asked == {TOKEN_PATH: 1, SESSION_PATH: 1}


@pytest.mark.parametrize(("status", "tries"), [(404, 1), (401, 1), (503, 3)])
async def test_a_session_that_cannot_be_ended_is_noted_in_the_log(
    caplog: pytest.LogCaptureFixture, status: int, tries: int
) -> None:
    caplog.set_level(logging.INFO)
    service = Service(stop=status, session=2)
    assert (await ask(service, Viewer(after=1))).refusal.error == "viewer-gone"
    assert service.asked[STOP_PATH] == tries
    assert "a session that nobody got was not ended" in caplog.text
    assert API_KEY not in caplog.text


async def ask_and_leave(service: Service, after: float) -> tuple[int, float]:
    """Which status a viewer would have got that leaves ``after`` seconds, and when."""
    app = create_app(BrokerSettings(), API_KEY, http=InMemory(service))
    loop = asyncio.get_running_loop()
    request = {"type": "http.request", "body": json.dumps({"personaId": "p-1"}).encode()}
    inbox: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
    inbox.put_nowait(request)
    loop.call_later(after, inbox.put_nowait, {"type": "http.disconnect"})
    sent: list[tuple[Any, float]] = []

    async def send(message: Any) -> None:
        sent.append((message, loop.time()))

    headers = [(b"host", b"localhost"), (b"content-type", b"application/json")]
    scope = {"type": "http", "method": "POST", "path": SESSION_PATH, "headers": headers, "query_string": b""}
    async with app.router.lifespan_context(app):
        await app(scope, inbox.get, send)
        await asyncio.sleep(LATE_SECONDS)
    message, when = sent[0]
    return message["status"], when


async def test_the_call_for_a_token_is_cancelled_as_soon_as_the_viewer_goes() -> None:
    service = Service(token=4)
    assert await ask_and_leave(service, after=1) == (499, 1)
    assert service.asked == service.cancelled == {TOKEN_PATH: 1}


async def test_a_session_under_way_is_waited_for_and_ended_when_the_viewer_goes() -> None:
    service = Service(token=1, session=4)
    assert await ask_and_leave(service, after=2) == (499, 2)
    assert service.asked == {TOKEN_PATH: 1, SESSION_PATH: 1, STOP_PATH: 1}
    assert not service.cancelled


async def test_a_session_that_comes_as_the_viewer_goes_is_ended() -> None:
    service = Service(token=1, session=1)
    assert (await ask_and_leave(service, after=2))[0] == 499
    assert service.asked[STOP_PATH] == 1


async def test_whoever_stays_is_not_taken_for_gone() -> None:
    service = Service(token=1, session=1)
    assert await ask_and_leave(service, after=3) == (200, 2)
    assert service.asked == {TOKEN_PATH: 1, SESSION_PATH: 1}


async def test_a_session_that_is_being_ended_as_the_broker_stops_is_ended() -> None:
    service = Service(token=1, session=1, stop_seconds=0.3)
    upstream = asking(service)
    with pytest.raises(SessionNotGranted):
        await upstream.start_session(P1, Viewer(after=1.5).is_gone)
    await upstream.close()
    assert service.asked[STOP_PATH] == 1
    assert not service.cancelled
