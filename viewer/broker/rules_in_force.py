"""The rules that hold now: read again when the broker is told to, whole or not at all."""

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from viewer.broker.rules import Rules
from viewer.broker.rules_file import read_rules, summary
from viewer.errors import UsageError

_log = logging.getLogger(__name__)

Check: TypeAlias = Callable[[Rules], None]
"""Raises UsageError where a part of the broker cannot go over to these rules while it runs."""


class RulesInForce:
    """Whoever goes by them asks for :attr:`rules` each time. Belongs to the broker's event loop.

    Args:
        file: where they were read; None: they never change.
    """

    def __init__(self, rules: Rules, file: Path | None = None) -> None:
        self.rules = rules
        self.file = file
        self._checks: list[Check] = []
        self._reading = asyncio.Lock()

    def check_with(self, check: Check) -> None:
        """Have ``check`` asked before other rules are taken over."""
        self._checks.append(check)

    async def reload(self) -> bool:
        """Take over what the file says by now. If that cannot be, the log says why, and nothing changes."""
        if self.file is None:
            return False
        async with self._reading:
            try:
                rules = await asyncio.to_thread(read_rules, self.file)
                for check in self._checks:
                    check(rules)
            except UsageError as error:
                _log.error("the new rules were not taken over, the old ones hold: %s", error.message)
                return False
            self.rules = rules
            _log.warning("new rules: %s", summary(rules))
            return True
