"""An answer of the API, of which no more is read than an answer can be long."""

import zlib
from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Final, Protocol

from viewer.errors import BadAnswer

MAX_ANSWER_BYTES: Final = 1 << 20

# RFC 9110 section 8.4.1, and zlib's window sizes that find such a beginning.
_WINDOWS: Final[Mapping[str, tuple[int, ...]]] = {
    "gzip": (16 + zlib.MAX_WBITS,),
    "x-gzip": (16 + zlib.MAX_WBITS,),
    # Some send it without its wrapper.
    "deflate": (zlib.MAX_WBITS, -zlib.MAX_WBITS),
}


class Stream(Protocol):
    """What is left of an answer's body."""

    async def readany(self) -> bytes:
        """What has come; b"" at the end."""


class Response(Protocol):
    """An answer whose body is still to be read."""

    @property
    def status(self) -> int: ...
    @property
    def headers(self) -> Mapping[str, str]: ...
    @property
    def content(self) -> Stream: ...
    def close(self) -> None:
        """Read no more of it, and give its connection up."""


class Http(Protocol):
    """What is needed of :class:`~viewer.broker.connections.Connections`."""

    def request(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str],
        data: bytes | None,
        silence: float | None,
    ) -> AbstractAsyncContextManager[Response]: ...


@dataclass(frozen=True, slots=True)
class Answer:
    """One that was read to its end. ``headers`` are found in any case of their names."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def is_success(self) -> bool:
        """2xx"""
        return 200 <= self.status < 300


async def exchange(
    http: Http,
    method: str,
    url: str,
    headers: Mapping[str, str],
    body: bytes | None = None,
    silence: float | None = None,
) -> Answer:
    """Ask once, and follow no redirect.

    Args:
        silence: seconds after which no more is waited for once there is a connection; None: whoever asks
            sees to that.

    Raises:
        BadAnswer: it is too long, or cannot be unpacked.
        aiohttp.ServerTimeoutError: the connection took too long, or whoever was asked is silent.
        aiohttp.ClientError: no connection, or it broke.
    """
    async with http.request(method, url, headers=headers, data=body, silence=silence) as response:
        read = await _read(response)
        if packed := response.headers.get("Content-Encoding"):
            read = _unpacked(read, packed.strip().lower())
        return Answer(url, response.status, response.headers, read)


async def _read(response: Response) -> bytes:
    body = bytearray()
    while piece := await response.content.readany():
        body += piece
        if len(body) > MAX_ANSWER_BYTES:
            response.close()
            raise _too_long()
    return bytes(body)


def _unpacked(body: bytes, packed: str) -> bytes:
    """Nothing packed was asked for; some send it all the same."""
    if not body or packed == "identity":
        return body
    for window in _WINDOWS.get(packed, ()):
        unpacking = zlib.decompressobj(window)
        try:
            read = unpacking.decompress(body, MAX_ANSWER_BYTES + 1)
        except zlib.error:
            continue
        if len(read) > MAX_ANSWER_BYTES:
            raise _too_long()
        if unpacking.eof:
            return read
    raise BadAnswer("The answer is garbled.")


def _too_long() -> BadAnswer:
    return BadAnswer(f"The answer is longer than {MAX_ANSWER_BYTES >> 20} MB.")
