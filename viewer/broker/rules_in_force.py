"""The rules that hold now: read again when the broker is told to, whole or not at all."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeAlias

from viewer.broker.rules import Rules
from viewer.broker.rules_file import read_rules, summary
from viewer.errors import UsageError

_log = logging.getLogger(__name__)

Change: TypeAlias = Callable[[], Awaitable[None]]
"""Goes over to rules that a part of the broker has made itself ready for."""
Part: TypeAlias = Callable[[Rules], Awaitable[Change | None]]
"""Makes a part ready for other rules. Raises UsageError where it cannot go over to them while it runs."""


class RulesInForce:
    """Whoever goes by them asks for :attr:`rules` each time. Belongs to the broker's event loop.

    Args:
        file: where they were read; None: they never change.
    """

    def __init__(self, rules: Rules, file: Path | None = None) -> None:
        self.rules = rules
        self.file = file
        self._parts: list[Part] = []
        self._reading = asyncio.Lock()

    def follow(self, part: Part) -> None:
        """Have ``part`` asked before other rules are taken over, and told when they are."""
        self._parts.append(part)

    async def reload(self) -> bool:
        """Take over what the file says by now. If that cannot be, the log says why, and nothing changes."""
        if self.file is None:
            return False
        async with self._reading:
            try:
                rules = await asyncio.to_thread(read_rules, self.file)
                changes = [await part(rules) for part in self._parts]
            except UsageError as error:
                _log.error("the new rules were not taken over, the old ones hold: %s", error.message)
                return False
            self.rules = rules
            for change in filter(None, changes):
                await change()
            _log.warning("new rules: %s", summary(rules))
            return True
