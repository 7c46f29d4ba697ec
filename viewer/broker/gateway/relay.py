"""Passes the messages of one WebSocket on to another, both ways, until one of them closes."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final, Literal

import aiohttp
from aiohttp import WSMsgType
from starlette.websockets import WebSocket, WebSocketDisconnect

from viewer.tasks import BackgroundTasks

GOING_AWAY: Final = 1001
BROKEN: Final = 1011
# RFC 6455 section 5.5: a control frame holds 125 bytes, two of them the code.
_MAX_REASON: Final = 123


@dataclass(frozen=True, slots=True)
class Closed:
    """How ``side`` closed (RFC 6455 section 7.4). 1005 and 1006 mean: without saying how."""

    side: Literal["client", "engine"]
    code: int = 1006
    reason: str = ""

    def passed_on(self, unsaid: int) -> tuple[int, str]:
        """Code and reason for the other side, ``unsaid`` where nothing was said that may be sent."""
        is_sendable = 1000 <= self.code <= 1014 and self.code not in (1004, 1005, 1006)
        code = self.code if is_sendable or 3000 <= self.code < 5000 else unsaid
        return code, self.reason.encode()[:_MAX_REASON].decode(errors="ignore")


class Relay:
    """Between ``client``, accepted, and ``engine``. A message is taken only when the one before it has gone.

    ``idle``: seconds without any message either way after which both are closed; ``until``: when they are at
    the latest, by the loop's clock.
    """

    def __init__(
        self, client: WebSocket, engine: aiohttp.ClientWebSocketResponse[Any], idle: float, until: float
    ) -> None:
        self._client = client
        self._engine = engine
        self._idle = idle
        self._until = until
        self._loop = asyncio.get_running_loop()
        self._heard = self._loop.time()

    async def run(self) -> None:
        """Pass on until a side closes or both are silent; then the other is closed as that one was."""
        tasks = BackgroundTasks("gateway")
        try:
            closed = await self._first_to_close(
                tasks.spawn("to engine", self._to_engine()), tasks.spawn("to client", self._to_client())
            )
        finally:
            await tasks.cancel()
        if closed is None:
            silence = "Nothing was said for too long"
            await self._close_client(GOING_AWAY, silence)
            await self._close_engine(GOING_AWAY, silence)
        elif closed.side == "client":
            await self._close_engine(*closed.passed_on(GOING_AWAY))
        else:
            await self._close_client(*closed.passed_on(BROKEN))

    async def _first_to_close(self, up: asyncio.Task[Closed], down: asyncio.Task[Closed]) -> Closed | None:
        """None: their time is up."""
        while True:
            left = min(self._heard + self._idle, self._until) - self._loop.time()
            if left <= 0:
                return None
            ended, _ = await asyncio.wait((up, down), timeout=left, return_when=asyncio.FIRST_COMPLETED)
            for task in ended:
                return task.result()

    async def _to_engine(self) -> Closed:
        while True:
            message = await self._client.receive()
            self._heard = self._loop.time()
            if message["type"] == "websocket.disconnect":
                return Closed("client", message.get("code") or 1005, message.get("reason") or "")
            text = message.get("text")
            try:
                if text is not None:
                    await self._engine.send_str(text)
                else:
                    await self._engine.send_bytes(message["bytes"])
            except (aiohttp.ClientError, OSError):
                return Closed("engine")

    async def _to_client(self) -> Closed:
        while True:
            message = await self._engine.receive()
            self._heard = self._loop.time()
            try:
                match message.type:
                    case WSMsgType.TEXT:
                        await self._client.send_text(message.data)
                    case WSMsgType.BINARY:
                        await self._client.send_bytes(message.data)
                    case WSMsgType.CLOSE:
                        return Closed("engine", message.data or 1005, message.extra or "")
                    case WSMsgType.ERROR if isinstance(message.data, aiohttp.WebSocketError):
                        return Closed("engine", message.data.code)
                    case _:
                        return Closed("engine")
            except (WebSocketDisconnect, RuntimeError):
                return Closed("client")

    async def _close_engine(self, code: int, reason: str) -> None:
        await self._engine.close(code=code, message=reason.encode())

    async def _close_client(self, code: int, reason: str) -> None:
        # It may have gone meanwhile.
        with suppress(WebSocketDisconnect, RuntimeError):
            await self._client.close(code, reason)
