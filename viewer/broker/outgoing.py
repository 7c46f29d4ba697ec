"""How the broker reaches other hosts: with which proxy, and as what client."""

from ipaddress import ip_address
from typing import Final
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp

from viewer import __version__
from viewer.protocol import api
from viewer.redaction import remember_secret

_KINDS: Final = {"ws": "http", "wss": "https"}
USER_AGENT: Final = f"{api.CLIENT_NAME}-broker/{__version__}"


class UnusableProxy(ValueError):
    """The proxy that the system names is of another kind, or none at all."""


def proxy_for(url: str) -> str | None:
    """The system's HTTP proxy for ``url``, None for none. This machine is asked past any, as are hosts that
    ``NO_PROXY`` names; may ask a name server for that, and block.

    Raises:
        UnusableProxy: it cannot be gone through.
    """
    parts, proxies = urlsplit(url), getproxies()
    host = parts.hostname or ""
    proxy = proxies.get(_KINDS.get(parts.scheme, parts.scheme)) or proxies.get("all")
    if not proxy or _is_this_machine(host) or proxy_bypass(host):
        return None
    proxy = proxy if "://" in proxy else f"http://{proxy}"
    through = urlsplit(proxy)
    if through.scheme not in ("http", "https") or not through.hostname:
        raise UnusableProxy("the system's proxy cannot be used")
    if through.password:
        remember_secret(unquote(through.password))
    return proxy


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


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
