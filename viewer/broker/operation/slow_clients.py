"""No client holds a connection by being slow: uvicorn alone waits for ever for a request, and for a reader,
and takes headers of any length.
"""

import asyncio
from typing import Any, ClassVar, Final, cast

# Seconds for the headers, from the connection or their first byte, and for the whole of a request's body.
HEADERS_WITHIN: Final = 10.0
BODY_WITHIN: Final = 15.0
# Seconds in which a client has to take what is buffered for it, about 64 KB.
TAKEN_WITHIN: Final = 60.0
MAX_HEADER_BYTES: Final = 1 << 16
# What is thrown away of a body that nobody wanted, so that the client gets to read why.
MAX_UNWANTED_BYTES: Final = 1 << 20
MAX_CONNECTIONS: Final = 4096

_HEADERS_TOO_LONG: Final = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
)


class HurriedProtocol(asyncio.Protocol):
    """One connection, in front of uvicorn's own protocol, which a subclass names as ``spoken``. It is out of
    use once the connection becomes a WebSocket: that is pinged.
    """

    spoken: ClassVar[Any]

    def __init__(self, config: Any, server_state: Any, app_state: Any, _loop: Any = None) -> None:
        self._spoken = self.spoken(config=config, server_state=server_state, app_state=app_state, _loop=_loop)
        self._connections = server_state.connections
        self._loop = asyncio.get_running_loop()
        self._coming: asyncio.TimerHandle | None = None
        self._taking: asyncio.TimerHandle | None = None
        self._request: Any = None
        """The newest of which the headers have come, answered or not."""
        self._unread = 0
        """Bytes that came since its headers."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # uvloop's say that they are none.
        self._transport = cast("asyncio.Transport", transport)
        if len(self._connections) >= MAX_CONNECTIONS:
            self._transport.abort()
        self._spoken.connection_made(transport)
        self._give(HEADERS_WITHIN)

    def data_received(self, data: bytes) -> None:
        is_body = self._request is not None and self._request.more_body
        self._spoken.data_received(data)
        if self._transport.get_protocol() is not self:
            self._disarm()
            return
        request = self._spoken.cycle
        if request is not self._request:
            self._request, self._unread = request, 0
            self._disarm()
            if request.more_body:
                self._give(BODY_WITHIN)
        elif self._is_answering():
            self._unread += len(data)
            if not request.more_body:
                self._disarm()
                if is_body:
                    self._unread = 0  # what comes from now on is another request
            self._bound()
        else:
            self._unread += len(data)
            self._give(HEADERS_WITHIN)
            self._bound()

    def eof_received(self) -> bool | None:
        answer: bool | None = self._spoken.eof_received()
        return answer

    def connection_lost(self, exc: Exception | None) -> None:
        self._disarm()
        self._taken()
        self._spoken.connection_lost(exc)

    def pause_writing(self) -> None:
        self._spoken.pause_writing()
        if self._taking is None:
            self._taking = self._loop.call_later(TAKEN_WITHIN, self._transport.abort)

    def resume_writing(self) -> None:
        self._taken()
        self._spoken.resume_writing()

    def _is_answering(self) -> bool:
        return self._request is not None and not self._request.response_complete

    def _give(self, seconds: float) -> None:
        """So long for what is awaited now, unless it has a limit already."""
        if self._coming is None:
            self._coming = self._loop.call_later(seconds, self._too_slow)

    def _too_slow(self) -> None:
        self._coming = None
        if not self._is_answering() or self._request.more_body:
            self._transport.close()

    def _bound(self) -> None:
        if self._request is not None and self._request.more_body:
            if self._unread > MAX_UNWANTED_BYTES:
                self._transport.close()
        elif self._unread > MAX_HEADER_BYTES and not self._transport.is_closing():
            if not self._is_answering():
                self._transport.write(_HEADERS_TOO_LONG)
            self._transport.close()

    def _disarm(self) -> None:
        if self._coming is not None:
            self._coming.cancel()
            self._coming = None

    def _taken(self) -> None:
        if self._taking is not None:
            self._taking.cancel()
            self._taking = None


def hurried() -> type[HurriedProtocol]:
    """In front of httptools, or of h11 where that is not installed."""
    # It has chosen once it was imported.
    from uvicorn.protocols.http.auto import AutoHTTPProtocol  # noqa: PLC0415

    return type("Hurried", (HurriedProtocol,), {"spoken": AutoHTTPProtocol})
