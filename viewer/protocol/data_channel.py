"""The messages of the data channel ``session`` (protocol/README.md section 6): one codec for both ends.

Both directions are frozen models; ``encode`` writes either, ``decode_from_engine`` and
``decode_from_client`` read one. Unknown types decode to None, as the rule is to ignore them.
"""

import json
from typing import Annotated, Any, Final, Literal, TypeAlias

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, JsonValue, model_validator

from viewer.protocol.codec import Model, Name, load_object, validated, without_nulls
from viewer.protocol.transcript import Role

LABEL: Final = "session"
CueTag = Literal[
    "happy",
    "warm",
    "playful",
    "laughter",
    "curious",
    "supportive",
    "concerned",
    "sad",
    "surprised",
    "angry",
    "distressed",
]


class _Message(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, allow_inf_nan=False)

    @model_validator(mode="before")
    @classmethod
    def _null_is_missing(cls, data: Any) -> Any:
        return without_nulls(data)


def _role(role: Any) -> Any:
    # The official clients take every role but “user” for the persona.
    return "user" if isinstance(role, str) and role.lower() == "user" else "persona"


class SpeechText(_Message):
    """A chunk of what the user or the persona says. Chunks of one role and ``message_id`` are one message."""

    message_id: Name
    role: Annotated[Role, BeforeValidator(_role)]
    content: str = ""
    content_index: int = 0
    end_of_speech: bool = False
    interrupted: bool = False
    timestamp: str | None = None
    cue_tag: Name | None = None
    utterance_id: Name | None = None
    user_action_correlation_id: Name | None = Field(
        default=None, validation_alias=AliasChoices("user_action_correlation_id", "correlationId")
    )


class ReasoningText(_Message):
    """A chunk of what the persona thinks. Chunks of one role and ``message_id`` are one thought."""

    message_id: Name
    role: Annotated[Role, BeforeValidator(_role)] = "persona"
    content: str = ""
    content_index: int = 0
    end_of_thought: bool = False


class UserSpeechStarted(_Message):
    """The engine hears the user begin to speak."""

    user_action_correlation_id: str | None = None


class UserSpeechEnded(_Message):
    """The engine hears the user stop."""

    user_action_correlation_id: str | None = None


class _ToolCall(_Message):
    """What the reports on a tool call have in common. What goes back with a result is kept as it came."""

    event_uid: str = ""
    session_id: str
    tool_call_id: Name
    tool_name: Name
    tool_type: Name
    tool_subtype: Name | None = None
    arguments: JsonValue = None
    timestamp: JsonValue = None
    timestamp_user_action: JsonValue = None
    user_action_correlation_id: JsonValue = None
    used_outside_engine: bool | None = None


class ToolCallStarted(_ToolCall):
    """The persona calls a tool. One of ``tool_type`` ``client`` awaits a :class:`ToolResult`."""


class ToolCallCompleted(_ToolCall):
    """A tool call ended with ``result``."""

    result: JsonValue = None
    documents_accessed: JsonValue = None


class ToolCallFailed(_ToolCall):
    """A tool call ended with an error."""

    error_message: str = ""


class ClientToolEvent(_Message):
    """A client tool called by an older engine, which awaits no result."""

    event_uid: str = ""
    session_id: str
    event_name: Name
    event_data: JsonValue = None
    timestamp: JsonValue = None
    timestamp_user_action: JsonValue = None
    user_action_correlation_id: JsonValue = None


class DirectorNoteCueApplied(_Message):
    """The persona's expression follows a cue now. ``cue_tag`` may be one that is unknown here."""

    session_id: str = ""
    cue_tag: Name
    user_action_correlation_id: JsonValue = None
    timestamp_user_action: JsonValue = None


class FieldChange(_Message):
    """A field of the persona's configuration before and after an update; None: not told."""

    before: JsonValue = None
    after: JsonValue = None


class PersonaConfigUpdateApplied(_Message):
    """The persona's configuration changed during the session."""

    session_id: str = ""
    changed_fields: dict[str, FieldChange] = Field(default_factory=dict)


