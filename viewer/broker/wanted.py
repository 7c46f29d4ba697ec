"""What a session is to be, as the broker's rules have it."""

from dataclasses import dataclass, field, replace
from typing import Any, Final

from viewer.broker.caller import Caller
from viewer.broker.refusal import SessionNotGranted, refused
from viewer.broker.rules import PersonaRules, Rules

LENGTH: Final = "maxSessionLengthSeconds"


@dataclass(frozen=True, slots=True)
class Wanted:
    """For the API: ``personaConfig`` and ``sessionOptions`` of section 1.1 of the protocol."""

    persona: dict[str, Any]
    session_options: dict[str, Any] = field(default_factory=dict)
    is_bound: bool = False
    """Whether rules bind it: then nobody gets its token, with which sessions can be started past them."""

    @property
    def seconds(self) -> int | None:
        """How long the session may be; None: as the service has it."""
        seconds: int | None = self.persona.get(LENGTH)
        return seconds

    def at_most(self, seconds: int | None) -> "Wanted":
        """The same, ended by the service after ``seconds``, if not before."""
        if seconds is None or (self.seconds is not None and self.seconds <= seconds):
            return self
        return replace(self, persona=self.persona | {LENGTH: seconds})


def wanted_by(rules: Rules, caller: Caller, asked: str) -> Wanted:
    """The session that ``caller`` gets who asks for the persona ``asked``, by its alias or ID.

    Raises:
        SessionNotGranted: 404, be it that there is none or that the caller may not know of it.
    """
    config: dict[str, Any]
    persona = _listed(rules, caller, asked)
    if persona is None:
        if not rules.any_persona or not caller.may_have(asked):
            raise no_such_persona()
        config, given = {"personaId": asked}, {}
    else:
        config = {"personaId": persona.id} if persona.config is None else persona.config
        given = persona.session_options
    replay = {"enableSessionReplay": False} | given.get("sessionReplay", {})
    options = given | {"sessionReplay": replay}
    return Wanted(config, options, _is_bound(rules, caller)).at_most(rules.limits.session_seconds)


def no_such_persona() -> SessionNotGranted:
    """The broker knows none of this name, or does not tell this client."""
    return refused(
        404,
        "no-such-persona",
        "The broker has no such persona for this client.",
        "Check the persona ID, or ask the broker's operator.",
    )


def _is_bound(rules: Rules, caller: Caller) -> bool:
    limits = rules.limits
    return (
        not rules.any_persona
        or caller.personas is not None
        or any(persona.config is not None for persona in rules.personas)
        or limits.session_seconds is not None
        or any(allowance.is_limited for allowance in (limits.all, limits.client, caller.allowance))
    )


def _listed(rules: Rules, caller: Caller, asked: str) -> PersonaRules | None:
    """That of this alias, or else the first of this ID, of those that the caller may have."""
    named = [persona for persona in rules.personas if asked in (persona.alias, persona.id)]
    named.sort(key=lambda persona: persona.alias != asked)
    allowed = [persona for persona in named if caller.may_have(persona.alias, persona.id)]
    return allowed[0] if allowed else None
