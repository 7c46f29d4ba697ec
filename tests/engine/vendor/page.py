"""A page in headless Chromium that runs the vendor's JavaScript client as the test tells it."""

import asyncio
import itertools
import json
import wave
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.server import ServerConnection, serve
from websockets.http11 import Request, Response

from tests.e2e.chromium import chromium, file_response
from viewer.media.pcm import SAMPLE_RATE, Samples

PATIENCE = 40.0
_FOLDER = Path(__file__).parents[2] / "javascript" / "node_modules" / "@anam-ai" / "js-sdk" / "dist"
SCRIPT = _FOLDER / "umd" / "anam.js"
DECLARATIONS = _FOLDER / "main"

needs_javascript_client = pytest.mark.skipif(
    not SCRIPT.exists(), reason="needs the vendor's JavaScript client (dev.py test --browser installs it)"
)


class CallFailed(Exception):
    """A call in the page threw."""

    def __init__(self, news: dict[str, Any]) -> None:
        super().__init__(news["error"])
        self.code = news["code"]
        self.status = news["status"]


class Page:
    """The page: calls go in, results and events come out."""

    def __init__(self) -> None:
        self.news: list[dict[str, Any]] = []
        self._changed = asyncio.Condition()
        self._page: asyncio.Future[ServerConnection] = asyncio.get_running_loop().create_future()
        self._ids = itertools.count()

    def http(self, _connection: ServerConnection, request: Request) -> Response | None:
        """Serve the page and the client; everything else is a WebSocket."""
        files = {"/": Path(__file__).with_name("vendor_client.html"), "/anam.js": SCRIPT}
        return file_response(files[request.path]) if request.path in files else None

    async def websocket(self, connection: ServerConnection) -> None:
        """Take the page's news."""
        self._page.set_result(connection)
        async for frame in connection:
            async with self._changed:
                self.news.append(json.loads(frame))
                self._changed.notify_all()

    async def do(self, verb: str, *arguments: Any) -> Any:
        """Have the page do ``verb``; returns what comes of it.

        Raises:
            CallFailed
        """
        number = next(self._ids)
        async with asyncio.timeout(PATIENCE):
            page = await asyncio.shield(self._page)
        await page.send(json.dumps({"id": number, "verb": verb, "args": arguments}))
        news = await self.told(lambda news: news.get("id") == number)
        if "error" in news:
            raise CallFailed(news)
        return news["result"]

    async def call(self, method: str, *arguments: Any, on: str = "client", keep: str | None = None) -> Any:
        """Call the method of a thing in the page; ``keep`` names the thing that it returns."""
        return await self.do("call", on, method, arguments, keep)

    async def told(self, fits: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
        """The first news that ``fits``."""
        async with asyncio.timeout(PATIENCE), self._changed:
            await self._changed.wait_for(lambda: any(map(fits, self.news)))
        return next(news for news in self.news if fits(news))

    async def event(self, name: str, fits: Callable[..., Any] = lambda *_: True) -> list[Any]:
        """What was told with the first event ``name`` that ``fits``."""
        news = await self.told(lambda news: news.get("event") == name and fits(*news["told"]))
        return list(news["told"])

    def events(self, name: str) -> list[list[Any]]:
        """What was told with each event ``name`` so far."""
        return [news["told"] for news in self.news if news.get("event") == name]


@asynccontextmanager
async def vendor_page(folder: Path, microphone: Samples) -> AsyncIterator[Page]:
    """A page whose microphone hears ``microphone`` once, mono at 48 kHz, and then nothing."""
    sound = folder / "microphone.wav"
    with wave.open(str(sound), "wb") as file:
        file.setparams((1, 2, SAMPLE_RATE, 0, "NONE", ""))
        file.writeframes(microphone.tobytes())
    page = Page()
    async with serve(page.websocket, "127.0.0.1", 0, process_request=page.http) as server:
        url = f"http://127.0.0.1:{next(iter(server.sockets)).getsockname()[1]}/"
        flags = (
            "--use-fake-device-for-media-stream",
            f"--use-file-for-fake-audio-capture={sound}%noloop",
        )
        async with chromium(url, folder / "profile", *flags):
            yield page
