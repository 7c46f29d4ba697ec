"""What is counted, wherever it is: rates, and a lease for each session."""

import hashlib
from dataclasses import dataclass
from typing import Final, Literal, Protocol, TypeAlias

MINUTE: Final = 60.0
DAY: Final = 86_400.0

# A lease without a session: as long as the API may take to grant one, and more. A broker that died between
# the two keeps it no longer.
ASKING_SECONDS: Final = 60.0
# Nobody wants a session shorter than that, though so much may be left of the day.
LEAST_SECONDS: Final = 10.0
# The service may count a session only some time after it was asked for.
SETTLED_SECONDS: Final = 60.0
# A session that could not be ended is tried again after a while, by any broker, for so long.
CLAIM_SECONDS: Final = 10.0
# Until the service has ended it, it counts; but a service that cannot be reached keeps nobody out for longer.
STOPPING_SECONDS: Final = 15.0
GIVE_UP_SECONDS: Final = 3600.0
# A wait that is told to clients. Most sessions end sooner than they have to.
LONGEST_WAIT: Final = 3600.0
# What one broker, or all that share a Redis, keep in memory at most.
MAX_LEASES: Final = 100_000
MAX_STOPS: Final = 20

Whose: TypeAlias = Literal["client", "all"]


class CountersDown(Exception):
    """They cannot be reached. The text says why, and holds no secret."""


@dataclass(frozen=True, slots=True)
class Live:
    """What the service said of the account's sessions, ``ago`` seconds before now."""

    active: int
    ago: float


@dataclass(frozen=True, slots=True)
class Claim:
    """A session that ``client`` wants. Limits are None where there is none.

    ``seconds`` is how long it may be, ``minutes`` and ``all_minutes`` are those of a day.
    """

    lease: str
    client: str
    seconds: float | None = None
    sessions: int | None = None
    all_sessions: int | None = None
    minutes: int | None = None
    all_minutes: int | None = None

    @property
    def is_limited(self) -> bool:
        """Whether its length is."""
        return any(limit is not None for limit in (self.seconds, self.minutes, self.all_minutes))


@dataclass(frozen=True, slots=True)
class Taken:
    """There is a lease. ``seconds`` is how long the session may be, for what the day has left."""

    seconds: float | None


@dataclass(frozen=True, slots=True)
class Full:
    """There is none. ``wait``: seconds until there certainly is more; it may be sooner."""

    what: Literal["sessions", "minutes", "leases"]
    whose: Whose
    wait: float


@dataclass(frozen=True, slots=True)
class Due:
    """A session that is to be ended now."""

    lease: str
    session: str


class Counters(Protocol):
    """Each method is one atomic step, and may be asked again after a failure.

    Raises:
        CountersDown: nothing is known, and nothing may have been counted.
    """

    async def count_request(
        self, client: str, own: int | None, together: int | None
    ) -> tuple[Whose, float] | None:
        """Count a request unless ``own`` or ``together`` were made within a minute: then, whose limit it is
        and in how many seconds there may be another.
        """

    async def take(self, claim: Claim, live: Live | None = None) -> Taken | Full:
        """A lease, if all limits allow one more. Of settled leases no more count than are ``live``."""

    async def bind(self, lease: str, session: str) -> bool:
        """Its session begins now; False: the lease is over."""

    async def give_back(self, lease: str) -> None:
        """There was no session."""

    async def end(self, session: str, client: str) -> str | None:
        """The client's session is over: its lease, which counts until :meth:`ended` is told that the service
        has ended the session. None: the client has no such session.
        """

    async def due(self) -> list[Due]:
        """Sessions whose time is over, at most :data:`MAX_STOPS`. They are told again if nobody says
        :meth:`ended`.
        """

    async def ended(self, lease: str) -> None:
        """The service has ended its session, or does not know it any more."""

    async def count_leases(self) -> int:
        """How many leases there are, those included whose sessions are being ended."""

    async def check(self) -> None:
        """Whether they can be written."""

    async def close(self) -> None:
        """Let go of connections. May be called twice."""


def key_of(client: str) -> str:
    """The client's name, in a length that may be kept."""
    return client if len(client) <= 200 else hashlib.sha256(client.encode(errors="surrogatepass")).hexdigest()
