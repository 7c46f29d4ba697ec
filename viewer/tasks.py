"""The only place that creates asyncio tasks: named, held until done, and never failing silently."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

_log = logging.getLogger(__name__)


class BackgroundTasks:
    """The background tasks of one owner, ended together.

    Unlike ``asyncio.TaskGroup`` it outlives any one coroutine, and one task's failure is logged
    instead of ending its siblings. Use from a single event loop.
    """

    def __init__(self, owner: str) -> None:
        self._owner = owner
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

    def _finished(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            _log.error("task %s failed", task.get_name(), exc_info=error)
