"""Which ends of a session are followed by a new one, and when."""

from dataclasses import dataclass, field
from typing import Final

from viewer import errors
from viewer.protocol.retry import Outage, RetryPolicy

# The first attempt is the session that broke; three more follow.
POLICY: Final = RetryPolicy(attempts=4, first=0.5)

# While not even the broker can be reached it is the network that is gone, and asking again is no try: it
# costs nobody anything.
PATIENCE_SECONDS: Final = 300.0
OUT_OF_REACH: Final = RetryPolicy(attempts=1_000_000, first=0.5, longest=5)

_HEALABLE: Final = (
    errors.BrokerTimeout,
    errors.BrokerUnreachable,
    errors.ConnectionBlocked,
    errors.EncryptionFailed,
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
        return POLICY.delay(self._outage.fails(now), chance)

    def _wait_out_of_reach(self, now: float, chance: float) -> float | None:
        if self._unreached == 0:
            self._unreached_since = now
        self._unreached += 1
        if now - self._unreached_since > PATIENCE_SECONDS:
            return None
        return OUT_OF_REACH.delay(self._unreached, chance)
