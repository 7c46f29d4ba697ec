"""When a balancer should send requests here, and when not."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from starlette.applications import Starlette

from tests.broker.access.identity_provider import JWKS_URL, Provider, new_key
from viewer.broker.access.jwks import ASK_EVERY, STALE_AFTER, ProviderKeys
from viewer.broker.access.page_guard import PageGuard
from viewer.broker.operation.metrics import Metrics
from viewer.broker.operation.pages import operation_app
from viewer.broker.operation.readiness import Readiness
from viewer.broker.rules import AccessRules


class Part:
    """Anything that may have a problem."""

    def __init__(self) -> None:
        self.problem = ""


@pytest.fixture
def broker() -> Starlette:
    app = Starlette()
    app.state.access, app.state.metrics = Part(), Metrics()
    app.state.readiness = Readiness(app.state)
    return app


@asynccontextmanager
async def asking(broker: Starlette) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(operation_app(broker, lambda: PageGuard(AccessRules(), "127.0.0.1")))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        yield client


async def test_it_is_ready_when_nothing_is_wrong_and_not_when_it_stops(broker: Starlette) -> None:
    async with asking(broker) as client:
        starting = await client.get("/readyz")
        assert (starting.status_code, starting.json()["problem"]) == (503, "The broker is starting.")
        broker.state.sessions = Part()
        ready = await client.get("/readyz")
        assert (ready.status_code, ready.json()) == (200, {"status": "ready"})
        broker.state.readiness.is_draining = True
        stopping = await client.get("/readyz")
        assert (stopping.status_code, stopping.json()["problem"]) == (503, "The broker is stopping.")


@pytest.mark.parametrize("part", ["access", "sessions"])
async def test_it_tells_what_is_wrong(broker: Starlette, part: str) -> None:
    broker.state.sessions = Part()
    getattr(broker.state, part).problem = "Something is away."
    async with asking(broker) as client:
        answer = await client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json() == {"status": "not-ready", "problem": "Something is away."}


async def test_pages_of_the_web_get_neither_page(broker: Starlette) -> None:
    broker.state.sessions = Part()
    async with asking(broker) as client:
        for path in ("/readyz", "/metrics"):
            assert (await client.get(path, headers={"Host": "evil.example"})).status_code == 421
            assert (await client.get(path, headers={"Origin": "https://evil.example"})).status_code == 403


@pytest.mark.virtual_time
async def test_keys_that_cannot_be_fetched_are_a_problem() -> None:
    provider = Provider([new_key().jwk])
    keys = ProviderKeys(JWKS_URL, ["RS256"], provider)
    away = "The identity provider's keys could not be fetched."
    assert keys.problem == away
    await keys.start()
    try:
        await keys.find("k1", "RS256")
        assert keys.problem == ""

        async def fail(_: httpx.Request) -> httpx.Response:
            raise httpx.ConnectError("away")

        provider.act = fail
        await asyncio.sleep(STALE_AFTER + 2 * ASK_EVERY)
        assert keys.problem == away
    finally:
        await keys.close()
