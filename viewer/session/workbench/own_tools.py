"""Client tools out of a folder of the user's own Python files. The README beside this says how they look."""

import re
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from threading import Lock
from types import ModuleType
from typing import Any, Final

from pydantic import JsonValue

from viewer.errors import UsageError
from viewer.protocol.text import plain
from viewer.session.tools import Handler

# A name comes from the engine: it is to name a file of the folder, and none outside.
_NAME: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]{0,99}")
_MAX_BYTES: Final = 1 << 20
_MODULES: Final = "persona_viewer_tools"


class OwnTools(Mapping[str, Handler]):
    """``built_in`` tools, and those of ``folder``, which go before them.

    A file is read, and run, when its tool is first called, on the call's thread; again when it has changed.
    """

    def __init__(self, built_in: Mapping[str, Handler], folder: Path) -> None:
        self._built_in = built_in
        self._folder = folder
        self._loaded: dict[str, _Loaded] = {}

    def __getitem__(self, name: str) -> Handler:
        if _NAME.fullmatch(name):
            return partial(self._call, name)
        return self._built_in[name]

    def __iter__(self) -> Iterator[str]:
        """Those that there are now."""
        found = (path.stem for path in self._folder.glob("*.py") if _NAME.fullmatch(path.stem))
        return iter({**dict.fromkeys(found), **self._built_in})

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _call(self, name: str, arguments: JsonValue) -> Any:
        path = self._folder / f"{name}.py"
        if path.is_file():
            return self._loaded.setdefault(name, _Loaded(path)).run(arguments)
        if (built_in := self._built_in.get(name)) is None:
            raise UsageError("This viewer has no such tool.")
        return built_in(arguments)


class _Loaded:
    """One file of the user's, and what it defines by now. Used by the threads of several calls."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._state: tuple[int, int] | None = None
        self._module = ModuleType(f"{_MODULES}.{path.stem}")

    def run(self, arguments: JsonValue) -> Any:
        """What its ``run`` returns, perhaps something to await.

        Raises:
            UsageError: the file cannot be used; the sentence says why.
        """
        run = getattr(self._fresh(), "run", None)
        if not callable(run):
            raise UsageError(f"The tool {self._path.name} has no function run(arguments).")
        return run(arguments if isinstance(arguments, dict) else {})

    def _fresh(self) -> ModuleType:
        with self._lock:
            try:
                about = self._path.stat()
                state = about.st_mtime_ns, about.st_size
                if state != self._state:
                    self._module = self._load()
                    self._state = state
            except OSError as error:
                raise UsageError(f"The tool {self._path.name} cannot be read: {error.strerror}.") from None
        return self._module

    def _load(self) -> ModuleType:
        with self._path.open("rb") as file:
            source = file.read(_MAX_BYTES + 1)
        if len(source) > _MAX_BYTES:
            raise UsageError(f"The tool {self._path.name} is too long.")
        module = ModuleType(f"{_MODULES}.{self._path.stem}")
        module.__file__ = str(self._path)
        sys.modules[module.__name__] = module  # where dataclasses look for what they belong to
        try:
            exec(compile(source, str(self._path), "exec"), vars(module))  # noqa: S102 - what the user has it for
        except SyntaxError as error:
            why = f"line {error.lineno}: {plain(error.msg, 200)}"
            raise UsageError(f"The tool {self._path.name} is not Python: {why}.") from None
        except Exception as error:
            why = plain(str(error), 200) or type(error).__name__
            raise UsageError(f"The tool {self._path.name} cannot be loaded: {why}.") from error
        return module
