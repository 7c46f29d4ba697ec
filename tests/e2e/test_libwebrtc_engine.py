"""The viewer against somebody else's WebRTC: a page in headless Chromium plays the engine."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import pytest
from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.http11 import Request, Response

from tests.e2e.chromium import chromium, needs_chromium, page_response
from tests.e2e.running_session import RunningSession, running_session
from tests.sound_system import RATE, dominant_hertz, tone
from tests.wire_messages import text_of
from viewer.protocol import commands, events
from viewer.protocol.events import CloseReason, Phase
from viewer.protocol.insight import Noted

pytestmark = [pytest.mark.long, needs_chromium]


class BrowserEngine:
    """A broker and a signalling server whose other end is the page."""

    def __init__(self) -> None:
        self.url = ""
        self.heard: dict[str, float] = {}
        self.news = asyncio.Condition()
        self._page: asyncio.Future[ServerConnection] = asyncio.get_running_loop().create_future()
        self._viewer: ServerConnection | None = None

    async def page_loaded(self) -> None:
        await asyncio.wait_for(asyncio.shield(self._page), 30)

    def http(self, connection: ServerConnection, request: Request) -> Response | None:
        """Serve the page; everything else is a WebSocket."""
        if request.path != "/":
            return None
        return page_response("browser_engine.html")

    async def websocket(self, connection: ServerConnection) -> None:
        """Pass text frames between page and viewer."""
        assert connection.request
        if connection.request.path == "/engine":
            self._page.set_result(connection)
            async for frame in connection:
                message = json.loads(frame)
                if "hertz" in message:
                    async with self.news:
                        self.heard = message
                        self.news.notify_all()
                elif self._viewer:
                    await self._viewer.send(frame)
            return
        self._viewer = connection
        async for frame in connection:
            await (await self._page).send(frame)


async def start(engine: BrowserEngine) -> Server:
    server = await serve(engine.websocket, "127.0.0.1", 0, process_request=engine.http)
    engine.url = f"127.0.0.1:{next(iter(server.sockets)).getsockname()[1]}"
    return server


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[BrowserEngine]:
    browser_engine = BrowserEngine()
    server = await start(browser_engine)
    async with chromium(f"http://{browser_engine.url}/", tmp_path):
        await browser_engine.page_loaded()
        yield browser_engine
    server.close()
    await server.wait_closed()


@pytest.fixture
async def broker(engine: BrowserEngine) -> AsyncIterator[str]:
    """Grants the browser's session to whoever asks."""
    session = {
        "sessionId": "browser",
        "sessionToken": "unused",
        "engineHost": engine.url,
        "engineProtocol": "http",
        "signallingEndpoint": "/signalling",
        "clientConfig": {"iceServers": []},
    }

    async def grant(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"}")
        body = json.dumps(session).encode()
        writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
        await writer.drain()
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(grant, "127.0.0.1", 0)
    yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    server.close()
    await server.wait_closed()


async def until_heard(engine: BrowserEngine, hertz: float, running: RunningSession) -> None:
    running.microphone.write(tone(hertz, 4).reshape(-1, 1))
    async with asyncio.timeout(15), engine.news:
        await engine.news.wait_for(
            lambda: abs(engine.heard.get("hertz", 0) - hertz) < 20 and engine.heard["level"] > 100
        )


async def test_picture_sound_words_and_microphone_work_both_ways(engine: BrowserEngine, broker: str) -> None:
    async with running_session(broker) as running:
        await running.phase(Phase.LIVE)
        await running.seen(events.MilestoneReached, lambda event: event.milestone == "session_ready")
        await running.seen(
            events.MessageUpdated, lambda event: event.message.content == "Hello from libwebrtc"
        )
        running.session.perform(commands.SendText("good day"))
        await running.seen(events.MessageUpdated, lambda event: event.message.content == "You said: good day")
        await until_heard(engine, 1000, running)
        statistics = await running.seen(
            events.Statistics, lambda event: event.frames_received > 20 and event.round_trip is not None
        )
        heard = running.speaker.read(RATE)
        picture = running.pictures.take()
        answer = await running.seen(Noted, lambda event: bool(text_of(event, "answer")))
    assert running.closed == events.SessionClosed(CloseReason.NORMAL, None)
    assert statistics.ice_state == "completed"
    # Without bitrate hints libwebrtc starts with a third of the pixels.
    assert (statistics.width, statistics.height) == (720, 480)
    assert dominant_hertz(heard[RATE // 2 :]) == pytest.approx(440, abs=5)
    # With it libwebrtc finds the way's capacity in seconds; by aiortc's estimates it takes minutes.
    assert "transport-cc" in text_of(answer)
    assert picture is not None
    rows = np.frombuffer(picture.pixels, np.uint8).reshape(picture.height, picture.stride)
    corner = rows[picture.height // 8, picture.width // 12 * 4 :][:3]
    assert corner.tolist() == pytest.approx([128, 128, 128], abs=4)
