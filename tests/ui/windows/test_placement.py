"""Where the window is on the screen when it comes back. The tests' screen is 800×800, frames are 2 wide."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from viewer.ui.windows.placement import place, placement_of

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
