"""Whether whoever asked is still there."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, MutableMapping
from types import TracebackType
from typing import Any, Final, TypeAlias

from viewer.broker.refusal import viewer_gone
from viewer.tasks import BackgroundTasks

Receive: TypeAlias = Callable[[], Coroutine[Any, Any, MutableMapping[str, Any]]]
IsGone: TypeAlias = Callable[[], Awaitable[bool]]
"""Whether whoever asked does not wait any more."""


# Most requests are answered by then, and need nobody who waits for the client to go.
_WATCHED_AFTER: Final = 0.2


class Presence:
    """A context that is left soon after the client has closed its connection: what is awaited in it is
    cancelled.

    Args:
        receive: of the ASGI request, whose body has been read.

    Raises:
        SessionNotGranted: the client has gone.
    """

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._watch = BackgroundTasks("presence")
        self._watcher: asyncio.Task[None] | None = None
        self._gone = False

    async def is_gone(self) -> bool:
        """Whether it has closed its connection."""
        return self._gone or (self._watcher is None and self._has_just_gone())

    async def __aenter__(self) -> "Presence":
        task = asyncio.current_task()
        assert task
        self._task = task
        self._cancelling = task.cancelling()
        self._timer = asyncio.get_running_loop().call_later(_WATCHED_AFTER, self._begin)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        if self._watcher:
            self._watcher.cancel()
        if self._gone and self._task.uncancel() <= self._cancelling and kind is asyncio.CancelledError:
            raise viewer_gone(0) from None

    def _begin(self) -> None:
        self._watcher = self._watch.spawn("watch", self._wait())

    async def _wait(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            continue
        self._gone = True
        self._task.cancel()

    def _has_just_gone(self) -> bool:
        """Whether :attr:`_receive` has that to tell at once; a task would cost as much as all else here."""
        told = self._receive()
        try:
            told.send(None)
        except StopIteration as ended:
            return bool(ended.value["type"] == "http.disconnect")
        told.close()  # it waits for what comes next, and so may another
        return False
