"""Asking brokers of every temper for a session, over real HTTP."""

import asyncio
import json
import logging
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from viewer import errors
from viewer.protocol.retry import RetryPolicy
from viewer.session.broker import MAX_ANSWER_BYTES, POLICY, request_session

PATIENCE = RetryPolicy(timeout=5, first=0.001, longest=0.001)
SESSION: dict[str, Any] = {
    "sessionId": "s1",
    "sessionToken": "token-of-this-test",
    "region": None,
    "engineHost": "engine.example:8443/v1/engines/7",
    "engineProtocol": "https",
    "signallingEndpoint": "/v1/ws",
    "clientConfig": {"iceServers": [{"urls": "stun:stun.example:3478"}]},
    "somethingNew": {"a": 1},
}


@dataclass
class ScriptedBroker:
    """Answers requests one after the other as told; the last answer repeats."""

    url: str
    answers: list[tuple[int, bytes]] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    endless: bool = False
    """Whether an answer is repeated until nobody reads it any more."""
    speaks: threading.Event = field(default_factory=threading.Event)


@pytest.fixture
def broker() -> Iterator[ScriptedBroker]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            scripted.requests.append((self.path, body))
            scripted.speaks.wait()
            status, answer = scripted.answers.pop(0) if len(scripted.answers) > 1 else scripted.answers[0]
            with suppress(ConnectionError):
                self.send_response(status)
                for name, value in scripted.headers.items():
                    self.send_header(name, value)
                if not scripted.endless:
                    self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)
                while scripted.endless:
                    self.wfile.write(answer)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Keep the test's output clean."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        scripted = ScriptedBroker(f"http://127.0.0.1:{server.server_port}")
        scripted.speaks.set()
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield scripted
        server.shutdown()
        thread.join()


def answer(status: int, body: dict[str, Any]) -> tuple[int, bytes]:
    return status, json.dumps(body).encode()


@pytest.mark.parametrize("written", ["{}", "{}/", "{}/v1/engine/session"])
async def test_a_session_is_asked_for_as_every_broker_expects(broker: ScriptedBroker, written: str) -> None:
    broker.answers = [answer(200, SESSION)]
    session = await request_session(written.format(broker.url), "p1", PATIENCE)
    assert broker.requests == [("/v1/engine/session", {"personaId": "p1"})]
    assert session.signalling_url == "wss://engine.example:8443/v1/ws?session_id=s1"
    assert session.talk_url == "https://engine.example:8443/v1/engines/7/talk?session_id=s1"
    assert session.client_config.heartbeat_interval_seconds == 5
    assert session.client_config.max_ws_reconnection_attempts == 5
    assert session.client_config.ice_servers[0].urls == ("stun:stun.example:3478",)


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (400, {"message": "no such persona"}, errors.InvalidRequest),
        (401, {}, errors.KeyRefused),
        (403, {}, errors.NotPermitted),
        (404, {"message": "no such persona"}, errors.InvalidRequest),
        (422, {"message": "no such voice"}, errors.InvalidRequest),
        (402, {}, errors.NoPlan),
        (429, {"error": "Concurrent session limit reached"}, errors.ConcurrencyLimit),
        (429, {"error": "Spend cap reached"}, errors.SpendCapReached),
        (429, {"error": "anything"}, errors.UsageLimit),
    ],
)
async def test_a_refusal_is_never_tried_again(
    broker: ScriptedBroker, status: int, body: dict[str, Any], kind: type[errors.ViewerError]
) -> None:
    broker.answers = [answer(status, body)]
    with pytest.raises(kind) as refused:
        await request_session(broker.url, "p1", PATIENCE)
    assert len(broker.requests) == 1
    assert refused.value.message.endswith(".")
    assert refused.value.hint


@pytest.mark.parametrize(("status", "kind"), [(503, errors.ServiceBusy), (500, errors.ServerError)])
async def test_a_server_error_is_tried_three_times(
    broker: ScriptedBroker, status: int, kind: type[errors.ViewerError]
) -> None:
    broker.answers = [answer(status, {})]
    with pytest.raises(kind):
        await request_session(broker.url, "p1", PATIENCE)
    assert len(broker.requests) == 3


