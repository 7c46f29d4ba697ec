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
_ALL: Final = "*"
# Definitions whose texts become sentences elsewhere, or parts of them.
_WORDY: Final[Mapping[str, Sequence[str]]] = {
    "audio/devices.py": ("_cannot_open",),
    "protocol/refusals.py": (
        *("TOKEN_REFUSED", "_WRONG_HOST_HINT", "_UNKNOWN_PERSONA", "_INVALID_HINTS", "_AGAIN", "stranger"),
    ),
    "session/authorization.py": ("how_to_keep",),
    "session/broker.py": ("_not_a_url",),
    "settings.py": ("_http_url", "_broker_url"),
    "trust.py": ("_USES",),
    "ui/view_state.py": (_ALL,),
}
_WORD: Final = re.compile("[A-Z][a-z]+…?")
# Kinds of devices, which are words of the code as well, and how they are called by their names.
_PARTS: Final = {"microphone", "loudspeaker", "{word} “{name}”"}


def sentences(package: Path) -> list[str]:
    """Sentences and parts of them, with ``{names}`` where something is put in; sorted.

    Args:
        package: the folder ``viewer``.
    """
    failures = _class_names(package / "errors.py")
    found: set[str] = set()
    for file in _files(package):
        text = file.read_text("utf-8")
        if any(sign in text for sign in ("errors", "Warned", "default_message")):  # else it takes long
            found.update(_of_failures(ast.parse(text), failures))
    for name, definitions in _WORDY.items():
        for line in ast.parse((package / name).read_text("utf-8")).body:
            if _ALL in definitions or not _defined(line).isdisjoint(definitions):
                found.update(_of_definition(line))
    return sorted(_PARTS | {text for text in found if letters(text) > 2})


def _files(package: Path) -> Iterator[Path]:
    yield from (package / name for name in _FILES)
    for room in _ROOMS:
        yield from sorted((package / room).rglob("*.py"))


def _class_names(file: Path) -> set[str]:
    return {node.name for node in ast.parse(file.read_text("utf-8")).body if isinstance(node, ast.ClassDef)}


def _of_failures(tree: ast.Module, failures: set[str]) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(name) | ast.Attribute(attr=name)) if name in {*failures, "Warned"}:
                for given in (*node.args, *(word.value for word in node.keywords)):
                    yield from _texts(given)
            case ast.ClassDef(name) if name in failures:
                for line in node.body:
                    if isinstance(line, ast.Assign | ast.AnnAssign) and line.value:
                        yield from _default(line)


def _default(line: ast.Assign | ast.AnnAssign) -> Iterator[str]:
    targets = line.targets if isinstance(line, ast.Assign) else [line.target]
    if line.value and any(isinstance(t, ast.Name) and t.id in ("default_message", "hint") for t in targets):
        yield from _texts(line.value)


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


def _of_definition(node: ast.AST) -> Iterator[str]:
    """Its texts, but for docstrings and what looks like a name."""
    if isinstance(node, ast.Expr):
        return
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.JoinedStr | ast.Constant):
            yield from (text for text in _texts(child) if " " in text or _WORD.fullmatch(text))
        else:
            yield from _of_definition(child)


def _texts(node: ast.expr) -> Iterator[str]:
    """What ``node`` can come to be."""
    match node:
        case ast.Constant(str(text)):
            yield text.replace("{}", "{value}")
        case ast.IfExp(body=body, orelse=orelse):
            yield from _texts(body)
            yield from _texts(orelse)
        case ast.BoolOp(values=values):
            for value in values:
                yield from _texts(value)
        case ast.JoinedStr(values=values):
            yield from map("".join, product(*(_parts(value, values) for value in values)))


def _parts(node: ast.expr, beside: Sequence[ast.expr]) -> list[str]:
    match node:
        case ast.FormattedValue(value=ast.IfExp() as choice) if texts := list(_texts(choice)):
            return texts
        case ast.FormattedValue(value=value):
            same = [other for other in beside if isinstance(other, ast.FormattedValue)]
            name = _name(value)
            twins = [other for other in same if _name(other.value) == name]
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
