"""Which test files may notice a fault in a module, the nearest first: by who imports whom."""

import ast
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final, TypeAlias

import grimp

Imports: TypeAlias = Mapping[str, set[str]]
"""By module or test file, what it imports of the program and of the tests."""

_NAMED: Final = re.compile(r"\bviewer(?:\.\w+)+")
_AS_A_COMMAND: Final = re.compile(r"\"-m\",\s*\"viewer\"")


def imports(root: Path) -> Imports:
    """Of the package ``viewer`` and the package ``tests`` in ``root``, less the tests of this package."""
    graph = grimp.build_graph("viewer", cache_dir=None)
    found = {module: set(graph.find_modules_directly_imported_by(module)) for module in graph.modules}
    texts = {_name(file, root): file.read_text("utf-8") for file in (root / "tests").rglob("*.py")}
    trees = {name: tuple(_statements(ast.parse(text).body)) for name, text in texts.items()}
    offered = {name: _functions(nodes) for name, nodes in trees.items() if name.endswith(".conftest")}
    known = {*found, *trees}
    for name, nodes in trees.items():
        imported = set(_imported(nodes))
        # Who reads the table of faults fails wherever a planted one changes the text of another.
        if any(each.partition(".")[0] == "prove" for each in imported):
            continue
        found[name] = {module for each in imported if (module := _module(each, known))}
        # Also by name only: in a script for another process, say.
        found[name] |= {m for named in _NAMED.findall(texts[name]) if (m := _module(named, known))}
        if _AS_A_COMMAND.search(texts[name]):
            found[name].add("viewer.cli")
        # A conftest's imports are those of the tests that use one of its fixtures.
        wanted = {argument for node in nodes for argument in _arguments(node)}
        for folder in _folders(name):
            conftest = f"{folder}.conftest"
            if conftest != name and wanted & offered.get(conftest, set()):
                found[name].add(conftest)
    return found


def test_files(root: Path, module: str, of: Imports) -> list[str]:
    """The test files from which imports lead to ``module``, the nearest first.

    The others cannot notice what is in it.
    """
    importers: dict[str, set[str]] = {}
    for importer, imported in of.items():
        for each in imported:
            importers.setdefault(each, set()).add(importer)
    distances, queue = {module: 0}, deque([module])
    while queue:
        here = queue.popleft()
        for importer in importers.get(here, ()):
            if importer not in distances:
                distances[importer] = distances[here] + 1
                queue.append(importer)
    own = f"test_{module.rpartition('.')[2]}"
    room = module.split(".")[1] if "." in module else ""
    files = [name for name in distances if name.rpartition(".")[2].startswith("test_")]
    files.sort(key=lambda name: (not name.endswith(own), distances[name], room not in name.split("."), name))
    return [str(_file(name, root).relative_to(root)) for name in files]


def _name(file: Path, root: Path) -> str:
    parts = file.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _file(name: str, root: Path) -> Path:
    return root.joinpath(*name.split(".")).with_suffix(".py")


def _folders(name: str) -> Iterator[str]:
    while "." in name:
        name = name.rpartition(".")[0]
        yield name


def _imported(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _module(imported: str, known: set[str]) -> str | None:
    """The module that ``imported``, a module or a name in one, means; None: not one of ours."""
    while imported and imported not in known:
        imported = imported.rpartition(".")[0]
    return imported or None


def _statements(body: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """The statements in ``body`` and in them: a small part of a file, and all of it that counts."""
    for node in body:
        if isinstance(node, ast.stmt):
            yield node
        for name in ("body", "orelse", "handlers", "finalbody", "cases"):
            inner = getattr(node, name, ())
            yield from _statements(inner if isinstance(inner, list) else ())


def _arguments(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        of = node.args
        yield from (each.arg for each in (*of.posonlyargs, *of.args, *of.kwonlyargs))


def _functions(nodes: Iterable[ast.AST]) -> set[str]:
    return {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
