"""What ends a session, and what an offer is answered with."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from starlette.websockets import WebSocket

import viewer.engine.session
from tests.engine.client import PATIENCE
from viewer.engine.personas import PersonaChoice
from viewer.engine.portrait import Portrait
from viewer.engine.registry import Registry
from viewer.engine.session import Session
from viewer.engine.voices import Voices
from viewer.tasks import TaskGroup

BROWSER_OFFER = Path(__file__).with_name("browser-offer.sdp").read_text("utf-8").replace("\n", "\r\n")
JOE = PersonaChoice("joe", greets=False)


class Wire:
    """The far end of a signalling socket."""

    def __init__(self) -> None:
        self._to_engine: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.sent: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._to_engine.put_nowait({"type": "websocket.connect"})
        self.socket = WebSocket({"type": "websocket"}, self._to_engine.get, self._send)

    async def _send(self, message: Any) -> None:
        if message["type"] == "websocket.send":
            self.sent.put_nowait(json.loads(message["text"]))
        elif message["type"] == "websocket.close":
            self.hang_up()

    def signal(self, action: str, payload: Any) -> None:
        text = json.dumps({"actionType": action, "sessionId": "", "payload": payload})
        self._to_engine.put_nowait({"type": "websocket.receive", "text": text})

    def offer(self, sdp: str) -> None:
        self.signal("offer", {"connectionDescription": {"type": "offer", "sdp": sdp}, "userUid": ""})

    def hang_up(self) -> None:
        self._to_engine.put_nowait({"type": "websocket.disconnect", "code": 1006})


@pytest.fixture
async def registry(
    voices: Voices, portrait: Portrait, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Registry]:
    monkeypatch.setattr(voices, "close", lambda: None)
    registry = Registry(voices, portrait, limit=3, capacity=3)
    yield registry
    await registry.close()


@pytest.fixture
async def tasks() -> AsyncIterator[TaskGroup]:
    tasks = TaskGroup("test")
    yield tasks
    await tasks.cancel()


async def ended(registry: Registry, session: Session) -> None:
    async with asyncio.timeout(PATIENCE):
        await session.released.wait()
    assert registry.find(session.id) is None


async def test_a_session_that_nobody_joins_is_dropped(
    registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(viewer.engine.session, "JOIN_SECONDS", 0.05)
    await ended(registry, await registry.start(JOE))


async def test_a_session_whose_socket_stays_away_is_dropped(
    registry: Registry, tasks: TaskGroup, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(viewer.engine.session, "GRACE_SECONDS", 0.05)
    session, wire = await registry.start(JOE), Wire()
    await wire.socket.accept()
    serving = tasks.spawn("serve", session.serve(wire.socket))
    wire.hang_up()
    await serving
    await ended(registry, session)


async def test_a_newer_socket_replaces_the_older_and_gets_what_that_missed(
    registry: Registry, tasks: TaskGroup
) -> None:
    session, older, newer = await registry.start(JOE), Wire(), Wire()
    await older.socket.accept()
    await newer.socket.accept()
    first = tasks.spawn("older", session.serve(older.socket))
    older.offer(BROWSER_OFFER)
    async with asyncio.timeout(PATIENCE):
        assert (await older.sent.get())["actionType"] == "answer"
        tasks.spawn("newer", session.serve(newer.socket))
        await first
        newer.offer(BROWSER_OFFER)
        while (await newer.sent.get())["actionType"] != "answer":
            pass


async def test_a_browsers_offer_is_answered_in_kind(registry: Registry, tasks: TaskGroup) -> None:
    session, wire = await registry.start(JOE), Wire()
    await wire.socket.accept()
    tasks.spawn("serve", session.serve(wire.socket))
    # A candidate may come before the offer, and a bad one does no harm.
    wire.signal(
        "icecandidate",
        {"candidate": "candidate:1 1 udp 2122194687 127.0.0.1 9 typ host", "sdpMid": "0", "sdpMLineIndex": 0},
    )
    wire.signal("icecandidate", {"candidate": "candidate:1 1 sctp x y", "sdpMid": "0", "sdpMLineIndex": 0})
    wire.offer(BROWSER_OFFER)
    async with asyncio.timeout(PATIENCE):
        answer = await wire.sent.get()
        candidate = await wire.sent.get()
    assert answer["actionType"] == "answer"
    assert answer["payload"]["type"] == "answer"
    sections = answer["payload"]["sdp"].split("m=")[1:]
    video = next(section for section in sections if section.startswith("video"))
    audio = next(section for section in sections if section.startswith("audio"))
    assert "a=sendonly" in video
    assert "VP8/90000" in video
    assert "a=sendrecv" in audio
    assert "opus/48000/2" in audio
    assert candidate["actionType"] == "icecandidate"
    assert candidate["payload"]["candidate"].startswith("candidate:")
