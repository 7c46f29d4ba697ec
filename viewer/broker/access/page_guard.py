"""Keeps web pages out that are not named: ``Host``, ``Origin`` and ``Content-Type`` of every request.

A page can make the browser of somebody on the broker's own computer or network send requests. It cannot
choose ``Origin``; it cannot send JSON declared as such without asking first (CORS); and when its own name is
made to point here (DNS rebinding) ``Host`` is still that name.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from ipaddress import ip_address
from typing import Final, TypeAlias

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from viewer.broker.access import refusals
from viewer.broker.refusal import SessionNotGranted
from viewer.broker.rules import AccessRules

ANSWERED_WITH: Final = "viewer.answered_with"
"""What of an ASGI scope names headers that go with whatever is answered."""

_Headers: TypeAlias = list[tuple[bytes, bytes]]
_Added: TypeAlias = tuple[tuple[bytes, bytes], ...]

_HOST: Final = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::[0-9]{1,5})?")
_ASKED_OF: Final = frozenset({b"host", b"origin"})
# Seconds for which a browser need not ask again.
_PREFLIGHT_AGE: Final = b"600"
# No page of others may show or run what the broker answers, and no answer is taken for something else.
_ALWAYS: Final[_Added] = (
    (b"x-content-type-options", b"nosniff"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
)
_ACCEPTED: Final = b"authorization, content-type, if-none-match, x-anam-target-url"
_EXPOSED: Final = b"etag, retry-after, www-authenticate, x-request-id"


class PageGuard:
    """What ``rules`` say of pages, for a broker that listens on ``host``. Immutable, so any task may ask."""

    def __init__(self, rules: AccessRules, host: str) -> None:
        self._names = {_plain(name) for name in rules.hosts}
        # No host listens on all addresses, and so do these two.
        self._everywhere = host in ("", "0.0.0.0", "::")  # noqa: S104 - compared with
        if not self._everywhere:
            self._names.add(_plain(host))
        self._origins = {origin.encode(): origin.encode() for origin in rules.origins}
        self._is_own_name = lru_cache(maxsize=64)(self._named_by)

    def check(self, scope: Scope) -> _Added:
        """The headers that the answer needs.

        Raises:
            SessionNotGranted: a page that is not named asks, or may ask.
        """
        said: dict[bytes, list[bytes]] = {}
        for name, value in scope["headers"]:
            if name in _ASKED_OF:
                said.setdefault(name, []).append(value)
        hosts = said.get(b"host", [])
        if len(hosts) != 1 or not (called := _HOST.fullmatch(hosts[0].decode("latin-1"))):
            raise refusals.no_host()
        if not self._is_own_name(called[1]):
            raise refusals.wrong_host()
        return self._of_page(scope.get("scheme", "http"), hosts[0], said.get(b"origin", []))

    def check_content(self, scope: Scope) -> None:
        """See whether a page would have had to ask before it sent this (CORS). All other methods that change
        something it has to ask for in any case.

        Raises:
            SessionNotGranted: it would not.
        """
        if scope["type"] != "http" or scope["method"] != "POST":
            return
        kinds = [value for name, value in scope["headers"] if name == b"content-type"]
        if len(kinds) != 1 or kinds[0].partition(b";")[0].strip().lower() != b"application/json":
            raise refusals.not_declared_as_json()

    def preflight(self, scope: Scope) -> _Headers | None:
        """The answer to a browser that asks, before it asks in the name of a page (CORS); None: it does not.

        Call after :meth:`check`, which lets only named pages through.
        """
        if scope["type"] != "http" or scope["method"] != "OPTIONS":
            return None
        names = {name for name, _ in scope["headers"]}
        if not {b"origin", b"access-control-request-method"} <= names:
            return None
        return [
            (b"access-control-allow-methods", b"GET, HEAD, POST"),
            (b"access-control-allow-headers", _ACCEPTED),
            (b"access-control-max-age", _PREFLIGHT_AGE),
        ]

    def _of_page(self, scheme: str, host: bytes, origins: list[bytes]) -> _Added:
        answer = _ALWAYS
        if self._origins:
            answer += ((b"vary", b"Origin"),)
        if not origins:
            return answer
        if len(origins) == 1:
            if origin := self._origins.get(origins[0].lower()):
                return (
                    *answer,
                    (b"access-control-allow-origin", origin),
                    (b"access-control-expose-headers", _EXPOSED),
                )
            scheme = scheme.replace("ws", "http", 1)
            # The broker's own page: it describes the interface, and tries it out.
            if origins[0] == scheme.encode() + b"://" + host:
                return answer
        raise refusals.wrong_origin()

    def _named_by(self, host: str) -> bool:
        """Whether ``host`` (of a ``Host`` header) means this broker. A name that points to this computer in
        every browser is harmless always: nobody can make another of it. So is an address.
        """
        name = _plain(host)
        if name in self._names or name == "localhost" or name.endswith(".localhost"):
            return True
        try:
            address = ip_address(name)
        except ValueError:
            return False
        return address.is_loopback or self._everywhere


class GuardedApp:
    """ASGI middleware: asks a guard before anything of a request is read.

    Args:
        guard: tells which one is in force.
        on_refusal: told of each request that is not let through, and why.
    """

    def __init__(
        self,
        app: ASGIApp,
        guard: Callable[[], PageGuard],
        on_refusal: Callable[[Scope, SessionNotGranted], None],
    ) -> None:
        self._app = app
        self._guard = guard
        self._on_refusal = on_refusal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One connection."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        guard = self._guard()
        before: _Added = scope.get(ANSWERED_WITH, ())
        added = before + _ALWAYS
        try:
            added = before + guard.check(scope)
            guard.check_content(scope)
        except SessionNotGranted as refused:
            self._on_refusal(scope, refused)
            await _refuse(refused, added, scope, receive, send)
            return
        if (preflight := guard.preflight(scope)) is not None:
            await send({"type": "http.response.start", "status": 204, "headers": [*preflight, *added]})
            await send({"type": "http.response.body"})
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *added]
            await send(message)

        await self._app(scope, receive, send_with_headers)


async def _refuse(
    refused: SessionNotGranted, added: _Added, scope: Scope, receive: Receive, send: Send
) -> None:
    kind = "http.response"
    if scope["type"] == "websocket":
        await receive()
        if "websocket.http.response" not in scope.get("extensions", {}):
            await send({"type": "websocket.close", "code": 1008})
            return
        kind = "websocket.http.response"
    body = refused.refusal.model_dump_json().encode()
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(body)).encode()),
        *added,
    ]
    await send({"type": f"{kind}.start", "status": refused.status, "headers": headers})
    await send({"type": f"{kind}.body", "body": body})


def _plain(name: str) -> str:
    return name.lower().strip("[]").removesuffix(".")
