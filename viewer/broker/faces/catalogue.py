"""The service's personas as they were last told, asked for again in time."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any, Final

from viewer.broker.faces.flights import Flights
from viewer.broker.faces.listing import Listing, ask_for_all
from viewer.broker.refusal import SessionNotGranted

# Seconds. The links in a list are good for an hour.
ASK_AGAIN_AFTER: Final = 600.0
LINKS_GOOD_FOR: Final = 3000.0
AFTER_A_FAILURE: Final = 30.0

_log = logging.getLogger(__name__)


class Catalogue:
    """Asks with ``ask``, one list at a time. Use from one event loop."""

    def __init__(self, ask: Callable[[str], Awaitable[dict[str, Any]]]) -> None:
        self._ask = ask
        self._listing: Listing | None = None
        self._failure: SessionNotGranted | None = None
        self._not_before = float("-inf")
        self._flights: Flights[str, Listing] = Flights("personas")

    async def listing(self) -> Listing:
        """What is known: at most an hour old, unless the service does not tell any more.

        Raises:
            SessionNotGranted: the service has told nothing yet, and does not now.
        """
        known, now = self._listing, _now()
        if known is None:
            return await self._asked()
        if now < self._not_before or now < known.at + ASK_AGAIN_AFTER:
            return known
        under_way = self._flights.start("all", self._ask_now)
        # Somewhat old is good enough for whoever asks now; with dead links it is not.
        return known if now < known.at + LINKS_GOOD_FOR else await self._or_the_old(under_way, known)

    async def renewed(self, old: Listing) -> Listing:
        """A newer list than ``old``, of which a link was dead; the same if the service does not tell."""
        known = self._listing or old
        if known is not old or _now() < max(self._not_before, old.at + AFTER_A_FAILURE):
            return known
        return await self._or_the_old(self._flights.start("all", self._ask_now), old)

    async def close(self) -> None:
        """Ask nothing more."""
        await self._flights.close()

    async def _asked(self) -> Listing:
        if self._failure and _now() < self._not_before:
            raise self._failure.with_traceback(None)  # it would grow with each request
        return await self._flights.of("all", self._ask_now)

    async def _or_the_old(self, under_way: "asyncio.Future[Listing]", old: Listing) -> Listing:
        try:
            return await asyncio.shield(under_way)
        except SessionNotGranted:
            return old

    async def _ask_now(self) -> Listing:
        try:
            self._listing = await ask_for_all(self._ask, _now())
        except SessionNotGranted as error:
            _log.warning("the service does not tell its personas: %s", error)
            self._failure, self._not_before = error, _now() + AFTER_A_FAILURE
            raise
        self._failure = None
        return self._listing


def _now() -> float:
    return asyncio.get_running_loop().time()
