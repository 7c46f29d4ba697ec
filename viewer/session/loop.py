"""The event loop that sessions run in: nothing that hangs holds its end up, and media come in lots."""

import asyncio
import selectors
import time
from typing import Final

from viewer.threads import UnattendedThreads

# A picture is ten packets within some milliseconds. To be woken costs as much as to handle several.
_LOT_SECONDS: Final = 0.002


class LotSelector(selectors.DefaultSelector):
    """May let what comes gather for :data:`_LOT_SECONDS` before it tells of any."""

    def __init__(self) -> None:
        super().__init__()
        self.in_lots = False

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """What is ready now; else what is after the pause, or at the end of ``timeout`` in seconds."""
        if not self.in_lots or (timeout is not None and timeout <= 0):
            return super().select(timeout)
        if ready := super().select(0):
            return ready
        pause = _LOT_SECONDS if timeout is None else min(_LOT_SECONDS, timeout)
        time.sleep(pause)
        return super().select(None if timeout is None else timeout - pause)


class SessionLoop(asyncio.SelectorEventLoop):
    """Waits for no thread at its end: without a network a name server is silent for up to half a minute.

    A selector's on every system; :func:`viewer.tasks.new_datagram_loop` says why.
    """

    def __init__(self) -> None:
        self._lots = LotSelector()
        super().__init__(self._lots)
        self.set_default_executor(UnattendedThreads())

    def pace(self, *, live: bool) -> None:
        """Media flow from now on; or not, and nothing waits for anything else."""
        self._lots.in_lots = live
