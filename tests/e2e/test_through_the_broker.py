"""What the broker adds to a session: the way through it to the engine, and the personas with their faces."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import uvicorn

from tests.e2e.running_session import running_session
from tests.processes import API_KEY, Server
from viewer import errors
from viewer.broker.app import create_app
from viewer.broker.faces.kinds import kind_of
from viewer.broker.rules import Rules
from viewer.protocol import commands, events
from viewer.session.personas import fetch_picture, list_personas
from viewer.settings import BrokerSettings

pytestmark = pytest.mark.wire


@contextmanager
def broker_with(engine: Server, rules: dict[str, Any]) -> Iterator[str]:
    """The URL of a broker in front of ``engine``."""
    app = create_app(BrokerSettings(upstream=engine.url), API_KEY, rules=Rules.model_validate(rules))
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="on", ws="websockets-sansio"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


def files(folder: Path) -> list[Path]:
    return list(folder.iterdir())


@pytest.fixture
async def shut_off(engine: Server, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A network that lets no TCP of this loop through to the engine; its attempts are noted."""
    attempts: list[int] = []
    loop, engine_port = asyncio.get_running_loop(), urlsplit(engine.url).port
    connect = loop.create_connection

    async def refused(factory: Any, host: Any = None, port: Any = None, **options: Any) -> Any:
        if port == engine_port:
            attempts.append(port)
            raise ConnectionRefusedError(111, "Connection refused")
        return await connect(factory, host, port, **options)

    monkeypatch.setattr(loop, "create_connection", refused)
    return attempts


async def test_a_session_lives_where_only_the_broker_can_be_reached(
    engine: Server, shut_off: list[int]
) -> None:
    with broker_with(engine, {"gateway": {"mode": "required"}}) as url:
        async with running_session(url) as running:
            await running.phase(events.Phase.LIVE)
            running.session.perform(commands.InterruptPersona())
            running.session.perform(commands.Talk("Hello through the broker."))
            await running.seen(
                events.MessageUpdated, lambda event: "through the broker" in event.message.content, within=40
            )
        assert running.closed.error is None
    assert shut_off == []


async def test_without_a_gateway_that_network_is_a_dead_end(engine: Server, shut_off: list[int]) -> None:
    with broker_with(engine, {"gateway": {"mode": "offered"}}) as url:
        async with running_session(url, "clock") as running:
            closed = await running.seen(events.SessionClosed, within=40)
        assert isinstance(closed.error, errors.SignallingLost)
        assert shut_off
        shut_off.clear()
        async with running_session(url, "clock", gateway=True) as running:
            await running.phase(events.Phase.LIVE)
    assert shut_off == []


async def test_the_engines_personas_are_listed_with_their_faces(engine: Server, tmp_path: Path) -> None:
    rules = {
        "any_persona": True,
        "personas": [{"alias": "guide", "config": {"name": "Guide", "avatarId": "joe", "voiceId": "joe"}}],
        "pictures": {"folder": str(tmp_path)},
    }
    with broker_with(engine, rules) as url:
        personas = {persona.id: persona for persona in await list_personas(url)}
        guide, joe, clock = personas["guide"], personas["joe"], personas["clock"]
        assert (guide.name, joe.name) == ("Guide", "Joe")
        assert (clock.landscape, clock.portrait, clock.idle) == ("", "", "")
        kinds = [
            kind_of(await fetch_picture(url, path) or b"") for path in (joe.landscape, joe.portrait, joe.idle)
        ]
        assert kinds == ["png", "png", "mp4"]
        assert await fetch_picture(url, guide.portrait) == await fetch_picture(url, joe.portrait)
    assert len(files(tmp_path)) == 3
