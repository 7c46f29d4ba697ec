"""Who of the two sides talks. Pure."""

from dataclasses import dataclass, field
from typing import Final

from viewer.ui.kiosk.happenings import Side

TURN_SECONDS: Final = 120.0
"""Whoever talks for so long without any sign of it is not talking: an end got lost, or a television is on."""


@dataclass(slots=True)
class Turns:
    """Who talks, and since when nobody does."""

    signs: dict[Side, float] = field(default_factory=dict)
    """Of each side that talks, when that was last noticed."""
    quiet_since: float = 0.0

    def goes_on(self, now: float) -> bool:
        """Whether either side talks."""
        for side in [side for side, sign in self.signs.items() if now >= sign + TURN_SECONDS]:
            self.quiet_since = max(self.quiet_since, self.signs.pop(side) + TURN_SECONDS)
        return bool(self.signs)

    def begins(self, side: Side, now: float) -> None:
        self.signs[side] = now

    def noticed(self, side: Side, now: float) -> None:
        """Words of ``side`` came: if it talks, it still does."""
        if side in self.signs:
            self.signs[side] = now
        elif not self.signs:
            self.quiet_since = now

    def ends(self, side: Side, now: float) -> None:
        if self.signs.pop(side, None) is not None and not self.signs:
            self.quiet_since = now

    def stops(self, now: float) -> None:
        """Whatever was said is no more."""
        self.signs.clear()
        self.quiet_since = now

    @property
    def given_up_at(self) -> float:
        """When who talks now is not believed to talk any more."""
        return min(self.signs.values()) + TURN_SECONDS
