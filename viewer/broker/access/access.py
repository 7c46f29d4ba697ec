"""Who may ask, as the rules, the settings and the environment say, and who asks in each request.

Every other part of the broker gets a :class:`Caller` by the dependency :func:`caller`.
"""

import asyncio
import logging
import re
from collections.abc import Mapping
from dataclasses import replace
from ipaddress import ip_address
from typing import Final, Protocol

import httpx
from starlette.requests import HTTPConnection
from starlette.types import Scope

from viewer.broker.access import refusals
from viewer.broker.access.address import client_address, neighbourhood
from viewer.broker.access.client_tokens import ClientTokens
from viewer.broker.access.clients import hash_of
from viewer.broker.access.jwt_tokens import JwtTokens
from viewer.broker.access.page_guard import PageGuard
from viewer.broker.caller import Caller
from viewer.broker.rules import AccessRules, Rules
from viewer.broker.rules_in_force import Change
from viewer.errors import UsageError
from viewer.redaction import remember_secret
from viewer.serving.keys import checked_key
from viewer.settings import BrokerSettings

_log = logging.getLogger(__name__)

# The token of one more client, for those who keep secrets in the environment, as containers do.
TOKEN_VARIABLE: Final = "PERSONA_VIEWER_CLIENT_TOKEN"
# Chance of 128 bits is that long in hexadecimal; whoever thinks one up stays below.
_SHORTEST_TOKEN: Final = 32

# RFC 6750 section 2.1.
_BEARER: Final = re.compile(rb"(?i:bearer) +([A-Za-z0-9._~+/-]+=*) *")


# What proxies add. To a broker on loopback they bring in whoever reaches them.
_OF_PROXIES: Final = frozenset(
    {b"forwarded", b"via", b"x-forwarded-for", b"x-forwarded-host", b"x-forwarded-proto", b"x-real-ip"}
)


class Checker(Protocol):
    """Tells who shows a token."""

    async def start(self) -> None:
        """Begin what goes on beside the requests."""

    async def close(self) -> None:
        """End it."""

    async def check(self, token: str | None) -> Caller:
        """Raises SessionNotGranted."""

    @property
    def problem(self) -> str:
        """Why nobody's token can be checked now, in a sentence; "" if it can."""


