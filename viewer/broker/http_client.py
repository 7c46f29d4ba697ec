"""The connections to the API: through which proxy, trusting whom, how many, kept for how long."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import aiohttp

from viewer.broker.connections import Connections
from viewer.broker.outgoing import USER_AGENT, UnusableProxy, proxy_for
from viewer.errors import UsageError
from viewer.serving.upstream_client import trust

CONNECT_WITHIN: Final = 3.0
# The sessions that are started at one time, and room for ending others however many those are.
MAX_UNDER_WAY: Final = 256
_MAX_CONNECTIONS: Final = MAX_UNDER_WAY + 64
# Balancers wait longer (60 s and more) before they close an idle one: so none breaks as it is used.
_KEEP_ALIVE_SECONDS: Final = 30.0


@dataclass(frozen=True, slots=True)
class Way:
    """To the API at ``url``, through ``proxy`` if there is one."""

    url: str
    proxy: str | None = None


def way_to(url: str) -> Way:
    """How the API at ``url`` is reached. This machine is asked past any proxy, as are hosts that ``NO_PROXY``
    names; may ask a name server for that.

    Raises:
        UsageError: ``url`` names a user, or the proxy is of a kind that cannot be used.
    """
    parts = urlsplit(url)
    if parts.username is not None or parts.password is not None:
        raise UsageError(
            "The URL of the broker's upstream names a user.",
            hint="Leave the part up to the @ out of --upstream: the service takes the API key alone.",
        )
    try:
        return Way(url, proxy_for(url))
    except UnusableProxy:
        raise UsageError(
            "The broker cannot use the system's proxy: its URL has to begin with http:// or https://.",
            hint=f"Name such a one in {parts.scheme.upper()}_PROXY, or the service's host in NO_PROXY.",
        ) from None


def http_client(way: Way) -> Connections:
    """Connections for ``way``, closed with the context that they are. To be called where the event loop runs.

    Only the connecting has a limit of its own; whoever asks sets the others.
    """
    connector = aiohttp.TCPConnector(
        limit=_MAX_CONNECTIONS,
        keepalive_timeout=_KEEP_ALIVE_SECONDS,
        ssl=trust() if way.url.startswith("https:") or (way.proxy or "").startswith("https:") else True,
    )
    return Connections(
        connector,
        way.url,
        way.proxy,
        CONNECT_WITHIN,
        # What is packed all the same is unpacked with a bound, in answer.py.
        {"User-Agent": USER_AGENT, "Accept": "application/json", "Accept-Encoding": "identity"},
    )
