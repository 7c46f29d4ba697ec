"""A client of the local engine that takes what comes and decodes nothing. Ends with its standard input."""

import asyncio
import sys
from typing import Final

from tests.engine.client import granted, joined

LIVE: Final = "LIVE"


async def _receive(url: str, api_key: str) -> None:
    async with joined(await granted(url, api_key)) as client:
        for receiver in client.peer.getReceivers():
            # aiortc 1.16.0 would decode what nobody looks at.
            receiver._enabled = False  # noqa: SLF001
        print(LIVE, flush=True)
        await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(_receive(*sys.argv[1:]))
