"""The event loop that sessions run in: nothing that hangs holds its end up."""

import asyncio

from viewer.tasks import new_datagram_loop
from viewer.threads import UnattendedThreads


def new_session_loop() -> asyncio.AbstractEventLoop:
    """A loop that waits for no thread at its end: without a network a name server is silent for up to half a
    minute.
    """
    loop = new_datagram_loop()
    loop.set_default_executor(UnattendedThreads())
    return loop
