"""The API in memory: what answers instead of the network, in the place of connections."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import aiohttp
import httpx

from tests.broker.upstream import API_KEY
from viewer.broker.calls import Calls
from viewer.broker.upstream import DEADLINE, Upstream
from viewer.protocol.retry import RetryPolicy


class InMemory:
    """Asks ``service``, which is written as one of httpx's transports: a request in, an answer out."""

    def __init__(self, service: httpx.AsyncBaseTransport) -> None:
        self._service = service

    @asynccontextmanager
    async def request(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str],
        data: bytes | None,
        silence: float | None,
    ) -> AsyncIterator["_Response"]:
        """As that of Connections."""
        asked = httpx.Request(method, url, headers=headers, content=data)
        async with _waiting(silence):
            answer = await self._service.handle_async_request(asked)
        response = _Response(answer, silence)
        try:
            yield response
        finally:
            response.close()


@asynccontextmanager
async def _waiting(silence: float | None) -> AsyncIterator[None]:
    limit = asyncio.timeout(silence)
    try:
        async with limit:
            yield
    except TimeoutError:
        if limit.expired():
            raise aiohttp.SocketTimeoutError from None
        raise


class _Response:
    def __init__(self, answer: httpx.Response, silence: float | None) -> None:
        self._silence = silence
        self.status = answer.status_code
        self.headers = answer.headers
        self.content = self
        self.is_closed = False
        assert isinstance(answer.stream, httpx.AsyncByteStream)
        self._pieces = aiter(answer.stream)

    async def readany(self) -> bytes:
        """The next piece, which is not empty."""
        assert not self.is_closed
        async with _waiting(self._silence):
            return await anext(self._pieces, b"")

    def close(self) -> None:
        self.is_closed = True


def asking(
    service: httpx.AsyncBaseTransport,
    deadline: float = DEADLINE,
    policy: RetryPolicy | None = None,
    at_most: int = 100,
) -> Upstream:
    """The broker's side of the API in front of ``service``."""
    calls = Calls(InMemory(service), "http://api.test", policy or RetryPolicy())
    return Upstream(calls, API_KEY, "post", deadline, at_most)
