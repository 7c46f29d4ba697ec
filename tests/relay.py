"""A TCP connection's way through the network, which a test may cut, block and open again."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from enum import Enum, auto

from viewer.tasks import BackgroundTasks

_PIECE = 65_536


class Way(Enum):
    """What the network does."""

    OPEN = auto()
    SILENT = auto()
    """Takes connections and bytes and passes nothing on: packets are lost."""
    REFUSED = auto()
    """Ends every connection at once: nobody is there."""


class TcpRelay:
    """Relays from a port of its own to ``host:port``. Use from one event loop."""

    def __init__(self, host: str, port: int) -> None:
        self._target = (host, port)
        self._tasks = BackgroundTasks("relay")
        self._writers: set[asyncio.StreamWriter] = set()
        self._open = asyncio.Event()
        self._way = Way.OPEN
        self._open.set()
        self.port = 0

    @property
    def url(self) -> str:
        """Where clients connect to."""
        return f"http://127.0.0.1:{self.port}"

    def set(self, way: Way) -> None:
        """From now on, and for the connections that there are."""
        self._way = way
        if way is Way.SILENT:
            self._open.clear()
        else:
            self._open.set()
        if way is Way.REFUSED:
            self.cut()

    def cut(self) -> None:
        """Break every connection that there is."""
        for writer in self._writers:
            writer.transport.abort()

    async def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Relay one connection until an end of it closes."""
        if self._way is Way.REFUSED:
            writer.transport.abort()
            return
        self._writers.add(writer)
        try:
            await self._open.wait()
            with suppress(OSError):
                await self._relay(reader, writer)
        finally:
            self._writers.discard(writer)
            writer.transport.abort()

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection(*self._target)
        self._writers.add(far_writer)
        back = self._tasks.spawn("back", self._pump(far_reader, writer))
        try:
            await self._pump(reader, far_writer)
            await asyncio.wait([back])
        finally:
            back.cancel()
            self._writers.discard(far_writer)
            far_writer.transport.abort()

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while piece := await reader.read(_PIECE):
                await self._open.wait()
                writer.write(piece)
                await writer.drain()
            writer.close()

    async def close(self) -> None:
        """Break everything."""
        self.cut()
        await self._tasks.cancel()


@asynccontextmanager
async def tcp_relay(host: str, port: int) -> AsyncIterator[TcpRelay]:
    """A relay to ``host:port``."""
    relay = TcpRelay(host, port)
    server = await asyncio.start_server(relay.take, "127.0.0.1", 0)
    relay.port = server.sockets[0].getsockname()[1]
    try:
        yield relay
    finally:
        server.close()
        await relay.close()
        await server.wait_closed()