class Access:
    """Everybody who may ask: as ``rules`` say, with the clients that ``settings`` and ``environment`` add to
    those of the mode ``tokens``; either makes it out of the mode ``open``. Reads files, and blocks for it;
    then ``async with`` it while requests are answered, and use it from one event loop.

    Args:
        transport: how to reach an identity provider; None for the network.

    Raises:
        UsageError: a file, a token or their combination cannot be used.
    """

    def __init__(
        self,
        settings: BrokerSettings,
        rules: AccessRules,
        environment: Mapping[str, str],
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._settings = settings
        self._of_environment = _client_of(environment)
        self._transport = transport
        self._address: str | None = None
        self._rules = rules
        self._checker = self._checker_for(rules)
        self.guard = PageGuard(rules, settings.host)

    async def __aenter__(self) -> "Access":
        await self._checker.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._checker.close()

    async def follow(self, rules: Rules) -> Change:
        """Make ready for other rules, from their files anew, and answer how to go over to them.

        Raises:
            UsageError: they cannot be used, or would let anybody in from elsewhere.
        """
        access = rules.access
        checker = self._checker
        # The keys of the same provider stay: it may be away just now.
        if access.jwt is None or access.jwt.jwks_url is None or access.jwt != self._rules.jwt:
            checker = await asyncio.to_thread(self._checker_for, access)
        if self._address is not None:
            self._check_exposure(self._address, access, checker)

        async def change() -> None:
            self._rules, self.guard = access, PageGuard(access, self._settings.host)
            before, self._checker = self._checker, checker
            if before is not checker:
                await checker.start()
                await before.close()

        return change

    @property
    def problem(self) -> str:
        """Why nobody can be let in now, in a sentence; "" if they can."""
        return self._checker.problem

    def check_exposure(self, address: str) -> None:
        """See whether a broker that listens on ``address`` may let in whoever this lets in.

        Raises:
            UsageError: others than this computer's users need no token, and nobody said that they may.
        """
        self._address = address
        self._check_exposure(address, self._rules, self._checker)

    def _check_exposure(self, address: str, rules: AccessRules, checker: Checker) -> None:
        # A proxy on this computer lets everybody in through loopback.
        others = not _is_loopback(address) or rules.trusted_proxies or any(map(_is_public, rules.hosts))
        if not isinstance(checker, Anybody) or not others:
            return
        if not self._settings.allow_open:
            raise UsageError(
                "Without tokens, anybody who can reach this broker could start sessions, and your account "
                "pays.",
                hint="Give each client a token (persona-viewer broker token add NAME) and start the broker "
                "with --clients FILE; or let it listen on 127.0.0.1 only; or allow it: --allow-open.",
            )
        _log.warning("anybody who can reach %s can start sessions, and your account pays for them", address)

    def guard_for(self, host: str) -> PageGuard:
        """One for what listens on another ``host``, by the same rules."""
        return PageGuard(self._rules, host)

    async def caller(self, scope: Scope) -> Caller:
        """Who asks in the connection ``scope``.

        Raises:
            SessionNotGranted: nobody who may.
        """
        shown, forwarded = [], []
        is_open = isinstance(self._checker, Anybody) and not self._settings.allow_open
        for name, value in scope["headers"]:
            if is_open and name in _OF_PROXIES:
                raise refusals.through_a_proxy()
            if name == b"authorization":
                shown.append(value)
            elif name == b"x-forwarded-for":
                forwarded.append(value.decode("latin-1"))
        caller = await self._checker.check(_token(shown))
        peer = scope.get("client")
        address = client_address(peer[0] if peer else "", forwarded, self._rules.trusted_proxies)
        return replace(caller, name=caller.name or neighbourhood(address), address=address)

    def _checker_for(self, rules: AccessRules) -> Checker:
        file = self._settings.clients
        if rules.jwt:
            if file or self._of_environment:
                raise UsageError(
                    "The rules have clients show tokens of the identity provider, and no others are taken.",
                    hint=f"Leave out --clients and {TOKEN_VARIABLE}, or the mode jwt.",
                )
            return JwtTokens(rules.jwt, self._transport)
        file = file or (rules.tokens if rules.mode == "tokens" else None)
        if file or self._of_environment:
            return ClientTokens(file.expanduser() if file else None, self._of_environment)
        return Anybody()


async def caller(connection: HTTPConnection) -> Caller:
    """FastAPI's dependency: who asks, of a request or a WebSocket.

    Raises:
        SessionNotGranted: nobody who may.
    """
    access: Access = connection.app.state.access
    return await access.caller(connection.scope)


class Anybody:
    """No token is asked for (``mode = "open"``)."""

    problem: Final = ""

    async def start(self) -> None:
        """There is nothing beside the requests."""

    async def close(self) -> None:
        """There was nothing."""

    async def check(self, token: str | None) -> Caller:
        """Clients are told apart by where they ask from."""
        return Caller("")


def _client_of(environment: Mapping[str, str]) -> dict[str, Caller]:
    token = environment.get(TOKEN_VARIABLE, "").strip()
    if not token:
        return {}
    if len(checked_key(token, TOKEN_VARIABLE, "a token")) < _SHORTEST_TOKEN:
        raise UsageError(
            f"The token in {TOKEN_VARIABLE} is too short.",
            hint=f"Take at least {_SHORTEST_TOKEN} characters of chance, as openssl rand -hex 32 makes them.",
        )
    remember_secret(token)
    return {hash_of(token): Caller("environment")}


def _token(shown: list[bytes]) -> str | None:
    if not shown:
        return None
    bearer = _BEARER.fullmatch(shown[0])
    if len(shown) > 1 or bearer is None:
        raise refusals.token_refused("it is not sent as Authorization: Bearer TOKEN")
    return bearer[1].decode()


def _is_public(host: str) -> bool:
    return not (host == "localhost" or host.endswith(".localhost") or _is_loopback(host))


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return False
