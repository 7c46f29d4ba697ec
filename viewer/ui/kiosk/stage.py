"""Where a visit stands, and the times that it goes by."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from viewer.protocol.retry import RetryPolicy

POLICY: Final = RetryPolicy(attempts=2**31, first=1, longest=30, patience=3600)
"""Of the waits after sessions that failed."""

LIVE_SECONDS: Final = 60.0
"""A session that is not live by then is given up for a new one."""
SLOW_SECONDS: Final = 2.0
"""So long a visitor waits without a word."""
PAUSE_SECONDS: Final = 0.8
"""Nobody talks for so long between two sentences that belong together."""
FAREWELL_SECONDS: Final = 5.0
"""After a goodbye the other side has so long to begin its own."""
SWAP_SECONDS: Final = 45.0
"""So long before its limit a session may be followed by the next, at a pause; of short ones half."""
BOUNCE_SECONDS: Final = 1.0
"""A visit that was just ended is not begun anew by the same finger."""
ANSWER: Final = 0.6
"""What the persona begins to say within this part of the silence is an answer."""


class Stage(StrEnum):
    """Where a visit stands."""

    ATTRACTING = "attracting"
    WAKING = "waking"
    """Somebody is there, and a session is being made."""
    MEETING = "meeting"
    """The persona is there; the visitor has said nothing yet."""
    TALKING = "talking"
    ENDING = "ending"
    """The session is being closed."""
    RECOVERING = "recovering"
    """Somebody is there, and the next attempt has to wait."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What an operator decides, in seconds. ``waiting``: a visitor who touches nothing for so long while
    there is no session has gone.
    """

    silence: float = 25.0
    countdown: float = 10.0
    waiting: float = 60.0


USUAL: Final = Rules()
