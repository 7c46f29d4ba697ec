"""``personaConfig`` and ``sessionOptions`` (protocol/README.md section 1.1): what a session is asked to be.

Whoever reads them checks types and ranges here. The local engine adds what it cannot do, the broker what its
own personas need.
"""

from collections.abc import Iterator
from typing import Any, Final, Literal, TypeAlias

from pydantic import BaseModel, Field, model_validator

from viewer.protocol.configuration.offered_tool import OfferedTool
from viewer.protocol.configuration.strict_model import StrictModel

VideoQuality: TypeAlias = Literal["high", "auto"]
AvatarModel: TypeAlias = Literal["cara-3", "cara-4"]
PresetStyle: TypeAlias = Literal["happy", "warm", "playful", "supportive", "sad", "angry", "distressed"]

_MAX_PROMPT: Final = 2000
_LANGUAGE_TAG: Final = r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"


class DirectorNotes(StrictModel):
    """A style, ready-made or in one's own words, and how much of it is to show."""

    preset_style: PresetStyle | None = None
    custom_style_prompt: str | None = Field(default=None, max_length=_MAX_PROMPT)
    expressivity: float = Field(default=1.0, ge=0, le=1)

    @model_validator(mode="after")
    def _one_style(self) -> "DirectorNotes":
        if self.preset_style is not None and self.custom_style_prompt is not None:
            raise ValueError("directorNotes takes presetStyle or customStylePrompt, not both")
        return self


class VoiceDetectionOptions(StrictModel):
    """How soon a pause counts as the end of speech, and what comes of silence. 0 s switches that off."""

    end_of_speech_sensitivity: float | None = Field(default=None, ge=0, le=1)
    silence_before_skip_turn_seconds: float | None = Field(default=None, ge=0, le=900)
    silence_before_session_end_seconds: float | None = Field(default=None, ge=0, le=7200)
    silence_before_auto_end_turn_seconds: float | None = Field(default=None, ge=0.5, le=10)
    speech_enhancement_level: float | None = Field(default=None, ge=0, le=1)


class PersonaConfig(StrictModel):
    """``personaConfig``."""

    persona_id: str | None = None
    name: str | None = Field(default=None, max_length=200)
    avatar_id: str | None = None
    avatar_model: AvatarModel | None = None
    voice_id: str | None = None
    llm_id: str | None = None
    system_prompt: str | None = None
    # A BCP 47 tag, by its form.
    language_code: str | None = Field(default=None, max_length=35, pattern=_LANGUAGE_TAG)
    max_session_length_seconds: int | None = Field(default=None, gt=0)
    skip_greeting: bool = False
    initial_message: str = ""
    uninterruptible_greeting: bool = False
    enable_audio_passthrough: bool = False
    director_notes: DirectorNotes = DirectorNotes()
    voice_detection_options: VoiceDetectionOptions = VoiceDetectionOptions()
    tools: list[OfferedTool] = Field(default_factory=list)
    tool_ids: list[str] = Field(default_factory=list)

    @model_validator(mode="after")
    def _belongs_together(self) -> "PersonaConfig":
        names = [tool.name for tool in self.tools]
        if len(set(names)) < len(names):
            raise ValueError("two of the tools have the same name")
        if self.avatar_model == "cara-3" and self.director_notes.model_fields_set:
            raise ValueError("directorNotes needs the avatarModel cara-4")
        return self


class SessionReplay(StrictModel):
    """Whether the service keeps a recording. Where nothing is said, it does."""

    enable_session_replay: bool = True


class VoiceDetection(StrictModel):
    """``sessionOptions.voiceDetection``: what a client may say of :class:`VoiceDetectionOptions`."""

    end_of_speech_sensitivity: float | None = Field(default=None, ge=0, le=1)


class SessionOptions(StrictModel):
    """``sessionOptions``. Which sizes there are is the avatar model's affair."""

    video_quality: VideoQuality = "high"
    video_width: int | None = None
    video_height: int | None = None
    show_ai_avatar_disclosure: bool = Field(default=False, alias="showAIAvatarDisclosure")
    session_replay: SessionReplay = SessionReplay()
    region: str | None = None
    region_policy: Literal["preferred", "strict"] = "preferred"
    voice_detection: VoiceDetection = VoiceDetection()

    @model_validator(mode="after")
    def _belongs_together(self) -> "SessionOptions":
        if (self.video_width is None) != (self.video_height is None):
            raise ValueError("videoWidth and videoHeight must be provided together")
        if self.region_policy == "strict" and not self.region:
            raise ValueError("regionPolicy strict needs a region")
        return self


def unknown_fields(model: BaseModel) -> Iterator[tuple[str, ...]]:
    """Where ``model`` says what section 1.1 does not know. A tool may: there are more kinds than ours."""
    yield from ((name,) for name in model.model_extra or {})
    for name, field in type(model).model_fields.items():
        part: Any = getattr(model, name)
        if isinstance(part, BaseModel):
            yield from ((field.alias or name, *rest) for rest in unknown_fields(part))
