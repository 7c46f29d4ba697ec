"""Tells others how a kiosk is: by HTTP, beside any session, and nobody waits for it."""

import asyncio
import logging
from collections.abc import Callable
from functools import partial
from typing import Final

import httpx

from viewer import errors
from viewer.protocol.commands import Post
from viewer.protocol.events import Event, Posted
from viewer.session.broker import HEADERS
from viewer.session.proxy import http_client, proxy_for
from viewer.tasks import BackgroundTasks

_log = logging.getLogger(__name__)

MAX_AT_ONCE: Final = 4
SECONDS: Final = 10.0
"""All of a request may take so long."""


class Posts:
    """Carries out :class:`Post`. Belongs to one event loop.

    Args:
        publish: takes what came of them.
    """

    def __init__(self, publish: Callable[[Event], None]) -> None:
        self._publish = publish
        self._tasks = BackgroundTasks("posts")
        self._count = 0

    def perform(self, command: Post) -> None:
        """Begin with ``command``; one too many fails at once."""
        if self._count >= MAX_AT_ONCE:
            self._publish(Posted(command.ident, None))
            return
        self._count += 1
        task = self._tasks.spawn("post", _status(command))
        task.add_done_callback(partial(self._done, command.ident))

    async def close(self) -> None:
        """Drop what is under way. May be called twice."""
        await self._tasks.cancel()

    def _done(self, ident: str, task: asyncio.Task[int | None]) -> None:
        self._count -= 1
        if not task.cancelled():
            self._publish(Posted(ident, None if task.exception() else task.result()))


async def _status(command: Post) -> int | None:
    try:
        async with asyncio.timeout(SECONDS):
            through = await proxy_for(command.url, command.proxy)
            async with (
                http_client(through, httpx.Timeout(SECONDS)) as client,
                # What is answered does not matter, however long it is.
                client.stream("POST", command.url, content=command.text, headers=_HEADERS) as response,
            ):
                return response.status_code
    except (httpx.HTTPError, httpx.InvalidURL, errors.UsageError, TimeoutError) as error:
        _log.info("nobody could be told how the kiosk is: %s", type(error).__name__)
        return None


_HEADERS: Final = {**HEADERS, "Content-Type": "application/json"}
