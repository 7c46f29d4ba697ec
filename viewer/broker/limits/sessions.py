"""Grants sessions within the limits, and ends them when their time is over."""

import asyncio
import logging
import math
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol

from viewer.broker.caller import Caller
from viewer.broker.granted import Granted
from viewer.broker.limits.concurrency import ConcurrencyAdvice
from viewer.broker.limits.counters import MAX_STOPS, Claim, Counters, Due, Full, Live, Taken, key_of
from viewer.broker.limits.local import LocalCounters, steady_clock
from viewer.broker.limits.reach import Reach
from viewer.broker.limits.refusals import cannot_count, no_lease, no_such_session, too_many_requests
from viewer.broker.names import new_name
from viewer.broker.presence import IsGone
from viewer.broker.refusal import SessionNotGranted, with_wait
from viewer.broker.rules import Allowance, Rules
from viewer.broker.rules_in_force import RulesInForce
from viewer.broker.wanted import LENGTH, Wanted, wanted_by
from viewer.tasks import BackgroundTasks, is_asked_to_end

_log = logging.getLogger(__name__)

_SWEEP_SECONDS: Final = 1.0
# For what is being ended or given back as the broker stops.
_LAST_SECONDS: Final = 0.5
# How long a session may be of which nothing says it, where the minutes of a day are counted.
_UNSAID_SECONDS: Final = 3600
_CONCURRENCY_LIMIT: Final = "Concurrent session limit reached"


class Service(Protocol):
    """What is asked of :class:`~viewer.broker.upstream.Upstream`."""

    async def start_session(
        self, wanted: Wanted, is_gone: IsGone, settled: Callable[[], None] = lambda: None
    ) -> Granted:
        """A session. Where there is none, ``settled`` is called once nothing is left."""

    async def stop_session(self, session_id: str) -> None:
        """End a session now."""

    async def ask(self, path: str) -> dict[str, Any]:
        """The API's answer to a GET."""


@dataclass(frozen=True, slots=True)
class _Lease:
    claim: Claim
    counters: Counters
    seconds: float | None


def _nobody_is_told(_session: str) -> None:
    """Nothing else goes by sessions."""


