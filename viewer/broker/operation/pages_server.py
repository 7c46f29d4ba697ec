"""Serves the operator's pages, in the loop of the broker's own server."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette

from viewer.broker.access.access import Access
from viewer.broker.access.page_guard import PageGuard
from viewer.broker.operation.pages import operation_app
from viewer.broker.operation.slow_clients import hurried
from viewer.serving.listening import listen, say_ready
from viewer.settings import BrokerSettings
from viewer.tasks import BackgroundTasks


class PagesServer(uvicorn.Server):
    """Runs until it is told to stop, and leaves the process's signals alone."""

    def __init__(self, broker: Starlette, listener: socket.socket, guard: Callable[[], PageGuard]) -> None:
        super().__init__(
            uvicorn.Config(
                operation_app(broker, guard),
                http=hurried(),
                ws="none",
                lifespan="off",
                access_log=False,
                log_config=None,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=1,
            )
        )
        self._listener = listener
        self._tasks = BackgroundTasks("pages")

    async def open(self) -> None:
        """Serve, and print ``OPERATION http://HOST:PORT``."""
        self._tasks.spawn("serve", self.serve([self._listener]))

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        say_ready(self._listener, "OPERATION")

    async def close(self) -> None:
        """Serve no more."""
        self.should_exit = True
        await self._tasks.settle(2)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """They are the broker's."""
        yield


def pages_server(settings: BrokerSettings, broker: Starlette) -> PagesServer | None:
    """None: nobody wants one.

    Raises:
        UsageError: the address cannot be had.
    """
    if settings.operation_port is None:
        return None
    listener = listen(settings.operation_host, settings.operation_port, "--operation-port")
    access: Access = broker.state.access
    return PagesServer(broker, listener, lambda: access.guard_for(settings.operation_host))
