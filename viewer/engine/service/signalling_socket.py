"""A session's signalling WebSocket, which the client may open anew (protocol/README.md section 4)."""

import asyncio
import logging
from collections import deque
from typing import Final

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from viewer.protocol import signalling
from viewer.protocol.signalling import Signal
from viewer.tasks import BackgroundTasks

_log = logging.getLogger(__name__)

_MAX_UNSENT: Final = 200


class SignallingSocket:
    """Keeps what is to be sent until a socket takes it. A newer socket replaces an older one.

    Make it in a running event loop, and use it from there.
    """

    def __init__(self) -> None:
        self._socket: WebSocket | None = None
        self._unsent: deque[str] = deque(maxlen=_MAX_UNSENT)
        self._to_send = asyncio.Event()
        self._all_sent = asyncio.Event()
        self._tasks = BackgroundTasks("signalling")
        self._now = asyncio.get_running_loop().time
        self._heard = self._now()
        self.opened = 0
        """How many sockets there have been."""

    @property
    def is_open(self) -> bool:
        """Whether a client is there."""
        return self._socket is not None

    @property
    def silence(self) -> float:
        """Seconds since the client last sent anything, or opened the socket."""
        return self._now() - self._heard

    async def attach(self, socket: WebSocket) -> asyncio.Task[None]:
        """Take ``socket`` for the present one; returns what sends over it, to be ended by :meth:`detach`."""
        previous, self._socket = self._socket, socket
        self.opened += 1
        self._heard = self._now()
        if previous is not None:
            await _close(previous)
        return self._tasks.spawn("write", self._write(socket))

    def detach(self, socket: WebSocket, writer: asyncio.Task[None]) -> None:
        """``socket`` has closed."""
        writer.cancel()
        if self._socket is socket:
            self._socket = None

    async def receive(self, socket: WebSocket) -> str | bytes | None:
        """The next message over ``socket``, None when it has closed."""
        message = await socket.receive()
        if message["type"] == "websocket.disconnect":
            return None
        self._heard = self._now()
        return message.get("text") or message.get("bytes") or ""

    def send(self, signal: Signal) -> None:
        """Send ``signal``, now or over the next socket."""
        self.send_text(signalling.encode(signal))

    def send_text(self, text: str) -> None:
        """Send a text frame as it is."""
        self._unsent.append(text)
        self._all_sent.clear()
        self._to_send.set()

    async def flush(self, seconds: float) -> None:
        """Wait until all is sent, for so long at most."""
        if self._socket is None:
            return
        try:
            await asyncio.wait_for(self._all_sent.wait(), seconds)
        except TimeoutError:
            _log.info("the client did not take the goodbye")

    async def drop(self, code: int) -> None:
        """Close the present socket with ``code``; the client may open another."""
        if self._socket is not None:
            await _close(self._socket, code)

    async def close(self) -> None:
        """Release everything."""
        await self._tasks.cancel()
        if self._socket is not None:
            await _close(self._socket)

    async def _write(self, socket: WebSocket) -> None:
        # What a closing socket did not take stays for the next one.
        while True:
            while self._unsent:
                try:
                    await socket.send_text(self._unsent[0])
                except (WebSocketDisconnect, RuntimeError, OSError):
                    return
                self._unsent.popleft()
            self._all_sent.set()
            self._to_send.clear()
            await self._to_send.wait()


async def _close(socket: WebSocket, code: int = 1000) -> None:
    if socket.application_state == WebSocketState.CONNECTED:
        try:
            await socket.close(code)
        except (WebSocketDisconnect, RuntimeError, OSError) as error:
            _log.debug("closing a socket that is gone: %s", type(error).__name__)
