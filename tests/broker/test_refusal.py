"""Section 1.3: each row of the error table reaches the viewer; nothing secret does."""

import json
import socket
from typing import Any, NamedTuple

import httpx
import pytest

from tests.broker.conftest import running_broker
from tests.broker.upstream import API_KEY, SESSION, TOKEN, HangUp, Reply, ScriptedUpstream, Silence
from tests.e2e.running_session import running_session
from viewer import errors
from viewer.protocol import events
from viewer.protocol.api import SESSION_PATH, TOKEN_PATH
from viewer.protocol.events import Phase
from viewer.protocol.refusals import refusal
from viewer.session.conversation import Conversation
from viewer.settings import BrokerSettings

ASK = {"personaId": "p-1"}
BOTH_CALLS = pytest.mark.parametrize("path", [TOKEN_PATH, SESSION_PATH])


class Row(NamedTuple):
    """What the service answers, what the viewer gets, and what the viewer makes of it."""

    status: int
    body: dict[str, str | None]
    passed_on: int
    error: str
    kind: type[errors.SessionRefused]


CONCURRENCY = "Concurrent session limit reached"
SPEND_CAP = "Spend cap reached"
ROWS = [
    Row(400, {"message": "bad persona"}, 400, "invalid-request", errors.InvalidRequest),
    Row(401, {"error": "Unauthorized"}, 401, "Unauthorized", errors.KeyRefused),
    Row(403, {}, 403, "not-permitted", errors.NotPermitted),
    Row(403, {"message": "cara-4 is not in your plan"}, 403, "not-permitted", errors.NotPermitted),
    Row(402, {"error": "No plan"}, 402, "No plan", errors.NoPlan),
    Row(429, {"error": CONCURRENCY}, 429, CONCURRENCY, errors.ConcurrencyLimit),
    Row(429, {"error": SPEND_CAP}, 429, SPEND_CAP, errors.SpendCapReached),
    Row(429, {"error": "Out of minutes"}, 429, "Out of minutes", errors.UsageLimit),
    Row(404, {"error": "Not Found"}, 404, "Not Found", errors.InvalidRequest),
    Row(422, {"message": "no such voice"}, 422, "invalid-request", errors.InvalidRequest),
    Row(409, {}, 502, "server-error", errors.ServerError),
    # Said with a success, as some do that stand between.
    Row(200, {"error": "Unauthorized"}, 401, "Unauthorized", errors.KeyRefused),
    Row(200, {"error": SPEND_CAP, "sessionId": None}, 429, SPEND_CAP, errors.SpendCapReached),
    Row(200, {"message": "no luck"}, 502, "session-refused", errors.ServerError),
]
SERVER_FAULTS = [
    Row(503, {"message": "busy"}, 503, "service-busy", errors.ServiceBusy),
    Row(500, {"error": "boom"}, 502, "boom", errors.ServerError),
    Row(504, {}, 502, "server-error", errors.ServerError),
]


def assert_refused(answer: httpx.Response, status: int, error: str, attempts: int) -> dict[str, Any]:
    """The answer is a whole and clean refusal."""
    assert answer.status_code == status
    body: dict[str, Any] = answer.json()
    assert set(body) == {"error", "message", "hint", "attempts"}
    assert (body["error"], body["attempts"]) == (error, attempts)
    assert body["message"].endswith(".")
    assert body["hint"]
    for secret in (API_KEY, TOKEN):
        assert secret not in json.dumps(body)
    return body


@BOTH_CALLS
@pytest.mark.parametrize("row", ROWS)
def test_a_refusal_is_passed_on_at_once_and_understood_by_the_viewer(
    broker: httpx.Client, upstream: ScriptedUpstream, path: str, row: Row
) -> None:
    upstream.play(path, Reply(row.status, row.body))
    answer = broker.post(SESSION_PATH, json=ASK)
    told = assert_refused(answer, row.passed_on, row.error, attempts=1)
    assert upstream.count(path) == 1
    understood = refusal(answer.status_code, answer.content)
    assert type(understood) is row.kind
    assert understood.message == told["message"]


@BOTH_CALLS
@pytest.mark.parametrize("said", [{}, {"error": "Unauthorized"}, {"message": f"No such key: {API_KEY}."}])
async def test_a_key_that_is_refused_ends_a_session_with_one_sentence_and_what_to_do(
    broker: httpx.Client, upstream: ScriptedUpstream, path: str, said: dict[str, str]
) -> None:
    upstream.play(path, Reply(401, said))
    async with running_session(str(broker.base_url), kind=Conversation) as running:
        closed = await running.seen(events.SessionClosed)
    assert type(closed.error) is errors.KeyRefused
    known = errors.KeyRefused.default_message.removesuffix(".")
    assert closed.error.message.startswith(known)
    assert (closed.error.message.count(known), closed.error.message.count(".")) == (1, 1)
    assert closed.error.hint == errors.KeyRefused.hint
    assert API_KEY not in str(running.events)
    assert running.phases == [Phase.ASKING_BROKER, Phase.CLOSED]
    assert upstream.count(path) == 1


