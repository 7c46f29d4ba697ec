"""The icons are of one set, and whichever the program names is there."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from viewer.ui import look
from viewer.ui.look.icons import MIRRORED

ROOT = Path(__file__).parents[3]
FILES = sorted((ROOT / "assets" / "icons").glob("*.svg"))
NAMES = {file.stem for file in FILES}
HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" '
    'stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">'
)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_icon_is_an_outline_of_24_by_24(qapp: QApplication, file: Path) -> None:
    text = file.read_text("utf-8")
    assert text.startswith(HEAD)
    assert text.endswith("</svg>\n")
    drawn = look.icon(file.stem).pixmap(QSize(96, 96)).toImage()
    inked = {(x, y) for x in range(96) for y in range(96) if drawn.pixelColor(x, y).alpha() > 128}
    assert len(inked) > 200
    assert {0, 95}.isdisjoint({part for place in inked for part in place}), "it is cut off at the edge"


def test_every_icon_that_the_program_names_is_there() -> None:
    named = {
        name
        for file in (ROOT / "viewer").rglob("*.py")
        for name in re.findall(r"""(?:icon|Sign)\(\s*["']([a-z0-9-]+)["']""", file.read_text("utf-8"))
    }
    assert len(named) > 5
    assert named <= NAMES
    assert MIRRORED <= NAMES
