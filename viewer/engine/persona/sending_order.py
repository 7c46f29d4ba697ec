"""Which was sent first, where two ways that know nothing of each other do not tell.

A client interrupts over the data channel and sends the next turn over the WebSocket, or posts it. Without a
pause between them the turn may be here first, and must not be taken for what is to be silenced.
"""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from viewer.engine.persona.speech import Speech

# So much sooner one way may be than the other by itself.
SLACK: Final = 0.25
# Of what is to be heard already, less: it may well be meant, though nobody reacts as quickly as this.
REACTION: Final = 0.015
# A message that was lost and sent again is later by less; by more, and somebody has set a clock.
LATEST: Final = 3.0


class SendingOrder:
    """Of one client's messages over the data channel. Make it in a running event loop, and use it there."""

    def __init__(self) -> None:
        self._now = asyncio.get_running_loop().time
        self._quickest: float | None = None
        self._written = 0.0

    def sent_after(self, timestamp: str) -> Callable[[Speech], bool]:
        """Says of a speech whether the client sent it after the message that has just come.

        The message's ``timestamp`` tells by how much it came later than the quickest; it may be anything.
        """
        sent = self._now() - self._lateness(timestamp)

        def is_later(speech: Speech) -> bool:
            if speech.told <= sent:
                return False
            return speech.arrived >= sent - (REACTION if speech.begun <= sent else SLACK)

        return is_later

    def _lateness(self, timestamp: str) -> float:
        if (written := _seconds(timestamp)) is None:
            return 0.0
        # By itself meaningless: the clocks do not agree.
        delay = self._now() - written
        stands_still, self._written = written <= self._written, written
        if self._quickest is None or stands_still or not 0 <= delay - self._quickest <= LATEST:
            self._quickest = delay
        return delay - self._quickest


def _seconds(timestamp: str) -> float | None:
    """ISO 8601, in UTC where it names no zone, as Unix time."""
    try:
        written = datetime.fromisoformat(timestamp)
    except ValueError:
        return None
    return (written if written.tzinfo else written.replace(tzinfo=UTC)).timestamp()
