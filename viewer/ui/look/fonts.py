"""Typefaces: Inter comes along; what it lacks is drawn by the system's."""

from functools import cache
from typing import Final

from PySide6.QtGui import QFontDatabase

from viewer.resources import asset

MONOSPACE: Final = "JetBrains Mono"

_FAMILY: Final = "Inter"
_FILES: Final = ("Inter-Regular.otf", "Inter-SemiBold.otf", "JetBrainsMono-Regular.ttf")


@cache
def load() -> None:
    """Make the typefaces that come along known to Qt. Needs a QApplication."""
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(asset(f"fonts/{name}")))


def families() -> list[str]:
    """In the order in which a character is looked for; after them comes what the system has."""
    return [_FAMILY]
