"""Whether whoever asked is still there."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from types import TracebackType
from typing import Any, TypeAlias

from viewer.broker.refusal import viewer_gone
from viewer.tasks import BackgroundTasks

Receive: TypeAlias = Callable[[], Awaitable[MutableMapping[str, Any]]]
IsGone: TypeAlias = Callable[[], Awaitable[bool]]
"""Whether whoever asked does not wait any more."""


class Presence:
    """A context that is left as soon as the client closes its connection: what is awaited in it is cancelled.

    Args:
        receive: of the ASGI request, whose body has been read.

    Raises:
        SessionNotGranted: the client has gone.
    """

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._watch = BackgroundTasks("presence")
        self._gone = False

    async def is_gone(self) -> bool:
        """Whether it has closed its connection."""
        return self._gone

    async def __aenter__(self) -> "Presence":
        task = asyncio.current_task()
        assert task
        self._task = task
        self._cancelling = task.cancelling()
        self._watcher = self._watch.spawn("watch", self._wait())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._watcher.cancel()
        if self._gone and self._task.uncancel() <= self._cancelling and kind is asyncio.CancelledError:
            raise viewer_gone(0) from None

    async def _wait(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            continue
        self._gone = True
        self._task.cancel()
