"""The log for programs, and the ID by which a request is found in it."""

import io
import json
import logging
import re
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from tests.broker.in_memory import InMemory
from tests.broker.operation.service import Service
from tests.broker.upstream import API_KEY
from viewer.broker.app import create_app
from viewer.broker.operation.logs import JsonFormatter
from viewer.protocol.api import SESSION_PATH, stop_path
from viewer.settings import BrokerSettings

OWN = re.compile(r"[0-9a-f]{16}")


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the broker logs, as JSON."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonFormatter())
    logger = logging.getLogger("viewer.broker")
    logger.addHandler(handler)
    yield written
    logger.removeHandler(handler)


@pytest.fixture
async def app() -> AsyncIterator[FastAPI]:
    app = create_app(BrokerSettings(), API_KEY, http=InMemory(Service()))
    async with app.router.lifespan_context(app):
        yield app


@pytest.fixture
async def broker(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        yield client


def lines(log: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


async def test_a_request_is_found_by_the_id_that_its_client_saw(
    broker: httpx.AsyncClient, log: io.StringIO
) -> None:
    granted = await broker.post(SESSION_PATH, json={"personaId": "p-1"})
    refused = await broker.post(SESSION_PATH, json={})
    late = await broker.post(stop_path("s-1"), json={})
    told = {line["request_id"]: line["message"] for line in lines(log)}
    assert told[late.headers["X-Request-Id"]].startswith("/v1/sessions/{session_id}/stop: 404")
    assert "session granted to 127.0.0.1 after" in told[granted.headers["X-Request-Id"]]
    assert "no session granted: 400" in told[refused.headers["X-Request-Id"]]


async def test_a_proxys_id_is_taken(broker: httpx.AsyncClient, log: io.StringIO) -> None:
    sent = {"X-Request-Id": "4bf92f35-77b3.4da6_a"}
    assert (await broker.get("/healthz", headers=sent)).headers["X-Request-Id"] == sent["X-Request-Id"]


@pytest.mark.parametrize(
    "sent",
    [
        [("X-Request-Id", "")],
        [("X-Request-Id", "a b")],
        [("X-Request-Id", "a" * 65)],
        [("X-Request-Id", '"},{"level":"error')],
        [("X-Request-Id", b"\xff\xfe")],
        [("X-Request-Id", "one"), ("X-Request-Id", "two")],
    ],
)
async def test_what_is_no_plain_word_is_not_taken(
    broker: httpx.AsyncClient, sent: list[tuple[str, Any]]
) -> None:
    answer = await broker.get("/healthz", headers=sent)
    assert OWN.fullmatch(answer.headers["X-Request-Id"])


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [("/none", {}, 404), ("/healthz", {"Host": "evil.example"}, 421), (SESSION_PATH, {}, 405)],
)
async def test_refusals_have_one_too(
    broker: httpx.AsyncClient, path: str, headers: dict[str, str], status: int
) -> None:
    answer = await broker.get(path, headers=headers)
    assert answer.status_code == status
    assert OWN.fullmatch(answer.headers["X-Request-Id"])


async def test_a_fault_of_the_broker_has_one_too(app: FastAPI, broker: httpx.AsyncClient) -> None:
    sessions, app.state.sessions = app.state.sessions, None
    answer = await broker.post(SESSION_PATH, json={"personaId": "p-1"}, headers={"X-Request-Id": "f-1"})
    app.state.sessions = sessions
    assert (answer.status_code, answer.headers["X-Request-Id"]) == (500, "f-1")


def test_a_line_is_one_object_whatever_is_in_it() -> None:
    said = 'a\nb\u2028c "}\n{"level": "error"} \ud800 ü'
    # Not by a logger: with half a character in it, what pytest keeps of the log cannot leave a worker.
    record = logging.LogRecord("viewer.broker.x", logging.WARNING, "", 0, "%s", (said,), None)
    text = JsonFormatter().format(record)
    line = json.loads(text)
    assert (line["level"], line["logger"], line["message"]) == ("warning", "viewer.broker.x", said)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", line["time"])
    assert text.isascii()
    assert len(text.splitlines()) == 1


def test_tracebacks_are_told_and_secrets_are_not(log: io.StringIO, app: FastAPI) -> None:
    try:
        raise RuntimeError(f"planted {API_KEY} and Bearer planted-token-1")
    except RuntimeError:
        logging.getLogger("viewer.broker.x").exception('{"sessionToken": "planted-token-2"}')
    [line] = lines(log)
    assert "RuntimeError: planted" in line["exception"]
    for secret in (API_KEY, "planted-token"):
        assert secret not in log.getvalue()
