"""macOS's menu bar, on a system that says that it is macOS."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QMenuBar

from tests.ui.conftest import Stage
from viewer import __version__
from viewer.ui.desktop.front_door import FrontDoor
from viewer.ui.desktop.manners import Manners
from viewer.ui.windows.menu_bar import MenuBar

ROLE = QAction.MenuRole


@pytest.fixture
def bar(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> MenuBar:
    monkeypatch.setattr(sys, "platform", "darwin")
    bar = Manners(stage.window, FrontDoor(None, "")).menu_bar
    assert bar
    return bar


def menus(bar: QMenuBar) -> dict[str, QMenu]:
    return {menu.title(): menu for action in bar.actions() if isinstance(menu := action.menu(), QMenu)}


def action(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == text)


def test_elsewhere_there_is_none(stage: Stage) -> None:
    assert Manners(stage.window, FrontDoor(None, "")).menu_bar is None
    assert stage.window.findChildren(QMenuBar) == []


def test_what_can_be_done_is_where_users_of_macos_look_for_it(stage: Stage, bar: MenuBar) -> None:
    found = menus(bar)
    assert list(found) == ["Talk", "View", "Window", "Help"]
    roles = {each.text(): each.menuRole() for menu in found.values() for each in menu.actions()}
    special = {text: role for text, role in roles.items() if text and role != ROLE.NoRole}
    assert special == {
        "Preferences": ROLE.PreferencesRole,
        "Quit": ROLE.QuitRole,
        "About Persona Viewer": ROLE.AboutRole,
    }
    assert action(found["Window"], "Small window") is stage.window.keys["small_window"]
    assert not bar.isVisible()
    action(found["Help"], "About Persona Viewer").trigger()
    assert bar.box
    assert __version__ in bar.box.text()
    action(found["Help"], "Copy diagnostics").trigger()
    assert f"Persona Viewer: {__version__}" in QGuiApplication.clipboard().text()


def test_a_key_in_the_bar_and_in_the_window_does_it_once(stage: Stage, bar: MenuBar) -> None:
    stage.go_live()
    chosen: list[bool] = []
    stage.window.controls.mute.chosen.connect(chosen.append)
    QTest.keyClick(stage.window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert chosen == [True]
    assert action(menus(bar)["Talk"], "Mute the microphone").isChecked()
    stage.store.change(shortcuts={"mute": "Ctrl+Alt+M"})
    assert action(menus(bar)["Talk"], "Mute the microphone").shortcut().toString() == "Ctrl+Alt+M"
