"""Whatever a session tells as JSON: members by name, without what must never be seen."""

import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from typing import Any, Final

from pydantic import BaseModel, JsonValue

from viewer.errors import ViewerError
from viewer.protocol.commands import SessionCommand
from viewer.redaction import redact

MAX_TEXT: Final = 64_000
"""Characters of one text. Of a longer one the beginning is read and kept."""

_LONGEST_SECRET: Final = 8000
_HIDDEN: Final = "‹hidden›"
_DEEPEST: Final = 40


def members(thing: object, secrets: tuple[str, ...]) -> dict[str, JsonValue]:
    """The members of the dataclass or model ``thing``, without ``secrets`` and whatever looks like one."""
    shown = _json(thing)
    assert isinstance(shown, dict)
    return {name: _clean(name, value, secrets) for name, value in shown.items()}


def _json(value: Any, depth: int = 0) -> JsonValue:
    if depth > _DEEPEST:
        return _HIDDEN
    shown: JsonValue = type(value).__name__
    match value:
        case None | bool() | int() | str():
            shown = value.value if isinstance(value, Enum) else value
        case float():
            shown = round(value, 6) if math.isfinite(value) else None
        case bytes():
            shown = value.decode("utf-8", "replace")
        case ViewerError():
            shown = {**value.as_dict()}
        case BaseModel():
            shown = _json(value.model_dump(mode="json", by_alias=True), depth)
        case Mapping():
            shown = {str(name): _json(each, depth + 1) for name, each in value.items()}
        case list() | tuple() | set() | frozenset():
            shown = [_json(each, depth + 1) for each in value]
        case _ if is_dataclass(value):
            shown = _of_dataclass(value, depth)
    return shown


def _of_dataclass(value: Any, depth: int) -> JsonValue:
    """What has no place in a ``repr`` has none here, either."""
    shown: dict[str, JsonValue] = {}
    if isinstance(value, SessionCommand):
        shown["type"] = type(value).__name__
    for field in fields(value):
        member = getattr(value, field.name)
        if isinstance(value, SessionCommand) and isinstance(member, bytes):
            shown[field.name] = len(member)  # sound: how much, and not what
        elif field.repr:
            shown[field.name] = _json(member, depth + 1)
    return shown


def _clean(name: str, value: JsonValue, secrets: tuple[str, ...]) -> JsonValue:
    """A text under the name ``name``, or all within, without secrets: the name may tell that it is one."""
    match value:
        case str():
            return _clean_text(name, value, secrets)
        case dict():
            return {redact(key, secrets): _clean(key, each, secrets) for key, each in value.items()}
        case list():
            return [_clean(name, each, secrets) for each in value]
    return value


def _clean_text(name: str, text: str, secrets: tuple[str, ...]) -> str:
    if _is_secret(name):
        return _HIDDEN
    if len(text) <= MAX_TEXT:
        return redact(text, secrets)
    # To look through a megabyte would take half a second. The last secret in there may be cut in two and so
    # not be recognised.
    return redact(text[:MAX_TEXT], secrets)[:-_LONGEST_SECRET]


@lru_cache(1024)
def _is_secret(name: str) -> bool:
    """Whether a member's name alone says that nobody may see it."""
    member = f'"{name}": "anything"'
    return redact(member, ()) != member
