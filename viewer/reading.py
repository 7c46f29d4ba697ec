"""How wide text is, and how long a voice takes for it."""

from typing import Final
from unicodedata import east_asian_width

# 170 English words a minute, or 400 Chinese characters.
_SECONDS: Final = 0.065
_SECONDS_OF_A_WIDE_ONE: Final = 0.15


def width(text: str) -> int:
    """How many columns ``text`` takes: what is wide in East Asia takes two (Unicode's annex 11)."""
    if text.isascii():
        return len(text)
    return sum(2 if _is_wide(character) else 1 for character in text)


def reading_seconds(text: str) -> float:
    """About what a voice takes for ``text``."""
    return sum(_seconds(character) for character in text)


def _seconds(character: str) -> float:
    if character.isspace():
        return 0.0
    return _SECONDS_OF_A_WIDE_ONE if _is_wide(character) else _SECONDS


def _is_wide(character: str) -> bool:
    return east_asian_width(character) in "WF"