@BOTH_CALLS
@pytest.mark.parametrize("row", SERVER_FAULTS)
def test_a_fault_of_the_service_is_tried_three_times(
    broker: httpx.Client, upstream: ScriptedUpstream, path: str, row: Row
) -> None:
    upstream.play(path, Reply(row.status, row.body))
    answer = broker.post(SESSION_PATH, json=ASK)
    assert_refused(answer, row.passed_on, row.error, attempts=3)
    assert upstream.count(path) == 3
    assert type(refusal(answer.status_code, answer.content)) is row.kind


@BOTH_CALLS
@pytest.mark.parametrize("fault", [Reply(503, {}), HangUp()])
def test_a_passing_fault_is_not_seen_by_the_viewer(
    broker: httpx.Client, upstream: ScriptedUpstream, path: str, fault: Reply | HangUp
) -> None:
    upstream.script[path].appendleft(fault)
    answer = broker.post(SESSION_PATH, json=ASK)
    assert answer.status_code == 200
    assert upstream.count(path) == 2


def test_three_attempts_count_over_both_calls(broker: httpx.Client, upstream: ScriptedUpstream) -> None:
    upstream.script[TOKEN_PATH].appendleft(Reply(500))
    upstream.play(SESSION_PATH, Reply(500), Reply(429, {"error": SPEND_CAP}))
    assert_refused(broker.post(SESSION_PATH, json=ASK), 429, SPEND_CAP, attempts=3)


@BOTH_CALLS
def test_a_service_that_hangs_up_is_unreachable(
    broker: httpx.Client, upstream: ScriptedUpstream, path: str
) -> None:
    upstream.play(path, HangUp())
    assert_refused(broker.post(SESSION_PATH, json=ASK), 502, "upstream-unreachable", attempts=3)
    assert upstream.count(path) == 3


def test_nobody_upstream_is_said_clearly() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        nobody = f"http://127.0.0.1:{taken.getsockname()[1]}"
    with running_broker(BrokerSettings(upstream=nobody)) as broker:
        answer = broker.post(SESSION_PATH, json=ASK)
    told = assert_refused(answer, 502, "upstream-unreachable", attempts=3)
    assert told["message"] == "The broker cannot reach the avatar service."
    assert refusal(answer.status_code, answer.content).message == told["message"]


@BOTH_CALLS
def test_a_silent_service_ends_at_the_deadline_and_is_not_asked_again(
    upstream: ScriptedUpstream, path: str
) -> None:
    upstream.play(path, Silence())
    with running_broker(BrokerSettings(upstream=upstream.url), deadline=0.5) as broker:
        told = assert_refused(broker.post(SESSION_PATH, json=ASK), 504, "upstream-timeout", attempts=1)
        upstream.silence_over.set()
    assert told["message"] == "The avatar service does not answer the broker."
    assert upstream.count(path) == 1


def without(field: str) -> dict[str, Any]:
    return {name: value for name, value in SESSION.items() if name != field}


def with_config(**changes: Any) -> dict[str, Any]:
    return SESSION | {"clientConfig": SESSION["clientConfig"] | changes}


@pytest.mark.parametrize(
    ("path", "body", "named"),
    [
        (TOKEN_PATH, b"", "it answers with nothing (200 OK)"),
        (TOKEN_PATH, b"<html>hello</html>", "it answers with a web page (200 OK)"),
        (TOKEN_PATH, b"hello", "not JSON"),
        (TOKEN_PATH, [], "not a JSON object"),
        (TOKEN_PATH, {}, "sessionToken"),
        (TOKEN_PATH, {"sessionToken": None}, "sessionToken"),
        (TOKEN_PATH, {"sessionToken": ""}, "sessionToken"),
        (TOKEN_PATH, {"sessionToken": {"jwt": TOKEN}}, "sessionToken"),
        (SESSION_PATH, b"", "it answers with nothing (200 OK)"),
        (SESSION_PATH, b"\xff\xfe{", "not JSON"),
        (SESSION_PATH, b"[" * 5000, "not JSON"),
        (SESSION_PATH, json.dumps(SESSION | {"new": float("nan")}).encode(), "not JSON"),
        (SESSION_PATH, b'{"new": "\\ud800"}', "sessionId"),
        (SESSION_PATH, "text", "not a JSON object"),
        *(
            (SESSION_PATH, without(field), field)
            for field in SESSION
            if field not in {"region", "signallingEndpoint", "somethingNew", "engineHost"}
        ),
        (SESSION_PATH, without("engineHost"), "another service's room"),
        (SESSION_PATH, SESSION | {"sessionId": 7}, "sessionId"),
        (SESSION_PATH, SESSION | {"engineHost": "evil@host"}, "engineHost"),
        (SESSION_PATH, SESSION | {"engineProtocol": "gopher"}, "engineProtocol"),
        (SESSION_PATH, SESSION | {"signallingEndpoint": "ws"}, "signallingEndpoint"),
        (SESSION_PATH, SESSION | {"clientConfig": []}, "clientConfig"),
        (SESSION_PATH, with_config(heartbeatIntervalSeconds="5"), "clientConfig.heartbeatIntervalSeconds"),
        (SESSION_PATH, with_config(maxWsReconnectionAttempts=True), "clientConfig.maxWsReconnectionAttempts"),
        (SESSION_PATH, with_config(iceServers=[{"urls": 1}]), "clientConfig.iceServers.0.urls"),
    ],
)
def test_an_answer_that_is_no_session_names_the_fault(
    broker: httpx.Client, upstream: ScriptedUpstream, path: str, body: Any, named: str
) -> None:
    upstream.play(path, Reply(200, body))
    told = assert_refused(broker.post(SESSION_PATH, json=ASK), 502, "upstream-bad-answer", attempts=1)
    assert named in told["message"]
    assert upstream.count(path) == 1


