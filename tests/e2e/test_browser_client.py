"""The engine against somebody else's WebRTC: a page in headless Chromium is the client."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from websockets.asyncio.server import ServerConnection, serve
from websockets.http11 import Request, Response

from tests.e2e.chromium import chromium, needs_chromium, page_response
from tests.processes import API_KEY, Server
from viewer.engine.face.portrait import HEIGHT, WIDTH

pytestmark = [pytest.mark.long, needs_chromium]


class BrowserClient:
    """What the page reported, and waiting for it."""

    def __init__(self, session: dict[str, Any]) -> None:
        self.session = session
        self.news: list[dict[str, Any]] = []
        self._changed = asyncio.Condition()
        self._page: ServerConnection | None = None

    def http(self, connection: ServerConnection, request: Request) -> Response | None:
        return page_response("browser_client.html") if request.path == "/" else None

    async def websocket(self, connection: ServerConnection) -> None:
        self._page = connection
        await connection.send(json.dumps(self.session))
        async for frame in connection:
            async with self._changed:
                self.news.append(json.loads(frame))
                self._changed.notify_all()

    async def type_text(self, text: str) -> None:
        assert self._page
        await self._page.send(text)

    async def reported(self, fits: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The first news that ``fits``."""
        async with asyncio.timeout(30), self._changed:
            await self._changed.wait_for(lambda: any(map(fits, self.news)))
        return next(news for news in self.news if fits(news))


@pytest.fixture
async def client(broker: Server, tmp_path: Path) -> AsyncIterator[BrowserClient]:
    async with httpx.AsyncClient() as http:
        granted = await http.post(f"{broker.url}/v1/engine/session", json={"personaId": "joe"})
    browser_client = BrowserClient(granted.json())
    async with serve(browser_client.websocket, "127.0.0.1", 0, process_request=browser_client.http) as server:
        url = f"http://127.0.0.1:{next(iter(server.sockets)).getsockname()[1]}/"
        async with chromium(url, tmp_path):
            yield browser_client


async def test_a_browser_sees_hears_and_talks(client: BrowserClient, engine: Server) -> None:
    await client.reported(lambda news: news.get("signal") == "sessionready")
    video = await client.reported(lambda news: news.get("track") == "video")
    audio = await client.reported(lambda news: news.get("track") == "audio")
    assert video["stream"]
    assert video["stream"] == audio["stream"]
    await client.reported(lambda news: news.get("video", {}).get("frames", 0) > 25)
    size = await client.reported(lambda news: news.get("video", {}).get("width", 0) > 0)
    assert (size["video"]["width"], size["video"]["height"]) == (WIDTH, HEIGHT)
    await client.reported(lambda news: news.get("audio", {}).get("energy", 0) > 0.001)
    await client.reported(lambda news: news.get("channel") == "open")
    await client.type_text("What are you?")
    said = await client.reported(lambda news: news.get("message", {}).get("data", {}).get("role") == "user")
    assert said["message"]["messageType"] == "speechText"
    assert said["message"]["data"]["content"] == "What are you?"
    await until_heard(engine, client.session["sessionId"], 600)


async def until_heard(engine: Server, session_id: str, hertz: float) -> None:
    """Until the engine measures the page's tone in its microphone."""
    headers = {"Authorization": f"Bearer {API_KEY}"}
    async with httpx.AsyncClient(headers=headers) as http, asyncio.timeout(30):
        while True:
            sessions = (await http.get(f"{engine.url}/v1/engine/sessions")).json()
            microphone = next(s for s in sessions if s["sessionId"] == session_id)["microphone"]
            if abs((microphone["dominantHz"] or 0) - hertz) < 15:
                return
            await asyncio.sleep(0.1)
