"""Where a persona's words come from: one small interface, and the brain that repeats what it hears."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Final, Protocol

from viewer.protocol.data_channel import Role
from viewer.protocol.text import plain

_REPEATED: Final = 1000


@dataclass(frozen=True, slots=True)
class Turn:
    """What one of the two said. Of what was ``interrupted`` these are the words that were spoken."""

    role: Role
    content: str
    interrupted: bool = False


@dataclass(frozen=True, slots=True)
class Conversation:
    """What an answer is made from.

    ``text`` is what the user has just said and ``history`` all that was said before, oldest first. ``name``
    is the persona's, ``language`` a BCP 47 tag, ``system_prompt`` says who it is to be, and ``contexts``
    are what the client told it to know, oldest first.
    """

    text: str
    history: tuple[Turn, ...] = ()
    name: str = "Joe"
    language: str = "en-US"
    system_prompt: str | None = None
    contexts: tuple[str, ...] = ()


class Brain(Protocol):
    """Answers for any number of sessions. Use from the event loop."""

    def answer(self, conversation: Conversation) -> AsyncGenerator[str]:
        """What to say, piece by piece as it comes to mind. Closing it ends the work on it."""

    async def close(self) -> None:
        """Let go of what it holds."""


class Echo:
    """Says what was said."""

    async def answer(self, conversation: Conversation) -> AsyncGenerator[str]:
        """The user's own words."""
        yield plain(conversation.text, _REPEATED)

    async def close(self) -> None:
        """It holds nothing."""
