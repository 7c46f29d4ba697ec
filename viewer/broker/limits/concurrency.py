"""What the service says of the account's sessions, asked seldom."""

import asyncio
import math
from typing import Any, Final, Protocol

from pydantic import ValidationError

from viewer.broker.refusal import SessionNotGranted
from viewer.protocol.api import CONCURRENCY_PATH, Concurrency

# Whoever is refused waits for it.
_WITHIN: Final = 3.0
_FRESH: Final = 2.0


class Service(Protocol):
    """What is asked of :class:`~viewer.broker.upstream.Upstream`."""

    async def ask(self, path: str) -> dict[str, Any]:
        """The API's answer to a GET."""


class ConcurrencyAdvice:
    """Asks once for all who want to know at about the same time. Belongs to one event loop."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._asking = asyncio.Lock()
        self._asked = self._answered = -math.inf
        self._said: Concurrency | None = None

    async def get(self) -> tuple[Concurrency, float] | None:
        """The advice, and how many seconds ago it was asked for; None: there is none."""
        loop = asyncio.get_running_loop()
        async with self._asking:
            if loop.time() - self._answered > _FRESH:
                self._said, self._asked = None, loop.time()
                self._said = await self._ask()
                self._answered = loop.time()
            return (self._said, loop.time() - self._asked) if self._said else None

    async def _ask(self) -> Concurrency | None:
        try:
            async with asyncio.timeout(_WITHIN):
                return Concurrency.model_validate(await self._service.ask(CONCURRENCY_PATH))
        except (SessionNotGranted, TimeoutError, ValidationError):
            return None  # services may have nothing of the kind