ToolCallReport: TypeAlias = ToolCallStarted | ToolCallCompleted | ToolCallFailed
EngineMessage: TypeAlias = (
    SpeechText
    | ReasoningText
    | UserSpeechStarted
    | UserSpeechEnded
    | ToolCallReport
    | ClientToolEvent
    | DirectorNoteCueApplied
    | PersonaConfigUpdateApplied
)

_FROM_ENGINE: Final[dict[str, type[EngineMessage]]] = {
    "speechText": SpeechText,
    "reasoningText": ReasoningText,
    "userSpeechStarted": UserSpeechStarted,
    "userSpeechEnded": UserSpeechEnded,
    "toolCallStarted": ToolCallStarted,
    "toolCallCompleted": ToolCallCompleted,
    "toolCallFailed": ToolCallFailed,
    "clientToolEvent": ClientToolEvent,
    "directorNoteCueApplied": DirectorNoteCueApplied,
    "personaConfigUpdateApplied": PersonaConfigUpdateApplied,
}
_NAMES: Final[dict[type[BaseModel], str]] = {model: name for name, model in _FROM_ENGINE.items()}


class UserText(_Message):
    """The user's typed text. ``timestamp`` is ISO 8601 without zone."""

    message_type: Literal["speech"] = "speech"
    content: str
    session_id: str
    timestamp: str = ""


class Interrupt(_Message):
    """The user cuts the persona's speech off. ``timestamp`` is ISO 8601."""

    message_type: Literal["interrupt"] = "interrupt"
    session_id: str
    timestamp: str = ""


class Context(_Message):
    """What the persona is to know without answering to it."""

    message_type: Literal["context"] = "context"
    session_id: str
    content: str


class ToolResult(_Message):
    """The answer to a ``client`` tool call: a result, an error, or neither if there is nothing to say."""

    message_type: Literal["tool_result"] = "tool_result"
    session_id: str
    tool_call_id: str
    user_action_correlation_id: JsonValue = None
    timestamp_user_action: JsonValue = None
    result: JsonValue = None
    error: str | None = None


class Cue(_Message):
    """How the persona is to look."""

    tag: CueTag


class DirectorNoteCue(_Message):
    """A director's cue: at once, ``in_seconds`` from now, or ``at_seconds`` of the persona's speech."""

    message_type: Literal["director_note_cue"] = "director_note_cue"
    cue: Cue
    in_seconds: float | None = Field(default=None, ge=0)
    at_seconds: float | None = Field(default=None, ge=0)


class RemoteRtpStats(_Message):
    """What the client receives on one track: the fields of a W3C ``RTCInboundRtpStreamStats``."""

    message_type: Literal["remote_rtp_stats"] = "remote_rtp_stats"
    data: dict[str, JsonValue]


ClientMessage: TypeAlias = UserText | Interrupt | Context | ToolResult | DirectorNoteCue | RemoteRtpStats

_FROM_CLIENT: Final[dict[str, type[ClientMessage]]] = {
    "speech": UserText,
    "interrupt": Interrupt,
    "context": Context,
    "tool_result": ToolResult,
    "director_note_cue": DirectorNoteCue,
    "remote_rtp_stats": RemoteRtpStats,
}


def encode(message: EngineMessage | ClientMessage) -> str:
    """``message`` as the text of one data-channel message."""
    fields = message.model_dump(exclude_none=True)
    if (name := _NAMES.get(type(message))) is not None:
        return json.dumps({"messageType": name, "data": fields})
    return json.dumps(fields)


def decode_from_engine(text: str | bytes) -> EngineMessage | None:
    """What the engine said; None for a type unknown here.

    Raises:
        MalformedMessage: not JSON, not an object, or fields missing or wrong.
    """
    message = load_object(text)
    return _decode(_FROM_ENGINE, message.get("messageType"), message.get("data"))


def decode_from_client(text: str | bytes) -> ClientMessage | None:
    """What the client said; None for a type unknown here.

    Raises:
        MalformedMessage: not JSON, not an object, or fields missing or wrong.
    """
    message = load_object(text)
    return _decode(_FROM_CLIENT, message.get("message_type"), message)


def _decode(models: dict[str, type[Model]], name: Any, data: Any) -> Model | None:
    model = models.get(name) if isinstance(name, str) else None
    return None if model is None else validated(model, data)
