"""The vendor's own JavaScript client, in headless Chromium, through our broker's gateway."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.middleware.cors import CORSMiddleware

from tests.e2e.chromium import needs_chromium
from tests.engine.vendor.page import needs_javascript_client, vendor_page
from tests.engine.vendor.test_javascript import SILENCE, create, spoken
from tests.processes import Server
from viewer.broker.gateway.gateway import PATH, Gateway, running_gateway
from viewer.broker.gateway.routes import router
from viewer.broker.granted import Granted
from viewer.protocol.api import SESSION_PATH, SessionInfo
from viewer.protocol.gateway import TARGET_HEADER

pytestmark = [pytest.mark.long, needs_chromium, needs_javascript_client]


@asynccontextmanager
async def gateway_for_pages() -> AsyncIterator[str]:
    """The URL of our gateway. That client starts its session by itself and through its gateway, too: here
    that is done for it, as a broker would, so that the gateway knows the session.
    """
    app = FastAPI()

    @app.post(PATH + SESSION_PATH)
    async def start(request: Request) -> Response:
        headers = {name: request.headers[name] for name in ("Authorization", "Content-Type")}
        async with httpx.AsyncClient(trust_env=False) as http:
            answer = await http.post(
                request.headers[TARGET_HEADER], content=await request.body(), headers=headers
            )
        gateway: Gateway = app.state.gateway
        granted = Granted(SessionInfo.model_validate_json(answer.content), answer.text)
        offered = gateway.offered_in(granted, is_required=True)
        return Response(offered.text, answer.status_code, media_type="application/json")

    app.include_router(router)
    app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["*"], allow_headers=["*"])
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off", ws="websockets-sansio"))
    async with running_gateway() as app.state.gateway:
        serving = asyncio.create_task(server._serve([listener]))
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}{PATH}"
        finally:
            server.should_exit = True
            await serving


async def test_a_session_begins_and_talks_through_the_gateway(engine: Server, tmp_path: Path) -> None:
    async with gateway_for_pages() as url, vendor_page(tmp_path, SILENCE) as page:
        way = {"enabled": True, "baseUrl": url, "wsPath": f"{PATH}/ws"}
        await create(page, engine, {"api": {"baseUrl": engine.url, "apiGateway": way}})
        await page.call("streamToVideoElement", "player")
        await page.event("SESSION_READY")
        await page.event("VIDEO_PLAY_STARTED")
        await page.call("talk", "Exactly these words.")
        await page.event("MESSAGE_HISTORY_UPDATED", spoken("Exactly these words."))
        await page.call("stopStreaming")
        assert await page.event("CONNECTION_CLOSED") == ["CONNECTION_CLOSED_CODE_NORMAL"]
