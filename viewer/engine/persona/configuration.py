"""What a request may ask of a session, as far as this engine acts on it (protocol/README.md section 1.1).

Fields that are not here change nothing, as do those of the service's own kind: IDs of stored tools, say.
"""

from typing import Any, Final, Literal, TypeAlias

from pydantic import Field, model_validator

from viewer.engine.cast.director_notes import DirectorNotes
from viewer.engine.cast.offered_tool import OfferedTool
from viewer.engine.cast.wanted import Wanted

REGION: Final = "local"

VideoQuality: TypeAlias = Literal["high", "auto"]
AvatarModel: TypeAlias = Literal["cara-3", "cara-4"]

_LANGUAGE_TAG: Final = r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"
# Whose rooms a session may be to take place in, by the beginning of the names in “environment”.
_FOREIGN_ROOMS: Final = {"livekit": "LiveKit", "agora": "Agora"}


class VoiceDetectionOptions(Wanted):
    """How soon a pause counts as the end of speech, and what comes of silence. 0 s switches that off."""

    end_of_speech_sensitivity: float | None = Field(default=None, ge=0, le=1)
    silence_before_skip_turn_seconds: float | None = Field(default=None, ge=0, le=900)
    silence_before_session_end_seconds: float | None = Field(default=None, ge=0, le=7200)
    silence_before_auto_end_turn_seconds: float | None = Field(default=None, ge=0.5, le=10)
    speech_enhancement_level: float | None = Field(default=None, ge=0, le=1)


class PersonaConfig(Wanted):
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


class SessionReplay(Wanted):
    """Whether the service keeps a recording. This engine keeps none, whatever is said here."""

    enable_session_replay: bool = True


class VoiceDetection(Wanted):
    """``sessionOptions.voiceDetection``: what a client may say of :class:`VoiceDetectionOptions`."""

    end_of_speech_sensitivity: float | None = Field(default=None, ge=0, le=1)


class SessionOptions(Wanted):
    """``sessionOptions``. Which sizes there are is the avatar model's affair."""

    video_quality: VideoQuality = "high"
    video_width: int | None = None
    video_height: int | None = None
    show_ai_avatar_disclosure: bool = Field(default=False, alias="showAIAvatarDisclosure")
    session_replay: SessionReplay = SessionReplay()
    region: str | None = None
    region_policy: Literal["preferred", "strict"] = "preferred"
    voice_detection: VoiceDetection = VoiceDetection()
    egress: Any = None

    @model_validator(mode="after")
    def _belongs_together(self) -> "SessionOptions":
        if (self.video_width is None) != (self.video_height is None):
            raise ValueError("videoWidth and videoHeight must be provided together")
        if self.region_policy == "strict" and not self.region:
            raise ValueError("regionPolicy strict needs a region")
        if self.region_policy == "strict" and self.region != REGION:
            raise ValueError(f"regionPolicy strict: this engine is in the region “{REGION}” only")
        if self.egress is not None:
            raise ValueError("egress: this engine sends to no other service's room")
        return self


class Environment(Wanted):
    """``environment``: where the service is to have the session."""

    @model_validator(mode="after")
    def _is_here(self) -> "Environment":
        for name in self.model_extra or {}:
            for beginning, room in _FOREIGN_ROOMS.items():
                if name.lower().startswith(beginning):
                    raise ValueError(f"environment: this engine has no sessions in {room} rooms")
        return self
