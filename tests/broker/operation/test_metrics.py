"""What Prometheus is told, and that nobody else decides what it is."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI

from tests.broker.in_memory import InMemory
from tests.broker.operation.service import Service
from tests.broker.upstream import API_KEY
from viewer.broker.access.page_guard import PageGuard
from viewer.broker.app import create_app
from viewer.broker.operation.pages import operation_app
from viewer.broker.rules import AccessRules, Allowance, LimitRules, Rules
from viewer.errors import ConcurrencyLimit
from viewer.protocol.api import SESSION_PATH
from viewer.settings import BrokerSettings

RULES = Rules(limits=LimitRules(client=Allowance(sessions=2)))


@pytest.fixture
def service() -> Service:
    return Service()


@pytest.fixture
async def app(service: Service) -> AsyncIterator[FastAPI]:
    app = create_app(BrokerSettings(), API_KEY, rules=RULES, http=InMemory(service))
    async with app.router.lifespan_context(app):
        yield app


@pytest.fixture
async def broker(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(app) as client:
        yield client


@pytest.fixture
async def operation(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    pages = operation_app(app, lambda: PageGuard(AccessRules(), "127.0.0.1"))
    async with client_of(pages) as client:
        yield client


def client_of(app: object) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)  # type: ignore[arg-type]
    return httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1")


async def samples(operation: httpx.AsyncClient) -> dict[str, float]:
    """All that is said of the broker, by name and labels."""
    answer = await operation.get("/metrics")
    assert answer.status_code == 200
    lines = [line.rpartition(" ") for line in answer.text.splitlines() if not line.startswith("#")]
    return {
        name.removeprefix("persona_viewer_broker_"): float(value)
        for name, _, value in lines
        if name.startswith("persona_viewer_broker_")
    }


async def test_sessions_granted_and_refused_are_counted(
    broker: httpx.AsyncClient, operation: httpx.AsyncClient, service: Service
) -> None:
    for _ in range(3):
        await broker.post(SESSION_PATH, json={"personaId": "p-1"})
    await broker.post(SESSION_PATH, json={})
    await broker.post(SESSION_PATH, content=b"{}", headers={"Content-Type": "text/plain"})
    await broker.get("/no-such-page")
    told = await samples(operation)
    assert told["sessions_granted_total"] == told["session_grant_seconds_count"] == 2
    assert told["leases"] == 2
    assert told["calls_under_way"] == told["gateway_connections"] == 0
    refused = {name: value for name, value in told.items() if name.startswith("sessions_refused_total")}
    assert refused == {
        f'sessions_refused_total{{code="{code}"}}': 1
        for code in ("too-many-sessions", "invalid-request", "wrong-content-type")
    }


async def test_no_label_is_what_a_client_or_the_service_says(
    broker: httpx.AsyncClient, operation: httpx.AsyncClient, service: Service
) -> None:
    for number in range(20):
        said = {"error": f"planted-{number}", "message": f"planted-{number}"}
        service.answer = httpx.Response(422, json=said)
        await broker.post(
            f"{SESSION_PATH}?planted={number}",
            json={"personaId": f"planted-{number}"},
            headers={"X-Request-Id": f"planted-{number}", "User-Agent": f"planted-{number}"},
        )
        await asyncio.sleep(0)  # for the lease to be given back
    service.answer = httpx.Response(429, json={"error": ConcurrencyLimit.default_message})
    await broker.post(SESSION_PATH, json={"personaId": "p-1"})
    assert "planted" not in (await operation.get("/metrics")).text
    told = await samples(operation)
    assert told['sessions_refused_total{code="service-422"}'] == 20
    assert told['sessions_refused_total{code="service-429"}'] == 1


async def test_a_fault_of_the_broker_is_counted(
    app: FastAPI, broker: httpx.AsyncClient, operation: httpx.AsyncClient
) -> None:
    sessions, app.state.sessions = app.state.sessions, None
    answer = await broker.post(SESSION_PATH, json={"personaId": "p-1"})
    app.state.sessions = sessions
    assert answer.status_code == 500
    assert (await samples(operation))['sessions_refused_total{code="broker-fault"}'] == 1
