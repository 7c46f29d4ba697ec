"""Checks of the way to the broker: name, connection, encryption, clock."""

import asyncio
import base64
import json
import socket
import ssl
import time
from contextlib import suppress
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from ipaddress import ip_address
from typing import Any, Final
from urllib.parse import urlsplit

import httpx

from viewer.doctor.finding import NotTried, Verdict
from viewer.errors import BrokerError, BrokerUnreachable, BrokerUntrusted, ProxyUnreachable
from viewer.session.proxy import http_client, proxy_for
from viewer.session.tls import tls_context

# Beyond this, tokens and certificates are taken for expired or not yet valid.
CLOCK_LIMIT: Final = 300.0
# What whole seconds in a header and a slow answer make of two clocks that agree.
_ROUNDING: Final = 2.0
_ANSWER_SECONDS: Final = 5.0
_PROXY_PORTS: Final = {"https": 443, "socks5": 1080, "socks5h": 1080}
_SET_CLOCK: Final = "Set this computer's clock, best by time synchronisation (NTP)."


@dataclass(frozen=True, slots=True)
class NextHop:
    """The broker, or the proxy that stands before it."""

    host: str
    port: int
    is_proxy: bool

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"the proxy {host}:{self.port}" if self.is_proxy else f"{host}:{self.port}"

    def unreachable(self, message: str, hint: str) -> BrokerError:
        """What it is that nobody answers there."""
        return (ProxyUnreachable if self.is_proxy else BrokerUnreachable)(message, hint=hint)


@dataclass(frozen=True, slots=True)
class NetworkPath:
    """From here to the URL ``broker``; ``proxy`` is as :func:`~viewer.session.proxy.proxy_for` takes it."""

    broker: str
    proxy: str

    @property
    def broker_host(self) -> str:
        """The broker's own host; empty without a broker."""
        return urlsplit(self.broker).hostname or ""

    @property
    def encrypted(self) -> bool:
        """Whether the broker is spoken to over TLS."""
        return urlsplit(self.broker).scheme == "https"

    async def next_hop(self) -> NextHop:
        """Where the first connection goes.

        Raises:
            UsageError: to a proxy of an unknown kind.
        """
        if proxy := await proxy_for(self.broker, self.proxy):
            parts = urlsplit(proxy)
            return NextHop(
                parts.hostname or "", parts.port or _PROXY_PORTS.get(parts.scheme, 80), is_proxy=True
            )
        parts = urlsplit(self.broker)
        return NextHop(parts.hostname or "", parts.port or (443 if self.encrypted else 80), is_proxy=False)


