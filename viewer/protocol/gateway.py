"""The way to an engine through a gateway, where a network lets one host through (README.md section 4)."""

from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

from viewer.protocol.api import SessionInfo

TARGET_HEADER: Final = "X-Anam-Target-Url"
TARGET_PARAMETER: Final = "target_url"
WEBSOCKET_PATH: Final = "/ws"
TALK_PATH: Final = "/talk"

# A gateway closes so for good: whoever tries again gets the same.
REFUSED: Final = 1008
REFUSED_REASON: Final = "Backend WebSocket"

_DEFAULT_PORTS: Final = {"http": 80, "ws": 80, "https": 443, "wss": 443}
# Of a path and a query (RFC 3986 section 3.3), and what is escaped already.
_UNESCAPED: Final = "%/:@!$&'()*+,;=~"


@dataclass(frozen=True, slots=True)
class Way:
    """Where a client reaches the engine of its session: URLs of the WebSocket and of ``POST /talk``."""

    signalling_url: str
    talk_url: str
    talk_headers: dict[str, str] = field(default_factory=dict)


def direct_way(session: SessionInfo) -> Way:
    """The engine itself."""
    return Way(session.signalling_url, session.talk_url)


def way_through(gateway: str, session: SessionInfo) -> Way:
    """By way of the gateway at the URL ``gateway`` (http or https), as the official clients go."""
    base = gateway.rstrip("/")
    target = quote(normal(session.signalling_url), safe="")
    return Way(
        f"ws{base.removeprefix('http')}{WEBSOCKET_PATH}?{TARGET_PARAMETER}={target}",
        f"{base}{TALK_PATH}?{urlsplit(session.talk_url).query}",
        {TARGET_HEADER: normal(session.talk_url)},
    )


def normal(url: str) -> str:
    """``url`` as browsers write it: in ASCII, the host in lower case, without the scheme's usual port.

    Raises:
        ValueError: it is none.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").encode("idna").decode()
    where = f"[{host}]" if ":" in host else host
    if parts.port is not None and parts.port != _DEFAULT_PORTS.get(parts.scheme):
        where += f":{parts.port}"
    path, query = (quote(part, safe=_UNESCAPED + "?") for part in (parts.path or "/", parts.query))
    return urlunsplit((parts.scheme, where, path, query, ""))


def is_refusal(code: int, reason: str) -> bool:
    """Whether a WebSocket that closed so was closed by a gateway, for good."""
    return code == REFUSED and reason.startswith(REFUSED_REASON)
