"""The signalling WebSocket: one connection attempt and its life, as often as the protocol asks."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from contextlib import suppress

import websockets

from viewer.errors import SignallingLost, ViewerError
from viewer.protocol import gateway, inputs
from viewer.protocol.signalling import MAX_MESSAGE_BYTES
from viewer.protocol.text import plain
from viewer.session.proxy import proxy_for, websocket_problem
from viewer.session.tls import tls_of
from viewer.tasks import BackgroundTasks

_log = logging.getLogger(__name__)

OPEN_TIMEOUT = 10.0
GOODBYE_TIMEOUT = 0.3
# A minute of agent audio.
MAX_OUTBOX_BYTES = 8 << 20


class SignallingSocket:
    """Text frames to and from ``url``. A frame that could not be sent is kept for the next connection.

    Args:
        proxy: as :func:`~viewer.session.proxy.proxy_for` takes it.
        tell: takes what happens, in the running loop. ``SocketLost`` ends every :meth:`run`.
    """

    def __init__(
        self,
        url: str,
        proxy: str,
        tell: Callable[[inputs.SocketInput], None],
    ) -> None:
        self._url = url
        self._proxy = proxy
        self._tell = tell
        self._outbox: deque[str] = deque()
        self._outbox_bytes = 0
        self._something_to_send = asyncio.Event()
        self._all_sent = asyncio.Event()
        # What cannot be sent here may be on another connection.
        self._tasks = BackgroundTasks("signalling", lambda _: self.cut())
        self._connection: websockets.ClientConnection | None = None

    @property
    def state(self) -> str:
        """``open`` or ``closed``."""
        return "open" if self._connection else "closed"

    def send(self, text: str) -> bool:
        """Send ``text``, in ASCII, after what was sent before. Never waits; False if too much does."""
        if self._outbox_bytes + len(text) > MAX_OUTBOX_BYTES:
            return False
        self._outbox.append(text)
        self._outbox_bytes += len(text)
        self._all_sent.clear()
        self._something_to_send.set()
        return True

    async def run(self) -> None:
        """Connect and stay until the connection ends."""
        why: ViewerError | None = None
        for_good = False
        proxy: str | None = None
        try:
            proxy = await proxy_for(self._url, self._proxy)
            async with websockets.connect(
                self._url,
                proxy=proxy,
                ssl=tls_of(self._url),
                max_size=MAX_MESSAGE_BYTES,
                open_timeout=OPEN_TIMEOUT,
                close_timeout=GOODBYE_TIMEOUT,
            ) as connection:
                self._connection = connection
                self._tell(inputs.SocketOpened())
                self._tasks.spawn("send", self._send_outbox(connection))
                while True:
                    self._tell(inputs.FrameReceived(await connection.recv()))
        except (OSError, websockets.WebSocketException) as error:
            _log.info("signalling socket lost: %s", plain(str(error), 200))
            if self._connection is None:
                why = websocket_problem(error, proxy)
            elif for_good := _is_refused_by_gateway(error):
                why = SignallingLost(
                    "The gateway does not let this session through to the avatar engine.",
                    hint="Connect again; if it goes on, ask the broker's operator.",
                )
        except ViewerError as error:
            why = error
        finally:
            self._connection = None
            await self._tasks.cancel()
        self._tell(inputs.SocketLost(why, for_good))

    def cut(self) -> None:
        """Give the connection up at once, which ends :meth:`run`."""
        if self._connection:
            self._connection.transport.abort()

    async def close(self) -> None:
        """Send what is left and close, within :data:`GOODBYE_TIMEOUT`; ends :meth:`run`."""
        if (connection := self._connection) is None:
            return
        try:
            async with asyncio.timeout(GOODBYE_TIMEOUT):
                if self._outbox:
                    await self._all_sent.wait()
                await connection.close()
        except TimeoutError:
            _log.info("the signalling socket closed without a goodbye")

    async def _send_outbox(self, connection: websockets.ClientConnection) -> None:
        # When the connection is gone the receiving side says so.
        with suppress(OSError, websockets.ConnectionClosed):
            while True:
                while self._outbox:
                    await connection.send(self._outbox[0])
                    self._outbox_bytes -= len(self._outbox.popleft())
                self._all_sent.set()
                self._something_to_send.clear()
                await self._something_to_send.wait()


def _is_refused_by_gateway(error: Exception) -> bool:
    if not isinstance(error, websockets.ConnectionClosed) or error.rcvd is None:
        return False
    return gateway.is_refusal(error.rcvd.code, error.rcvd.reason)
