"""Whether whoever asked is still there, and how long they are kept waiting."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from types import TracebackType
from typing import Any, Final, TypeAlias

from viewer.broker.refusal import viewer_gone
from viewer.tasks import BackgroundTasks

Receive: TypeAlias = Callable[[], Awaitable[MutableMapping[str, Any]]]
IsGone: TypeAlias = Callable[[], Awaitable[bool]]
"""Whether whoever asked does not wait any more."""


# Most requests are answered by then, and need nobody who waits for the client to go.
_WATCHED_AFTER: Final = 0.2


class Presence:
    """A context for ``within`` seconds, that is left soon after the client has closed its connection: what is
    awaited in it is cancelled.

    Args:
        receive: of the ASGI request. It is the context's once :meth:`watch` was called.

    Raises:
        SessionNotGranted: the client has gone.
        TimeoutError: the time is over.
    """

    def __init__(self, receive: Receive, within: float) -> None:
        self._receive = receive
        self._within = within
        self._tasks = BackgroundTasks("presence")
        self._watcher: asyncio.Task[None] | None = None
        self._may_watch = False
        self._gone = self._late = False

    def watch(self) -> None:
        """The request's body has been read: from now on nothing comes but the client's going."""
        self._may_watch = True
        if asyncio.get_running_loop().time() >= self._watched_from:
            self._begin()

    async def is_gone(self) -> bool:
        """Whether it has closed its connection."""
        return self._gone or (self._watcher is None and self._has_just_gone())

    async def __aenter__(self) -> "Presence":
        task = asyncio.current_task()
        assert task
        self._task = task
        self._cancelling = task.cancelling()
        loop = asyncio.get_running_loop()
        began = loop.time()
        self._watched_from, self._end = began + _WATCHED_AFTER, began + self._within
        self._timer = loop.call_at(self._watched_from, self._look_closer)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        if self._watcher:
            self._watcher.cancel()
        if not (self._gone or self._late):
            return
        if self._task.uncancel() <= self._cancelling and kind is asyncio.CancelledError:
            raise (viewer_gone(0) if self._gone else TimeoutError) from None

    def _look_closer(self) -> None:
        self._timer = asyncio.get_running_loop().call_at(self._end, self._leave, False)
        if self._may_watch:
            self._begin()

    def _begin(self) -> None:
        if self._watcher is None:
            self._watcher = self._tasks.spawn("watch", self._wait())

    async def _wait(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            continue
        self._leave(True)

    def _leave(self, gone: bool) -> None:
        if not (self._gone or self._late):
            self._gone, self._late = gone, not gone
            self._task.cancel()

    def _has_just_gone(self) -> bool:
        """Whether :attr:`_receive` has that to tell at once; a task would cost as much as all else here."""
        told = self._receive().__await__()
        try:
            next(told)
        except StopIteration as ended:
            return bool(ended.value["type"] == "http.disconnect")
        told.close()  # it waits for what comes next, and so may another
        return False
