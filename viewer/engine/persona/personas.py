"""The personas this engine has, and what a request may ask of them (protocol/README.md section 1.1)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from viewer.engine.cast.characters import CHARACTERS, JOE, VOICES, Character, primary_language
from viewer.engine.cast.director_notes import DirectorNotes
from viewer.engine.cast.scenarios import SCENARIO_PREFIX, SCENARIOS, WELL_BEHAVED, Scenario
from viewer.engine.hearing.ear import DEFAULT_SENSITIVITY
from viewer.engine.persona.configuration import Environment, PersonaConfig, SessionOptions
from viewer.protocol.configuration.offered_tool import OfferedTool
from viewer.protocol.configuration.persona_config import AvatarModel, VideoQuality, VoiceDetectionOptions
from viewer.protocol.configuration.strict_model import StrictModel

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
SIZES: Final[Mapping[AvatarModel, tuple[tuple[int, int], ...]]] = {
    "cara-3": ((720, 480),),
    "cara-4": ((1152, 768), (768, 1152)),
}
"""Width and height of the pictures that each avatar model has, the usual one first."""

_NO_NOTES: Final = DirectorNotes()
_USUAL_DETECTION: Final = VoiceDetectionOptions()
_NO_MIND: Final = "CUSTOMER_CLIENT_V1"

Asked = TypeVar("Asked", bound=StrictModel)


class BadPersonaConfig(ValueError):
    """Something that this engine does not take. The text is for the user."""


class UnknownPersona(BadPersonaConfig):
    """Not a persona of this engine."""


@dataclass(frozen=True, slots=True)
class PersonaChoice:
    """A persona and how a session with it goes.

    ``answers`` is False where the client brings the words; ``size`` is width and height of the pictures, and
    ``discloses`` that they say whose they are; ``max_seconds`` is None where a session may last for ever.
    ``llm_id`` may name a brain of this engine, and ``system_prompt`` says who the persona is to be.
    ``initial_message`` is what it opens with, where that is not its own greeting. ``voice_detection`` is what
    was asked for; of sensitivities, ``end_of_speech_sensitivity`` counts.
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
    voice_detection: VoiceDetectionOptions = _USUAL_DETECTION
    initial_message: str = ""
    interruptible_greeting: bool = True
    tools: tuple[OfferedTool, ...] = ()

    @property
    def scenario(self) -> Scenario:
        """What goes wrong with it."""
        return _BY_PERSONA.get(self.persona_id, WELL_BEHAVED)


_BY_PERSONA: Final = {f"{SCENARIO_PREFIX}{name}": scenario for name, scenario in SCENARIOS.items()}
_EPHEMERAL: Final = ("name", "avatar_id", "voice_id", "language_code", "system_prompt")


def choose(
    config: dict[str, Any], options: dict[str, Any] | None = None, environment: Any = None
) -> PersonaChoice:
    """The persona that a ``personaConfig`` means, in a session with ``sessionOptions``.

    Raises:
        UnknownPersona
        BadPersonaConfig: no persona, a field that is wrong, or something that this engine does not play.
    """
    wanted = _checked(PersonaConfig, "personaConfig", config)
    session = _checked(SessionOptions, "sessionOptions", options or {})
    _checked(Environment, "environment", {} if environment is None else environment)
    persona_id, character = _who(wanted)
    scenario = _BY_PERSONA.get(persona_id, WELL_BEHAVED)
    passthrough = wanted.enable_audio_passthrough
    sensitivity = (
        wanted.voice_detection_options.end_of_speech_sensitivity,
        session.voice_detection.end_of_speech_sensitivity,
        DEFAULT_SENSITIVITY,
    )
    return PersonaChoice(
        persona_id,
        character,
        name=wanted.name or character.name,
        greets=not (wanted.skip_greeting or passthrough or persona_id in CLOCKS),
        answers=not passthrough and wanted.llm_id != _NO_MIND,
        has_utterances=wanted.avatar_model != "cara-3",
        size=_size(wanted.avatar_model, character, session),
        quality=session.video_quality,
        max_seconds=scenario.max_seconds or wanted.max_session_length_seconds,
        notes=wanted.director_notes,
        discloses=session.show_ai_avatar_disclosure,
        llm_id=wanted.llm_id,
        system_prompt=wanted.system_prompt,
        end_of_speech_sensitivity=next(each for each in sensitivity if each is not None),
        voice_detection=wanted.voice_detection_options,
        initial_message=wanted.initial_message.strip(),
        interruptible_greeting=not wanted.uninterruptible_greeting,
        tools=tuple(wanted.tools),
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


def _checked(model: type[Asked], name: str, data: Any) -> Asked:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise BadPersonaConfig(_sentence(name, error)) from None


def _who(wanted: PersonaConfig) -> tuple[str, Character]:
    """The persona's ID, and who plays it."""
    persona_id = wanted.persona_id
    if persona_id is None:
        if not any(getattr(wanted, field) for field in _EPHEMERAL):
            raise BadPersonaConfig("personaConfig needs a personaId, or a name and avatarId")
        return "joe", ephemeral_character(wanted)
    if persona_id not in {*PERSONAS, *_BY_PERSONA}:
        raise UnknownPersona(f"Unknown persona; this engine has: {', '.join(PERSONAS)}")
    return persona_id, CHARACTERS.get(persona_id, JOE)


def _size(model: AvatarModel | None, character: Character, session: SessionOptions) -> tuple[int, int]:
    """Width and height of the pictures: what was asked for, never something near to it."""
    own = character.size
    if model is None:
        there_are = tuple(dict.fromkeys([own, *(size for sizes in SIZES.values() for size in sizes)]))
    else:
        is_tall = own[0] < own[1]
        # The one in the shape that the character is made for comes first.
        there_are = tuple(sorted(SIZES[model], key=lambda size: (size[0] < size[1]) != is_tall))
    if session.video_width is None or session.video_height is None:
        return there_are[0]
    if (session.video_width, session.video_height) not in there_are:
        known = ", ".join(f"{width}×{height}" for width, height in there_are)
        raise BadPersonaConfig(f"videoWidth and videoHeight have to be one of {known}")
    return session.video_width, session.video_height


def _sentence(name: str, error: ValidationError) -> str:
    fault = error.errors(include_input=False, include_url=False)[0]
    said = fault["msg"].removeprefix("Value error, ")
    if fault["type"] == "value_error" and not fault["loc"]:
        return said
    return f"{'.'.join(map(str, (name, *fault['loc'])))}: {said}"
