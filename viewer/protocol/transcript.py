"""The conversation as the official clients build it from ``speechText`` chunks (PROTOCOL.md section 6.1)."""

from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import Final

from viewer.protocol.data_channel import Role, SpeechText
from viewer.protocol.text import plain

MAX_MESSAGES: Final = 500
MAX_CONTENT: Final = 20_000


@dataclass(frozen=True, slots=True)
class Message:
    """One message. ``content`` is plain text that grows until ``complete``; ``interrupted`` sticks."""

    id: str
    role: Role
    content: str
    complete: bool = False
    interrupted: bool = False


class Transcript:
    """Folds chunks into messages; keeps the newest :data:`MAX_MESSAGES`."""

    def __init__(self) -> None:
        self._messages: OrderedDict[str, Message] = OrderedDict()

    @property
    def messages(self) -> tuple[Message, ...]:
        """All messages, in the order in which they began."""
        return tuple(self._messages.values())

    def add(self, chunk: SpeechText) -> Message:
        """Fold ``chunk`` in and return its message as it now stands."""
        key = f"{chunk.role}::{chunk.message_id}"
        message = self._messages.get(key) or Message(key, chunk.role, "")
        message = replace(
            message,
            content=(message.content + plain(chunk.content, MAX_CONTENT))[:MAX_CONTENT],
            complete=message.complete or chunk.end_of_speech,
            interrupted=message.interrupted or chunk.interrupted,
        )
        self._messages[key] = message
        if len(self._messages) > MAX_MESSAGES:
            self._messages.popitem(last=False)
        return message
