"""Counters of one broker, in its memory."""

import heapq
import math
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final

from viewer.broker.limits.counters import (
    ASKING_SECONDS,
    CLAIM_SECONDS,
    DAY,
    GIVE_UP_SECONDS,
    LEAST_SECONDS,
    LONGEST_WAIT,
    MAX_LEASES,
    MAX_STOPS,
    MINUTE,
    SETTLED_SECONDS,
    STOPPING_SECONDS,
    Claim,
    Due,
    Full,
    Live,
    Taken,
    Whose,
)
from viewer.broker.limits.rates import Rates

_SWEPT_FROM: Final = 1000


@dataclass(slots=True)
class _Lease:
    client: str
    taken: float
    end: float
    seconds: float
    day: int
    charged: tuple[bool, bool]
    """Whether its seconds were taken out of the client's day, and out of everybody's."""
    session: str | None = None
    is_over: bool = False
    """It counts only until its session was ended."""


@dataclass(slots=True)
class _Stop:
    session: str
    again: float
    give_up: float


def steady_clock() -> Callable[[], float]:
    """Unix time in seconds, which goes on steadily from now on, whatever the machine's clock is set to."""
    offset = time.time() - time.monotonic()
    return lambda: time.monotonic() + offset


class LocalCounters:
    """See :class:`~viewer.broker.limits.counters.Counters`. Never waits; belongs to one event loop.

    Args:
        clock: Unix time in seconds.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._rates = Rates()
        self._leases: dict[str, _Lease] = {}
        self._by_client: dict[str, dict[str, _Lease]] = {}
        self._by_session: dict[str, str] = {}
        self._stops: dict[str, _Stop] = {}
        self._ends: list[tuple[float, str]] = []
        self._day = 0
        self._spent: dict[str | None, float] = {}

    async def count_request(
        self, client: str, own: int | None, together: int | None
    ) -> tuple[Whose, float] | None:
        now = self._clock()
        # The client's own first: who is refused for that takes nothing from others.
        if own is not None and (wait := self._rates.count(client, own, now)) is not None:
            return "client", wait
        if together is not None and (wait := self._rates.count(None, together, now)) is not None:
            return "all", wait
        return None

    async def take(self, claim: Claim, live: Live | None = None) -> Taken | Full:
        now = self._clock()
        self._expire(now)
        if claim.lease in self._leases:
            return Taken(self._leases[claim.lease].seconds if claim.is_limited else None)
        if len(self._leases) + len(self._stops) >= MAX_LEASES:
            return Full("leases", "all", MINUTE)
        own = self._by_client.get(claim.client, {})
        if claim.sessions is not None and _count(own.values(), live, now) >= claim.sessions:
            return Full("sessions", "client", min(_wait(own.values(), now), LONGEST_WAIT))
        everybody = self._leases.values()
        if claim.all_sessions is not None and _count(everybody, live, now) >= claim.all_sessions:
            return Full("sessions", "all", self._soonest(now))
        return self._charged(claim, now)

    async def bind(self, lease: str, session: str) -> bool:
        now = self._clock()
        self._expire(now)
        held = self._leases.get(lease)
        if held is None or held.is_over:
            return False
        if held.session is None:
            held.session, held.end = session, now + held.seconds
            self._by_session[session] = lease
            self._push(held.end, lease)
        return True

    async def give_back(self, lease: str) -> None:
        held = self._leases.get(lease)
        if held and not held.is_over:
            self._remove(lease, held)
            self._refund(held, held.seconds)

    async def end(self, session: str, client: str) -> str | None:
        now = self._clock()
        self._expire(now)
        lease = self._by_session.get(session)
        if lease is None or self._leases[lease].client != client:
            return None
        held = self._leases[lease]
        self._refund(held, math.floor(held.end - now))
        self._stop(lease, held, session, now, now + CLAIM_SECONDS)
        return lease

    async def due(self) -> list[Due]:
        now = self._clock()
        self._expire(now)
        for lease in [lease for lease, stop in self._stops.items() if stop.give_up <= now]:
            del self._stops[lease]
        due: list[Due] = []
        for lease, stop in self._stops.items():
            if stop.again <= now and len(due) < MAX_STOPS:
                stop.again = now + CLAIM_SECONDS
                due.append(Due(lease, stop.session))
        return due

    async def ended(self, lease: str) -> None:
        self._stops.pop(lease, None)
        if held := self._leases.get(lease):
            self._remove(lease, held)

    async def count_leases(self) -> int:
        self._expire(self._clock())
        return len(self._leases)

    async def check(self) -> None:
        return

    async def close(self) -> None:
        return

    def _charged(self, claim: Claim, now: float) -> Taken | Full:
        """A lease for as much as the day has left, unless that is too little."""
        day = int(now // DAY)
        if day != self._day:
            self._day, self._spent = day, {}
        seconds = DAY if claim.seconds is None else claim.seconds
        least = min(LEAST_SECONDS, seconds)
        days: tuple[tuple[Whose, str | None, int | None], ...] = (
            ("client", claim.client, claim.minutes),
            ("all", None, claim.all_minutes),
        )
        for whose, name, minutes in days:
            if minutes is not None:
                seconds = min(seconds, minutes * MINUTE - self._spent.get(name, 0.0))
                if seconds < least:
                    # Sooner if a session ends before its time: it gives back what it does not need.
                    return Full("minutes", whose, (day + 1) * DAY - now)
        charged = (claim.minutes is not None, claim.all_minutes is not None)
        held = _Lease(claim.client, now, now + ASKING_SECONDS, seconds, day, charged)
        self._refund(held, -seconds)
        self._leases[claim.lease] = held
        self._by_client.setdefault(claim.client, {})[claim.lease] = held
        self._push(held.end, claim.lease)
        return Taken(seconds if claim.is_limited else None)

    def _refund(self, held: _Lease, seconds: float) -> None:
        if held.day != self._day:
            return
        for name, is_charged in zip((held.client, None), held.charged, strict=True):
            if is_charged:
                self._spent[name] = self._spent.get(name, 0.0) - seconds
                if self._spent[name] <= 0:
                    del self._spent[name]

    def _expire(self, now: float) -> None:
        while self._ends and self._ends[0][0] <= now:
            end, lease = heapq.heappop(self._ends)
            held = self._leases.get(lease)
            if held is None or held.end != end:
                continue  # it ended sooner, or its session began
            if held.session is None:
                # Whoever asked for it is gone, and has said nothing.
                self._remove(lease, held)
                self._refund(held, held.seconds)
            elif held.is_over:
                self._remove(lease, held)
            else:
                self._stop(lease, held, held.session, now, now)

    def _stop(self, lease: str, held: _Lease, session: str, now: float, first: float) -> None:
        self._by_session.pop(session, None)
        self._stops[lease] = _Stop(session, first, now + GIVE_UP_SECONDS)
        held.is_over, held.end = True, now + STOPPING_SECONDS
        self._push(held.end, lease)

    def _remove(self, lease: str, held: _Lease) -> None:
        del self._leases[lease]
        own = self._by_client[held.client]
        del own[lease]
        if not own:
            del self._by_client[held.client]
        if held.session is not None:
            self._by_session.pop(held.session, None)

    def _push(self, end: float, lease: str) -> None:
        heapq.heappush(self._ends, (end, lease))
        # What ended sooner stays in there until its time.
        if len(self._ends) > 4 * len(self._leases) + _SWEPT_FROM:
            self._ends = [(held.end, name) for name, held in self._leases.items()]
            heapq.heapify(self._ends)

    def _soonest(self, now: float) -> float:
        while self._ends:
            end, lease = self._ends[0]
            if lease in self._leases and self._leases[lease].end == end:
                return min(end - now, LONGEST_WAIT)
            heapq.heappop(self._ends)
        return MINUTE


def _count(leases: Collection[_Lease], live: Live | None, now: float) -> int:
    """How many of them may have a session."""
    if live is None:
        return len(leases)
    settled = sum(lease.taken <= now - live.ago - SETTLED_SECONDS for lease in leases)
    return len(leases) - settled + min(settled, live.active)


def _wait(leases: Collection[_Lease], now: float) -> float:
    return min((lease.end - now for lease in leases), default=LONGEST_WAIT)
