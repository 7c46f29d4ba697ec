"""HTTP/1.1 (RFC 9112) on aiohttp's connections, without what its session does for each call.

Cookies, redirects, traces and one task for each body are for others: they are three quarters of what a call
costs. Who connects, by TLS and through proxies, keeps connections and reads answers is aiohttp.
"""

import asyncio
import re
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Final

import aiohttp
from aiohttp.http_exceptions import HttpProcessingError
from yarl import URL

# RFC 9110 section 5.5, as far as anybody here needs it: nothing that ends a line.
_FIELD_VALUE: Final = re.compile(r"[\x20-\x7e]*")


class Connections:
    """Connections to the server of ``url``, kept as ``connector`` says, which is taken over. Belongs to the
    running event loop; close it with ``async with``.

    Args:
        connect_within: seconds for a connection, TLS included.
        headers: of every request.
    """

    def __init__(
        self,
        connector: aiohttp.BaseConnector,
        url: str,
        proxy: str | None,
        connect_within: float,
        headers: Mapping[str, str],
    ) -> None:
        self._connector = connector
        self._timeout = aiohttp.ClientTimeout(total=None, connect=connect_within)
        # For the connector, which knows by it where to connect; none is sent as it is.
        self._pattern = aiohttp.ClientRequest(
            "GET", URL(url), loop=asyncio.get_running_loop(), proxy=URL(proxy) if proxy else None
        )
        self._origin = str(URL(url).origin())
        # RFC 9112 section 3.2.2: a proxy that sees the request is told the whole URL.
        self._tells_all = proxy is not None and not self._pattern.is_ssl()
        common = {"Host": self._pattern.headers["Host"], **headers}
        self._common = "".join(f"{name}: {_checked(value)}\r\n" for name, value in common.items())

    async def __aenter__(self) -> "Connections":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._connector.close()

    def request(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str],
        data: bytes | None,
        silence: float | None,
    ) -> "Exchange":
        """Ask for ``url``, spelt as yarl does and at this server, and follow no redirect: a context with the
        answer. Who says nothing for ``silence`` seconds is not waited for any more.

        Raises:
            ValueError: a header's value is none.
            aiohttp.ClientError: no connection, or it broke; as the context begins, or in its answer's body.
        """
        target = url if self._tells_all else url.removeprefix(self._origin) or "/"
        head = f"{method} {target} HTTP/1.1\r\n{self._common}"
        for name, value in headers.items():
            head += f"{name}: {_checked(value)}\r\n"
        if data is not None or method == "POST":
            head += f"Content-Length: {len(data or b'')}\r\n"
        return Exchange(self, head, data or b"", silence)

    async def connect(self) -> tuple[aiohttp.connector.Connection, str]:
        """One that is free or new, and the headers that its proxy wants."""
        try:
            connection = await self._connector.connect(self._pattern, [], self._timeout)
        except TimeoutError as error:
            raise aiohttp.ConnectionTimeoutError from error
        shown = self._pattern.headers.get("Proxy-Authorization")
        return connection, f"Proxy-Authorization: {shown}\r\n" if shown else ""


class Exchange:
    """A request and its answer, whose body has to be read within."""

    def __init__(self, connections: Connections, head: str, body: bytes, silence: float | None) -> None:
        self._connections = connections
        self._head = head
        self._body = body
        self._silence = silence

    async def __aenter__(self) -> "Exchange":
        self._connection, added = await self._connections.connect()
        try:
            protocol = self._connection.protocol
            assert protocol is not None  # an empty one is false
            protocol.set_response_params(
                read_until_eof=True, auto_decompress=False, read_timeout=self._silence
            )
            if protocol.transport is None:
                raise aiohttp.ClientConnectionResetError
            protocol.transport.write(f"{self._head}{added}\r\n".encode() + self._body)
            protocol.start_timeout()
            self.status, self.headers, self.content = await _answer(protocol)
        except BaseException:
            self.close()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        # What is left of a body is not for the next request.
        if kind is None and self.content.is_eof():
            self._connection.release()
        else:
            self.close()

    def close(self) -> None:
        """Read no more of the answer, and give its connection up."""
        self._connection.close()


async def _answer(protocol: Any) -> tuple[int, Mapping[str, str], aiohttp.StreamReader]:
    while True:
        try:
            message, content = await protocol.read()
        except HttpProcessingError as error:
            raise aiohttp.ClientPayloadError(error.message) from error
        # RFC 9110 section 15.2: what comes before the answer. 101 was not asked for.
        if message.code >= 200 or message.code == 101:
            return message.code, message.headers, content


def _checked(value: str) -> str:
    if not _FIELD_VALUE.fullmatch(value):
        raise ValueError("no value of a header")
    return value
