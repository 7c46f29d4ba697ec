"""The messages of the data channel ``session`` (PROTOCOL.md section 6): one codec for both ends.

Both directions are frozen models; ``encode`` writes either, ``decode_from_engine`` and
``decode_from_client`` read one. Unknown types decode to None, as the rule is to ignore them.
"""

import json
from typing import Annotated, Any, Final, Literal, TypeAlias

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field

from viewer.protocol.codec import Model, load_object, validated

LABEL: Final = "session"
Role = Literal["user", "persona"]


class _Message(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


def _role(role: Any) -> Any:
    # The official clients take every role but «user» for the persona.
    return "user" if isinstance(role, str) and role.lower() == "user" else "persona"


class SpeechText(_Message):
    """A chunk of what the user or the persona says. Chunks of one role and ``message_id`` are one message."""

    message_id: str
    role: Annotated[Role, BeforeValidator(_role)]
    content: str = ""
    content_index: int = 0
    end_of_speech: bool = False
    interrupted: bool = False
    timestamp: str | None = None
    utterance_id: str | None = None
    user_action_correlation_id: str | None = Field(
        default=None, validation_alias=AliasChoices("user_action_correlation_id", "correlationId")
    )


class UserSpeechStarted(_Message):
    """The engine hears the user begin to speak."""

    user_action_correlation_id: str | None = None


class UserSpeechEnded(_Message):
    """The engine hears the user stop."""

    user_action_correlation_id: str | None = None


EngineMessage: TypeAlias = SpeechText | UserSpeechStarted | UserSpeechEnded

_FROM_ENGINE: Final[dict[str, type[EngineMessage]]] = {
    "speechText": SpeechText,
    "userSpeechStarted": UserSpeechStarted,
    "userSpeechEnded": UserSpeechEnded,
}


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


ClientMessage: TypeAlias = UserText | Interrupt

_FROM_CLIENT: Final[dict[str, type[ClientMessage]]] = {"speech": UserText, "interrupt": Interrupt}


def encode(message: EngineMessage | ClientMessage) -> str:
    """``message`` as the text of one data-channel message."""
    if isinstance(message, UserText | Interrupt):
        return message.model_dump_json()
    name = next(name for name, model in _FROM_ENGINE.items() if isinstance(message, model))
    return json.dumps({"messageType": name, "data": message.model_dump(exclude_none=True)})


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
