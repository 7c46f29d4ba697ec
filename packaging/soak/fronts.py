"""Ways to broker and engine that can be cut, or answer something else, while a kiosk uses them."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from tests.relay import TcpRelay, Way

_START_SECONDS: Final = 10.0


class Front(TcpRelay):
    """A :class:`TcpRelay` that may answer by itself."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(host, port)
        self.says = b""
        """The HTTP answer to whoever asks for a session, instead of the one that is behind; empty: none."""

    async def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not self.says:
            await super().take(reader, writer)
            return
        with suppress(OSError, asyncio.IncompleteReadError):
            await reader.readuntil(b"\r\n\r\n")
            writer.write(self.says)
            await writer.drain()
        writer.close()


def refusal(status: str, retry_after: int) -> bytes:
    """What a broker says that has nothing to give; ``status`` as “429 Too Many Requests”."""
    body = b'{"error": "refused", "message": "There is none now."}'
    head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    return f"{head}Retry-After: {retry_after}\r\nConnection: close\r\n\r\n".encode() + body


class Fronts:
    """Relays on a thread of their own, from the start to :meth:`close`. Methods may be called from any."""

    def __init__(self, *ports: int) -> None:
        self._targets = ports
        self._loop = asyncio.new_event_loop()
        self._made: list[Front] = []
        self._ready, self._over = threading.Event(), asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="fronts", daemon=True)
        self._thread.start()
        if not self._ready.wait(_START_SECONDS):
            raise TimeoutError("there are no relays")
        self.urls = tuple(front.url for front in self._made)
        """In the order of the ports."""

    def open(self) -> None:
        """Everything gets through."""
        self._do(lambda front: front.set(Way.OPEN))
        self.say(b"")

    def cut(self) -> None:
        """Nothing does: every connection breaks, and new ones are refused."""
        self._do(lambda front: front.set(Way.REFUSED))

    def say(self, answer: bytes) -> None:
        """``answer`` to whoever asks the first one."""
        self._loop.call_soon_threadsafe(setattr, self._made[0], "says", answer)
        self._loop.call_soon_threadsafe(self._made[0].cut)

    def close(self) -> None:
        """End them."""
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join()

    def _do(self, what: Callable[[Front], None]) -> None:
        for front in self._made:
            self._loop.call_soon_threadsafe(what, front)

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._main())

    async def _main(self) -> None:
        servers = []
        for port in self._targets:
            front = Front("127.0.0.1", port)
            server = await asyncio.start_server(front.take, "127.0.0.1", 0)
            front.port = server.sockets[0].getsockname()[1]
            self._made.append(front)
            servers.append(server)
        self._ready.set()
        await self._over.wait()
        for server, front in zip(servers, self._made, strict=True):
            server.close()
            await front.close()
