"""Both clients, and what they say of their stream, sample by sample."""

import asyncio
import json
import sys
import tempfile
from pathlib import Path
from typing import Any, Final, Literal

import httpx
from websockets.asyncio.server import ServerConnection, serve

from bench.chromium_client import document
from bench.stats.figures import Sample
from tests.e2e.chromium import chromium
from tests.processes import viewer_command

ClientName = Literal["ours", "chromium"]
CLIENTS: Final[tuple[ClientName, ...]] = ("ours", "chromium")


async def samples_of(client: ClientName, broker: str, persona: str, seconds: float) -> list[Sample]:
    """What ``client`` says in ``seconds`` of pictures."""
    return await (_ours if client == "ours" else _chromiums)(broker, persona, seconds)


async def _ours(broker: str, persona: str, seconds: float) -> list[Sample]:
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "events"
        words = ("probe", "--broker", broker, "--persona", persona)
        process = await asyncio.create_subprocess_exec(
            *viewer_command(*words, "--seconds", str(round(seconds)), "--events", str(lines)),
            stdout=asyncio.subprocess.DEVNULL,
            stderr=sys.stderr,
        )
        await process.wait()
        notes = [json.loads(line) for line in lines.read_text("utf-8").splitlines()]
    return [[*note["data"]["stats"].values()] for note in notes if note.get("kind") == "StatsSampled"]


async def _chromiums(broker: str, persona: str, seconds: float) -> list[Sample]:
    told: list[Sample] = []
    ended = asyncio.Event()

    async def talk(page: ServerConnection) -> None:
        async with httpx.AsyncClient() as http:
            granted = await http.post(f"{broker}/v1/engine/session", json={"personaId": persona})
        session: dict[str, Any] = granted.json() | {"tellStats": True}
        await page.send(json.dumps(session))
        async for text in page:
            if str(text).startswith("["):
                told.append(json.loads(text))
                if len(told) >= seconds:
                    ended.set()

    async with serve(talk, "127.0.0.1", 0, process_request=document) as at:
        url = f"http://127.0.0.1:{next(iter(at.sockets)).getsockname()[1]}/"
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            async with chromium(url, Path(profile)), asyncio.timeout(seconds + 60):
                await ended.wait()
    return told
