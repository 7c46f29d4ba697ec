"""Finds the sentences that people read and that come from code without Qt: failures, warnings, states."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Final

from viewer.ui.language.templates import letters

# What a window can come to show. Broker and engine have none, and what the command line says is English.
_ROOMS: Final = ("audio", "media", "protocol", "session", "webrtc")
_FILES: Final = ("errors.py", "kept_tokens.py", "settings_file.py", "trust.py")
# What these say is read by personas, by programs, or by who reads the doctor's report.
_UNSEEN: Final = ("session/tools.py", "session/workbench/own_tools.py", "session/report.py", "webrtc/ice")
# Definitions whose texts are no whole sentences, but become some.
_WORDY: Final[Mapping[str, Sequence[str]]] = {
    "audio/devices.py": ("_cannot_open",),
    "kept_tokens.py": ("_read",),
    "protocol/refusals.py": ("TOKEN_REFUSED", "stranger"),
    "session/authorization.py": ("how_to_keep",),
    "session/broker.py": ("_not_a_url",),
    "settings.py": ("_http_url", "_broker_url", "broker_url", "_json_object", "_keys"),
    "trust.py": ("_USES",),
    "ui/view_state.py": ("*",),
}
# Kinds of devices, which are words of the code as well, and how they are called by their names.
_PARTS: Final = {"microphone", "loudspeaker", "{word} “{name}”"}
_SENTENCE: Final = re.compile(r"[A-Z{][^\n]* [^\n]*[.…?]")
_WORD: Final = re.compile("[A-Z][a-z]+…?")


def sentences(package: Path) -> list[str]:
    """Sentences and parts of them, with ``{names}`` where something is put in; sorted.

    Args:
        package: the folder ``viewer``.
    """
    found: set[str] = set()
    for file in _files(package):
        if not file.relative_to(package).as_posix().startswith(_UNSEEN):
            texts = _all_texts(ast.parse(file.read_text("utf-8")))
            found.update(text for text in texts if _SENTENCE.fullmatch(text))
    for name, definitions in _WORDY.items():
        for line in ast.parse((package / name).read_text("utf-8")).body:
            if "*" in definitions or not _defined(line).isdisjoint(definitions):
                texts = _all_texts(ast.Module([line], []))
                alone = name.startswith("ui/")
                found.update(text for text in texts if " " in text or (alone and _WORD.fullmatch(text)))
    return sorted(_PARTS | {text for text in found if letters(text) > 2})


def _files(package: Path) -> Iterator[Path]:
    yield from (package / name for name in _FILES)
    for room in _ROOMS:
        yield from sorted((package / room).rglob("*.py"))


def _defined(line: ast.stmt) -> set[str]:
    """The names that ``line`` gives something to."""
    match line:
        case ast.FunctionDef(name=name):
            return {name}
        case ast.Assign(targets=targets):
            return {target.id for target in targets if isinstance(target, ast.Name)}
        case ast.AnnAssign(target=ast.Name(name)):
            return {name}
    return set()


def _all_texts(node: ast.AST) -> Iterator[str]:
    """The texts in ``node``, but for docstrings and what the log says."""
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.JoinedStr() | ast.Constant():
                yield from _texts(child)
            case ast.Expr(ast.Constant()) | ast.Call(func=ast.Attribute(value=ast.Name("_log"))):
                pass
            case _:
                yield from _all_texts(child)


def _texts(node: ast.expr) -> Iterator[str]:
    """What ``node`` can come to be."""
    match node:
        case ast.Constant(str(text)):
            yield text.replace("{}", "{value}")
        case ast.IfExp(body=body, orelse=orelse):
            yield from _texts(body)
            yield from _texts(orelse)
        case ast.JoinedStr(values=values):
            yield from map("".join, product(*(_parts(value, values) for value in values)))


def _parts(node: ast.expr, beside: Sequence[ast.expr]) -> list[str]:
    match node:
        case ast.FormattedValue(value=ast.IfExp() as choice) if texts := list(_texts(choice)):
            return texts
        case ast.FormattedValue(value=value):
            name = _name(value)
            others = (other for other in beside if isinstance(other, ast.FormattedValue))
            twins = [other for other in others if _name(other.value) == name]
            return ["{" + (name if len(twins) == 1 else f"{name}{twins.index(node) + 1}") + "}"]
        case _:
            return list(_texts(node))


def _name(node: ast.expr) -> str:
    match node:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name.strip("_")
        case ast.Call(func=function, args=[first, *_]):
            return _name(first) if isinstance(first, ast.Name | ast.Attribute) else _name(function)
        case ast.Call(func=function):
            return _name(function)
    return "value"
