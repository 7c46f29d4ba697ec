from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, TypeAlias

import httpx
import pytest

from tests.broker.upstream import API_KEY, ScriptedUpstream
from viewer.broker.app import create_app
from viewer.broker.rules import Rules
from viewer.protocol.api import SESSION_PATH
from viewer.settings import BrokerSettings

Ask: TypeAlias = Callable[..., AbstractAsyncContextManager[httpx.AsyncClient]]


@pytest.fixture(autouse=True)
def _no_token_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PERSONA_VIEWER_CLIENT_TOKEN", raising=False)


@pytest.fixture
def asking(upstream: ScriptedUpstream) -> Ask:
    """A client of a broker with such access rules and settings, without a socket between them."""

    @asynccontextmanager
    async def asking(
        access: dict[str, Any] | None = None, peer: str = "127.0.0.1", **settings: Any
    ) -> AsyncIterator[httpx.AsyncClient]:
        rules = Rules.model_validate({"access": access or {}})
        app = create_app(BrokerSettings(upstream=upstream.url, **settings), API_KEY, rules=rules)
        transport = httpx.ASGITransport(app, client=(peer, 50_000))
        http = httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8080")
        async with app.router.lifespan_context(app), http as client:
            yield client

    return asking


async def start(client: httpx.AsyncClient, token: str | None = None, **headers: str) -> httpx.Response:
    """Ask for a session."""
    if token is not None:
        headers["Authorization"] = f"Bearer {token}"
    return await client.post(SESSION_PATH, json={"personaId": "p-1"}, headers=headers)
