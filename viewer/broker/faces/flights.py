"""One at a time of each thing: whoever asks for it meanwhile gets what the first one gets."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

from viewer.tasks import BackgroundTasks

Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing")


class Flights(Generic[Key, Thing]):
    """Use from one event loop. Whoever stops waiting does not stop the others, nor the fetching."""

    def __init__(self, owner: str) -> None:
        self._tasks = BackgroundTasks(owner)
        self._under_way: dict[Key, asyncio.Future[Thing]] = {}

    async def of(self, key: Key, fetch: Callable[[], Awaitable[Thing]]) -> Thing:
        """What ``fetch`` gives or raises; it is called unless ``key`` is being fetched already."""
        return await asyncio.shield(self.start(key, fetch))

    def start(self, key: Key, fetch: Callable[[], Awaitable[Thing]]) -> "asyncio.Future[Thing]":
        """The same without waiting. Nobody need look at what comes of it."""
        if (under_way := self._under_way.get(key)) is None:
            under_way = self._under_way[key] = asyncio.get_running_loop().create_future()
            self._tasks.spawn("fetch", self._fetch(key, fetch, under_way))
        return under_way

    async def close(self) -> None:
        """Fetch nothing more."""
        await self._tasks.cancel()

    async def _fetch(
        self, key: Key, fetch: Callable[[], Awaitable[Thing]], under_way: "asyncio.Future[Thing]"
    ) -> None:
        try:
            under_way.set_result(await fetch())
        except Exception as error:
            under_way.set_exception(error)
            under_way.exception()  # looked at, should nobody wait
        finally:
            del self._under_way[key]
            under_way.cancel()  # if this task was
