"""What a platform is told of keys: which they are, and what has become of them."""

import ctypes
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from typing import Final

# As X calls them; what is not here has one name in both.
_KEYSYM_NAMES: Final = {
    "Space": "space",
    "Esc": "Escape",
    "Backspace": "BackSpace",
    "Del": "Delete",
    "Ins": "Insert",
    "PgUp": "Prior",
    "PgDown": "Next",
    "Enter": "KP_Enter",
    "ScrollLock": "Scroll_Lock",
    "CapsLock": "Caps_Lock",
    "NumLock": "Num_Lock",
}
_LONGEST: Final = 64


class State(Enum):
    """What there is to tell of a key that was asked for."""

    HELD = auto()
    ASKED_LATER = auto()
    """The desktop asks its user about it when a talk begins."""
    TAKEN = auto()
    UNKNOWN = auto()
    """The keyboard has no such key."""
    NO_PORTAL = auto()
    NOT_IN_MENU = auto()
    """The desktop does not know the program."""
    DECLINED = auto()
    LOST = auto()
    NOT_HERE = auto()


class KeyUnavailable(Exception):
    """The key cannot be heard, or no longer; ``state`` says why."""

    def __init__(self, state: State) -> None:
        super().__init__(state.name)
        self.state = state


@dataclass(frozen=True, slots=True)
class Combination:
    """A key with those that are held with it: any of Ctrl, Alt, Shift and Meta. By Qt's portable names."""

    key: str
    held: frozenset[str] = frozenset()

    @classmethod
    def parsed(cls, keys: str) -> "Combination":
        """From Qt's portable form, as Ctrl+F9; the key itself may be a plus."""
        held, _, begun = keys[:-1].rpartition("+")
        return cls(begun + keys[-1], frozenset(held.split("+")) if held else frozenset())

    @property
    def keysym(self) -> int:
        """The number that X has for the key.

        Raises:
            KeyUnavailable: it has none.
        """
        if len(self.key) == 1:
            number = _xkbcommon().xkb_utf32_to_keysym(ord(self.key.lower()))
        else:
            name = _KEYSYM_NAMES.get(self.key, self.key)
            number = _xkbcommon().xkb_keysym_from_name(name.encode(), 0)
        if number:
            return int(number)
        raise KeyUnavailable(State.UNKNOWN)

    @property
    def keysym_name(self) -> str:
        """What X calls the key.

        Raises:
            KeyUnavailable: it does not know it.
        """
        name = ctypes.create_string_buffer(_LONGEST)
        _xkbcommon().xkb_keysym_get_name(self.keysym, name, _LONGEST)
        return name.value.decode()


@cache
def _xkbcommon() -> ctypes.CDLL:
    """Qt itself needs it on every Linux."""
    return ctypes.CDLL("libxkbcommon.so.0")
