"""What was said in a session, by whom and when."""

import asyncio
from dataclasses import dataclass
from typing import Final

from viewer.protocol.data_channel import SpeechText
from viewer.protocol.transcript import MAX_MESSAGES, Message, Role, Transcript


@dataclass(frozen=True, slots=True)
class Said:
    """One message. ``began`` is in seconds of the event loop's clock, ``seconds`` how long it was spoken."""

    role: Role
    content: str
    began: float
    seconds: float
    interrupted: bool


class Minutes:
    """Of one session; the newest messages are kept. Use from the event loop."""

    def __init__(self) -> None:
        self._transcript: Final = Transcript()
        self._times: dict[str, tuple[float, float]] = {}

    @property
    def messages(self) -> tuple[Message, ...]:
        """All messages, in the order in which they began."""
        return self._transcript.messages

    @property
    def said(self) -> list[Said]:
        """The messages that hold a word, with their times."""
        return [
            Said(message.role, message.content, began, ended - began, message.interrupted)
            for message in self.messages
            if message.content.strip()
            for began, ended in [self._times[message.id]]
        ]

    def add(self, words: SpeechText) -> None:
        """Somebody says ``words`` now."""
        message = self._transcript.add(words)
        now = asyncio.get_running_loop().time()
        began, _ = self._times.get(message.id, (now, now))
        self._times[message.id] = began, now
        if len(self._times) > MAX_MESSAGES:
            self._times.pop(next(iter(self._times)))
