"""Fetches pictures from where the service says they are, and from nowhere else inside our own network."""

import asyncio
import ipaddress
import logging
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

import aiohttp
from yarl import URL

from viewer.broker.outgoing import Redirected, proxy_for, web_client
from viewer.serving.upstream_client import trust

# A service may have to draw a film first, as our engine does.
WITHIN: Final = 45.0
CONNECT_WITHIN: Final = 5.0
MAX_REDIRECTS: Final = 3
_CHUNK: Final = 1 << 16
_PORTS: Final = {"http": 80, "https": 443}

_log = logging.getLogger(__name__)


class NotFetched(Exception):
    """There is no picture; ``is_dead``: the link is no good any more, but another one may be."""

    def __init__(self, why: str, *, is_dead: bool = False) -> None:
        self.is_dead = is_dead
        super().__init__(why)


class Downloads:
    """Use from one event loop, inside :func:`downloads`.

    Args:
        own: the API's URL: what lies at that very scheme, host and port may be fetched without TLS, and from
            a private address.
        public: a client that connects to public addresses only.
        trusting: one that connects to any.
    """

    def __init__(self, own: str, public: aiohttp.ClientSession, trusting: aiohttp.ClientSession) -> None:
        self._own = _origin(own)
        self._public = public
        self._trusting = trusting

    async def fetch(self, url: str, max_bytes: int) -> bytes:
        """What is at ``url``, at most ``max_bytes`` long.

        Raises:
            NotFetched
        """
        try:
            async with asyncio.timeout(WITHIN):
                for _ in range(1 + MAX_REDIRECTS):
                    try:
                        return await self._fetch(url, max_bytes)
                    except Redirected as there:
                        url = urljoin(url, there.location)
        except TimeoutError:
            raise NotFetched(f"{_shown(url)} does not answer") from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise NotFetched(f"{_shown(url)} cannot be fetched ({type(error).__name__})") from None
        raise NotFetched(f"{_shown(url)} sends us on and on")

    async def _fetch(self, url: str, max_bytes: int) -> bytes:
        client, proxy = await self._way_to(url)
        # The key is not sent along: the links carry what they need.
        async with client.get(
            URL(url, encoded=True), allow_redirects=False, proxy=proxy, ssl=trust()
        ) as answer:
            if answer.status != 200:
                is_dead = answer.status in (401, 403, 404, 410)
                raise NotFetched(f"{_shown(url)} answers {answer.status}", is_dead=is_dead)
            content = bytearray()
            async for piece in answer.content.iter_chunked(_CHUNK):
                content += piece
                if len(content) > max_bytes:
                    raise NotFetched(f"{_shown(url)} is longer than {max_bytes} bytes")
            return bytes(content)

    async def _way_to(self, url: str) -> tuple[aiohttp.ClientSession, str | None]:
        parts = urlsplit(url)
        if parts.username is not None or parts.password is not None or not url.isascii():
            raise NotFetched("a link that is no plain URL")
        if _origin(url) == self._own:
            return self._trusting, await asyncio.to_thread(proxy_for, url)
        if parts.scheme != "https":
            raise NotFetched(f"{_shown(url)} is not fetched without TLS")
        if is_private_literal(parts.hostname or ""):
            raise NotFetched(f"{_shown(url)} is no public address")
        # A proxy resolves the name itself, and is at a private address as a rule.
        proxy = await asyncio.to_thread(proxy_for, url)
        return (self._trusting if proxy else self._public), proxy


@asynccontextmanager
async def downloads(own: str) -> AsyncIterator[Downloads]:
    """Downloads for as long as the broker runs; ``own`` is the API's URL."""
    public = aiohttp.TCPConnector(limit=8, socket_factory=_public_socket)
    async with (
        web_client(public, CONNECT_WITHIN) as checked,
        web_client(aiohttp.TCPConnector(limit=8), CONNECT_WITHIN) as trusting,
    ):
        yield Downloads(own, checked, trusting)


def is_public(address: str) -> bool:
    """Whether ``address``, of an IP, is one of the internet, whatever it is wrapped in."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and any(ip in network for network in _TRANSLATED):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            ip = inner
    return ip.is_global and not ip.is_multicast


def is_private_literal(host: str) -> bool:
    """Whether ``host`` is an IP address and no public one; names are looked at once they are resolved."""
    try:
        return not is_public(host)
    except ValueError:
        return False


# RFC 6052 and RFC 4291 section 2.5.5.1: an IPv4 address in the last 32 bits.
_TRANSLATED: Final = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "::/96")))


def _public_socket(address: Any) -> socket.socket:
    """The last thing before a connection: here the name is an address for good, and cannot change again."""
    family, kind, protocol, _, place = address
    if not is_public(str(place[0])):
        raise OSError("no public address")
    return socket.socket(family, kind, protocol)


def _origin(url: str) -> tuple[str, str, int | None]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname or "", parts.port or _PORTS.get(parts.scheme)


def _shown(url: str) -> str:
    """For the log: without the signature in its query."""
    return repr(url.partition("?")[0][:200])
