"""How often the kiosk crashed, and whether it had better be careful. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

MOST: Final = 20
"""So many crashes are remembered."""
SAFE_SECONDS: Final = 3600.0
"""After so long in safe mode the kiosk begins anew, as usual."""


@dataclass(frozen=True, slots=True)
class Starts:
    """What is remembered from one start to the next. Times are Unix time in seconds.

    ``running``: the last start has not ended by itself, or not yet.
    """

    crashes: tuple[float, ...] = ()
    running: bool = False

    def begun(self, now: float, within: float) -> "Starts":
        """The kiosk starts; crashes count that are not longer ago than ``within`` seconds."""
        recent = [at for at in self.crashes if 0 <= now - at <= within]
        if self.running:
            recent.append(now)
        return Starts(tuple(recent[-MOST:]), running=True)

    def ended(self) -> "Starts":
        """It ends by itself."""
        return replace(self, running=False)

    def kept(self) -> dict[str, Any]:
        """For a file."""
        return {"crashes": list(self.crashes), "running": self.running}


def remembered(kept: Mapping[str, Any]) -> Starts:
    """What a file says, whatever that is."""
    crashes = kept.get("crashes")
    times = [at for at in crashes if isinstance(at, int | float)] if isinstance(crashes, list) else []
    return Starts(tuple(float(at) for at in times[-MOST:]), kept.get("running") is True)
