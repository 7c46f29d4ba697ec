"""The event loop that sessions run in: nothing that hangs holds its end up."""

import asyncio
import socket
import threading
from typing import Any


def new_session_loop() -> asyncio.AbstractEventLoop:
    """A loop that resolves names on threads of their own.

    asyncio does it on a pool whose threads are waited for when the loop and the interpreter end, and without
    a network a name server is silent for up to half a minute.
    """
    loop = asyncio.new_event_loop()
    loop.getaddrinfo = _getaddrinfo  # type: ignore[method-assign]
    return loop


async def _getaddrinfo(host: Any, port: Any, **wishes: int) -> Any:
    """See :meth:`asyncio.AbstractEventLoop.getaddrinfo`."""
    loop = asyncio.get_running_loop()
    found: asyncio.Future[Any] = loop.create_future()

    def tell(result: Any) -> None:
        if found.done():
            return
        if isinstance(result, Exception):
            found.set_exception(result)
        else:
            found.set_result(result)

    def work() -> None:
        try:
            result: Any = socket.getaddrinfo(host, port, **wishes)
        except Exception as error:  # raised to whoever asked
            result = error
        try:
            loop.call_soon_threadsafe(tell, result)
        except RuntimeError:
            return  # the loop has closed: nobody waits any more

    threading.Thread(target=work, name="resolve", daemon=True).start()
    return await found
