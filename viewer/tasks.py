"""The only place that creates asyncio tasks: named, held until done, and never failing silently."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

_log = logging.getLogger(__name__)


def new_datagram_loop() -> asyncio.AbstractEventLoop:
    """An event loop for WebRTC, on every system.

    Windows' own, the proactor's, reads no datagram any more once a peer's port was closed: the error that
    comes by ICMP ends its reading (python/cpython#127057).
    """
    return asyncio.SelectorEventLoop()


def is_asked_to_end() -> bool:
    """Whether somebody cancelled the running task; else a ``CancelledError`` is a failure like any other."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


class BackgroundTasks:
    """The background tasks of one owner, ended together.

    Unlike ``asyncio.TaskGroup`` it outlives any one coroutine, and one task's failure is logged
    instead of ending its siblings. Use from a single event loop.

    Args:
        on_failure: gets what a task failed with, so that nobody waits for ever for what it was to do; a
            ``CancelledError`` if it was cancelled though nobody had asked for that.
    """

    def __init__(self, owner: str, on_failure: Callable[[BaseException], None] | None = None) -> None:
        self._owner = owner
        self._on_failure = on_failure
        self._tasks: set[asyncio.Task[Any]] = set()

    def spawn(self, name: str, coroutine: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run ``coroutine`` in the running loop as the task ``owner:name``."""
        task = asyncio.create_task(coroutine, name=f"{self._owner}:{name}")  # noqa: TID251
        self._tasks.add(task)
        task.add_done_callback(self._finished)
        return task

    async def cancel(self) -> None:
        """Cancel every task and wait until all have ended. May be called twice, or from a member."""
        current = asyncio.current_task()
        tasks = [task for task in self._tasks if task is not current]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def settle(self, seconds: float) -> None:
        """Wait until every task has ended by itself, or for so long; then cancel the rest."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        await self.cancel()

    def _finished(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        error = asyncio.CancelledError() if task.cancelled() else task.exception()
        is_wanted = task.cancelling() > 0
        if error is None or (task.cancelled() and is_wanted):
            return
        _log.error("task %s failed", task.get_name(), exc_info=error)
        if self._on_failure and not is_wanted:
            self._on_failure(error)
