"""When a kiosk that nobody stops begins anew. Pure."""

from datetime import datetime
from typing import Final

from viewer.kiosk_settings.looked_after import minutes_of

QUIET_SECONDS: Final = 60.0
"""So long nobody was there."""
AWAKE_SECONDS: Final = 4 * 3600.0
"""Who began so recently does not do it again: also where a clock is put back over the time for it."""
PATIENCE_MINUTES: Final = 180
"""So long a quiet minute is waited for; then until the next night."""
_DAY: Final = 24 * 60


def is_time(restart: str, local: datetime, awake: float, quiet: float) -> bool:
    """Whether to begin anew at ``local``, the time on the wall.

    Args:
        restart: after which time, as 4:00; empty: never.
        awake: for how many seconds the kiosk has run.
        quiet: for how many seconds nobody was there.
    """
    if not restart or awake < AWAKE_SECONDS or quiet < QUIET_SECONDS:
        return False
    return (local.hour * 60 + local.minute - minutes_of(restart)) % _DAY < PATIENCE_MINUTES
