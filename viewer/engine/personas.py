"""The personas this engine has, and what a request may ask of them (PROTOCOL.md section 1.1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from pydantic import Field, JsonValue, ValidationError, model_validator

from viewer.engine.scenarios import SCENARIO_PREFIX, SCENARIOS
from viewer.protocol.api import WireModel
from viewer.protocol.codec import first_fault

JOE: Final = "joe"
THINKER: Final = "thinker"
CLOCK: Final = "clock"
BUSY_CLOCK: Final = "clock-busy"
CLOCKS: Final = frozenset({CLOCK, BUSY_CLOCK})

# By ID. Joe is the one drawn persona, and ephemeral configurations are shown as him; the clocks are for
# measuring: colour bars, a clock that machines read, a flash and a beep each second.
PERSONAS: Final[Mapping[str, str]] = {
    JOE: "Joe",
    THINKER: "Joe, who thinks before he answers and tells what",
    CLOCK: "Clock",
    BUSY_CLOCK: "Clock with a busy texture",
}

DEFAULT_SIZE: Final = (720, 480)
_MIN_SIDE: Final = 128
_MAX_SIDE: Final = 1920
# One core encodes no more than that at 25 pictures a second.
_MAX_PIXELS: Final = 1920 * 1080

_NO_MIND: Final = "CUSTOMER_CLIENT_V1"

VideoQuality: TypeAlias = Literal["high", "auto"]


class BadPersonaConfig(ValueError):
    """Not a persona of this engine, or options it does not take. The text is for the user."""


class PersonaConfig(WireModel):
    """``personaConfig``, as far as this engine acts on it. Unknown fields change nothing."""

    persona_id: JsonValue = None
    name: str | None = Field(default=None, max_length=200)
    avatar_id: str | None = None
    avatar_model: str | None = None
    voice_id: str | None = None
    llm_id: str | None = None
    system_prompt: str | None = None
    language_code: str | None = None
    max_session_length_seconds: int | None = Field(default=None, gt=0)
    skip_greeting: bool | None = None
    enable_audio_passthrough: bool | None = None


class SessionOptions(WireModel):
    """``sessionOptions``, as far as this engine acts on them."""

    video_quality: VideoQuality = "high"
    video_width: int | None = Field(default=None, ge=_MIN_SIDE, le=_MAX_SIDE)
    video_height: int | None = Field(default=None, ge=_MIN_SIDE, le=_MAX_SIDE)
    region: str | None = None
    region_policy: Literal["preferred", "strict"] | None = None

    @model_validator(mode="after")
    def _belongs_together(self) -> "SessionOptions":
        if (self.video_width is None) != (self.video_height is None):
            raise ValueError("videoWidth and videoHeight must be provided together")
        if (self.video_width or 0) * (self.video_height or 0) > _MAX_PIXELS:
            raise ValueError(f"videoWidth × videoHeight must not exceed {_MAX_PIXELS} pixels")
        if self.region_policy == "strict" and not self.region:
            raise ValueError("regionPolicy strict needs a region")
        return self


@dataclass(frozen=True, slots=True)
class PersonaChoice:
    """A persona and how a session with it goes.

    ``answers`` is False where the client brings the mind; ``size`` is width and height of the pictures;
    ``max_seconds`` is None where a session may last for ever.
    """

    persona_id: str
    name: str = "Joe"
    greets: bool = True
    answers: bool = True
    has_utterances: bool = True
    size: tuple[int, int] = DEFAULT_SIZE
    quality: VideoQuality = "high"
    max_seconds: int | None = None

    @property
    def scenario(self) -> str | None:
        """The scenario that it plays, by name."""
        return self.persona_id.removeprefix(SCENARIO_PREFIX) if self.persona_id in _SCENARIO_IDS else None


_SCENARIO_IDS: Final = frozenset(f"{SCENARIO_PREFIX}{name}" for name in SCENARIOS)
_EPHEMERAL: Final = ("name", "avatar_id", "voice_id", "system_prompt")


def choose(config: dict[str, Any], options: dict[str, Any] | None = None) -> PersonaChoice:
    """The persona that a ``personaConfig`` means, in a session with ``sessionOptions``.

    Raises:
        BadPersonaConfig: an unknown or no persona, or a field that is wrong.
    """
    try:
        wanted = PersonaConfig.model_validate(config)
        session = SessionOptions.model_validate(options or {})
    except ValidationError as error:
        raise BadPersonaConfig(_sentence(error)) from None
    persona_id = wanted.persona_id
    if persona_id is None:
        if not any(getattr(wanted, field) for field in _EPHEMERAL):
            raise BadPersonaConfig("personaConfig needs a personaId, or a name and avatarId")
        persona_id = JOE
    elif not isinstance(persona_id, str) or persona_id not in {*PERSONAS, *_SCENARIO_IDS}:
        known = ", ".join(PERSONAS)
        raise BadPersonaConfig(f"Unknown persona; this engine has: {known}")
    scenario = SCENARIOS.get(persona_id.removeprefix(SCENARIO_PREFIX))
    passthrough = wanted.enable_audio_passthrough is True
    length = scenario.max_seconds if scenario and scenario.max_seconds else wanted.max_session_length_seconds
    return PersonaChoice(
        persona_id,
        name=wanted.name or "Joe",
        greets=not (wanted.skip_greeting or passthrough or persona_id in CLOCKS),
        answers=not passthrough and wanted.llm_id != _NO_MIND,
        has_utterances=wanted.avatar_model != "cara-3",
        size=_even(session.video_width, session.video_height),
        quality=session.video_quality,
        max_seconds=length,
    )


def _even(width: int | None, height: int | None) -> tuple[int, int]:
    # The codecs halve the colours' planes.
    return DEFAULT_SIZE if width is None or height is None else (width // 2 * 2, height // 2 * 2)


def _sentence(error: ValidationError) -> str:
    fault = error.errors(include_input=False, include_url=False)[0]
    if fault["type"] == "value_error":
        return fault["msg"].removeprefix("Value error, ")
    return f"personaConfig or sessionOptions: {first_fault(error)}"