async def dns(path: NetworkPath) -> Verdict:
    """Whether the host's name is known, and as which addresses.

    Raises:
        BrokerUnreachable, ProxyUnreachable: it is not.
        UsageError: the proxy is of an unknown kind.
        NotTried: there is no broker to reach.
    """
    if not path.broker:
        raise NotTried("No broker is given: add --broker URL.")
    hop = await path.next_hop()
    if _is_address(hop.host):
        return Verdict(f"{hop.host} is an address: there is no name to look up")
    try:
        found = await asyncio.get_running_loop().getaddrinfo(hop.host, hop.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise hop.unreachable(
            f"The name {hop.host} is not known.",
            "Check the URL for slips, and this computer's network and name server (DNS).",
        ) from None
    addresses = dict.fromkeys(str(address[0]) for *_, address in found)
    return Verdict(f"{hop.host} is {', '.join(addresses)}")


async def tcp(path: NetworkPath) -> Verdict:
    """Whether a TCP connection can be made to the broker, or to the proxy before it.

    Raises:
        BrokerUnreachable, ProxyUnreachable: it cannot.
    """
    hop = await path.next_hop()
    try:
        _, writer = await asyncio.open_connection(hop.host, hop.port)
    except OSError as error:
        raise hop.unreachable(
            f"No connection to {hop}: {_reason(error)}.",
            "Check that the proxy runs, or go without: --proxy none."
            if hop.is_proxy
            else "Check that the broker runs and listens on that port, and that no firewall is between.",
        ) from None
    await _close(writer)
    return Verdict(f"There is a connection to {hop}")


async def tls(path: NetworkPath) -> Verdict:
    """Whether the broker's certificate is trusted, as the HTTP client sees it.

    Raises:
        BrokerUntrusted: it is not.
        BrokerUnreachable: the broker does not speak TLS.
        UsageError: the environment names files for TLS that cannot be used.
        NotTried: there is no TLS to try.
    """
    hop = await path.next_hop()
    if not path.encrypted:
        if hop.is_proxy or _is_loopback(hop.host):
            raise NotTried("The URL is one without encryption (http).")
        return Verdict(
            "The URL is one without encryption (http): session tokens can be read on the way.",
            "Give the broker a certificate and use https.",
        )
    if hop.is_proxy:
        raise NotTried("It is spoken through the proxy: the next line shows whether it works.")
    trust = await asyncio.to_thread(tls_context)
    try:
        _, writer = await asyncio.open_connection(hop.host, hop.port, ssl=trust)
    except ssl.SSLCertVerificationError as error:
        raise BrokerUntrusted(f"The broker's certificate is not trusted: {error.verify_message}.") from None
    except OSError:
        raise BrokerUnreachable(
            f"{hop} does not speak TLS.",
            hint="Check the port; a broker without a certificate has a URL that begins with http://.",
        ) from None
    certificate: dict[str, Any] = writer.get_extra_info("peercert") or {}
    version = writer.get_extra_info("ssl_object").version()
    await _close(writer)
    return Verdict(f"{version}, certificate valid until {certificate.get('notAfter', 'an unknown day')}")


async def clock(path: NetworkPath, token: str | None) -> Verdict:
    """This computer's clock against the broker's, and against the session ``token``'s times.

    Raises:
        NotTried: neither says what time it is.
    """
    off = await _seconds_ahead(path)
    claims = _claims(token) if token else {}
    issued, expires, now = _number(claims, "iat"), _number(claims, "exp"), time.time()
    if off is not None and abs(off) > CLOCK_LIMIT:
        direction = "ahead of" if off > 0 else "behind"
        return Verdict(
            f"This computer's clock is {abs(off) / 60:.0f} min {direction} the broker's.", _SET_CLOCK
        )
    if expires is not None and expires < now:
        return Verdict("By this computer's clock the session token expired before it came.", _SET_CLOCK)
    if issued is not None and issued > now + CLOCK_LIMIT:
        return Verdict("By this computer's clock the session token was issued in the future.", _SET_CLOCK)
    lifetime = "" if expires is None else f"; the session token is valid for {(expires - now) / 60:.0f} min"
    if off is None:
        if not lifetime:
            raise NotTried("The broker does not say what time it is.")
        return Verdict(f"The broker does not say what time it is{lifetime}")
    agrees = "It agrees with the broker's" if abs(off) < _ROUNDING else f"{abs(off):.0f} s from the broker's"
    return Verdict(f"{agrees}{lifetime}")


async def _seconds_ahead(path: NetworkPath) -> float | None:
    """How far this clock is ahead of the broker's, within a second; None: it does not say."""
    try:
        proxy = await proxy_for(path.broker, path.proxy)
        async with http_client(proxy, httpx.Timeout(_ANSWER_SECONDS)) as client:
            asked = time.time()
            response = await client.get(path.broker)
            answered = time.time()
        date = parsedate_to_datetime(response.headers["Date"])
    except (httpx.HTTPError, KeyError, ValueError):
        return None
    # The header has whole seconds (RFC 9110 section 5.6.7): what it leaves out is half a second on average.
    return (asked + answered) / 2 - (date.timestamp() + 0.5)


def _claims(token: str) -> dict[str, Any]:
    """What the JWT ``token`` says of itself, unverified; nothing if it is not one (RFC 7519 section 3)."""
    try:
        body = token.split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    except (IndexError, ValueError):
        return {}
    return claims if isinstance(claims, dict) else {}


def _number(claims: dict[str, Any], name: str) -> float | None:
    """A NumericDate (RFC 7519 section 2): seconds since 1970."""
    value = claims.get(name)
    return value if isinstance(value, int | float) else None


def _reason(error: OSError) -> str:
    match error:
        case ConnectionRefusedError():
            return "nobody listens there"
        case TimeoutError():
            return "no answer"
    return error.strerror or "no way there"


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _is_loopback(host: str) -> bool:
    if _is_address(host):
        return ip_address(host).is_loopback
    return host == "localhost" or host.endswith(".localhost")


async def _close(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with suppress(OSError):
        await writer.wait_closed()
