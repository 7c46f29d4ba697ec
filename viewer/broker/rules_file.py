"""Reads the broker's file of rules, and says exactly what is wrong with it."""

import difflib
import math
import tomllib
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import Any, Final, TypeAlias
from urllib.parse import unquote

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from viewer.broker.rules import Rules
from viewer.errors import UsageError
from viewer.protocol.configuration.persona_config import PersonaConfig, SessionOptions, unknown_fields
from viewer.protocol.text import plain
from viewer.redaction import remember_secret

_MOST_TOLD: Final = 20
_HINT: Final = "The rules stand in viewer/broker/README.md."

Where: TypeAlias = tuple[int | str, ...]
"""Keys, and places in lists, from the file's top."""


def read_rules(file: Path) -> Rules:
    """What ``file`` says. Names of files in it are meant from its folder. Blocks.

    Raises:
        UsageError: it cannot be read or is wrong; a line for each fault names table and key, and no value
            that may be secret.
    """
    document = _read(file)
    faults = [(where, "JSON has neither dates nor such numbers") for where in _not_json(document)]
    if not faults:
        try:
            rules = Rules.model_validate(document)
        except ValidationError as error:
            listed = error.errors(include_url=False, include_input=False, include_context=True)
            faults = [(tuple(fault["loc"]), _what(fault)) for fault in listed]
        else:
            faults = list(_unknown(rules))
            if not faults:
                _hide_secrets(rules)
                return _from_folder(rules, file.absolute().parent)
    raise _wrong(file, document, faults)


def check(file: Path | None) -> str:
    """One line that says what the rules in ``file`` come to.

    Raises:
        UsageError: as :func:`read_rules`, or there is no file.
    """
    if file is None:
        raise UsageError("“check” needs a file.", hint="For example: persona-viewer broker check rules.toml")
    return f"{file} is right: {summary(read_rules(file))}\n"


def summary(rules: Rules) -> str:
    """What they come to, in one line."""
    count = len(rules.personas)
    listed = f"{count} persona{'' if count == 1 else 's'}" if count else "no personas listed"
    others = "any other of the service" if rules.any_persona else "no other"
    counted = "together in Redis" if rules.limits.redis else "by this broker alone"
    return f"access {rules.access.mode}; {listed}, {others}; limits counted {counted}"


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        why, hint = f"cannot be read: {error.strerror}", "Check the path."
    except UnicodeDecodeError as error:
        why, hint = f"are not UTF-8 text, from byte {error.start} on", _HINT
    except ValueError as error:  # too many digits are no TOMLDecodeError
        why, hint = f"are not TOML: {error}", _HINT
    except RecursionError:
        why, hint = "have too many brackets", _HINT
    raise UsageError(f"The rules {file} {why}.", hint=hint)


def _not_json(value: Any, where: Where = ()) -> Iterator[Where]:
    """Where TOML says what cannot be handed on to the API."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _not_json(item, (*where, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _not_json(item, (*where, number))
    elif isinstance(value, date | time) or (isinstance(value, float) and not math.isfinite(value)):
        yield where


def _unknown(rules: Rules) -> Iterator[tuple[Where, str]]:
    """A slip of the pen would leave a prompt out, and nobody would notice."""
    for number, persona in enumerate(rules.personas):
        parts = {
            "config": PersonaConfig.model_validate(persona.config or {}),
            "session_options": SessionOptions.model_validate(persona.session_options),
        }
        for key, part in parts.items():
            known = _names(part)
            for where in unknown_fields(part):
                yield ("personas", number, key, *where), _no_such_key(where[-1], known)


def _names(part: BaseModel) -> list[str]:
    names: list[str] = []
    for name, field in type(part).model_fields.items():
        names.append(field.alias or name)
        inner = getattr(field.annotation, "model_fields", {})
        names.extend(within.alias or key for key, within in inner.items())
    return names


def _no_such_key(name: str, known: list[str]) -> str:
    close = difflib.get_close_matches(name, known, 1)
    return f"there is no such key; “{close[0]}” may be meant" if close else "there is no such key"


def _what(fault: ErrorDetails) -> str:
    match fault["type"]:
        case "extra_forbidden":
            return "there is no such key"
        case "missing":
            return "it is missing"
        case "model_type" | "dict_type":
            return "it has to be a table"
        case "tuple_type" | "list_type":
            return "it has to be a list"
    said = fault["msg"].removeprefix("Value error, ")
    said = said.replace("Input should be", "it has to be").replace("Input should have", "it has to have")
    return said if said[:2].isupper() else f"{said[:1].lower()}{said[1:]}"


def _wrong(file: Path, document: dict[str, Any], faults: list[tuple[Where, str]]) -> UsageError:
    lines = list(dict.fromkeys(f"{_place(document, where)}{what}" for where, what in faults))
    if len(lines) == 1:
        return UsageError(f"{file}: {lines[0]}.", hint=_HINT)
    told = "".join(f"\n  {line}." for line in lines[:_MOST_TOLD])
    more = f"\n  … and {len(lines) - _MOST_TOLD} more." if len(lines) > _MOST_TOLD else ""
    return UsageError(f"{file}: {len(lines)} faults.{told}{more}\n", hint=_HINT)


def _place(document: dict[str, Any], where: Where) -> str:
    """“table [limits.client], key sessions: ”, as the file is written."""
    tables: list[str] = []
    key: list[str] = []
    value: Any = document
    for step in where:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
            (tables if isinstance(value, dict) or _is_tables(value) else key).append(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            is_tables = _is_tables(value)
            value = value[step]
            if is_tables:
                tables[-1] += f" {step + 1}{_alias(value)}"
            else:
                key.append(f"item {step + 1}")
        else:
            break  # what pydantic adds: the kinds of a union
    named = plain(".".join(tables), 200)
    place = [f"table [{named}]"] if tables else []
    place += [f"key {plain(' '.join(key), 200)}"] if key else []
    return f"{', '.join(place)}: " if place else ""


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _alias(table: dict[str, Any]) -> str:
    alias = table.get("alias") or table.get("name")
    return f" “{plain(alias, 60)}”" if isinstance(alias, str) else ""


def _hide_secrets(rules: Rules) -> None:
    if rules.limits.redis and (password := rules.limits.redis.password):
        # It may stand in a URL as it is, or decoded in what Redis says.
        remember_secret(password)
        remember_secret(unquote(password))


def _from_folder(rules: Rules, folder: Path) -> Rules:
    access, pictures = rules.access, rules.pictures
    jwt = access.jwt
    if jwt and jwt.key_file:
        jwt = jwt.model_copy(update={"key_file": folder / jwt.key_file.expanduser()})
    access = access.model_copy(update={"tokens": folder / access.tokens.expanduser(), "jwt": jwt})
    if pictures.folder:
        pictures = pictures.model_copy(update={"folder": folder / pictures.folder.expanduser()})
    return rules.model_copy(update={"access": access, "pictures": pictures})
