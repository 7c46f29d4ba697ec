"""The personas this engine has, and what a request may ask of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

CLOCK: Final = "clock"
BUSY_CLOCK: Final = "clock-busy"
CLOCKS: Final = frozenset({CLOCK, BUSY_CLOCK})

# By ID. Joe is the one drawn persona, and ephemeral configurations are shown as him; the clocks are for
# measuring: colour bars, a clock that machines read, a flash and a beep each second.
PERSONAS: Final[Mapping[str, str]] = {"joe": "Joe", CLOCK: "Clock", BUSY_CLOCK: "Clock with a busy texture"}
_EPHEMERAL_FIELDS: Final = ("name", "avatarId", "voiceId", "systemPrompt")


class BadPersonaConfig(ValueError):
    """Not a persona of this engine. The text is for the user."""


@dataclass(frozen=True, slots=True)
class PersonaChoice:
    """A persona and how a session with it begins."""

    persona_id: str
    greets: bool


def choose(config: dict[str, Any]) -> PersonaChoice:
    """The persona that a ``personaConfig`` means (PROTOCOL.md section 1.1).

    Raises:
        BadPersonaConfig: an unknown or no persona.
    """
    persona_id = config.get("personaId")
    greets = config.get("skipGreeting") is not True
    if persona_id is None:
        if not any(isinstance(config.get(field), str) for field in _EPHEMERAL_FIELDS):
            raise BadPersonaConfig("personaConfig needs a personaId, or a name and avatarId")
        return PersonaChoice("joe", greets)
    if not isinstance(persona_id, str) or persona_id not in PERSONAS:
        known = ", ".join(PERSONAS)
        raise BadPersonaConfig(f"Unknown persona; this engine has: {known}")
    return PersonaChoice(persona_id, greets and persona_id not in CLOCKS)