async def test_a_service_that_comes_back_grants_the_session(broker: ScriptedBroker) -> None:
    broker.answers = [answer(503, {}), answer(200, SESSION)]
    assert (await request_session(broker.url, "p1", PATIENCE)).session_id == "s1"


async def test_a_broker_that_has_tried_enough_itself_is_not_asked_again(broker: ScriptedBroker) -> None:
    broker.answers = [answer(503, {"attempts": 3})]
    with pytest.raises(errors.ServiceBusy):
        await request_session(broker.url, "p1", PATIENCE)
    assert len(broker.requests) == 1


async def test_a_refusal_that_a_broker_passes_on_as_a_success_is_told_as_the_refusal(
    broker: ScriptedBroker,
) -> None:
    broker.answers = [answer(200, {"error": "Concurrent session limit reached", "message": "1 of 1"})]
    broker.headers = {"Retry-After": "30"}
    with pytest.raises(errors.ConcurrencyLimit) as refused:
        await request_session(broker.url, "p1", PATIENCE)
    assert refused.value.message == "Every session of this account is in use: 1 of 1."
    assert refused.value.hint == "End another session, or try again in 30 seconds."
    assert (refused.value.retry_after, len(broker.requests)) == (30, 1)


async def test_a_fault_that_a_broker_passes_on_as_a_success_is_tried_again(broker: ScriptedBroker) -> None:
    broker.answers = [answer(200, {"error": "Service Unavailable"}), answer(202, SESSION)]
    assert (await request_session(broker.url, "p1", PATIENCE)).session_id == "s1"


@pytest.mark.parametrize("status", [301, 302, 308])
async def test_a_broker_that_has_moved_says_where_to(broker: ScriptedBroker, status: int) -> None:
    broker.answers = [(status, b"<html>Moved</html>")]
    broker.headers = {"Location": "https://new.example/v1/engine/session"}
    with pytest.raises(errors.BrokerMoved) as moved:
        await request_session(broker.url, "p1", PATIENCE)
    assert moved.value.message == "The broker has moved to https://new.example."
    assert len(broker.requests) == 1


@pytest.mark.parametrize(
    ("status", "body", "why"),
    [
        (200, b"<html>", "it answers with a web page (200 OK)"),
        (204, b"", "it answers with nothing (204 No Content)"),
        (401, b"<html>", "it answers with a web page (401 Unauthorized)"),
        (404, b"<html>", "it answers with a web page (404 Not Found)"),
        (405, b"{}", "it answers 405 Method Not Allowed"),
        (302, b"", "it answers 302 Found"),
    ],
)
async def test_what_no_broker_answers_is_told_as_that(
    broker: ScriptedBroker, status: int, body: bytes, why: str
) -> None:
    broker.answers = [(status, body)]
    with pytest.raises(errors.BadAnswer) as bad:
        await request_session(broker.url, "p1", PATIENCE)
    assert bad.value.message == f"That is not a broker: {why}."
    assert len(broker.requests) == 1


async def test_a_byte_order_mark_is_skipped(broker: ScriptedBroker) -> None:
    broker.answers = [(200, b"\xef\xbb\xbf" + json.dumps(SESSION).encode())]
    assert (await request_session(broker.url, "p1", PATIENCE)).session_id == "s1"


async def test_a_session_without_a_token_is_granted(broker: ScriptedBroker) -> None:
    broker.answers = [answer(200, without("sessionToken"))]
    session = await request_session(broker.url, "p1", PATIENCE)
    assert (session.session_id, session.session_token) == ("s1", None)


def without(name: str) -> dict[str, Any]:
    return {key: value for key, value in SESSION.items() if key != name}


@pytest.mark.parametrize(
    "body",
    [
        b"<html>",
        b"[]",
        b"",
        *(json.dumps(without(name)).encode() for name in ("sessionId", "engineHost", "clientConfig")),
        json.dumps(SESSION | {"engineProtocol": "ftp"}).encode(),
        json.dumps(SESSION | {"engineHost": "user@evil"}).encode(),
        json.dumps(SESSION | {"clientConfig": {"iceServers": 5}}).encode(),
    ],
)
async def test_an_answer_that_is_no_session_says_so_without_quoting_it(
    broker: ScriptedBroker, body: bytes
) -> None:
    broker.answers = [(200, body)]
    with pytest.raises(errors.BadAnswer) as bad:
        await request_session(broker.url, "p1", PATIENCE)
    assert "token-of-this-test" not in str(bad.value)


