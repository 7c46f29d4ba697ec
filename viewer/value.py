"""Dataclasses that cost nothing until the first of them is made.

A dataclass writes and compiles its methods as it is decorated. For all commands and events that is a tenth
of the time until the window is there, and most of them come up long after, or never.
"""

import threading
from dataclasses import dataclass, field
from typing import Any, TypeVar, dataclass_transform

Class = TypeVar("Class", bound=type[Any])

_unwritten: set[type[Any]] = set()
_writing = threading.RLock()


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: Class) -> Class:
    """A frozen dataclass, written when the first ``cls`` is made, on whatever thread."""
    _unwritten.add(cls)
    cls.__new__ = _new  # type: ignore[assignment]
    return cls


def write_values() -> None:
    """Write all that there are, for who looks at the classes themselves."""
    for cls in tuple(_unwritten):
        _write(cls)


def _new(cls: type[Any], *_: Any, **__: Any) -> Any:
    if cls in _unwritten:
        _write(cls)
    return object.__new__(cls)


def _write(cls: type[Any]) -> None:
    with _writing:
        if cls in _unwritten:
            dataclass(frozen=True)(cls)
            _unwritten.discard(cls)  # not before: another thread may make one at any moment
