"""Typefaces: Inter comes along, and Arabic and everyday Japanese for Linux desktops that lack them.

What those do not have, such as rare kanji and emoji, is drawn by the system's fonts.
"""

import sys
from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QTextLayout

from viewer.resources import asset

MONOSPACE: Final = "JetBrains Mono"

_FAMILIES: Final = ("Inter", "Persona Viewer Arabic")
_FILES: Final = ("Inter-Regular.otf", "Inter-SemiBold.otf", "JetBrainsMono-Regular.ttf", "Arabic.ttf")
# In no list of families: the system's whole fonts come first, and this where there are none. Other systems
# have always had some.
_LAST: Final = ("Japanese.otf",) if sys.platform == "linux" else ()


@cache
def load() -> None:
    """Make the typefaces that come along known to Qt. Needs a QApplication."""
    for name in (*_FILES, *_LAST):
        QFontDatabase.addApplicationFont(str(asset(f"fonts/{name}")))


def families() -> list[str]:
    """In the order in which a character is looked for; after them comes what the system has."""
    return list(_FAMILIES)


def can_draw(text: str) -> bool:
    """Whether there is a picture for every character of ``text``, and no box in its place."""
    layout = QTextLayout(text, QFont(families()))
    layout.beginLayout()
    while layout.createLine().isValid():
        pass
    layout.endLayout()
    return all(glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes())
