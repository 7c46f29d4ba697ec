"""A real HTTP server on loopback that speaks OpenAI's chat completions as a test wants."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final, TypeAlias

import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse

from tests.quick_server import QuickServer
from viewer.tasks import BackgroundTasks

Step: TypeAlias = str | bytes | asyncio.Event
"""A token; bytes as they are on the wire; or what the server waits for."""

DONE: Final = b"data: [DONE]\n\n"


class ModelServer:
    """Plays ``steps`` to each request, or refuses with ``status``; ``scripts`` are for the first of them."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.scripts: list[list[Step]] = []
        self.status = 200
        self.refusal: Any = {"error": {"code": "invalid_api_key", "message": "Incorrect: sk-te…7890"}}
        self.requests: list[dict[str, Any]] = []
        self.authorizations: list[str | None] = []
        self.asked = asyncio.Event()
        """Set when a request has come."""
        self.gone = asyncio.Event()
        """Set when a client has closed a connection before its answer was whole."""
        self.url = ""

    def app(self) -> FastAPI:
        app = FastAPI()

        @app.post("/v1/chat/completions")
        async def complete(request: Request) -> Response:
            self.requests.append(await request.json())
            self.asked.set()
            self.authorizations.append(request.headers.get("authorization"))
            if self.status != 200:
                return JSONResponse(self.refusal, self.status)
            return StreamingResponse(self._play(), media_type="text/event-stream")

        return app

    async def _play(self) -> AsyncIterator[bytes]:
        try:
            for step in self.scripts.pop(0) if self.scripts else self.steps:
                if isinstance(step, asyncio.Event):
                    await step.wait()
                elif isinstance(step, bytes):
                    yield step
                else:
                    yield token(step)
        except asyncio.CancelledError:
            self.gone.set()
            raise


def token(text: str | None, finish_reason: str | None = None) -> bytes:
    delta = {"role": "assistant"} if text is None else {"content": text}
    chunk = {
        "object": "chat.completion.chunk",
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish_reason}],
    }
    return f"data: {json.dumps(chunk)}\n\n".encode()


@asynccontextmanager
async def serving() -> AsyncIterator[ModelServer]:
    """A server that is up as long as the context lasts."""
    model = ModelServer()
    # Who connects before the server runs waits in the listener's queue.
    listener = socket.create_server(("127.0.0.1", 0))
    model.url = f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
    config = uvicorn.Config(model.app(), log_config=None, lifespan="off")
    server = QuickServer(config)
    tasks = BackgroundTasks("model")
    serve = tasks.spawn("serve", server.serve(sockets=[listener]))
    try:
        yield model
    finally:
        server.end()
        await serve
