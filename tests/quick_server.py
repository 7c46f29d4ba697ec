"""uvicorn that ends at once. By itself it looks ten times a second, which is long in hundreds of tests."""

import asyncio
import socket
import threading

import uvicorn


class QuickServer(uvicorn.Server):
    """Serves until :meth:`end`; what is still being answered then is dropped."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.is_up = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._told = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._loop = asyncio.get_running_loop()
        self.is_up.set()

    def end(self) -> None:
        """Serve no more. Any thread, once :attr:`is_up` is set; before, its own."""
        self.should_exit = True
        if self._loop:
            self._loop.call_soon_threadsafe(self._told.set)

    async def main_loop(self) -> None:
        await self._told.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        answering = list(self.server_state.tasks)
        for task in answering:
            task.cancel()
        await asyncio.gather(*answering, return_exceptions=True)
        await self.lifespan.shutdown()