@BOTH_CALLS
@pytest.mark.parametrize("echo", ["{key}", "no: Bearer {token}", "x" * 290 + "{key}", "token={token}"])
@pytest.mark.parametrize("escaped", [False, True])
def test_what_the_service_echoes_of_key_and_token_reaches_neither_viewer_nor_log(
    broker: httpx.Client,
    upstream: ScriptedUpstream,
    caplog: pytest.LogCaptureFixture,
    path: str,
    echo: str,
    escaped: bool,
) -> None:
    text = echo.format(key=API_KEY, token=TOKEN)
    body = json.dumps({"error": text, "message": f"refused: {text}"}).encode()
    if escaped:
        body = body.replace(b"k", b"\\u006b").replace(b"J", b"\\u004a")
    upstream.play(path, Reply(400, body))
    answer = broker.post(SESSION_PATH, json=ASK)
    assert answer.status_code == 400
    for secret in (API_KEY[:12], TOKEN[:12]):
        assert secret not in json.dumps(answer.json(), ensure_ascii=False)
        assert secret not in caplog.text


def test_success_and_refusal_are_logged_without_secrets(
    broker: httpx.Client, upstream: ScriptedUpstream, caplog: pytest.LogCaptureFixture
) -> None:
    assert broker.post(SESSION_PATH, json=ASK).status_code == 200
    upstream.play(SESSION_PATH, Reply(402))
    assert broker.post(SESSION_PATH, json=ASK).status_code == 402
    assert "session granted" in caplog.text
    assert "402 no-plan" in caplog.text
    for secret in (API_KEY, TOKEN, "turn-credential"):
        assert secret not in caplog.text


@BOTH_CALLS
@pytest.mark.parametrize(
    ("reply", "code", "sentence"),
    [
        (
            Reply(301, b"<html>", {"Location": "https://api2.test{path}"}),
            "upstream-moved",
            "The avatar service has moved to https://api2.test.",
        ),
        (
            Reply(404, b"<html>nothing here</html>"),
            "upstream-bad-answer",
            "The broker's upstream is not an avatar service: it answers with a web page (404 Not Found).",
        ),
        (
            Reply(401, b"<html>sign in</html>"),
            "upstream-bad-answer",
            "The broker's upstream is not an avatar service: it answers with a web page (401 Unauthorized).",
        ),
        (
            Reply(405, {"detail": "Method Not Allowed"}),
            "upstream-bad-answer",
            "The broker's upstream is not an avatar service: it answers 405 Method Not Allowed.",
        ),
    ],
)
def test_an_upstream_that_is_no_avatar_service_is_not_taken_for_one(
    broker: httpx.Client, upstream: ScriptedUpstream, path: str, reply: Reply, code: str, sentence: str
) -> None:
    headers = {name: value.format(path=path) for name, value in reply.headers.items()}
    upstream.play(path, Reply(reply.status, reply.body, headers))
    answer = broker.post(SESSION_PATH, json=ASK)
    told = assert_refused(answer, 502, code, attempts=1)
    assert told["message"] == sentence
    assert upstream.count(path) == 1
    assert refusal(answer.status_code, answer.content).message == sentence


@BOTH_CALLS
def test_when_to_ask_again_is_passed_on(broker: httpx.Client, upstream: ScriptedUpstream, path: str) -> None:
    headers = {"Retry-After": "90", "RateLimit-Limit": "5", "RateLimit-Remaining": "0", "X-Other": "1"}
    upstream.play(path, Reply(503, {}, headers))
    answer = broker.post(SESSION_PATH, json=ASK)
    told = assert_refused(answer, 503, "service-busy", attempts=1)
    assert told["hint"] == "Try again in 90 seconds."
    assert (answer.headers["retry-after"], answer.headers["ratelimit-limit"]) == ("90", "5")
    assert answer.headers["ratelimit-remaining"] == "0"
    assert "x-other" not in answer.headers


def test_a_key_in_the_services_headers_is_not_passed_on(
    broker: httpx.Client, upstream: ScriptedUpstream
) -> None:
    headers = {"RateLimit-Policy": f"5;w=60;key={API_KEY}", "RateLimit-Limit": "5"}
    upstream.play(SESSION_PATH, Reply(429, {}, headers))
    answer = broker.post(SESSION_PATH, json=ASK)
    assert API_KEY not in str(answer.headers)
    assert answer.headers["ratelimit-limit"] == "5"
