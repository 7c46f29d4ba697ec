"""The personas this engine has, and what a request may ask of them (protocol/README.md section 1.1)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, TypeAlias

from pydantic import Field, JsonValue, ValidationError, model_validator

from viewer.engine.cast.characters import CHARACTERS, JOE, VOICES, Character, primary_language
from viewer.engine.cast.director_notes import DirectorNotes
from viewer.engine.cast.scenarios import SCENARIO_PREFIX, SCENARIOS, WELL_BEHAVED, Scenario
from viewer.engine.hearing.ear import DEFAULT_SENSITIVITY
from viewer.protocol.api import WireModel
from viewer.protocol.codec import first_fault

THINKER: Final = "thinker"
CLOCK: Final = "clock"
BUSY_CLOCK: Final = "clock-busy"
CLOCKS: Final = frozenset({CLOCK, BUSY_CLOCK})

# By ID. The clocks are for measuring: colour bars, a clock that
# machines read, a flash and a beep each second.
PERSONAS: Final[Mapping[str, str]] = {
    **{persona_id: character.name for persona_id, character in CHARACTERS.items()},
    THINKER: "Joe, who thinks before he answers and tells what",
    CLOCK: "Clock",
    BUSY_CLOCK: "Clock with a busy texture",
}

DEFAULT_SIZE: Final = JOE.size
_MIN_SIDE: Final = 128
_MAX_SIDE: Final = 1920
# One core encodes no more than that at 25 pictures a second.
_MAX_PIXELS: Final = 1920 * 1080

_NO_NOTES: Final = DirectorNotes()
_LANGUAGE_TAG: Final = r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"
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
    # A BCP 47 tag, by its form.
    language_code: str | None = Field(default=None, max_length=35, pattern=_LANGUAGE_TAG)
    max_session_length_seconds: int | None = Field(default=None, gt=0)
    skip_greeting: bool | None = None
    enable_audio_passthrough: bool | None = None
    director_notes: DirectorNotes | None = None


class SessionReplay(WireModel):
    """Whether the service keeps a recording. This engine keeps none, whatever is said here."""

    enable_session_replay: bool | None = Field(default=None, strict=True)


class VoiceDetection(WireModel):
    """``sessionOptions.voiceDetection``: how soon a pause of the user counts as the end."""

    end_of_speech_sensitivity: float = Field(default=DEFAULT_SENSITIVITY, ge=0, le=1)


class SessionOptions(WireModel):
    """``sessionOptions``, as far as this engine acts on them."""

    video_quality: VideoQuality = "high"
    video_width: int | None = Field(default=None, ge=_MIN_SIDE, le=_MAX_SIDE)
    video_height: int | None = Field(default=None, ge=_MIN_SIDE, le=_MAX_SIDE)
    show_ai_avatar_disclosure: bool | None = Field(default=None, strict=True, alias="showAIAvatarDisclosure")
    session_replay: SessionReplay | None = None
    region: str | None = None
    voice_detection: VoiceDetection = VoiceDetection()
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

    ``answers`` is False where the client brings the words; ``size`` is width and height of the pictures, and
    ``discloses`` that they say whose they are; ``max_seconds`` is None where a session may last for ever.
    ``llm_id`` may name a brain of this engine, and ``system_prompt`` says who the persona is to be.
    """

    persona_id: str
    character: Character = JOE
    name: str = JOE.name
    greets: bool = True
    answers: bool = True
    has_utterances: bool = True
    size: tuple[int, int] = DEFAULT_SIZE
    quality: VideoQuality = "high"
    max_seconds: int | None = None
    notes: DirectorNotes = _NO_NOTES
    discloses: bool = False
    llm_id: str | None = None
    system_prompt: str | None = None
    end_of_speech_sensitivity: float = DEFAULT_SENSITIVITY

    @property
    def scenario(self) -> Scenario:
        """What goes wrong with it."""
        return _BY_PERSONA.get(self.persona_id, WELL_BEHAVED)


_BY_PERSONA: Final = {f"{SCENARIO_PREFIX}{name}": scenario for name, scenario in SCENARIOS.items()}
_EPHEMERAL: Final = ("name", "avatar_id", "voice_id", "language_code", "system_prompt")


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
        persona_id = "joe"
        character = ephemeral_character(wanted)
    elif not isinstance(persona_id, str) or persona_id not in {*PERSONAS, *_BY_PERSONA}:
        known = ", ".join(PERSONAS)
        raise BadPersonaConfig(f"Unknown persona; this engine has: {known}")
    else:
        character = CHARACTERS.get(persona_id, JOE)
    scenario = _BY_PERSONA.get(persona_id, WELL_BEHAVED)
    passthrough = wanted.enable_audio_passthrough is True
    length = scenario.max_seconds or wanted.max_session_length_seconds
    return PersonaChoice(
        persona_id,
        character,
        name=wanted.name or character.name,
        greets=not (wanted.skip_greeting or passthrough or persona_id in CLOCKS),
        answers=not passthrough and wanted.llm_id != _NO_MIND,
        has_utterances=wanted.avatar_model != "cara-3",
        size=_even(session.video_width, session.video_height) or character.size,
        quality=session.video_quality,
        max_seconds=length,
        notes=wanted.director_notes or _NO_NOTES,
        discloses=session.show_ai_avatar_disclosure is True,
        llm_id=wanted.llm_id,
        system_prompt=wanted.system_prompt,
        end_of_speech_sensitivity=session.voice_detection.end_of_speech_sensitivity,
    )


def ephemeral_character(wanted: PersonaConfig) -> Character:
    """Who plays an ephemeral persona: the voice of that ID, else of that language, else Joe's; and the
    drawing of that ID, else the one that the voice belongs to.

    The service's own IDs are none of ours, and there are more languages than voices.
    """
    voice_id = wanted.voice_id if wanted.voice_id in VOICES else None
    language = primary_language(wanted.language_code or "")
    if voice_id is None:
        voice_id = next(
            (voice for voice, tag in VOICES.items() if primary_language(tag) == language), JOE.voice_id
        )
    everyone = CHARACTERS.values()
    drawn = [character for character in everyone if character.avatar_id == wanted.avatar_id]
    heard = [character for character in everyone if character.voice_id == voice_id]
    tag = VOICES[voice_id]
    spoken = wanted.language_code if wanted.language_code and primary_language(tag) == language else tag
    return replace([*drawn, *heard, JOE][0], voice_id=voice_id, language=spoken)


def _even(width: int | None, height: int | None) -> tuple[int, int] | None:
    # The codecs halve the colours' planes.
    return None if width is None or height is None else (width // 2 * 2, height // 2 * 2)


def _sentence(error: ValidationError) -> str:
    fault = error.errors(include_input=False, include_url=False)[0]
    if fault["type"] == "value_error":
        return fault["msg"].removeprefix("Value error, ")
    return f"personaConfig or sessionOptions: {first_fault(error)}"
