"""What a table of settings is made of: fields with a type, a default, a help, and what is right.

pydantic was used, as for all that comes over a network. To load it and have it build a table's schema took a
sixth of the time until the window is there, and its sentences had to be mended.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import NoneType, UnionType
from typing import (
    Any,
    ClassVar,
    Final,
    Literal,
    NamedTuple,
    ParamSpec,
    Self,
    dataclass_transform,
    get_args,
    get_origin,
)

Words = ParamSpec("Words")

_TRUE: Final = frozenset({"1", "on", "t", "true", "y", "yes"})
_FALSE: Final = frozenset({"0", "off", "f", "false", "n", "no"})


class Fault(NamedTuple):
    """What is wrong with the value at that ``place``: a setting's name, and a key where it is a mapping."""

    place: tuple[str, ...]
    sentence: str


class WrongValues(ValueError):
    """A table cannot be filled; ``faults`` says why, one for each value that is wrong."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("; ".join(f"{'.'.join(place)}: {sentence}" for place, sentence in faults))
        self.faults = faults


class Setting:
    """A field of a table. ``choices`` are those of a Literal.

    Args:
        read: makes of a value what its type is then looked for in.
        check: what a text has to be, or each text of a mapping; it may make another of it.
        extra: for who shows it.
        repr: whether the value may be seen in a log.
    """

    annotation: Any
    choices: tuple[str, ...]

    def __init__(  # noqa: PLR0913 - as many as a setting may want
        self,
        *,
        default: Any,
        description: str,
        ge: float | None = None,
        gt: float | None = None,
        le: float | None = None,
        read: Callable[[Any], Any] | None = None,
        check: Callable[[str], str] | None = None,
        extra: Mapping[str, str] | None = None,
        repr: bool = True,  # noqa: A002 - as in dataclasses
    ) -> None:
        self.default = default
        self.description = description
        self.ge, self.gt, self.le = ge, gt, le
        self.extra: Mapping[str, str] = extra or {}
        self.repr = repr
        self._read, self._check = read, check

    def belong(self, annotation: Any) -> None:
        """It is of this type: bool, int, float, str, Path, a Literal, a mapping of str; or nothing."""
        self.annotation = annotation
        self.choices = get_args(annotation) if get_origin(annotation) is Literal else ()
        kinds = get_args(annotation) if isinstance(annotation, UnionType) else (annotation,)
        self._may_be_none = NoneType in kinds
        self._kind = kinds[0]

    def right(self, name: str, given: Any) -> Any:
        """``given`` as what it has to be.

        Raises:
            WrongValues: it is none.
        """
        if given is None and self._may_be_none:
            return None
        try:
            value = self._typed(self._read(given) if self._read else given)
            if isinstance(value, dict):
                return self._right_mapping(name, value)
            self._check_bounds(value)
            return self._check(value) if self._check else value
        except WrongValues:
            raise
        except ValueError as error:
            raise WrongValues((Fault((name,), str(error)),)) from None

    def _right_mapping(self, name: str, given: Mapping[Any, Any]) -> dict[str, str]:
        value, faults = {}, []
        for key, text in given.items():
            try:
                value[str(key)] = self._check(_text(text)) if self._check else _text(text)
            except ValueError as error:
                faults.append(Fault((name, str(key)), str(error)))
        if faults:
            raise WrongValues(tuple(faults))
        return value

    def _typed(self, given: Any) -> Any:
        if self.choices:
            if not isinstance(given, str) or given not in self.choices:
                raise ValueError(f"it has to be {_alternatives(self.choices)}")
            return given
        return _TYPES[get_origin(self._kind) or self._kind](given)

    def _check_bounds(self, value: Any) -> None:
        if self.ge is not None and not value >= self.ge:  # as NaN is not
            raise ValueError(f"it has to be {self.ge} or more")
        if self.gt is not None and not value > self.gt:
            raise ValueError(f"it has to be more than {self.gt}")
        if self.le is not None and not value <= self.le:
            raise ValueError(f"it has to be {self.le} or less")


def _as_value(field: Callable[Words, Setting]) -> Callable[Words, Any]:
    """``field``, of which a table's annotations say what it stands for."""
    return field


setting = _as_value(Setting)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(setting,))
class Table:
    """Settings and their values, all of them right. Names that it lacks are left alone."""

    fields: ClassVar[Mapping[str, Setting]] = {}
    """In their order, those of the table that it extends first."""

    given: frozenset[str]
    """The names of those that were not left to their defaults."""

    def __init_subclass__(cls) -> None:
        own = {name: made for name, made in vars(cls).items() if isinstance(made, Setting)}
        for name, made in own.items():
            made.belong(cls.__annotations__[name])
            delattr(cls, name)
        cls.fields = {**cls.fields, **own}

    def __init__(self, /, **values: Any) -> None:
        """Filled from ``values``.

        Raises:
            WrongValues: some are wrong.
        """
        faults: list[Fault] = []
        members = self.__dict__
        for name, field in self.fields.items():
            if name not in values:
                members[name] = dict(field.default) if isinstance(field.default, dict) else field.default
                continue
            try:
                members[name] = field.right(name, values[name])
            except WrongValues as error:
                faults += error.faults
        if faults:
            raise WrongValues(tuple(faults))
        members["given"] = frozenset(self.fields) & values.keys()

    def values(self) -> dict[str, Any]:
        """All of them by their names."""
        return {name: getattr(self, name) for name in self.fields}

    def but(self, /, **changes: Any) -> Self:
        """The same with ``changes``, which are taken as they are."""
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__, **changes, given=self.given | changes.keys())
        return made

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{name} cannot be set: a table is never changed")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.values() == other.values()

    __hash__ = None  # type: ignore[assignment]  # some values are mappings

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(self._shown())})"

    def _shown(self) -> Iterator[str]:
        return (f"{name}={getattr(self, name)!r}" for name, field in self.fields.items() if field.repr)


def _alternatives(choices: tuple[str, ...]) -> str:
    *first, last = choices
    return f"{', '.join(first)} or {last}" if first else last


def _switch(given: Any) -> bool:
    if isinstance(given, bool):
        return given
    text = str(given).casefold() if isinstance(given, str | int) else ""
    if text not in _TRUE | _FALSE:
        raise ValueError("it has to be true or false")
    return text in _TRUE


def _whole_number(given: Any) -> int:
    if isinstance(given, int | str) or (isinstance(given, float) and given.is_integer()):
        try:
            return int(given)
        except ValueError:
            pass
    raise ValueError("it has to be a whole number")


def _number(given: Any) -> float:
    if isinstance(given, int | float | str):
        try:
            return float(given)
        except (ValueError, OverflowError):
            pass
    raise ValueError("it has to be a number")


def _text(given: Any) -> str:
    if not isinstance(given, str):
        raise ValueError("it has to be a text")
    return given


def _path(given: Any) -> Path:
    if not isinstance(given, str | Path):
        raise ValueError("it has to be a path")
    return Path(given)


def _mapping(given: Any) -> dict[Any, Any]:
    if not isinstance(given, dict):
        raise ValueError("it has to be a table")
    return given


_TYPES: Final[Mapping[Any, Callable[[Any], Any]]] = {
    bool: _switch,
    int: _whole_number,
    float: _number,
    str: _text,
    Path: _path,
    dict: _mapping,
}
