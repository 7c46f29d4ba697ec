"""Where a persona's words come from: one small interface, and the brain that repeats what it hears."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Final, Protocol, TypeAlias

from pydantic import JsonValue

from viewer.protocol.configuration.offered_tool import OfferedTool
from viewer.protocol.text import plain
from viewer.protocol.transcript import Role

_REPEATED: Final = 1000


class ToolFailed(Exception):
    """A tool gave no result. The text says why."""


CallTool: TypeAlias = Callable[[str, dict[str, JsonValue]], Awaitable[JsonValue]]
"""Calls the tool of that name with these arguments; gives its result. Raises :class:`ToolFailed`."""


async def _no_tool(name: str, _arguments: dict[str, JsonValue]) -> JsonValue:
    raise ToolFailed(f"there is no tool {name}")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one of the two said. Of what was ``interrupted`` these are the words that were spoken."""

    role: Role
    content: str
    interrupted: bool = False


@dataclass(frozen=True, slots=True)
class Conversation:
    """What an answer is made from.

    ``text`` is what the user has just said, empty where that was nothing for long, and ``history`` all that
    was said before, oldest first. ``name`` is the persona's, ``language`` a BCP 47 tag, ``system_prompt``
    says who it is to be, and ``contexts`` are what the client told it to know, oldest first. Of the client's
    ``tools`` each may be called.
    """

    text: str
    history: tuple[Turn, ...] = ()
    name: str = "Joe"
    language: str = "en-US"
    system_prompt: str | None = None
    contexts: tuple[str, ...] = ()
    tools: tuple[OfferedTool, ...] = ()
    call: CallTool = field(default=_no_tool, compare=False)


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
