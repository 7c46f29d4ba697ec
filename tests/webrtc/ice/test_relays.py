"""Sessions through a real TURN server on this machine."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from tests.broker.upstream import Reply
from tests.e2e.running_session import RunningSession
from tests.network.coturn import Coturn
from tests.session.hostile.scripted_engine import ScriptedEngine, granted
from tests.session.hostile.watch import watched_session
from tests.wire_messages import is_signal
from viewer import errors
from viewer.protocol import events
from viewer.protocol.api import SESSION_PATH
from viewer.protocol.events import Phase
from viewer.protocol.insight import Noted

pytestmark = pytest.mark.wire

KINDS = ("udp", "tcp", "tls")
NOBODY = {"urls": ["stun:127.0.0.1:9", "turn:127.0.0.1:9"], "username": "u", "credential": "nobodys-own"}
WRONG = "an-older-credential"


@asynccontextmanager
async def session_with(
    *servers: dict[str, Any], policy: str = "relay"
) -> AsyncIterator[tuple[ScriptedEngine, RunningSession]]:
    """A session whose broker names ``servers``."""
    async with watched_session() as (engine, running):
        config = {"iceServers": servers, "iceTransportPolicy": policy}
        answer = granted("s", engine.port) | {"clientConfig": config}
        engine.broker.play(SESSION_PATH, Reply(200, answer))
        yield engine, running


@pytest.fixture
def trusted(coturn: Coturn, monkeypatch: pytest.MonkeyPatch) -> Coturn:
    """Its certificate is vouched for."""
    monkeypatch.setenv("SSL_CERT_FILE", str(coturn.certificate))
    return coturn


@pytest.mark.parametrize("kind", KINDS)
async def test_media_goes_through_a_relay_over(kind: str, trusted: Coturn) -> None:
    async with session_with(trusted.server(kind)) as (engine, running):
        await running.phase(Phase.LIVE)
        route = await running.seen(events.RouteChosen)
    assert (route.local, route.relay) == ("relay", trusted.url(kind))
    assert running.closed.error is None
    # Where only a relay is allowed, nothing else is told.
    told = [s["payload"]["candidate"] for s in engine.session.signals if s["actionType"] == "icecandidate"]
    assert told
    assert all(" typ relay raddr 0.0.0.0 rport 9" in candidate for candidate in told)
    assert not any("a=candidate" in str(frame) for frame in engine.session.frames)
    # What the engine sends earlier is dropped by the relay, and sent again half a second later.
    signals = [e for e in running.events if isinstance(e, Noted) and is_signal(e, "icecandidate")]
    first_told = next(n for n, signal in enumerate(signals) if signal.side == "out")
    assert first_told > 0


async def test_servers_that_are_dead_or_refuse_hide_none_behind_them(trusted: Coturn) -> None:
    refusing = trusted.server("udp", "tcp", credential=WRONG)
    async with session_with(NOBODY, refusing, trusted.server("tcp")) as (_, running):
        await running.phase(Phase.LIVE)
        route = await running.seen(events.RouteChosen)
    assert (route.local, route.relay) == ("relay", trusted.url("tcp"))


async def test_media_goes_directly_though_relays_are_offered(trusted: Coturn) -> None:
    async with session_with(trusted.server("stun", *KINDS), policy="all") as (_, running):
        await running.phase(Phase.LIVE)
        route = await running.seen(events.RouteChosen)
    assert (route.local, route.relay) == ("host", None)


@pytest.mark.parametrize(
    ("kind", "credential", "kind_of_error"),
    [("udp", WRONG, errors.RelayRefused), ("tls", None, errors.RelayUntrusted)],
)
async def test_a_relay_that_cannot_be_used_is_the_reason_told(
    coturn: Coturn,
    kind: str,
    credential: str | None,
    kind_of_error: type[errors.MediaError],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("viewer.protocol.client.CONNECT_WITHIN", 1.5)
    server = coturn.server(kind, credential=credential) if credential else coturn.server(kind)
    async with session_with(server) as (_, running):
        closed = await running.seen(events.SessionClosed)
    assert type(closed.error) is kind_of_error
    assert WRONG not in str(running.events)
