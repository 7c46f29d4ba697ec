"""Secrets are planted wherever one can be, and looked for in whatever the broker says."""

import io
import itertools
import logging
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import aiohttp
import httpx
import pytest
from fastapi import FastAPI
from starlette.types import ASGIApp, Receive, Scope, Send

from tests.broker.in_memory import InMemory
from tests.broker.operation.service import Service
from viewer.broker.access.clients import hash_of, read_clients
from viewer.broker.access.command import main as broker_token
from viewer.broker.access.page_guard import PageGuard
from viewer.broker.app import create_app
from viewer.broker.operation.logs import JsonFormatter
from viewer.broker.operation.pages import operation_app
from viewer.broker.rules import AccessRules
from viewer.protocol.api import SESSION_PATH
from viewer.protocol.retry import RetryPolicy
from viewer.redaction import RedactingFormatter
from viewer.settings import BrokerSettings

KEY = "planted+key/Zq81=xyzzy"
PLANTED = {"Authorization": f"Bearer {KEY}", "X-Planted": KEY, "Content-Type": "application/json"}


@pytest.fixture(params=["text", "json"])
def log(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """All that this process logs, of every library and level."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonFormatter() if request.param == "json" else RedactingFormatter())
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield written
    root.removeHandler(handler)
    root.setLevel(level)


@pytest.fixture
def token(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """A client's, of the file ``clients.json``."""
    assert broker_token(["add", "desk", "--clients", str(tmp_path / "clients.json")]) == 0
    said = capsys.readouterr().out
    return next(word for word in said.split() if word.startswith("pvc_"))


@pytest.fixture
def service() -> Service:
    return Service()


@pytest.fixture
async def app(service: Service, token: str, tmp_path: Path) -> AsyncIterator[FastAPI]:
    settings = BrokerSettings(clients=tmp_path / "clients.json")
    policy = RetryPolicy(first=0.0)
    app = create_app(settings, KEY, http=InMemory(service), policy=policy)
    async with app.router.lifespan_context(app):
        yield app


def client_of(app: ASGIApp) -> httpx.AsyncClient:
    """What fails is logged, as uvicorn does it."""

    async def logged(scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await app(scope, receive, send)
        except Exception as error:
            logging.getLogger("uvicorn.error").error("Exception in ASGI application\n", exc_info=error)

    return httpx.AsyncClient(transport=httpx.ASGITransport(logged), base_url="http://127.0.0.1")


def said_by_the_service() -> Iterator[httpx.Response | Exception]:
    echo = f"no: Bearer {KEY} ({KEY!r})"
    for status, field in itertools.product((200, 400, 401, 403, 422, 429, 500, 503), ("error", "message")):
        yield httpx.Response(status, json={field: echo})
    yield httpx.Response(302, headers={"Location": f"https://api.test/?key={KEY}"})
    yield httpx.Response(502, content=f"<html>{KEY}</html>".encode())
    yield httpx.Response(200, content=f"{KEY}".encode())
    yield httpx.Response(429, json={"error": KEY}, headers={"Retry-After": KEY, "RateLimit-Reset": KEY})
    yield httpx.Response(429, headers=[(b"RateLimit-Limit", "‹1›".encode())], json={})
    yield aiohttp.ClientError(f"cannot connect with {KEY}")
    yield RuntimeError(f"a fault with {KEY}")


async def test_no_secret_is_in_any_answer_log_line_metric_or_exception(
    app: FastAPI, service: Service, token: str, log: io.StringIO, tmp_path: Path
) -> None:
    said: list[str] = []
    wanted = {"Authorization": f"Bearer {token}"}
    async with (
        client_of(app) as broker,
        client_of(operation_app(app, lambda: PageGuard(AccessRules(), "127.0.0.1"))) as operation,
    ):
        for service.answer in said_by_the_service():
            answer = await broker.post(SESSION_PATH, json={"personaId": "p-1"}, headers=wanted)
            assert answer.status_code >= 400
            said.append(f"{answer.headers} {answer.text}")
        service.answer = None
        for headers in (PLANTED, {"Authorization": f"Basic {token}"}, {"Authorization": f"Bearer {token}x"}):
            for path in (SESSION_PATH, "/v1/personas", "/v1/sessions/s-1/stop", "/healthz", "/no-such"):
                for method in ("GET", "POST"):
                    answer = await broker.request(method, path, headers=headers, json={"personaId": KEY})
                    said.append(f"{answer.headers} {answer.text}")
        granted = await broker.post(SESSION_PATH, json={"personaId": "p-1"}, headers=wanted)
        assert granted.status_code == 200
        told = await operation.get("/metrics")
        ready = await operation.get("/readyz")
        said += [granted.text, told.text, ready.text, log.getvalue()]
    session_token = granted.json()["sessionToken"]
    said += [(tmp_path / "clients.json").read_text()]
    everything = "\n".join(said)
    for secret in (KEY, token, repr(KEY)[1:-1]):
        assert secret not in everything
    # That of a session is for its viewer alone.
    assert session_token not in "".join((log.getvalue(), told.text, ready.text))
    assert "a fault with" in log.getvalue()
    assert hash_of(token) == read_clients(tmp_path / "clients.json").clients[0].token_sha256
