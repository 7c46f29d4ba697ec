"""Through which proxy a URL is asked, and what it means when that fails."""

import ipaddress
import ssl
from typing import Final
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies

import httpx
import python_socks
import websockets
from httpx_socks import AsyncProxyTransport

from viewer import errors
from viewer.redaction import remember_secret
from viewer.session.bypass import Bypasses
from viewer.session.tls import tls_context
from viewer.settings import PROXY_SCHEMES

NONE: Final = "none"

# The kinds of proxies that getproxies may name, the best first (RFC 6455 section 4.1 for WebSockets).
_KINDS: Final = {
    "http": ("http", "socks", "all"),
    "https": ("https", "socks", "all"),
    "ws": ("ws", "socks", "https", "http", "all"),
    "wss": ("wss", "socks", "https", "all"),
}
_BYPASSES: Final = Bypasses()


async def proxy_for(url: str, requested: str) -> str | None:
    """The URL of the proxy for ``url``, None for no proxy. Its password is a secret from now on.

    ``requested`` is the user's: a proxy's URL for everything, :data:`NONE`, or nothing for the system's (the
    environment's ``HTTPS_PROXY`` and its like, or what Windows and macOS are set to). Hosts that ``NO_PROXY``
    names are asked directly in any case, and this machine unless the user asked otherwise. Never blocks the
    loop; a name server that is asked and silent holds it up for :data:`~viewer.session.bypass.PATIENCE`.

    Raises:
        errors.UsageError: the system's proxy is of a kind that cannot be used.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    if requested == NONE:
        return None
    proxy = requested or (None if _is_this_machine(host) else _of_system(parts.scheme))
    if not proxy or await _BYPASSES.includes(host):
        return None
    proxy_parts = urlsplit(proxy)
    if proxy_parts.scheme not in PROXY_SCHEMES or not proxy_parts.hostname:
        raise errors.UsageError(
            "The system's proxy is of an unknown kind.", hint="Give another: --proxy URL."
        )
    if proxy_parts.password:
        remember_secret(unquote(proxy_parts.password))
    # Names are resolved by the proxy: where one is needed, nobody else may be able to.
    return f"socks5h{proxy.removeprefix('socks5')}" if proxy_parts.scheme == "socks5" else proxy


def http_client(proxy: str | None, timeout: httpx.Timeout) -> httpx.AsyncClient:
    """A client that goes through ``proxy``, which :func:`proxy_for` named, and nowhere else.

    Raises:
        errors.UsageError: see :func:`~viewer.session.tls.tls_context`.
    """
    if proxy and proxy.startswith("socks5h"):
        # This library's way to say socks5h.
        socks = f"socks5{proxy.removeprefix('socks5h')}"
        transport: httpx.AsyncBaseTransport = _SocksTransport.from_url(socks, rdns=True, verify=tls_context())
    else:
        transport = httpx.AsyncHTTPTransport(proxy=proxy, verify=tls_context())
    return httpx.AsyncClient(transport=transport, timeout=timeout)


def raise_for_proxy(outcome: Exception | httpx.Response, proxy: str | None) -> None:
    """Raise what ``outcome`` of an HTTP request says of the ``proxy``, if it was the proxy that failed.

    Raises:
        errors.ProxyUnreachable, errors.ProxyRefused
    """
    if isinstance(outcome, Exception):
        _BYPASSES.forget()
    if proxy is None:
        return
    match outcome:
        case httpx.Response(status_code=407):
            raise errors.ProxyRefused()
        case httpx.ProxyError() if _is_refusal(outcome):
            raise errors.ProxyRefused() from outcome
        case httpx.ConnectError() | httpx.ConnectTimeout() if not _is_about_tls(outcome):
            raise errors.ProxyUnreachable() from outcome


def websocket_problem(failure: Exception, proxy: str | None) -> errors.BrokerError | None:
    """What the ``failure`` of a WebSocket to open says of the ``proxy``; None if it is not the proxy's."""
    _BYPASSES.forget()
    if proxy is None or isinstance(failure, ssl.SSLError):
        return None
    match failure:
        case websockets.ProxyError():
            return errors.ProxyRefused() if _is_refusal(failure) else None
        case OSError():
            return errors.ProxyUnreachable()
    return None


def _of_system(scheme: str) -> str | None:
    proxies = getproxies()
    kind = next((kind for kind in _KINDS[scheme] if proxies.get(kind)), None)
    if kind is None:
        return None
    proxy = proxies[kind]
    if kind == "socks":
        # macOS and Windows name the address only.
        return f"socks5h://{proxy.rpartition('//')[2]}" if not proxy.startswith("socks") else proxy
    return proxy if "://" in proxy else f"http://{proxy}"


def _is_this_machine(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_refusal(failure: Exception) -> bool:
    """Whether the proxy did not want to, or else could not reach what is behind it."""
    match failure, failure.__cause__:
        case _, python_socks.ProxyError(error_code=code):
            # RFC 1928 section 6: “not allowed by ruleset”; without a code it is about the credentials.
            return code in (None, 2)
        case websockets.InvalidProxyStatus(response=response), _:
            return response.status_code < 500
    # httpcore says “502 Bad Gateway”.
    return not str(failure).startswith("5")


def _is_about_tls(error: BaseException | None) -> bool:
    while error:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False


class _SocksTransport(AsyncProxyTransport):
    """Fails as httpx's own transports do."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        try:
            return await super().handle_async_request(request)
        except python_socks.ProxyTimeoutError as error:
            raise httpx.ConnectTimeout(str(error), request=request) from error
        except python_socks.ProxyConnectionError as error:
            raise httpx.ConnectError(str(error), request=request) from error
        except python_socks.ProxyError as error:
            raise httpx.ProxyError(str(error), request=request) from error
