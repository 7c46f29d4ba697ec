"""How the broker reaches other hosts than the API's: with which proxy, and trusting whom."""

import ssl
from collections.abc import Callable
from functools import cache
from typing import Final
from urllib.parse import urlsplit
from urllib.request import getproxies

import aiohttp
import httpx

from viewer import __version__
from viewer.protocol import api

_THIS_MACHINE: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_KINDS: Final = {"ws": "http", "wss": "https"}
USER_AGENT: Final = f"{api.CLIENT_NAME}-broker/{__version__}"


def proxy_for(url: str) -> str | None:
    """The environment's HTTP proxy for ``url``, None for none; this machine is asked past it."""
    parts, proxies = urlsplit(url), getproxies()
    host = parts.hostname or ""
    if host in _THIS_MACHINE or any(map(_fits(host), proxies.get("no", "").split(","))):
        return None
    proxy = proxies.get(_KINDS.get(parts.scheme, parts.scheme)) or proxies.get("all") or ""
    return proxy if proxy.startswith("http://") else None


def _fits(host: str) -> Callable[[str], bool]:
    """Whether an entry of ``NO_PROXY`` is about ``host``."""

    def fits(entry: str) -> bool:
        name = entry.strip().lower().lstrip(".")
        return name == "*" or (bool(name) and f".{host}".endswith(f".{name}"))

    return fits


@cache
def trust() -> ssl.SSLContext:
    """What certificates are trusted: as httpx does. Made once, as that takes some 50 ms."""
    return httpx.create_ssl_context()


def web_client(connector: aiohttp.BaseConnector, connect_within: float) -> aiohttp.ClientSession:
    """A client that remembers nothing, unpacks nothing and follows no redirects. Takes over ``connector``."""
    return aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"User-Agent": USER_AGENT, "Accept-Encoding": "identity"},
        auto_decompress=False,
        timeout=aiohttp.ClientTimeout(total=None, sock_connect=connect_within),
        middlewares=(_refuse_redirects,),
    )


class Redirected(aiohttp.ClientError):
    """Whoever was asked sends us elsewhere, to ``location`` if it says."""

    def __init__(self, location: str) -> None:
        self.location = location
        super().__init__("a redirect")


async def _refuse_redirects(
    request: aiohttp.ClientRequest, ask: aiohttp.ClientHandlerType
) -> aiohttp.ClientResponse:
    """A WebSocket's opening would follow them whatever it is told."""
    response = await ask(request)
    if 300 <= response.status < 400:
        response.close()
        raise Redirected(response.headers.get("Location", ""))
    return response
