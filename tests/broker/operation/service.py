"""The API in memory, for tests of what is told of the broker's work."""

import json
from collections.abc import AsyncIterator
from itertools import count

import httpx

from tests.broker.upstream import SESSION, TOKEN
from viewer.protocol.api import TOKEN_PATH


class Service(httpx.AsyncBaseTransport):
    """Grants sessions with IDs of their own, or does as ``answer`` has it; ``seen`` is what it was asked."""

    def __init__(self) -> None:
        self.answer: httpx.Response | Exception | None = None
        self.seen: list[httpx.Request] = []
        self._numbers = count(1)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.seen.append(request)
        if isinstance(self.answer, Exception):
            raise self.answer
        if self.answer is not None:
            headers = {name: value for name, value in self.answer.headers.items() if name != "content-length"}
            return _streamed(self.answer.status_code, self.answer.content, headers)
        if request.url.path == TOKEN_PATH:
            return _streamed(200, json.dumps({"sessionToken": TOKEN}).encode())
        if request.url.path.endswith("/stop"):
            return _streamed(200, b"{}")
        return _streamed(201, json.dumps(SESSION | {"sessionId": f"s-{next(self._numbers)}"}).encode())


def _streamed(status: int, body: bytes, headers: dict[str, str] | None = None) -> httpx.Response:
    async def pieces() -> AsyncIterator[bytes]:
        yield body

    return httpx.Response(status, headers=headers, content=pieces())
