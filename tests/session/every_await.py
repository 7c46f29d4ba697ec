"""Finds every await of modules by their syntax trees, and has one of them fail when it is reached.

Nothing is listed by hand: who adds an await adds a case. ``async with`` has two, its entry and its exit,
``async for`` one.
"""

import ast
import inspect
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any, Final

import pytest

_HOOK: Final = "failing_await"
# What lets go of something does it and fails then: else nobody could let go of it.
_RELEASES: Final = re.compile(r"\b(close|cancel|_release)\(\)$")


@dataclass(frozen=True, slots=True)
class Await:
    """Where something is awaited."""

    module: str
    function: str
    what: str
    number: int

    def __str__(self) -> str:
        return f"{self.module}.{self.function}: {self.what}"


@dataclass
class Plan:
    """Which await fails, with what, and which were reached."""

    target: Await | None = None
    failure: BaseException | None = None
    reached: set[Await] = field(default_factory=set)
    has_failed: bool = False

    def passes(self, place: Await) -> None:
        """Execution is at ``place``; the target fails once."""
        self.reached.add(place)
        if place == self.target and self.failure and not self.has_failed:
            self.has_failed = True
            raise self.failure


def awaits_of(module: ModuleType) -> tuple[Await, ...]:
    """Every await in there, in the order of the text."""
    return tuple(_marked(module)[1])


def plant(plan: Plan, module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every await of ``module`` ask ``plan`` first, until the test is over."""
    tree, places = _marked(module)
    monkeypatch.setattr(module, _HOOK, _Hook(plan, places), raising=False)
    code = compile(tree, str(module.__file__), "exec")
    marked = dict(_codes(code))
    for function in _functions(module):
        if (new := marked.get(function.__code__.co_qualname)) is not None:
            monkeypatch.setattr(function, "__code__", new)


class _Hook:
    """What stands in the place of what is awaited."""

    def __init__(self, plan: Plan, places: list[Await]) -> None:
        self._plan = plan
        self._places = places

    async def wait(self, number: int, awaited: Any) -> Any:
        if not _RELEASES.search(self._places[number].what):
            self._passes(number, awaited)
            return await awaited
        try:
            return await awaited
        finally:
            self._passes(number, None)

    async def iterate(self, number: int, items: AsyncIterator[Any]) -> AsyncIterator[Any]:
        self._passes(number, items)
        async for item in items:
            yield item

    def enter(self, number: int, manager: Any) -> "_Context":
        return _Context(self, number, manager)

    def _passes(self, number: int, awaited: Any) -> None:
        try:
            self._plan.passes(self._places[number])
        except BaseException:
            if inspect.iscoroutine(awaited):
                awaited.close()
            raise


class _Context:
    def __init__(self, hook: _Hook, number: int, manager: Any) -> None:
        self._hook, self._number, self._manager = hook, number, manager

    async def __aenter__(self) -> Any:
        self._hook._passes(self._number, None)
        return await self._manager.__aenter__()

    async def __aexit__(self, *how: Any) -> Any:
        try:
            return await self._manager.__aexit__(*how)
        finally:
            self._hook._passes(self._number + 1, None)


class _Marker(ast.NodeTransformer):
    """Puts the hook around what is awaited."""

    def __init__(self, module: str) -> None:
        self.places: list[Await] = []
        self._module = module
        self._within: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        return self._inside(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return self._inside(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        return self._inside(node)

    def visit_Await(self, node: ast.Await) -> ast.AST:
        number = self._place(ast.unparse(node))
        self.generic_visit(node)
        node.value = _call("wait", number, node.value)
        return node

    def visit_AsyncFor(self, node: ast.AsyncFor) -> ast.AST:
        number = self._place(f"async for … in {ast.unparse(node.iter)}")
        self.generic_visit(node)
        node.iter = _call("iterate", number, node.iter)
        return node

    def visit_AsyncWith(self, node: ast.AsyncWith) -> ast.AST:
        numbers = []
        for item in node.items:
            what = ast.unparse(item.context_expr)
            numbers.append(self._place(f"enter {what}"))
            self._place(f"leave {what}")
        self.generic_visit(node)
        for number, item in zip(numbers, node.items, strict=True):
            item.context_expr = _call("enter", number, item.context_expr)
        return node

    def _place(self, what: str) -> int:
        function = ".".join(self._within)
        self.places.append(Await(self._module, function, what, len(self.places)))
        return len(self.places) - 1

    def _inside(self, node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> ast.AST:
        self._within.append(node.name)
        self.generic_visit(node)
        self._within.pop()
        return node


def _call(method: str, number: int, awaited: ast.expr) -> ast.expr:
    hook = ast.Attribute(ast.Name(_HOOK, ast.Load()), method, ast.Load())
    return ast.Call(hook, [ast.Constant(number), awaited], [])


@cache
def _marked(module: ModuleType) -> tuple[ast.Module, list[Await]]:
    marker = _Marker(module.__name__.removeprefix("viewer."))
    tree = marker.visit(ast.parse(Path(str(module.__file__)).read_text("utf-8")))
    return ast.fix_missing_locations(tree), marker.places


def _codes(code: CodeType) -> Iterator[tuple[str, CodeType]]:
    """Of every function by its qualified name; those inside of functions come with them."""
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant.co_qualname, constant
            yield from _codes(constant)


def _functions(module: ModuleType) -> Iterator[FunctionType]:
    """Those of ``module`` and of its classes, without what they are decorated with."""
    owners = [kind for kind in vars(module).values() if inspect.isclass(kind)]
    for owner in (module, *(kind for kind in owners if kind.__module__ == module.__name__)):
        for member in vars(owner).values():
            function = inspect.unwrap(member) if callable(member) else member
            if isinstance(function, FunctionType) and function.__module__ == module.__name__:
                yield function
