"""What a session is to be, as the broker's rules have it."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Wanted:
    """For the API: ``personaConfig`` and ``sessionOptions`` of section 1.1 of the protocol."""

    persona: dict[str, Any]
    session_options: dict[str, Any] = field(default_factory=dict)
