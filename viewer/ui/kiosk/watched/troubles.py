"""Which troubles are told to somebody, each once, and not again before a while. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

FIRST_SECONDS: Final = 600.0
LONGEST_SECONDS: Final = 86_400.0
"""A trouble that comes and goes is told after waits that double up to that."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """``kind``: as no-network; ``message``: a sentence."""

    kind: str
    message: str


@dataclass(slots=True)
class Troubles:
    """``now`` is any monotonic clock in seconds."""

    _told: set[str] = field(default_factory=set)
    _told_at: dict[str, float] = field(default_factory=dict)
    _wait: dict[str, float] = field(default_factory=dict)

    def look(self, present: Mapping[str, str], now: float) -> list[Trouble]:
        """Those of all that are ``present``, each with its sentence, that are to be told now."""
        new = []
        for kind, message in present.items():
            if kind in self._told or not self._may_tell(kind, now):
                continue
            self._told.add(kind)
            self._told_at[kind] = now
            new.append(Trouble(kind, message))
        self._told &= present.keys()
        return new

    def _may_tell(self, kind: str, now: float) -> bool:
        if kind not in self._told_at:
            self._wait[kind] = FIRST_SECONDS
            return True
        passed = now - self._told_at[kind]
        if passed < self._wait[kind]:
            return False
        # What kept quiet for long is a new trouble.
        is_new = passed >= LONGEST_SECONDS
        self._wait[kind] = FIRST_SECONDS if is_new else min(2 * self._wait[kind], LONGEST_SECONDS)
        return True
