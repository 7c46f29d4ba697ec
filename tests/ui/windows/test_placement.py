"""Where the window is on the screen when it comes back. The tests' screen is 800×800, frames are 2 wide."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from viewer.ui.windows.placement import keep_on_a_screen, place, placement_of

Make = Callable[[], QWidget]


@pytest.fixture
def window(qtbot: QtBot) -> Make:
    """Makes windows of their usual size, which are not shown yet."""

    def make() -> QWidget:
        window = QWidget()
        window.resize(400, 300)
        qtbot.addWidget(window)
        return window

    return make


def come_back(qtbot: QtBot, window: QWidget, text: str) -> QRect:
    """Where ``window`` is once it is shown, which was at ``text`` the last time."""
    place(window, text)
    window.show()
    qtbot.waitExposed(window)
    return window.geometry()


@pytest.mark.parametrize("frame", [Qt.WindowType.Window, Qt.WindowType.FramelessWindowHint])
@pytest.mark.parametrize("corner", [(0, 0), (120, 90), (396, 496)])
def test_a_window_stays_where_it_is_however_often_it_is_started(
    qtbot: QtBot, window: Make, frame: Qt.WindowType, corner: tuple[int, int]
) -> None:
    first = window()
    first.setWindowFlag(frame)
    first.move(*corner)
    first.show()
    qtbot.waitExposed(first)
    where, text = first.geometry(), placement_of(first)
    for _ in range(3):
        again = window()
        again.setWindowFlag(frame)
        assert come_back(qtbot, again, text) == where
        text = placement_of(again)


def test_a_window_whose_screen_is_gone_comes_back_on_one_that_there_is(qtbot: QtBot, window: Make) -> None:
    elsewhere = window()
    elsewhere.setGeometry(5000, -4000, 400, 300)
    elsewhere.show()
    qtbot.waitExposed(elsewhere)
    there = QApplication.primaryScreen().availableGeometry()
    again = window()
    come_back(qtbot, again, placement_of(elsewhere))
    assert there.contains(again.frameGeometry())
    assert (again.width(), again.height()) == (400, 300)


def test_a_window_that_is_too_large_for_the_screen_is_made_to_fit(qtbot: QtBot, window: Make) -> None:
    large = window()
    large.resize(3000, 2000)
    large.show()
    qtbot.waitExposed(large)
    again = window()
    come_back(qtbot, again, placement_of(large))
    assert QApplication.primaryScreen().availableGeometry().contains(again.frameGeometry())


@pytest.mark.parametrize("state", [Qt.WindowState.WindowMaximized, Qt.WindowState.WindowFullScreen])
def test_a_window_that_filled_the_screen_does_so_again_and_goes_back_to_its_size(
    qtbot: QtBot, window: Make, state: Qt.WindowState
) -> None:
    full = window()
    full.setGeometry(100, 80, 420, 310)
    full.show()
    qtbot.waitExposed(full)
    full.setWindowState(state)
    again = window()
    come_back(qtbot, again, placement_of(full))
    assert again.windowState() == state
    again.showNormal()
    assert again.geometry() == QRect(100, 80, 420, 310)


# Two screens, the second of twice the density, or one that is left. The window is 2 wider than its inside.
COME_BACK = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
from viewer.ui.windows.placement import place, placement_of
application = QApplication([])
window = QWidget()
window.resize(400, 300)
if sys.argv[1]:
    place(window, sys.argv[1])
else:
    window.move(1400, 200)
window.show()
application.processEvents()
print(window.screen().name(), window.screen().devicePixelRatio(), placement_of(window))
"""


def come_back_with(screens: list[dict[str, object]], text: str, folder: Path) -> str:
    """Where a window is that was at ``text``; empty: nowhere yet."""
    file = folder / "screens.json"
    file.write_text(json.dumps({"screens": screens}))
    return subprocess.run(
        [sys.executable, "-c", COME_BACK, text],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[3],
        encoding="utf-8",
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={file}"},
    ).stdout.strip()


def test_a_window_comes_back_on_its_screen_and_on_another_when_that_is_gone(tmp_path: Path) -> None:
    size = {"width": 1280, "height": 800, "logicalDpi": 96, "logicalBaseDpi": 96}
    left = {"name": "left", "x": 0, "y": 0, "dpr": 1, **size}
    right = {"name": "right", "x": 1280, "y": 0, "dpr": 2, **size}
    first = come_back_with([left, right], "", tmp_path)
    assert first.startswith("right 2.0 ")
    where = first.removeprefix("right 2.0 ")
    assert come_back_with([left, right], where, tmp_path) == first
    alone = come_back_with([left], where, tmp_path)
    assert alone.startswith("left 1.0 ")
    x, y, width, height = map(int, alone.split()[2:6])
    assert (y, width, height) == (int(where.split()[1]), 400, 300)
    assert 0 <= x <= 1280 - 400


def test_a_window_whose_screen_goes_meanwhile_comes_to_one_that_is_left(
    qtbot: QtBot, window: Make, qapp: QApplication
) -> None:
    there = window()
    keep_on_a_screen(there)
    there.show()
    qtbot.waitExposed(there)
    before = there.geometry()
    qapp.screenRemoved.emit(qapp.primaryScreen())
    qtbot.wait(1)
    assert there.geometry() == before
    there.move(5000, 100)
    qapp.screenRemoved.emit(qapp.primaryScreen())
    qtbot.waitUntil(lambda: qapp.primaryScreen().availableGeometry().contains(there.frameGeometry()))


@pytest.mark.parametrize(
    "text",
    [
        "not a place",
        "1 2 3",
        "1 2 3 4 5 6 7 8 dancing",
        "1 2 3 4 5 6 7 eight normal",
        "1 2 0 4 5 6 7 8 normal",
        "99999999999 2 30 4 5 6 7 8 normal",
        "1 2 300 400 5 6 7 -8 normal",
        "AdnQywADAAAAAABkAAAAPAAAA58AAANS",
        "",
        "٣ 2 300 400 0 0 0 0 normal",
    ],
)
def test_a_text_that_is_not_understood_changes_nothing(window: Make, text: str) -> None:
    there = window()
    before = there.geometry()
    place(there, text)
    assert there.geometry() == before
    assert there.windowState() == Qt.WindowState.WindowNoState
