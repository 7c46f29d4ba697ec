import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import httpx
import pytest
import uvicorn
import websockets
from fastapi import FastAPI, Request
from starlette.responses import JSONResponse

from tests.broker.gateway.engine import Engine, running_engine
from tests.quick_server import QuickServer
from viewer.broker.gateway.gateway import Gateway, running_gateway
from viewer.broker.gateway.grants import Grants
from viewer.broker.gateway.routes import router
from viewer.broker.refusal import SessionNotGranted
from viewer.protocol.api import BrokerSession
from viewer.protocol.gateway import way_through
from viewer.protocol.signalling import MAX_MESSAGE_BYTES


@dataclass
class RunningGateway:
    """The gateway of a broker that listens at ``url``."""

    gateway: Gateway
    grants: Grants
    url: str

    def through(self, session: BrokerSession) -> str:
        """Where the WebSocket of that session opens."""
        return way_through(f"{self.url}/v1/gateway", session).signalling_url

    def to(self, *targets: str) -> str:
        """Where a WebSocket opens that names these."""
        query = "&".join(f"target_url={quote(target, safe='')}" for target in targets)
        return f"{self.url.replace('http', 'ws')}/v1/gateway/ws?{query}"

    async def talk(self, target: str, query: str = "session_id=s-1", **options: Any) -> httpx.Response:
        """``POST /talk`` that names ``target``."""
        headers = {"X-Anam-Target-Url": target} | options.pop("headers", {})
        async with httpx.AsyncClient(trust_env=False) as client:
            return await client.post(
                f"{self.url}/v1/gateway/talk?{query}", headers=headers, **({"json": {}} | options)
            )


async def closed_with(url: str) -> tuple[int, str]:
    """Code and reason with which the WebSocket at ``url`` is closed before anything was said."""
    async with websockets.connect(url, proxy=None) as client:
        with pytest.raises(websockets.ConnectionClosed):
            await client.recv()
        assert client.close_code is not None
        return client.close_code, client.close_reason or ""


async def _not_granted(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, SessionNotGranted)
    return JSONResponse(error.refusal.model_dump(), error.status)


@asynccontextmanager
async def _serving(app: FastAPI) -> AsyncIterator[str]:
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(
        app, log_config=None, lifespan="off", ws="websockets-sansio", ws_max_size=MAX_MESSAGE_BYTES
    )
    server = QuickServer(config)
    serving = asyncio.create_task(server._serve([listener]))
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.end()
        await serving


@pytest.fixture
async def engine() -> AsyncIterator[Engine]:
    async with running_engine() as engine:
        yield engine


@pytest.fixture
async def gateway() -> AsyncIterator[RunningGateway]:
    """On a real socket, as uvicorn serves it."""
    app = FastAPI()
    app.include_router(router)
    app.add_exception_handler(SessionNotGranted, _not_granted)
    async with running_gateway() as app.state.gateway, _serving(app) as url:
        gateway: Gateway = app.state.gateway
        yield RunningGateway(gateway, gateway._grants, url)