class Sessions:
    """What clients may have of the service. Belongs to the broker's event loop.

    Args:
        shared: counters of several brokers; None: this one counts alone.
        on_end: told of each session that the broker ends.
        clock: Unix time in seconds, for counting alone; None: :func:`steady_clock`.
    """

    def __init__(
        self,
        rules: RulesInForce,
        service: Service,
        shared: Counters | None = None,
        *,
        on_end: Callable[[str], None] = _nobody_is_told,
        clock: Callable[[], float] | None = None,
    ) -> None:
        self._rules = rules
        self._service = service
        self._on_end = on_end
        self._reach = Reach(rules, LocalCounters(clock or steady_clock()), shared)
        self._advice = ConcurrencyAdvice(service)
        self._tasks = BackgroundTasks("limits")
        self._sweeper = BackgroundTasks("limits-sweeper")

    @property
    def problem(self) -> str:
        """Why the broker is not ready: limits cannot be counted as they should. A sentence, or ""."""
        return self._reach.problem

    async def count_leases(self) -> int | None:
        """How many sessions count against limits; None: that cannot be known."""
        if self._reach.problem:
            return None
        return sum(count for _, count in await self._reach.each(lambda counters: counters.count_leases()))

    async def open(self) -> None:
        """Try the counters, and end sessions from now on when their time is over."""
        await self._reach.look()
        self._sweeper.spawn("sweep", self._sweep_for_ever())

    async def close(self) -> None:
        """Leave the sessions there are as they are. May be called twice."""
        await self._sweeper.cancel()
        await self._tasks.settle(_LAST_SECONDS)
        await self._reach.close()

    async def start(self, caller: Caller, asked: str, is_gone: IsGone) -> Granted:
        """A session with the persona ``asked``.

        Raises:
            SessionNotGranted: with the status, the words and the wait to answer.
        """
        rules = self._rules.rules
        own = rules.limits.client.and_not_more_than(caller.allowance)
        await self._count_request(caller, own, rules)
        wanted = wanted_by(rules, caller, asked)
        claim = _claim(caller, own, rules, wanted)
        if claim is None:
            return _told_length(await self._start(wanted, is_gone), wanted)
        lease = await self._take(claim)
        wanted = wanted.at_most(None if lease.seconds is None else math.floor(lease.seconds))
        granted = await self._start(wanted, is_gone, lambda: self._give_back(lease))
        session = granted.session.session_id
        try:
            await self._bind(lease, session)
        except BaseException:
            self._tasks.spawn("unbound", self._end_unbound(lease, session))
            raise
        return _told_length(granted, wanted).plus({"wantsStop": True})

    async def stop(self, caller: Caller, session: str) -> None:
        """End the caller's ``session``: the viewer has said goodbye.

        Raises:
            SessionNotGranted: 404, where the caller has none of this ID.
        """
        name = key_of(caller.name)
        for counters, lease in await self._reach.each(lambda counters: counters.end(session, name)):
            if lease is not None:
                await self._stop(counters, Due(lease, session))
                return
        raise cannot_count() if self.problem else no_such_session()

    async def _count_request(self, caller: Caller, own: Allowance, rules: Rules) -> None:
        limits = {"client": own.requests_a_minute, "all": rules.limits.all.requests_a_minute}
        if limits["client"] is limits["all"] is None:
            return
        name = key_of(caller.name)
        _, over = await self._reach.count(
            lambda counters: counters.count_request(name, limits["client"], limits["all"])
        )
        if over:
            whose, wait = over
            raise too_many_requests(whose, limits[whose], wait)

    async def _take(self, claim: Claim) -> _Lease:
        try:
            counters, taken = await self._counted(claim)
        except BaseException:
            # A Redis that was too slow to say so may have given it all the same.
            self._tasks.spawn("give-back", self._reach.each(_giving_back(claim.lease)))
            raise
        if isinstance(taken, Full):
            raise no_lease(taken, claim)
        return _Lease(claim, counters, taken.seconds)

    async def _counted(self, claim: Claim) -> tuple[Counters, Taken | Full]:
        counters, taken = await self._reach.count(lambda counters: counters.take(claim))
        if isinstance(taken, Full) and taken.what == "sessions" and (said := await self._advice.get()):
            # Viewers that were killed say no goodbye: the service knows that their sessions are over.
            advice, ago = said
            if advice.active is not None:
                live = Live(advice.active, ago)
                return await self._reach.count(lambda counters: counters.take(claim, live))
        return counters, taken

    async def _start(
        self, wanted: Wanted, is_gone: IsGone, settled: Callable[[], None] = lambda: None
    ) -> Granted:
        try:
            return await self._service.start_session(wanted, is_gone, settled)
        except SessionNotGranted as error:
            if error.refusal.error != _CONCURRENCY_LIMIT or error.retry_after is not None:
                raise
            said = await self._advice.get()
            if said is None or said[0].estimated_wait_seconds is None:
                raise
            raise with_wait(error, max(said[0].estimated_wait_seconds - said[1], 0)) from None

    async def _bind(self, lease: _Lease, session: str) -> None:
        name = lease.claim.lease
        if await self._reach.tell(lease.counters, lambda counters: counters.bind(name, session)):
            return
        # It was counted when it was taken, so that limits are no matter here.
        alone = replace(lease.claim, sessions=None, all_sessions=None, minutes=None, all_minutes=None)
        alone = replace(alone, seconds=lease.seconds)
        counters, taken = await self._reach.count(lambda counters: counters.take(alone))
        if not isinstance(taken, Taken) or not await self._reach.tell(
            counters, lambda counters: counters.bind(name, session)
        ):
            raise cannot_count()

    def _give_back(self, lease: _Lease) -> None:
        giving_back = _giving_back(lease.claim.lease)
        self._tasks.spawn("give-back", self._reach.tell(lease.counters, giving_back))

    async def _end_unbound(self, lease: _Lease, session: str) -> None:
        if await self._end(session):
            self._give_back(lease)

    async def _sweep_for_ever(self) -> None:
        while True:
            await asyncio.sleep(_SWEEP_SECONDS)
            try:
                await self._sweep()
            except (Exception, asyncio.CancelledError):
                if is_asked_to_end():
                    raise
                _log.exception("sessions whose time is over were not looked for")

    async def _sweep(self) -> None:
        if self._reach.problem:
            await self._reach.look()
        is_full = True
        while is_full:
            found = await self._reach.each(lambda counters: counters.due())
            stops = [
                self._tasks.spawn("stop", self._stop(counters, one)) for counters, due in found for one in due
            ]
            if stops:
                await asyncio.wait(stops)
            is_full = any(len(due) == MAX_STOPS for _, due in found)

    async def _stop(self, counters: Counters, due: Due) -> None:
        if await self._end(due.session):
            await self._reach.tell(counters, lambda counters: counters.ended(due.lease))

    async def _end(self, session: str) -> bool:
        """Whether the service has no such session any more."""
        self._on_end(session)
        try:
            await self._service.stop_session(session)
        except SessionNotGranted as error:
            if error.status != 404:
                _log.warning("a session that is over was not ended yet: %s", error)
                return False
            return True
        _log.info("ended a session that is over")
        return True


def _giving_back(lease: str) -> Callable[[Counters], Awaitable[None]]:
    return lambda counters: counters.give_back(lease)


def _told_length(granted: Granted, wanted: Wanted) -> Granted:
    """The same, with how long it may be: the service says so to nobody."""
    return granted if wanted.seconds is None else granted.plus({LENGTH: wanted.seconds})


def _claim(caller: Caller, own: Allowance, rules: Rules, wanted: Wanted) -> Claim | None:
    """None: nothing of it is limited."""
    everybody = rules.limits.all
    counts_minutes = own.minutes_a_day or everybody.minutes_a_day
    claim = Claim(
        lease=new_name(),
        client=key_of(caller.name),
        seconds=wanted.seconds or (_UNSAID_SECONDS if counts_minutes else None),
        sessions=own.sessions,
        all_sessions=everybody.sessions,
        minutes=own.minutes_a_day,
        all_minutes=everybody.minutes_a_day,
    )
    return claim if claim.is_limited or claim.sessions or claim.all_sessions else None
