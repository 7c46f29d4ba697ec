"""What the settings table makes of the dialog: its rows, and how each is changed. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias, get_args

from viewer import setting_table
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
    return tuple(_setting(name, field) for name, field in table.fields.items() if "page" in field.extra)


def _setting(name: str, field: setting_table.Setting) -> Setting:
    extra: Mapping[str, Any] = field.extra
    kind = extra.get("kind") or ("choice" if field.choices else _KINDS.get(field.annotation, "shortcuts"))
    lowest, highest = (0 if field.ge is None else field.ge), (100 if field.le is None else field.le)
    return Setting(
        *(name, extra["page"], kind, extra["acts"], field.choices),
        int(lowest),
        int(highest),
        name in SECRETS,
    )
