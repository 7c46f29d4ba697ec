"""The gateway reaches the engines of its own sessions, whatever a client makes of their names."""

from collections.abc import AsyncIterator

import httpx
import pytest
import websockets

from tests.broker.gateway.conftest import RunningGateway, closed_with
from tests.broker.gateway.engine import Engine, running_engine

NOT_OURS = (1008, "Backend WebSocket: not an engine of this broker's sessions")
# {0} is the engine of the session, {1} another server; both are on this computer.
SOCKETS = [
    "ws://{1}/v1/ws?session_id=s-1",
    "ws://{0}@{1}/v1/ws?session_id=s-1",
    "ws://{0}:x@{1}/v1/ws?session_id=s-1",
    "ws://user@{0}/v1/ws?session_id=s-1",
    "ws://{1}#@{0}/v1/ws?session_id=s-1",
    "ws://{1}\\@{0}/v1/ws?session_id=s-1",
    "ws://{1}/v1/ws?session_id=s-1#{0}",
    "ws://{0}.{1}/v1/ws?session_id=s-1",
    "ws://{0}%2f@{1}/v1/ws?session_id=s-1",
    "ws://{0}%00.{1}/v1/ws?session_id=s-1",
    "ws://{0}\t@{1}/v1/ws?session_id=s-1",
    "ws://{0}\r\nHost: {1}/v1/ws?session_id=s-1",
    " ws://{0}/v1/ws?session_id=s-1",
    "ws:{0}/v1/ws?session_id=s-1",
    "ws:///{0}/v1/ws?session_id=s-1",
    "//{0}/v1/ws?session_id=s-1",
    "http://{0}/v1/ws?session_id=s-1",
    "wss://{0}/v1/ws?session_id=s-1",
    "https://{0}/v1/ws?session_id=s-1",
    "ftp://{0}/v1/ws?session_id=s-1",
    "file:///etc/passwd",
    "gopher://{1}/",
    "unix:///run/docker.sock",
    "ws://{0}0/v1/ws?session_id=s-1",
    "ws://localhost:80/v1/ws?session_id=s-1",
    "ws://127.1/v1/ws?session_id=s-1",
    "ws://2130706433/v1/ws?session_id=s-1",
    "ws://0x7f000001/v1/ws?session_id=s-1",
    "ws://0177.0.0.1/v1/ws?session_id=s-1",
    "ws://[::1]/v1/ws?session_id=s-1",
    "ws://[::ffff:127.0.0.1]/v1/ws?session_id=s-1",
    "ws://[::ffff:7f00:1]/v1/ws?session_id=s-1",
    "ws://[fe80::1%25lo]/v1/ws?session_id=s-1",
    "ws://127.0.0.1./v1/ws?session_id=s-1",
    "ws://①②⑦.⓪.⓪.①/v1/ws?session_id=s-1",
    "ws://127。0。0。1/v1/ws?session_id=s-1",
    "ws://169.254.169.254/latest/meta-data/",
    "ws://metadata.google.internal/",
    "ws://{0}/v1/ws?session_id=s-2",
    "ws://{0}/v1/ws?session_id=S-1",
    "ws://{0}/v1/ws?session_id=s-1&session_id=s-2",
    "ws://{0}/v1/ws?session_id=s-1&admin=1",
    "ws://{0}/v1/ws?session_id=s%2D1",
    "ws://{0}/v1/ws?",
    "ws://{0}/v1/ws",
    "ws://{0}/v1/ws/?session_id=s-1",
    "ws://{0}/v1/admin?session_id=s-1",
    "ws://{0}/v1/../v1/ws?session_id=s-1",
    "ws://{0}/v1/%2e%2e/admin?session_id=s-1",
    "ws://{0}/v1/./ws?session_id=s-1",
    "ws://{0}/v1//ws?session_id=s-1",
    "ws://{0}//v1/ws?session_id=s-1",
    "ws://{0}/v1%2fws?session_id=s-1",
    "ws://{0}/V1/ws?session_id=s-1",
    "WS://{0}/v1/ws?session_id=s-1",
    "",
    "ws://",
    "{0}",
    "\x00",
]
TALKS = [
    "http://{1}/cell/7/talk?session_id=s-1",
    "http://{0}@{1}/cell/7/talk?session_id=s-1",
    "http://{0}/talk?session_id=s-1",
    "http://{0}/cell/7/../talk?session_id=s-1",
    "http://{0}/cell/7/%2e%2e/%2e%2e/talk?session_id=s-1",
    "http://{0}/cell/8/talk?session_id=s-1",
    "https://{0}/cell/7/talk?session_id=s-1",
    "ws://{0}/v1/ws?session_id=s-1",
    "http://{0}/cell/7/talk?session_id=s-2",
    "http://{0}/v1/auth/session-token",
    "http://169.254.169.254/latest/meta-data/",
    "",
]


