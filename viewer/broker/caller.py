"""Who asks the broker for something, once that is known."""

from dataclasses import dataclass, field

from viewer.broker.rules import Allowance


@dataclass(frozen=True, slots=True)
class Caller:
    """A client that may ask. ``name`` is for limits and logs, and no secret."""

    name: str
    address: str = ""
    """Where it asks from, as far as trusted proxies tell it; "" if unknown."""
    personas: frozenset[str] | None = None
    """The only ones it may have, by alias or ID; None: all of the broker's."""
    allowance: Allowance = field(default_factory=Allowance)
    """Its own limits, besides those of every client. The smaller counts."""
    until: float | None = None
    """Unix time at which its token ends, where the token itself does not say so; None: never."""

    def may_have(self, *names: str | None) -> bool:
        """Whether it may have the persona that goes by ``names``."""
        return self.personas is None or not self.personas.isdisjoint(names)

    def __str__(self) -> str:
        return self.name if self.name == self.address else f"{self.name} ({self.address})"
