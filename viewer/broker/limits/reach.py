"""Counts in Redis where there is one, and decides what is done while it cannot be reached."""

import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from viewer.broker.limits.counters import Counters, CountersDown
from viewer.broker.limits.local import LocalCounters
from viewer.broker.limits.refusals import cannot_count
from viewer.broker.rules import LimitRules, Rules
from viewer.broker.rules_in_force import RulesInForce
from viewer.errors import UsageError

_log = logging.getLogger(__name__)

Result = TypeVar("Result")


class Reach:
    """The counters that count now. Belongs to the broker's event loop.

    ``problem`` says why they cannot be reached, in a sentence without secrets; "" if they can.
    """

    def __init__(self, rules: RulesInForce, local: LocalCounters, shared: Counters | None) -> None:
        self._rules = rules
        self._redis = rules.rules.limits.redis
        self._local = local
        self._shared = shared
        self.problem = ""
        rules.follow(self._check)

    async def look(self) -> None:
        """Find out whether the shared counters can be written; at the start, and while they could not."""
        if self._shared is None:
            return
        try:
            await self._shared.check()
        except CountersDown as down:
            self._is_down(down)
        else:
            if self.problem:
                _log.warning("Redis can be reached again: limits are counted together")
            self.problem = ""

    async def count(self, step: Callable[[Counters], Awaitable[Result]]) -> tuple[Counters, Result]:
        """Take ``step``, and with which counters.

        Raises:
            SessionNotGranted: 503, as the rules have it.
        """
        if self._shared is not None and not self.problem:
            try:
                return self._shared, await step(self._shared)
            except CountersDown as down:
                self._is_down(down)
        if self._shared is not None and self._limits.without_redis == "refuse":
            raise cannot_count()
        return self._local, await step(self._local)

    async def each(self, step: Callable[[Counters], Awaitable[Result]]) -> list[tuple[Counters, Result]]:
        """What ``step`` comes to with all counters that can be reached: a lease stays where it was taken."""
        results: list[tuple[Counters, Result]] = [(self._local, await step(self._local))]
        if self._shared is not None and not self.problem:
            try:
                results.append((self._shared, await step(self._shared)))
            except CountersDown as down:
                self._is_down(down)
        return results

    async def tell(self, counters: Counters, step: Callable[[Counters], Awaitable[Result]]) -> Result | None:
        """Take ``step`` with the ``counters`` that have the lease; None: they cannot be reached any more."""
        try:
            return await step(counters)
        except CountersDown as down:
            self._is_down(down)
            return None

    async def close(self) -> None:
        """Let go of connections."""
        if self._shared is not None:
            await self._shared.close()

    @property
    def _limits(self) -> LimitRules:
        return self._rules.rules.limits

    def _is_down(self, down: CountersDown) -> None:
        if not self.problem:
            instead = "refused" if self._limits.without_redis == "refuse" else "counted by this broker alone"
            _log.error("Redis cannot be reached (%s): until it can, requests are %s", down, instead)
        self.problem = f"Redis cannot be reached: {down}"

    async def _check(self, rules: Rules) -> None:
        if rules.limits.redis != self._redis:
            raise UsageError("table [limits], key redis: another Redis needs a restart of the broker.")


def shared_counters(limits: LimitRules) -> Counters | None:
    """Those of the Redis that ``limits`` name, if any."""
    if limits.redis is None:
        return None
    # Its libraries take a third of a second to load, and few need them.
    from viewer.broker.limits.shared import SharedCounters  # noqa: PLC0415

    return SharedCounters(str(limits.redis))
