"""Asks brokers whom one may talk to, and for their stills: before a session, and beside none."""

import asyncio
import logging
from collections.abc import Callable
from functools import partial
from typing import Final

from viewer import errors, kept_tokens
from viewer.protocol.commands import FetchStill, ForgetToken, GalleryCommand, KeepToken, ListPersonas
from viewer.protocol.events import Event, PersonasListed, StillFetched, TokenForgotten, TokenKept
from viewer.session.personas import fetch_picture, look_up
from viewer.tasks import BackgroundTasks

_log = logging.getLogger(__name__)

MAX_STILL_BYTES: Final = 8 << 20
MAX_AT_ONCE: Final = 3
# So many that nobody can look at: the oldest are not wanted any more.
MAX_WANTED: Final = 200


class Faces:
    """Carries out the commands of a gallery. Belongs to one event loop.

    What was asked for last is fetched first: it is what somebody looks at. What is dropped, because there are
    too many or a session begins, is told as a still that cannot be had now.

    Args:
        publish: takes what came of them.
    """

    def __init__(self, publish: Callable[[Event], None]) -> None:
        self._publish = publish
        self._tasks = BackgroundTasks("faces")
        self._listing: asyncio.Task[None] | None = None
        self._wanted: list[FetchStill] = []
        self._tokens = asyncio.Lock()  # one after the other, in the order in which they were asked for
        self._fetching: dict[FetchStill, asyncio.Task[bytes | None]] = {}

    def perform(self, command: GalleryCommand) -> None:
        """Begin with ``command``; what comes of it is published."""
        match command:
            case ListPersonas():
                if self._listing:
                    self._listing.cancel()
                self._listing = self._tasks.spawn("list", self._list(command))
            case FetchStill():
                self._wanted.append(command)
                if len(self._wanted) > MAX_WANTED:
                    self._drop(self._wanted.pop(0))
                self._fetch_more()
            case KeepToken():
                self._tasks.spawn("token", self._keep(command))
            case ForgetToken():
                self._tasks.spawn("token", self._forget(command))

    def rest(self) -> None:
        """A session begins: nothing more is asked, so that nothing takes the network from it."""
        if self._listing:
            self._listing.cancel()
        wanted, self._wanted = self._wanted, []
        for command in wanted:
            self._drop(command)
        for task in self._fetching.values():
            task.cancel()

    async def close(self) -> None:
        """Drop everything. May be called twice."""
        self._wanted.clear()
        await self._tasks.cancel()

    async def _list(self, command: ListPersonas) -> None:
        try:
            found = await look_up(command.broker, command.proxy)
        except Exception as error:
            self._publish(PersonasListed(command.broker, error=_as_told(error)))
        else:
            self._publish(PersonasListed(command.broker, found.personas, found.is_page))

    def _fetch_more(self) -> None:
        while self._wanted and len(self._fetching) < MAX_AT_ONCE:
            command = self._wanted.pop()
            if command not in self._fetching:
                task = self._tasks.spawn("still", _content(command))
                self._fetching[command] = task
                task.add_done_callback(partial(self._fetched, command))

    def _fetched(self, command: FetchStill, task: asyncio.Task[bytes | None]) -> None:
        del self._fetching[command]
        content = None if task.cancelled() else task.result()
        self._publish(StillFetched(command.broker, command.path, content))
        self._fetch_more()

    def _drop(self, command: FetchStill) -> None:
        self._publish(StillFetched(command.broker, command.path))

    async def _keep(self, command: KeepToken) -> None:
        try:
            async with self._tokens:
                where = await asyncio.wrap_future(kept_tokens.keep(command.broker, command.token))
        except Exception as error:
            self._publish(TokenKept(command.broker, error=_as_told(error)))
        else:
            self._publish(TokenKept(command.broker, where))

    async def _forget(self, command: ForgetToken) -> None:
        try:
            async with self._tokens:
                await asyncio.wrap_future(kept_tokens.forget(command.broker))
        except Exception as error:
            self._publish(TokenForgotten(command.broker, _as_told(error)))
        else:
            self._publish(TokenForgotten(command.broker))


async def _content(command: FetchStill) -> bytes | None:
    try:
        limit = None if command.is_film else MAX_STILL_BYTES
        return await fetch_picture(command.broker, command.path, command.proxy, limit)
    except Exception as error:
        _log.info("a still cannot be had: %s", _as_told(error))
        return None


def _as_told(error: Exception) -> errors.ViewerError:
    if not isinstance(error, errors.ViewerError):
        _log.error("what a gallery asked for failed", exc_info=error)
    return errors.as_failure(error)
