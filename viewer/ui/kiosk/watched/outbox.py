"""What waits to be told, and when the next attempt is. Pure: ``now`` is any monotonic clock in seconds."""

from collections import deque
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Final

MAX_WAITING: Final = 20
FIRST_SECONDS: Final = 5.0
LONGEST_SECONDS: Final = 600.0
# Whoever answers, and does not want it so often, never will.
_REFUSALS: Final = 5


@dataclass(slots=True)
class Outbox:
    """One after the other; of too many the oldest goes."""

    _waiting: deque[str] = field(default_factory=deque)
    _under_way: str | None = None
    _failures: int = 0
    _refusals: int = 0
    _next_at: float = 0.0

    def put(self, text: str) -> None:
        """Have ``text`` told."""
        if len(self._waiting) >= MAX_WAITING:
            self._waiting.popleft()
        self._waiting.append(text)

    def due(self, now: float) -> str | None:
        """What is to be sent now; tell :meth:`sent` what came of it."""
        if self._under_way is not None or now < self._next_at or not self._waiting:
            return None
        self._under_way = self._waiting[0]
        return self._under_way

    def sent(self, status: int | None, now: float) -> None:
        """It was answered with that HTTP ``status``; None: nobody was reached."""
        sent, self._under_way = self._under_way, None
        is_taken = status is not None and status < HTTPStatus.BAD_REQUEST
        self._refusals = 0 if is_taken or status is None else self._refusals + 1
        if is_taken or self._refusals >= _REFUSALS:
            if self._waiting and self._waiting[0] is sent:
                self._waiting.popleft()
            self._failures = self._refusals = 0
            self._next_at = now
            return
        self._failures += 1
        self._next_at = now + min(FIRST_SECONDS * 2.0 ** min(self._failures - 1, 30), LONGEST_SECONDS)


@dataclass(slots=True)
class Beats:
    """A sign of life every ``every`` seconds, one at a time."""

    every: float
    _under_way: bool = False
    _next_at: float = 0.0

    def due(self, now: float) -> bool:
        """Whether one is to be sent now; say :meth:`sent` when it was, or could not be."""
        if self._under_way or now < self._next_at:
            return False
        self._under_way, self._next_at = True, now + self.every
        return True

    def sent(self) -> None:
        """Whatever came of it."""
        self._under_way = False
