"""When something is tried again: for starting a session, protocol/README.md section 1.3; for one that broke,
:class:`Healing`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Final

from viewer import errors

STEADY_SECONDS: Final = 30.0


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """``attempts`` in all, ``timeout`` seconds each; waits double from ``first`` to at most ``longest``.

    A longer wait that was asked for is kept up to ``patience`` seconds.
    """

    attempts: int = 3
    timeout: float = 10
    first: float = 0.25
    longest: float = 2
    patience: float = 5

    def delay(self, failures: int, chance: float, asked: float | None = None) -> float | None:
        """Seconds to wait after ``failures`` failed attempts (from 1), or None when it is over.

        Args:
            chance: random, 0 to 1; decides half of the wait.
            asked: seconds to wait that were asked for (:func:`asked_wait`).
        """
        if failures >= self.attempts or (asked or 0) > self.patience:
            return None
        # Bounded, as somebody who never gives up would else overflow it.
        doublings = min(failures - 1, 60)
        wait = min(self.first * 2.0**doublings, self.longest)
        return max(wait / 2 + wait / 2 * chance, asked or 0)


@dataclass(slots=True)
class Outage:
    """How often something failed in a row. What works for :data:`STEADY_SECONDS` is well again: what fails
    after it is another outage. ``now`` is any monotonic clock in seconds.
    """

    failures: int = 0
    _works_since: float | None = None

    def works(self, now: float) -> None:
        """It works, from ``now`` on."""
        self._works_since = now

    def breaks(self, now: float) -> None:
        """What worked, if it did, does no more."""
        if self._works_since is not None and now - self._works_since >= STEADY_SECONDS:
            self.failures = 0
        self._works_since = None

    def fails(self, now: float) -> int:
        """It failed, or works no more; returns how often that was so in this outage."""
        self.breaks(now)
        self.failures += 1
        return self.failures


def is_retried(status: int) -> bool:
    """Whether an HTTP ``status`` is worth another attempt: 5xx is, 4xx never."""
    return status >= 500


def asked_wait(headers: Mapping[str, str], now: float) -> float | None:
    """Seconds until whoever answered wants to be asked again, at most a day: by ``Retry-After`` (RFC 9110
    section 10.2.3), or else by ``RateLimit-Reset``. None: nothing of the kind is said.

    Args:
        headers: of the answer, by their names in lower case.
        now: Unix time in seconds.
    """
    for name in ("retry-after", "ratelimit-reset"):
        said = headers.get(name, "").strip()
        if re.fullmatch(r"[0-9]{1,10}(\.[0-9]{1,9})?", said):
            seconds = float(said)
            # Some say when it is, others how long it takes.
            seconds -= now if seconds > _UNIX_TIMES else 0
        elif (then := _unix_time(said)) is not None:
            # Both by the same clock, if it is told.
            seconds = then - (_unix_time(headers.get("date", "")) or now)
        else:
            continue
        return min(max(seconds, 0), LONGEST_ASKED)
    return None


def _unix_time(date: str) -> float | None:
    """Of an HTTP date (RFC 9110 section 5.6.7)."""
    try:
        return parsedate_to_datetime(date).timestamp()
    except (ValueError, OverflowError):
        return None


LONGEST_ASKED: Final = 86_400.0
_UNIX_TIMES: Final = 1e9

# The first attempt is the session that broke; three more follow.
HEALING: Final = RetryPolicy(attempts=4, first=0.5, patience=60)

# While not even the broker can be reached it is the network that is gone, and asking again is no try: it
# costs nobody anything.
PATIENCE_SECONDS: Final = 300.0
OUT_OF_REACH: Final = RetryPolicy(attempts=1_000_000, first=0.5, longest=5)

_HEALABLE: Final = (
    errors.BrokerTimeout,
    errors.BrokerUnreachable,
    errors.ConnectionBlocked,
    errors.EncryptionFailed,
    errors.InternalError,
    errors.MediaLost,
    errors.NoMedia,
    errors.ProxyUnreachable,
    errors.RelayRefused,
    errors.RelayUntrusted,
    errors.ServerError,
    errors.ServiceBusy,
    errors.SignallingLost,
)


@dataclass(slots=True)
class Healing:
    """Decides after each session of one conversation. ``now`` is any monotonic clock in seconds.

    Only a conversation that was live once is healed: a first connection that fails is for the user to see
    to. Refusals (4xx) and an end by the service are never answered with another attempt.
    """

    _outage: Outage = field(default_factory=Outage)
    _unreached: int = 0
    _unreached_since: float = 0.0
    _was_live: bool = False

    @property
    def tries(self) -> int:
        """Sessions asked for in this outage, of a broker that could be reached."""
        return self._outage.failures

    def live(self, now: float) -> None:
        """The first picture of a session came."""
        self._outage.works(now)
        self._was_live = True

    def wait_after(self, error: errors.ViewerError | None, now: float, chance: float) -> float | None:
        """Seconds until the next session; None when the conversation is over.

        Args:
            error: why the session ended; None if that was requested.
            chance: random, 0 to 1; decides half of the wait.
        """
        self._outage.breaks(now)
        if not self._was_live or not isinstance(error, _HEALABLE):
            return None
        if isinstance(error, errors.BrokerUnreachable | errors.ProxyUnreachable):
            return self._wait_out_of_reach(now, chance)
        self._unreached = 0
        return HEALING.delay(self._outage.fails(now), chance, error.retry_after)

    def _wait_out_of_reach(self, now: float, chance: float) -> float | None:
        if self._unreached == 0:
            self._unreached_since = now
        self._unreached += 1
        if now - self._unreached_since > PATIENCE_SECONDS:
            return None
        return OUT_OF_REACH.delay(self._unreached, chance)
