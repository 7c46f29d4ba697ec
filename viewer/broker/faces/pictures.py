"""The pictures of the service, each fetched once and then kept."""

import asyncio
import hashlib
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Final
from urllib.parse import urlsplit

from viewer.broker.faces.download import NotFetched
from viewer.broker.faces.flights import Flights
from viewer.broker.faces.kinds import kind_of
from viewer.broker.faces.listing import PictureName
from viewer.broker.faces.store import Kept, PictureStore

# A picture that has changed has another path; should the service write over one, it is seen by the next day.
FRESH_SECONDS: Final = 24 * 3600.0
AFTER_A_FAILURE: Final = 60.0
MAX_BYTES: Final[Mapping[PictureName, int]] = {
    "landscape": 4 << 20,
    "portrait": 4 << 20,
    "idle": 32 << 20,
}
# Whole files are in memory while they are fetched.
_AT_ONE_TIME: Final = 2
_MAX_FAILURES: Final = 1000

_log = logging.getLogger(__name__)


class Pictures:
    """Use from one event loop. ``fetch`` takes a URL and the most bytes that may be there."""

    def __init__(self, store: PictureStore, fetch: Callable[[str, int], Awaitable[bytes]]) -> None:
        self._store = store
        self._fetch = fetch
        self._flights: Flights[str, Kept] = Flights("pictures")
        self._turn = asyncio.Semaphore(_AT_ONE_TIME)
        self._place: bool | None = None
        self._opening = asyncio.Lock()
        self._failed: dict[tuple[str, str], tuple[float, NotFetched]] = {}

    async def have_a_place(self) -> bool:
        """Whether pictures can be kept, and so be had. Found out when it is first asked."""
        async with self._opening:
            if self._place is None:
                try:
                    await asyncio.to_thread(self._store.open)
                    self._place = True
                except OSError as error:
                    why = f"{self._store.folder} cannot be used for pictures: {error.strerror}"
                    _log.warning("personas are listed without pictures: %s", why)
                    self._place = False
        return self._place

    async def get(self, avatar_id: str, name: PictureName, url: str) -> Kept:
        """The picture at ``url``, which the avatar has by that ``name``.

        Raises:
            NotFetched: it cannot be had, and an older one is not there either.
        """
        key = _key(avatar_id, name, url)
        kept = await asyncio.to_thread(self._store.find, key)
        if kept and time.time() - kept.fetched < FRESH_SECONDS:
            return kept
        # By the whole link: with another signature it may be had.
        until, failure = self._failed.get((key, url), (0.0, None))
        if failure and asyncio.get_running_loop().time() < until:
            if kept is None:
                raise failure.with_traceback(None)  # it would grow with each request
            return kept
        under_way = self._flights.start(key, lambda: self._fetched(key, name, url))
        return await asyncio.shield(under_way) if kept is None else kept

    async def close(self) -> None:
        """Fetch nothing more."""
        await self._flights.close()

    async def _fetched(self, key: str, name: PictureName, url: str) -> Kept:
        try:
            async with self._turn:
                content = await self._fetch(url, min(MAX_BYTES[name], self._store.max_bytes))
                kind = kind_of(content)
                if kind is None or (kind == "mp4") != (name == "idle"):
                    raise NotFetched(f"what the service calls {name} is none")
                kept = await asyncio.to_thread(self._store.keep, key, content, kind)
        except (NotFetched, OSError) as error:
            failure = error if isinstance(error, NotFetched) else NotFetched(f"not kept: {error.strerror}")
            _log.warning("no picture: %s", failure)
            if len(self._failed) >= _MAX_FAILURES:
                self._failed.clear()
            self._failed[key, url] = (asyncio.get_running_loop().time() + AFTER_A_FAILURE, failure)
            raise failure from None
        self._failed.pop((key, url), None)
        return kept


def _key(avatar_id: str, name: PictureName, url: str) -> str:
    """The same for the same picture, however its link is signed."""
    parts = urlsplit(url)
    whole = "\0".join((avatar_id, name, parts.scheme, parts.netloc, parts.path))
    return hashlib.sha256(whole.encode(errors="replace")).hexdigest()[:32]
