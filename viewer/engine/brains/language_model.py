"""A brain that asks a language model on any OpenAI-compatible server, and speaks as the answer comes in."""

import json
import logging
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any, Final

from pydantic import JsonValue

from viewer.engine.brains.brain import Conversation, ToolFailed, Turn
from viewer.engine.brains.chat_completions import ChatCompletions, ModelFailed, ToolCall
from viewer.engine.brains.intents import guide
from viewer.engine.brains.spoken_text import SpokenText
from viewer.errors import UsageError
from viewer.protocol.codec import MalformedMessage, load_object
from viewer.redaction import remember_secret
from viewer.serving.keys import key_in_environment
from viewer.settings import ENVIRONMENT_PREFIX, EngineSettings

_log = logging.getLogger(__name__)

KEY_VARIABLES: Final = (f"{ENVIRONMENT_PREFIX}LLM_KEY", "OPENAI_API_KEY")

# What the model gets of the past: the newest turns that fit.
MAX_TURNS: Final = 40
MAX_HISTORY: Final = 12_000
_MAX_CONTEXT: Final = 4000
# How often it may call tools before it has to answer, and how much it gets to read of a result.
MAX_ROUNDS: Final = 4
_MAX_RESULT: Final = 8000

_MANNER: Final = (
    "Your answer is spoken aloud by a text-to-speech voice: use a few short sentences in plain prose, "
    "without lists, markup, emoji, code or web addresses, and spell out what cannot be pronounced. What the "
    "user says may come from a speech recogniser and hold its mistakes. A turn of yours that ends in a dash "
    "was interrupted there."
)
_SAID_NOTHING: Final = "(The user has said nothing for a while.)"


class LanguageModel:
    """Answers of a model behind ``completions``. Use from one event loop."""

    def __init__(self, completions: ChatCompletions) -> None:
        self._completions = completions

    async def answer(self, conversation: Conversation) -> AsyncGenerator[str]:
        """The model's answer sentence by sentence; an apology in its place, or at its end, where it fails."""
        text = SpokenText()
        talk: list[dict[str, Any]] = messages(conversation)
        try:
            for rounds_left in range(MAX_ROUNDS, -1, -1):
                said, calls = "", list[ToolCall]()
                stream = self._completions.stream(talk, conversation.tools, may_call=rounds_left > 0)
                async with aclosing(stream) as parts:
                    async for part in parts:
                        if isinstance(part, ToolCall):
                            calls.append(part)
                        else:
                            said += part
                            if sentence := text.add(part):
                                yield sentence
                if not calls or not rounds_left:
                    break
                # What it says before it calls a tool is to be heard meanwhile.
                if rest := text.rest().rstrip():
                    yield f"{rest} "
                talk += await _called(conversation, said, calls)
        except ModelFailed as failed:
            _log.warning("the language model gave no whole answer: %s", failed)
            rest = text.rest().rstrip()
            yield f"{rest} " if rest else ""
            yield guide(conversation.language).apologies[failed.fault]
        else:
            yield text.rest()

    async def close(self) -> None:
        """Close the connections to the server."""
        await self._completions.close()


class NoLanguageModel:
    """Says that there is none, where a session asks for one that the engine was not given."""

    async def answer(self, conversation: Conversation) -> AsyncGenerator[str]:
        """The same to everything."""
        yield guide(conversation.language).apologies["unconfigured"]

    async def close(self) -> None:
        """It holds nothing."""


def language_model(settings: EngineSettings) -> LanguageModel:
    """The one that ``settings`` and the environment name.

    Raises:
        UsageError: the key cannot be one, or there is none for a server that wants one.
    """
    key = key_in_environment(KEY_VARIABLES, "a key")
    if key is None and settings.llm_url == EngineSettings.fields["llm_url"].default:
        raise UsageError(
            "The language model's key is missing.",
            hint=f"Set {' or '.join(KEY_VARIABLES)}, or name a server of your own with --llm-url.",
        )
    if key is not None:
        remember_secret(key)
    return LanguageModel(ChatCompletions(settings.llm_url, settings.llm_model, key, settings.llm_max_tokens))


async def _called(conversation: Conversation, said: str, calls: list[ToolCall]) -> list[dict[str, Any]]:
    """What the model gets to know of its ``calls``, which it made after it ``said`` something."""
    functions = [{"name": call.name, "arguments": call.arguments} for call in calls]
    asked = [
        {"id": call.id, "type": "function", "function": function}
        for call, function in zip(calls, functions, strict=True)
    ]
    results = [
        {"role": "tool", "tool_call_id": call.id, "content": await _result(conversation, call)}
        for call in calls
    ]
    return [{"role": "assistant", "content": said or None, "tool_calls": asked}, *results]


async def _result(conversation: Conversation, call: ToolCall) -> str:
    try:
        if call.name not in {tool.name for tool in conversation.tools}:
            raise ToolFailed(f"there is no tool {call.name}")
        result = await conversation.call(call.name, _arguments(call.arguments))
    except ToolFailed as error:
        return f"error: {error}"
    return json.dumps(result, ensure_ascii=False)[:_MAX_RESULT]


def _arguments(text: str) -> dict[str, JsonValue]:
    try:
        return load_object(text or "{}")
    except MalformedMessage:
        raise ToolFailed("the arguments are not a JSON object") from None


def messages(conversation: Conversation) -> list[dict[str, Any]]:
    """``conversation`` as a chat completion's messages."""
    prompt = conversation.system_prompt or guide(conversation.language).prompt
    system = [prompt.replace("{name}", conversation.name), _MANNER]
    known = "\n".join(conversation.contexts)[-_MAX_CONTEXT:]
    if known:
        system.append(f"You were told:\n{known}")
    return [
        {"role": "system", "content": "\n\n".join(system)},
        *(_message(turn) for turn in _newest(conversation.history)),
        {"role": "user", "content": conversation.text or _SAID_NOTHING},
    ]


def _newest(history: tuple[Turn, ...]) -> list[Turn]:
    kept: list[Turn] = []
    room = MAX_HISTORY
    for turn in reversed(history[-MAX_TURNS:]):
        room -= len(turn.content)
        if room < 0:
            break
        kept.insert(0, turn)
    return kept


def _message(turn: Turn) -> dict[str, str]:
    content = f"{turn.content.rstrip()} —" if turn.interrupted else turn.content
    return {"role": "user" if turn.role == "user" else "assistant", "content": content}