@pytest.mark.parametrize("status", [200, 403, 500])
async def test_an_answer_without_end_is_not_read_to_its_end(broker: ScriptedBroker, status: int) -> None:
    broker.answers, broker.endless = [(status, b" " * 65_536)], True
    with pytest.raises(errors.BrokerError) as bad:
        await request_session(broker.url, "p1", RetryPolicy(attempts=1, timeout=20))
    assert not isinstance(bad.value, errors.BrokerTimeout)


@pytest.mark.parametrize("url", ["", "broker", "ftp://127.0.0.1", "http://", "http://127.0.0.1:99999"])
async def test_what_is_not_a_url_says_what_one_looks_like(url: str) -> None:
    with pytest.raises(errors.UsageError) as bad:
        await request_session(url, "p1", PATIENCE)
    assert "http://" in bad.value.hint


async def test_a_silent_broker_is_not_asked_twice(broker: ScriptedBroker) -> None:
    broker.answers = [answer(200, SESSION)]
    broker.speaks.clear()
    try:
        with pytest.raises(errors.BrokerTimeout):
            await request_session(broker.url, "p1", RetryPolicy(timeout=0.3))
    finally:
        broker.speaks.set()
    assert len(broker.requests) == 1


@pytest.mark.parametrize("persona", ["", "  ", "p" * 201])
async def test_an_impossible_persona_is_told_before_anybody_is_asked(
    broker: ScriptedBroker, persona: str
) -> None:
    with pytest.raises(errors.UsageError, match="persona"):
        await request_session(broker.url, persona, PATIENCE)
    assert broker.requests == []


@asynccontextmanager
async def raw_broker(speak: Callable[[asyncio.StreamWriter], Awaitable[None]]) -> AsyncIterator[str]:
    """The URL of a broker that answers 200 and then whatever ``speak`` writes."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            await reader.readuntil(b"\r\n\r\n")
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
            await speak(writer)
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


@pytest.mark.virtual_time
async def test_no_more_of_an_answer_without_end_is_read_than_a_session_could_be() -> None:
    written = 0

    async def speak(writer: asyncio.StreamWriter) -> None:
        nonlocal written
        while written < 64 * MAX_ANSWER_BYTES:
            writer.write(b" " * 65536)
            await writer.drain()
            written += 65536

    async with raw_broker(speak) as url:
        with pytest.raises(errors.BadAnswer):
            await request_session(url, "p1")
    assert written < 32 * MAX_ANSWER_BYTES  # what the system's buffers take, included


@pytest.mark.virtual_time
async def test_an_answer_in_drops_has_no_more_time_than_one_at_once() -> None:
    asked = 0

    async def speak(writer: asyncio.StreamWriter) -> None:
        nonlocal asked
        asked += 1
        for _ in range(1000):
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(1)

    began = asyncio.get_running_loop().time()
    async with raw_broker(speak) as url:
        with pytest.raises(errors.BrokerTimeout):
            await request_session(url, "p1")
        assert asyncio.get_running_loop().time() - began == pytest.approx(POLICY.timeout, abs=0.1)
    assert asked == 1


@pytest.mark.parametrize("tried", [1, 2])
async def test_what_a_broker_has_tried_counts(broker: ScriptedBroker, tried: int) -> None:
    broker.answers = [answer(503, {"attempts": tried})]
    with pytest.raises(errors.ServiceBusy):
        await request_session(broker.url, "p1", PATIENCE)
    assert len(broker.requests) == {1: 3, 2: 2}[tried]


async def test_neither_token_nor_answer_is_logged(
    broker: ScriptedBroker, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    broker.answers = [answer(503, SESSION), answer(200, SESSION)]
    await request_session(broker.url, "p1", PATIENCE)
    assert "asking the broker again" in caplog.text
    assert SESSION["sessionToken"] not in caplog.text
