"""Asks a broker for sessions: ``python -m bench.broker.load URL CONNECTIONS SECONDS REQUESTS BEARER``.

Each connection asks again as soon as it has its answer, until the time is over or all was asked. Prints one
JSON object.
"""

import asyncio
import json
import sys
import time
from typing import Final, cast
from urllib.parse import urlsplit

import httptools
import uvloop

_BODY: Final = b'{"personaId":"0b3c5d9e-7a0f-4d0e-9a54-0e5f6a1c2b3d"}'


class _Connection(asyncio.Protocol):
    """One viewer after another."""

    def __init__(self, load: "_Load") -> None:
        self._load = load

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # uvloop's is none by its class.
        self._transport = cast("asyncio.Transport", transport)
        self._parser = httptools.HttpResponseParser(self)
        self._ask()

    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def on_message_complete(self) -> None:
        self._load.answered(time.perf_counter() - self._asked, self._parser.get_status_code())
        if self._load.goes_on:
            # As a parser may not be made anew within itself.
            asyncio.get_running_loop().call_soon(self._ask)
        else:
            self._transport.close()

    def connection_lost(self, _: Exception | None) -> None:
        self._load.left()

    def _ask(self) -> None:
        self._parser = httptools.HttpResponseParser(self)
        self._asked = time.perf_counter()
        self._transport.write(self._load.request)


class _Load:
    def __init__(self, url: str, connections: int, seconds: float, requests: int, bearer: str) -> None:
        parts = urlsplit(url)
        authorization = f"Authorization: Bearer {bearer}\r\n" if bearer else ""
        head = (
            f"POST /v1/engine/session HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Type: application/json\r\n"
            f"Accept: application/json\r\n{authorization}Content-Length: {len(_BODY)}\r\n\r\n"
        )
        self.request = head.encode() + _BODY
        self._host, self._port = parts.hostname or "", parts.port or 80
        self._connections = connections
        self._here = connections
        self._end = time.perf_counter() + seconds
        self._requests = requests
        self._waits: list[float] = []
        self._failed = 0
        self._over = asyncio.Event()

    @property
    def goes_on(self) -> bool:
        return len(self._waits) + self._here <= self._requests and time.perf_counter() < self._end

    def answered(self, wait: float, status: int) -> None:
        self._waits.append(wait)
        self._failed += status != 200

    def left(self) -> None:
        self._here -= 1
        if self._here == 0:
            self._over.set()

    async def run(self) -> dict[str, float]:
        began = time.perf_counter()
        for _ in range(self._connections):
            await asyncio.get_running_loop().create_connection(
                lambda: _Connection(self), self._host, self._port
            )
        await self._over.wait()
        waits = sorted(self._waits)
        return {
            "requests": len(waits),
            "failed": self._failed,
            "seconds": time.perf_counter() - began,
            "p50_ms": 1000 * waits[len(waits) // 2],
            "p99_ms": 1000 * waits[int(len(waits) * 0.99)],
        }


def main(arguments: list[str]) -> None:
    """Ask, and print what came of it."""
    url, connections, seconds, requests, bearer = arguments

    async def run() -> dict[str, float]:
        return await _Load(url, int(connections), float(seconds), int(requests), bearer).run()

    print(json.dumps(uvloop.run(run())))


if __name__ == "__main__":
    main(sys.argv[1:])
