"""What the persona makes of what the user says: an answer, with thoughts and tool calls on the way."""

import asyncio
import re
import uuid
from collections import deque
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from functools import partial
from typing import Any, Final

from pydantic import JsonValue

from viewer.engine.brains.brain import Brain, Conversation, ToolFailed, Turn
from viewer.engine.brains.script import Script, reply
from viewer.engine.persona.handbook import search
from viewer.engine.persona.minutes import Minutes
from viewer.engine.persona.personas import THINKER, PersonaChoice
from viewer.engine.persona.session_tools import SessionTools, spoken_result
from viewer.engine.persona.tools import ToolCalls
from viewer.protocol.data_channel import (
    EngineMessage,
    FieldChange,
    PersonaConfigUpdateApplied,
    ReasoningText,
    SpeechText,
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
_ACTIONS: Final = (_ASKS_TIME, _ASKS_HANDBOOK, _ASKS_CONTEXT, _ASKS_PAGE, _ASKS_NAME)


class DialogueManager:
    """Answers for one session. Use from the event loop."""

    def __init__(
        self,
        choice: PersonaChoice,
        session_id: str,
        brain: Brain,
        tools: ToolCalls,
        send: Callable[[EngineMessage], None],
    ) -> None:
        self._session_id = session_id
        self._tools = tools
        self._send = send
        self._choice = choice
        self._brain = brain
        # The other brains neither know of the tools nor are to be interfered with.
        self._has_tools = isinstance(brain, Script)
        self._session_tools = SessionTools(choice.tools, choice.character.language, tools)
        self.minutes = Minutes()
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

    def note(self, words: SpeechText) -> None:
        """Somebody says ``words``; they are part of the conversation from now on."""
        self.minutes.add(words)

    async def answer(self, text: str, correlation_id: str) -> AsyncGenerator[str]:
        """What to say to the user's ``text``, as it comes; nothing where the client brings the mind."""
        if not self._choice.answers:
            return
        conversation = self._conversation(text, correlation_id)
        if self._thinks:
            await self._think(text)
        if self._has_tools and (words := await self._own_words(text, correlation_id)):
            yield words
            return
        async with aclosing(self._brain.answer(conversation)) as pieces:
            async for piece in pieces:
                yield piece

    def foresee(self, text: str) -> str | None:
        """What the answer to ``text`` would be, where that can be told at once and without doing anything."""
        if not self._choice.answers or self._thinks or not self._has_tools:
            return None
        if any(pattern.search(text.lower()) for pattern in _ACTIONS) or self._session_tools.asked_for(text):
            return None
        return reply(self._conversation(text, ""))

    def _conversation(self, text: str, correlation_id: str) -> Conversation:
        turns = [
            Turn(message.role, message.content, message.interrupted)
            for message in self.minutes.messages
            if message.content.strip()
        ]
        # What the user has just said was noted when it was told to the client.
        if turns and turns[-1].role == "user":
            turns.pop()
        return Conversation(
            text,
            tuple(turns),
            name=str(self._config["name"]),
            language=self._choice.character.language,
            system_prompt=self._choice.system_prompt,
            contexts=tuple(self.contexts),
            tools=self._session_tools.offered,
            call=partial(self._session_tools.call, correlation_id),
        )

    async def _own_words(self, text: str, correlation_id: str) -> str | None:
        if (tool := self._session_tools.asked_for(text)) is not None:
            return await self._session_tools.use(tool, text, correlation_id)
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

    def _talk(self, text: str) -> str | None:
        if found := _ASKS_NAME.search(text):
            self.update({"name": found["name"]})
            return f"From now on my name is {found['name']}."
        if _ASKS_CONTEXT.search(text.lower()):
            return self._recollection()
        return None

    async def _local_time(self, correlation_id: str) -> str:
        try:
            result = await self._tools.call_client(TIME_TOOL, {"format": "spoken"}, correlation_id)
        except ToolFailed as error:
            return f"I could not find out: {spoken_result(str(error))}."
        return f"Your computer says: {spoken_result(result)}."

    async def _look_up(self, topic: str, correlation_id: str) -> str:
        try:
            result = await self._tools.call_own(
                HANDBOOK_TOOL, {"query": topic}, correlation_id, lambda: search(topic), _SEARCH_SECONDS
            )
        except ToolFailed as error:
            return f"I could not look that up: {spoken_result(str(error))}."
        return f"The handbook says: {spoken_result(result)}"

    async def _think(self, text: str) -> None:
        thought = f"The user says “{plain(text, _MAX_SPOKEN)}”. What would be a good answer to that?"
        message: dict[str, Any] = {"message_id": str(uuid.uuid4()), "role": "persona"}
        words = re.findall(r"\S+\s*", thought)
        for index, word in enumerate(words):
            last = index == len(words) - 1
            self._send(ReasoningText(**message, content=word, content_index=index, end_of_thought=last))
            await asyncio.sleep(_THOUGHT_SECONDS)

    def _recollection(self) -> str:
        if not self.contexts:
            return "Nobody has told me anything yet."
        return f"I was told: {spoken_result(self.contexts[-1])}."
