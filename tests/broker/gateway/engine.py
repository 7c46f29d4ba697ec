"""A real HTTP and WebSocket server in an engine's place, which says what reached it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from viewer.protocol.api import BrokerSession


@dataclass
class Engine:
    """Sends every message back. ``redirect``: where it sends whoever comes; ``answers``: what talks get."""

    port: int = 0
    reached: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    closed: list[int | None] = field(default_factory=list)
    redirect: str = ""
    answers: web.Response | None = None
    socket: web.WebSocketResponse | None = None
    opened: asyncio.Event = field(default_factory=asyncio.Event)
    gone: asyncio.Event = field(default_factory=asyncio.Event)
    is_deaf: bool = False
    """Whether it reads nothing of what it is sent."""

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def session(self, session_id: str = "s-1", **more: Any) -> BrokerSession:
        """What the API says of a session here."""
        fields = {
            "sessionId": session_id,
            "engineHost": f"{self.host}/cell/7",
            "engineProtocol": "http",
            "signallingEndpoint": "/v1/ws",
            "clientConfig": {},
        }
        return BrokerSession.model_validate(fields | more)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.reached.append(f"{request.method} {request.path_qs}")
        self.headers.append(dict(request.headers))
        if self.redirect:
            return web.Response(status=302, headers={"Location": self.redirect})
        if request.method == "POST":
            self.bodies.append(await request.read())
            return self.answers or web.json_response({"spoken": True})
        self.socket = socket = web.WebSocketResponse(max_msg_size=0, autoclose=True)
        await socket.prepare(request)
        self.opened.set()
        if self.is_deaf:
            await self.gone.wait()
            return socket
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await socket.send_str(message.data)
            elif message.type is WSMsgType.BINARY:
                await socket.send_bytes(message.data)
        self.closed.append(socket.close_code)
        self.gone.set()
        return socket


@asynccontextmanager
async def running_engine() -> AsyncIterator[Engine]:
    """An engine on loopback."""
    engine = Engine()
    app = web.Application(client_max_size=1 << 24)
    app.router.add_route("*", "/{anything:.*}", engine.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        engine.port = runner.addresses[0][1]
        yield engine
    finally:
        engine.gone.set()
        await runner.cleanup()