@pytest.fixture
async def victim() -> AsyncIterator[Engine]:
    """A server that is nobody's engine."""
    async with running_engine() as victim:
        yield victim


@pytest.fixture(autouse=True)
async def granted(gateway: RunningGateway, engine: Engine) -> None:
    assert gateway.grants.remember(engine.session())


async def test_no_other_spelling_opens_a_websocket(
    gateway: RunningGateway, engine: Engine, victim: Engine
) -> None:
    for spelling in SOCKETS:
        target = spelling.format(engine.host, victim.host)
        assert await closed_with(gateway.to(target)) == NOT_OURS, target
    assert (engine.reached, victim.reached) == ([], [])


async def test_no_other_spelling_is_posted_to(
    gateway: RunningGateway, engine: Engine, victim: Engine
) -> None:
    for spelling in TALKS:
        target = spelling.format(engine.host, victim.host)
        assert (await gateway.talk(target)).status_code == 403, target
    assert (engine.reached, victim.reached) == ([], [])


async def test_two_targets_are_none(gateway: RunningGateway, engine: Engine, victim: Engine) -> None:
    good = engine.session()
    other = f"ws://{victim.host}/"
    for targets in ((good.signalling_url, other), (other, good.signalling_url), (good.signalling_url,) * 2):
        assert await closed_with(gateway.to(*targets)) == NOT_OURS
    assert await closed_with(gateway.to()) == NOT_OURS
    for query in ("session_id=s-2", "session_id=s-1&x=1", ""):
        assert (await gateway.talk(good.talk_url, query)).status_code == 403
    assert (engine.reached, victim.reached) == ([], [])


async def test_an_engine_cannot_send_the_gateway_elsewhere(
    gateway: RunningGateway, engine: Engine, victim: Engine
) -> None:
    engine.redirect = f"http://{victim.host}/v1/ws?session_id=s-1"
    assert await closed_with(gateway.through(engine.session())) == (
        1008,
        "Backend WebSocket: cannot be reached",
    )
    assert (await gateway.talk(engine.session().talk_url)).status_code == 502
    assert victim.reached == []


async def test_other_methods_and_paths_lead_nowhere(gateway: RunningGateway, engine: Engine) -> None:
    headers = {"X-Anam-Target-Url": engine.session().talk_url}
    async with httpx.AsyncClient(base_url=gateway.url, headers=headers, trust_env=False) as client:
        for method, path in [
            ("GET", "/v1/gateway/talk?session_id=s-1"),
            ("PUT", "/v1/gateway/talk?session_id=s-1"),
            ("POST", "/v1/gateway/talk/?session_id=s-1"),
            ("POST", "/v1/gateway/ws?session_id=s-1"),
            ("POST", "/v1/gateway/v1/engine/session"),
            ("POST", "/v1/gateway/cell/7/talk?session_id=s-1"),
        ]:
            assert (await client.request(method, path)).status_code in (307, 404, 405)
    with pytest.raises(websockets.InvalidStatus):
        await websockets.connect(gateway.to("x").replace("/ws?", "/elsewhere?"), proxy=None)
    assert engine.reached == []


async def test_what_browsers_write_is_the_same_target(gateway: RunningGateway, engine: Engine) -> None:
    spelled = engine.session("s-3", engineHost=f"LOCALHOST:{engine.port}/cell")
    gateway.grants.remember(spelled)
    async with websockets.connect(gateway.through(spelled), proxy=None) as client:
        await client.send("x")
        assert await client.recv() == "x"
    answered = await gateway.talk(
        f"http://localhost:{engine.port}/cell/talk?session_id=s-3", "session_id=s-3"
    )
    assert answered.status_code == 200
    usual = engine.session("s-4", engineHost="Engine.Example:443", engineProtocol="https")
    gateway.grants.remember(usual)
    assert gateway.grants.of_socket("wss://engine.example/v1/ws?session_id=s-4")
