"""When a window is on the screen."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from viewer.ui import first_paint
from viewer.ui.first_paint import when_painted


def test_it_is_told_once_when_the_window_is_painted(qtbot: QtBot) -> None:
    window, told = QWidget(), list[bool]()
    qtbot.addWidget(window)
    window.show()
    when_painted(window, lambda: told.append(window.windowHandle().isExposed()))
    qtbot.waitUntil(lambda: bool(told))
    window.hide()
    window.show()
    qtbot.wait(20)
    assert told == [True]


def test_it_is_told_at_once_of_a_window_that_is_there(qtbot: QtBot) -> None:
    window, told = QWidget(), list[bool]()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    when_painted(window, lambda: told.append(True))
    assert told == [True]


def test_what_nobody_can_see_is_not_waited_for(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_paint, "_PATIENCE_MS", 10)
    window, told = QWidget(), list[bool]()
    qtbot.addWidget(window)
    window.winId()  # it has a handle, and is shown to nobody
    when_painted(window, lambda: told.append(True))
    assert told == []
    qtbot.waitUntil(lambda: told == [True])
