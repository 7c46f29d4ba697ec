"""A client in Chromium: a page with the session's picture in a window as large as ours, and its sound.

``python -m bench.chromium_client BROKER PERSONA`` runs until SIGTERM. Prints one JSON object a line: a
milestone and when it was.
"""

import asyncio
import json
import signal
import sys
import tempfile
import time
from pathlib import Path

import httpx
from websockets.asyncio.server import ServerConnection, serve
from websockets.http11 import Request, Response

from tests.e2e.chromium import chromium, file_response

_WINDOW = ("--window-size=1080,787", "--window-position=0,0", "--ozone-platform=x11")


def tell(milestone: str) -> None:
    print(json.dumps({"milestone": milestone, "at": time.time()}), flush=True)


async def talk(page: ServerConnection, broker: str, persona: str) -> None:
    """Give the ``page`` a session, and pass on what it says of it."""
    tell("connect")
    async with httpx.AsyncClient() as http:
        granted = await http.post(f"{broker}/v1/engine/session", json={"personaId": persona})
    tell("broker")
    await page.send(json.dumps(granted.json()))
    async for milestone in page:
        tell(str(milestone))


def document(_: ServerConnection, request: Request) -> Response | None:
    """The page; None lets a WebSocket be opened."""
    return None if request.path == "/bench" else file_response(Path(__file__).with_suffix(".html"))


async def run(broker: str, persona: str) -> None:
    """Until SIGTERM."""
    ended = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
    async with serve(
        lambda page: talk(page, broker, persona), "127.0.0.1", 0, process_request=document
    ) as at:
        url = f"http://127.0.0.1:{next(iter(at.sockets)).getsockname()[1]}/"
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            async with chromium(url, Path(profile), window=(f"--app={url}", *_WINDOW)):
                await ended.wait()


if __name__ == "__main__":
    asyncio.run(run(*sys.argv[1:]))
