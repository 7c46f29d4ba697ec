"""The network between a viewer and its servers: HTTP, WebSocket and datagrams, and all of their faults."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import httpx
import uvicorn
import websockets
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from tests.chaos.datagrams import DatagramRelay, Weather
from tests.relay import TcpRelay, Way, tcp_relay
from viewer.engine.service.api import SIGNALLING_PATH
from viewer.protocol import signalling
from viewer.protocol.api import SESSION_PATH

_TIMEOUT = httpx.Timeout(20)


@dataclass
class Network:
    """Between the viewer and both servers. ``tcp`` carries HTTP and WebSocket, ``weather`` the media."""

    broker: str
    engine: str
    tcp: TcpRelay = field(init=False)
    weather: Weather = field(default_factory=Weather)
    refusals: int | None = None
    """The status that the broker answers with instead of a session."""
    cut_at: str = ""
    """Cut the WebSocket, once, instead of passing on the first signalling message of this type."""
    repeated: str = ""
    """Pass signalling messages of this type on twice."""
    _relays: list[DatagramRelay] = field(default_factory=list)

    def set(self, way: Way) -> None:
        """Let nothing through, refuse everything, or open the way again: TCP and media."""
        self.tcp.set(way)
        self.weather.cut = way is not Way.OPEN

    async def ask_broker(self, request: Request) -> Response:
        """The broker's answer, with this network as the way to the engine."""
        if self.refusals is not None:
            return Response('{"error": "No avatar is free"}', self.refusals)
        async with httpx.AsyncClient(timeout=_TIMEOUT) as client:
            answer = await client.post(self.broker + SESSION_PATH, json=await request.json())
        body = answer.json()
        if answer.is_success:
            body["engineHost"] = f"127.0.0.1:{self.tcp.port}"
        return Response(json.dumps(body), answer.status_code, media_type="application/json")

    async def signal(self, viewer: WebSocket) -> None:
        """Relay one WebSocket until an end of it closes."""
        await viewer.accept()
        url = f"ws://{urlsplit(self.engine).netloc}{SIGNALLING_PATH}?{viewer.url.query}"
        try:
            async with websockets.connect(url) as engine:
                ways = {
                    asyncio.create_task(self._from_viewer(viewer, engine)),
                    asyncio.create_task(self._from_engine(engine, viewer)),
                }
                _, pending = await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
                for way in pending:
                    way.cancel()
                await asyncio.wait(ways)
        except (OSError, websockets.WebSocketException):
            self.tcp.cut()

    async def _from_viewer(self, viewer: WebSocket, engine: websockets.ClientConnection) -> None:
        try:
            while True:
                text = await viewer.receive_text()
                signal = signalling.decode(text)
                self._cut_at(signal.action, "→")
                # The viewer's own addresses would lead around the relay.
                if signal.action != signalling.ICE_CANDIDATE:
                    await engine.send(text)
        except (WebSocketDisconnect, websockets.ConnectionClosed, ConnectionAbortedError, RuntimeError):
            return

    async def _from_engine(self, engine: websockets.ClientConnection, viewer: WebSocket) -> None:
        try:
            async for text in engine:
                signal = signalling.decode(text)
                self._cut_at(signal.action, "←")
                if signal.action == signalling.ICE_CANDIDATE:
                    if (payload := await self._detour(signal.payload)) is None:
                        continue
                    signal = signalling.Signal(signal.action, signal.session_id, payload)
                for _ in range(2 if signal.action == self.repeated else 1):
                    await viewer.send_text(signalling.encode(signal))
        except (WebSocketDisconnect, websockets.ConnectionClosed, ConnectionAbortedError, RuntimeError):
            return

    def _cut_at(self, action: str, direction: str) -> None:
        if self.cut_at == direction + action:
            self.cut_at = ""
            self.tcp.cut()
            raise ConnectionAbortedError

    async def _detour(self, payload: Any) -> Any:
        """A candidate of the engine that leads over a relay; None for those that cannot."""
        words = payload["candidate"].split()
        if ":" in words[4]:
            return None
        relay = DatagramRelay((words[4], int(words[5])), self.weather)
        self._relays.append(relay)
        words[5] = str(await relay.open())
        return payload | {"candidate": " ".join(words)}

    async def lose_path(self) -> None:
        """The media's way as it is now is gone for good; another one can be found."""
        relays, self._relays = self._relays, []
        for relay in relays:
            await relay.close()

    async def close(self) -> None:
        """Carry nothing any more."""
        for relay in self._relays:
            await relay.close()


@asynccontextmanager
async def network(broker: str, engine: str) -> AsyncIterator[Network]:
    """The way to ``broker`` and ``engine``; the viewer's broker is at ``tcp.url``."""
    way = Network(broker, engine)
    routes = [
        Route(SESSION_PATH, way.ask_broker, methods=["POST"]),
        WebSocketRoute(SIGNALLING_PATH, way.signal),
    ]
    server = uvicorn.Server(
        uvicorn.Config(
            Starlette(routes=routes),
            port=0,
            log_config=None,
            lifespan="off",
            ws="websockets-sansio",
            timeout_graceful_shutdown=1,
        )
    )
    server.install_signal_handlers = lambda: None  # type: ignore[attr-defined]
    serving = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
        await asyncio.sleep(0.005)
    try:
        port = server.servers[0].sockets[0].getsockname()[1]
        async with tcp_relay("127.0.0.1", port) as way.tcp:
            yield way
    finally:
        server.should_exit = True
        await serving
        await way.close()
