"""What the persona makes of what the user types: an answer, with thoughts and tool calls on the way."""

import asyncio
import re
import uuid
from collections import deque
from collections.abc import Callable
from typing import Any, Final

from pydantic import JsonValue

from viewer.engine.handbook import search
from viewer.engine.personas import THINKER, PersonaChoice
from viewer.engine.script import reply
from viewer.engine.tools import ToolCalls, ToolFailed
from viewer.protocol.data_channel import (
    EngineMessage,
    FieldChange,
    PersonaConfigUpdateApplied,
    ReasoningText,
)
from viewer.protocol.text import plain

TIME_TOOL: Final = "get_local_time"
HANDBOOK_TOOL: Final = "search_handbook"
OLDER_TOOL: Final = "open_page"

_SEARCH_SECONDS: Final = 0.5
_THOUGHT_SECONDS: Final = 0.03
_MAX_CONTEXTS: Final = 50
_MAX_SPOKEN: Final = 200

_ASKS_TIME: Final = re.compile(r"\bwhat time is it on my computer\b|\bmy local time\b")
_ASKS_HANDBOOK: Final = re.compile(r"\bhandbook\b.*?\b(?:for|about|on)\s+(?P<topic>.+)")
_ASKS_CONTEXT: Final = re.compile(r"\bwhat do you know\b")
_ASKS_PAGE: Final = re.compile(r"\bopen the (?P<page>[a-z]+) page\b")
_ASKS_NAME: Final = re.compile(r"\bcall yourself (?P<name>[^\W\d_]+)", re.IGNORECASE)


class Mind:
    """Answers for one session. Use from the event loop."""

    def __init__(
        self, choice: PersonaChoice, session_id: str, tools: ToolCalls, send: Callable[[EngineMessage], None]
    ) -> None:
        self._session_id = session_id
        self._tools = tools
        self._send = send
        self._answers = choice.answers
        self._thinks = choice.persona_id == THINKER
        self._config: dict[str, JsonValue] = {"name": choice.name}
        self.contexts: deque[str] = deque(maxlen=_MAX_CONTEXTS)
        """What the client told it to know, oldest first."""

    def remember(self, content: str) -> None:
        """Know ``content`` from now on; nothing is said to it."""
        self.contexts.append(content)

    def update(self, changes: dict[str, JsonValue]) -> None:
        """Change the persona's configuration during the session, and tell the client what changed."""
        changed = {
            field: FieldChange(before=self._config.get(field), after=after)
            for field, after in changes.items()
            if self._config.get(field) != after
        }
        self._config |= changes
        if changed:
            self._send(PersonaConfigUpdateApplied(session_id=self._session_id, changed_fields=changed))

    async def answer(self, text: str, correlation_id: str) -> str | None:
        """What to say to the user's ``text``; None where the client brings the mind."""
        if not self._answers:
            return None
        if self._thinks:
            await self._think(text)
        return await self._use_tools(text.lower(), correlation_id) or self._talk(text)

    async def _use_tools(self, asked: str, correlation_id: str) -> str | None:
        if _ASKS_TIME.search(asked):
            return await self._local_time(correlation_id)
        if found := _ASKS_HANDBOOK.search(asked):
            return await self._look_up(found["topic"].strip(" ?.!"), correlation_id)
        if found := _ASKS_PAGE.search(asked):
            self._tools.tell_older_client(OLDER_TOOL, {"page": found["page"]}, correlation_id)
            return f"I asked your viewer to open the {found['page']} page."
        return None

    def _talk(self, text: str) -> str:
        if found := _ASKS_NAME.search(text):
            self.update({"name": found["name"]})
            return f"From now on my name is {found['name']}."
        if _ASKS_CONTEXT.search(text.lower()):
            return self._recollection()
        return reply(text, str(self._config["name"]))

    async def _local_time(self, correlation_id: str) -> str:
        try:
            result = await self._tools.call_client(TIME_TOOL, {"format": "spoken"}, correlation_id)
        except ToolFailed as error:
            return f"I could not find out: {_spoken(str(error))}."
        return f"Your computer says: {_spoken(result)}."

    async def _look_up(self, topic: str, correlation_id: str) -> str:
        try:
            result = await self._tools.call_own(
                HANDBOOK_TOOL, {"query": topic}, correlation_id, lambda: search(topic), _SEARCH_SECONDS
            )
        except ToolFailed as error:
            return f"I could not look that up: {_spoken(str(error))}."
        return f"The handbook says: {_spoken(result)}"

    async def _think(self, text: str) -> None:
        thought = f"The user says «{plain(text, _MAX_SPOKEN)}». What would be a good answer to that?"
        message: dict[str, Any] = {"message_id": str(uuid.uuid4()), "role": "persona"}
        words = re.findall(r"\S+\s*", thought)
        for index, word in enumerate(words):
            last = index == len(words) - 1
            self._send(ReasoningText(**message, content=word, content_index=index, end_of_thought=last))
            await asyncio.sleep(_THOUGHT_SECONDS)

    def _recollection(self) -> str:
        if not self.contexts:
            return "Nobody has told me anything yet."
        return f"I was told: {_spoken(self.contexts[-1])}."


def _spoken(value: JsonValue) -> str:
    return plain(value if isinstance(value, str) else str(value), _MAX_SPOKEN).strip().rstrip(".")
