"""An engine that can be called while it is still being put together."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from viewer.protocol.api import ClientConfig
from viewer.settings import EngineSettings
from viewer.tasks import BackgroundTasks

if TYPE_CHECKING:
    from viewer.engine.brains.choice import Brains
    from viewer.engine.service.assembly import Assembly

# As ASGI has them.
_Channel: TypeAlias = Callable[..., Awaitable[Any]]
_App: TypeAlias = Callable[[Any, _Channel, _Channel], Awaitable[None]]

_SHUT: Final = {"error": "Service busy", "message": "The engine is shutting down."}


class Opening:
    """An ASGI application whose requests wait until the engine's own is there. Use from one event loop."""

    def __init__(
        self, settings: EngineSettings, client_config: ClientConfig, needed_early: "Brains | None" = None
    ) -> None:
        self._parts = (settings, client_config, needed_early)
        self._assembly: Assembly | None = None
        self._app: asyncio.Future[_App] = asyncio.get_running_loop().create_future()
        self._tasks = BackgroundTasks("opening")
        self.is_loaded = False
        """Whether nothing is being loaded any more."""
        self.failure: Exception | None = None
        """Why there is no engine."""

    async def __call__(self, scope: Any, receive: _Channel, send: _Channel) -> None:
        """Answer one request."""
        app = await asyncio.shield(self._app)
        await app(scope, receive, send)

    def begin(self, failed: Callable[[], None]) -> None:
        """Put the engine together in the background; call ``failed`` when that cannot be done."""
        self._tasks.spawn("load", self._load(failed))

    async def close(self) -> None:
        """Say goodbye to every client and release everything. What is being loaded cannot be stopped."""
        await self._tasks.cancel()
        if not self._app.done():
            self._app.set_result(_refuse)
        if self._assembly is not None:
            await self._assembly.close()

    async def _load(self, failed: Callable[[], None]) -> None:
        try:
            self._assembly = await asyncio.to_thread(self._assembled)
            self._app.set_result(self._assembly.open())
            await self._assembly.fill()
        except Exception as error:  # whoever serves raises it
            self.failure = error
            failed()
        self.is_loaded = True

    def _assembled(self) -> "Assembly":
        from viewer.engine.service.assembly import Assembly  # noqa: PLC0415 - this is what takes so long

        return Assembly(*self._parts)


async def _refuse(scope: Any, _receive: _Channel, send: _Channel) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close"})
        return
    headers = [(b"content-type", b"application/json")]
    await send({"type": "http.response.start", "status": 503, "headers": headers})
    await send({"type": "http.response.body", "body": json.dumps(_SHUT).encode()})
