"""The gateway of section 4 of the protocol: the broker as the one host that a network lets through."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final
from urllib.parse import urlsplit

import aiohttp
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.websockets import WebSocket, WebSocketDisconnect
from yarl import URL

from viewer.broker.gateway.grants import MAX_SOCKETS, MAX_TALKS, Grant, Grants
from viewer.broker.gateway.relay import Relay
from viewer.broker.granted import Granted
from viewer.broker.outgoing import proxy_for, web_client
from viewer.broker.refusal import refused
from viewer.protocol.gateway import REFUSED, REFUSED_REASON, TARGET_HEADER, TARGET_PARAMETER
from viewer.protocol.signalling import MAX_MESSAGE_BYTES
from viewer.serving.upstream_client import trust

PATH: Final = "/v1/gateway"
CONNECT_WITHIN: Final = 5.0
TALK_WITHIN: Final = 10.0
MAX_TALK_BYTES: Final = 1 << 17
MAX_ANSWER_BYTES: Final = 1 << 16
_PING_SECONDS: Final = 20.0
_GOODBYE_WITHIN: Final = 0.5
_NOT_OURS: Final = "not an engine of this broker's sessions"

_log = logging.getLogger(__name__)


class Gateway:
    """Use from one event loop."""

    def __init__(self, http: aiohttp.ClientSession, grants: Grants | None = None) -> None:
        self._http = http
        self._grants = grants or Grants()
        self.connections = 0
        """WebSockets that go through it now."""

    def offered_in(self, granted: Granted, *, is_required: bool) -> Granted:
        """``granted``, a session, with the gateway in it, which now serves it. ``is_required``: viewers are
        asked to use it.
        """
        if not self._grants.remember(granted.session):
            _log.warning("the gateway has no room for another session")
            return granted
        return granted.plus({"gateway": {"path": PATH, "required": is_required}})

    def forget(self, session_id: str) -> None:
        """That session is over: nobody is let through to its engine any more."""
        self._grants.forget(session_id)

    async def signalling(self, client: WebSocket) -> None:
        """One WebSocket of a client, passed on to the engine that it names."""
        named = client.query_params.getlist(TARGET_PARAMETER)
        grant = self._grants.of_socket(named[0]) if len(named) == 1 else None
        if grant is None:
            await _refuse(client, _NOT_OURS)
        elif grant.sockets >= MAX_SOCKETS:
            await _refuse(client, "too many for one session")
        else:
            grant.sockets += 1
            self.connections += 1
            try:
                await self._pass_on(client, grant)
            finally:
                self.connections -= 1
                grant.sockets -= 1
                self._grants.touch(grant)

    async def _pass_on(self, client: WebSocket, grant: Grant) -> None:
        url = grant.signalling_url
        try:
            async with asyncio.timeout(CONNECT_WITHIN):
                proxy = await asyncio.to_thread(proxy_for, url)
                engine = await self._http.ws_connect(
                    URL(url, encoded=True),
                    max_msg_size=MAX_MESSAGE_BYTES,
                    heartbeat=_PING_SECONDS,
                    timeout=aiohttp.ClientWSTimeout(ws_close=_GOODBYE_WITHIN),
                    proxy=proxy,
                    ssl=trust(),
                )
        except aiohttp.WSServerHandshakeError as error:
            await _refuse(client, f"answered {error.status}")
        except (aiohttp.ClientError, OSError, ValueError) as error:
            _log.warning("the gateway cannot reach %s: %s", urlsplit(url).netloc, type(error).__name__)
            await _refuse(client, "cannot be reached")
        else:
            async with engine:
                await client.accept()
                await Relay(client, engine, grant.idle_seconds, grant.until).run()

    async def talk(self, request: Request) -> Response:
        """``POST /talk`` (section 3), passed on to the engine that the request names.

        Raises:
            SessionNotGranted: it names none of ours, or that engine did not answer.
        """
        named = request.headers.getlist(TARGET_HEADER)
        grant = self._grants.of_talk(named[0]) if len(named) == 1 else None
        if grant is None or request.url.query != urlsplit(grant.talk_url).query:
            raise refused(403, "not-ours", f"That is {_NOT_OURS}.", "Connect again.")
        if grant.talks >= MAX_TALKS:
            raise refused(429, "too-many-talks", "Too much is waiting to be spoken.", "Wait a moment.")
        grant.talks += 1
        try:
            body = await _body(request)
            async with asyncio.timeout(TALK_WITHIN):
                return await self._post(grant.talk_url, body)
        except TimeoutError:
            raise refused(504, "engine-timeout", "The avatar engine does not answer.", _AGAIN) from None
        except (aiohttp.ClientError, OSError, ValueError):
            raise refused(502, "engine-unreachable", "The avatar engine cannot be reached.", _AGAIN) from None
        finally:
            grant.talks -= 1

    async def _post(self, url: str, body: bytes) -> Response:
        async with self._http.post(
            URL(url, encoded=True),
            data=body,
            headers={"Content-Type": "application/json"},
            allow_redirects=False,
            proxy=await asyncio.to_thread(proxy_for, url),
            ssl=trust(),
        ) as answer:
            said = bytearray()
            async for piece in answer.content.iter_chunked(MAX_ANSWER_BYTES):
                said += piece
                if len(said) > MAX_ANSWER_BYTES:
                    raise aiohttp.ClientPayloadError("too long")
            headers = {"Cache-Control": "no-store"}
            # What it is besides JSON would be shown as this broker's own page.
            kind = "application/json" if answer.content_type == "application/json" else "text/plain"
            return Response(bytes(said), answer.status, headers, kind)


_AGAIN: Final = "Try again; if it goes on, ask the broker's operator."


@asynccontextmanager
async def running_gateway() -> AsyncIterator[Gateway]:
    """A gateway, for as long as the broker runs."""
    # Keeping a connection to an engine saves nothing: each has one WebSocket and seldom a word to speak.
    connector = aiohttp.TCPConnector(limit=0, force_close=True)
    server_log = logging.getLogger("uvicorn.error")
    server_log.addFilter(_names_no_session)
    try:
        async with web_client(connector, CONNECT_WITHIN) as http:
            yield Gateway(http)
    finally:
        server_log.removeFilter(_names_no_session)


def _names_no_session(record: logging.LogRecord) -> bool:
    """uvicorn tells of each WebSocket with its query; who knows a session's ID is let in."""
    return '"WebSocket %s"' not in str(record.msg)


async def _refuse(client: WebSocket, why: str) -> None:
    """Close for good, in the words that clients know (section 4)."""
    try:
        await client.accept()
        await client.close(REFUSED, f"{REFUSED_REASON}: {why}")
    except (WebSocketDisconnect, RuntimeError):
        _log.debug("whoever was refused has gone")


async def _body(request: Request) -> bytes:
    body = bytearray()
    try:
        async for piece in request.stream():
            body += piece
            if len(body) > MAX_TALK_BYTES:
                raise refused(413, "too-long", "That is too long to be spoken.", "Say it in shorter parts.")
    except ClientDisconnect:
        raise refused(400, "invalid-request", "The request broke off.", "Try again.") from None
    return bytes(body)
