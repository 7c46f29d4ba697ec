"""A server that speaks as the service does, whose media come from a page in headless Chromium.

``python -m bench.libwebrtc_engine FILE`` says ``READY http://…`` when the page is loaded, and runs until
SIGTERM. One session at a time: a new offer ends the one before. What the page says of the pictures it sent
goes to FILE, one JSON object a line, about every 100 ms: ``at`` (Unix time), ``frames`` so far, ``width``.
"""

import asyncio
import json
import signal
import socket
import sys
import tempfile
from pathlib import Path
from typing import Any, TextIO

import uvicorn
from fastapi import FastAPI, Request, WebSocket
from fastapi.responses import HTMLResponse

from tests.e2e.chromium import chromium


class PageRelay:
    """Passes signalling between the page and the newest client."""

    def __init__(self, sent: TextIO) -> None:
        self.page: asyncio.Future[WebSocket] = asyncio.get_running_loop().create_future()
        self._sent = sent
        self._client: WebSocket | None = None

    async def serve_page(self, page: WebSocket) -> None:
        """Listen to the page until it goes."""
        await page.accept()
        self.page.set_result(page)
        async for frame in page.iter_text():
            message = json.loads(frame)
            if "sent" in message:
                self._sent.write(json.dumps(message["sent"]) + "\n")
            elif self._client:
                await self._client.send_text(frame)

    async def serve_client(self, client: WebSocket) -> None:
        """Listen to a client until it goes."""
        await client.accept()
        self._client = client
        page = await self.page
        async for frame in client.iter_text():
            await page.send_text(frame)
        self._client = None


def application(relay: PageRelay) -> FastAPI:
    """API, signalling and page."""
    app = FastAPI()
    app.add_api_websocket_route("/page", relay.serve_page)
    app.add_api_websocket_route("/signalling", relay.serve_client)

    @app.get("/")
    async def page() -> HTMLResponse:
        return HTMLResponse(Path(__file__).with_suffix(".html").read_text("utf-8"))

    @app.post("/v1/auth/session-token")
    async def token() -> dict[str, str]:
        return {"sessionToken": "unused"}

    @app.post("/v1/engine/session")
    async def session(request: Request) -> dict[str, Any]:
        return {
            "sessionId": "browser",
            "engineHost": request.url.netloc,
            "engineProtocol": "http",
            "signallingEndpoint": "/signalling",
            "clientConfig": {"iceServers": []},
        }

    return app


async def serve(sent: TextIO) -> None:
    """Run until SIGTERM."""
    # uvicorn raises the signal that stopped it once more when it is done; the browser has to end first.
    signal.signal(signal.SIGTERM, lambda *_: None)
    relay = PageRelay(sent)
    config = uvicorn.Config(
        application(relay),
        host="127.0.0.1",
        port=0,
        ws="websockets-sansio",
        log_level="warning",
        timeout_graceful_shutdown=1,
    )
    listener = config.bind_socket()
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    async with asyncio.TaskGroup() as tasks:
        serving = tasks.create_task(uvicorn.Server(config).serve([listener]))
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            async with chromium(f"{url}/", Path(profile)):
                await asyncio.wait_for(asyncio.shield(relay.page), 30)
                print("READY", url, flush=True)
                await serving


if __name__ == "__main__":
    with Path(sys.argv[1]).open("w", encoding="utf-8", buffering=1) as file:
        asyncio.run(serve(file))
