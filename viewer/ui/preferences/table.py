"""What the settings table makes of the dialog: its rows, and how each is changed. No Qt."""

from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias, get_args, get_origin

from pydantic.fields import FieldInfo

from viewer.settings import SECRETS, Acts, Page, ViewerSettings

PAGES: Final[tuple[Page, ...]] = get_args(Page)
"""In the order in which they are listed."""

Kind: TypeAlias = Literal[
    "switch", "choice", "number", "size", "text", "file", "microphone", "loudspeaker", "shortcuts"
]
_KINDS: Final[dict[Any, Kind]] = {bool: "switch", int: "number", str: "text"}


@dataclass(frozen=True, slots=True)
class Setting:
    """A row. ``lowest`` and ``highest`` are of numbers, ``choices`` of what can be chosen.

    ``hidden``: it may hold a password.
    """

    name: str
    page: Page
    kind: Kind
    acts: Acts
    choices: tuple[str, ...] = ()
    lowest: int = 0
    highest: int = 100
    hidden: bool = False


def settings(table: type[ViewerSettings] = ViewerSettings) -> tuple[Setting, ...]:
    """The rows of ``table``, in its order."""
    shown = ((name, field, field.json_schema_extra) for name, field in table.model_fields.items())
    return tuple(
        _setting(name, field, extra)
        for name, field, extra in shown
        if isinstance(extra, dict) and "page" in extra
    )


def _setting(name: str, field: FieldInfo, extra: dict[str, Any]) -> Setting:
    choices = get_args(field.annotation) if get_origin(field.annotation) is Literal else ()
    kind = extra.get("kind") or ("choice" if choices else _KINDS.get(field.annotation, "shortcuts"))
    return Setting(
        name,
        extra["page"],
        kind,
        extra["acts"],
        choices,
        _bound(field, "ge", 0),
        _bound(field, "le", 100),
        name in SECRETS,
    )


def _bound(field: FieldInfo, which: str, otherwise: int) -> int:
    return next((getattr(bound, which) for bound in field.metadata if hasattr(bound, which)), otherwise)
