"""Tools that a session brought along: when the guide calls one, how, and what it says then."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from pydantic import JsonValue

from viewer.engine.brains.brain import ToolFailed
from viewer.engine.brains.intents import intents_of
from viewer.engine.persona.tools import ToolCalls
from viewer.protocol.configuration.offered_tool import OfferedTool
from viewer.protocol.text import plain

_MAX_SPOKEN: Final = 200
# Where a word begins in a name such as openCart, and what stands between words in one such as open_cart.
_WORD_BEGINS: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[_.-]+")
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")
_DEEPEST: Final = 8


class SessionTools:
    """The client's tools of one session. Use from the event loop.

    Args:
        offered: all that the session brought along; those of the types server and system are nobody's here.
        language: in which the persona is spoken to, a BCP 47 tag.
    """

    def __init__(self, offered: Sequence[OfferedTool], language: str, calls: ToolCalls) -> None:
        self.offered: Final = tuple(tool for tool in offered if tool.type == "client")
        """Those that can be called."""
        self._calls = calls
        self._by_name = {tool.name: tool for tool in self.offered}
        heard = {tool.name: [spoken_name(tool.name), tool.description] for tool in self.offered}
        self._intents = intents_of(heard, language) if self.offered else None

    def asked_for(self, text: str) -> OfferedTool | None:
        """The tool whose name or description ``text`` says."""
        intent = self._intents.find(text) if self._intents else None
        return self._by_name[intent.name] if intent else None

    async def call(self, correlation_id: str, name: str, arguments: dict[str, JsonValue]) -> JsonValue:
        """Have the client run a tool; its result, or None at once where none is to come.

        Raises:
            ToolFailed: there is no such tool, the client reports an error, or nothing in time.
        """
        tool = self._by_name.get(name)
        if tool is None:
            raise ToolFailed(f"there is no tool {name}")
        if not tool.await_result:
            self._calls.tell_client(name, arguments, correlation_id)
            return None
        return await self._calls.call_client(name, arguments, correlation_id)

    async def use(self, tool: OfferedTool, text: str, correlation_id: str) -> str:
        """Call ``tool``, which ``text`` asks for; returns what there is to say."""
        name = spoken_name(tool.name)
        try:
            result = await self.call(correlation_id, tool.name, made_up(tool.parameters, text))
        except ToolFailed as error:
            return f"The tool {name} failed: {spoken_result(str(error))}."
        if result is None:
            return f"I called the tool {name}."
        return f"The tool {name} says: {spoken_result(result)}."


def spoken_name(name: str) -> str:
    """A tool's name as one says it: “open cart” for ``open_cart`` and ``openCart``."""
    return _WORD_BEGINS.sub(" ", name).strip().lower()


def spoken_result(value: JsonValue) -> str:
    """What a tool answered, as a part of a sentence."""
    return plain(value if isinstance(value, str) else str(value), _MAX_SPOKEN).strip().rstrip(".")


def made_up(schema: Mapping[str, Any], text: str) -> dict[str, JsonValue]:
    """Arguments that a JSON Schema requires, made of what was said, ``text``, as far as that goes."""
    return _object(schema, text, 0)


def _object(schema: Mapping[str, Any], text: str, depth: int) -> dict[str, JsonValue]:
    required, properties = schema.get("required"), schema.get("properties")
    names = [name for name in required if isinstance(name, str)] if isinstance(required, list) else []
    known = properties if isinstance(properties, dict) else {}
    return {name: _value(known.get(name), text, depth + 1) for name in names}


def _value(schema: Any, text: str, depth: int) -> JsonValue:
    said = plain(text, _MAX_SPOKEN)
    if not isinstance(schema, dict) or depth > _DEEPEST:
        return said
    given: list[JsonValue] = [schema[name] for name in ("default", "const") if name in schema]
    choices: list[JsonValue] = given or (schema["enum"] if isinstance(schema.get("enum"), list) else [])
    if choices:
        return next((each for each in choices if str(each).lower() in text.lower()), choices[0])
    kinds = schema.get("type")
    return _of_kind(kinds[0] if isinstance(kinds, list) and kinds else kinds, schema, said, depth)


def _of_kind(kind: Any, schema: Mapping[str, Any], said: str, depth: int) -> JsonValue:
    number = _NUMBER.search(said)
    values: dict[str, Callable[[], JsonValue]] = {
        "integer": lambda: int(float(number[0])) if number else 0,
        "number": lambda: float(number[0]) if number else 0.0,
        "boolean": lambda: True,
        "null": lambda: None,
        "array": list,
        "object": lambda: dict(_object(schema, said, depth)),
    }
    return values[kind]() if isinstance(kind, str) and kind in values else said
