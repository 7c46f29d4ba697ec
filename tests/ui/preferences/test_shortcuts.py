"""The keys of actions: any can be changed, none is a letter, none does two things."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.preferences.conftest import Opened
from viewer.ui.preferences.shortcut_row import ShortcutRow

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def row(opened: Opened) -> ShortcutRow:
    """That of muting."""
    opened.dialog.show_page("keyboard")
    return opened.dialog.shortcuts["mute"]


def press(row: ShortcutRow, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Choose other keys by keyboard."""
    row.keys.button.setFocus()
    QTest.keyClick(row.keys.button, Qt.Key.Key_Space)
    assert row.keys.edit
    assert row.keys.edit.hasFocus()
    QTest.keyClick(row.keys.edit, key, modifiers)


def test_every_action_is_a_row(opened: Opened, row: ShortcutRow) -> None:
    assert list(opened.dialog.shortcuts) == list(opened.actions)
    assert row.keys.button.text() == "Ctrl+M"
    assert row.keys.button.accessibleName() == "Mute the microphone: Ctrl+M"


def test_other_keys_act_at_once_are_kept_and_reset(opened: Opened, row: ShortcutRow) -> None:
    press(row, Qt.Key.Key_U, CTRL)
    assert opened.actions.keys("mute") == "Ctrl+U"
    assert opened.actions["mute"].shortcut().toString() == "Ctrl+U"
    assert opened.store.current.shortcuts == {"mute": "Ctrl+U"}
    assert row.keys.button.text() == "Ctrl+U"
    assert QApplication.focusWidget() is row.keys.button
    assert row.reset
    row.reset.click()
    assert opened.actions.keys("mute") == "Ctrl+M"
    assert opened.store.current.shortcuts == {}


def test_keys_for_typing_and_those_of_another_action_are_refused(opened: Opened, row: ShortcutRow) -> None:
    for key, modifiers in (
        (Qt.Key.Key_M, NONE),
        (Qt.Key.Key_M, SHIFT),
        (Qt.Key.Key_1, NONE),
        (Qt.Key.Key_Space, NONE),
        (Qt.Key.Key_Return, NONE),
        (Qt.Key.Key_F11, NONE),
    ):
        row.show_error("")
        press(row, key, modifiers)
        assert opened.actions.keys("mute") == "Ctrl+M"
        assert opened.store.current.shortcuts == {}
        assert row.error
        assert row.error.isVisible()
    assert row.error
    assert row.error.text() == "“Full screen” has that key already. Press another one."


def test_escape_leaves_keys_and_backspace_takes_them_away(opened: Opened, row: ShortcutRow) -> None:
    press(row, Qt.Key.Key_Escape)
    assert opened.dialog.isVisible()
    assert (row.keys.button.text(), QApplication.focusWidget()) == ("Ctrl+M", row.keys.button)
    press(row, Qt.Key.Key_Backspace)
    assert row.keys.button.text() == "None"
    assert opened.store.current.shortcuts == {"mute": ""}
    assert opened.actions["mute"].shortcut().isEmpty()


def test_whoever_goes_elsewhere_has_not_chosen(opened: Opened, row: ShortcutRow) -> None:
    press(row, Qt.Key.Key_Tab)
    assert row.keys.currentWidget() is row.keys.button
    assert opened.actions.keys("mute") == "Ctrl+M"


def test_keys_from_the_file_are_in_force_and_each_does_one_thing(
    open_dialog: Callable[..., Opened], tmp_path: Path
) -> None:
    (tmp_path / "settings.toml").write_text(
        '[shortcuts]\nmute = "F11"\ninspector = "Ctrl+Nokey"\nelsewhere = "F7"\n', "utf-8"
    )
    opened = open_dialog()
    assert opened.actions.keys("mute") == "F11"
    assert opened.actions.keys("full_screen") == "", "it would be asked for two things"
    assert opened.actions.keys("inspector") == "F12", "what was chosen is no key"
    opened.store.change(shortcuts={**opened.store.current.shortcuts, "mute": "F6"})
    assert opened.actions.keys("full_screen") == "F11"
    opened.store.flush()
    assert "elsewhere" in (tmp_path / "settings.toml").read_text("utf-8")


def test_what_there_is_to_say_of_a_key_stands_in_its_row(opened: Opened, row: ShortcutRow) -> None:
    opened.actions.say("talk_anywhere", "Another program has it.")
    anywhere = opened.dialog.shortcuts["talk_anywhere"]
    assert anywhere.line
    assert "push to talk" in anywhere.line.text()
    assert row.line is None
    press(anywhere, Qt.Key.Key_Space)
    assert anywhere.error
    assert "needed for typing" in anywhere.error.text()
    press(anywhere, Qt.Key.Key_F9)
    assert opened.store.current.shortcuts == {"talk_anywhere": "F9"}
    assert anywhere.error.text() == "Another program has it."
    press(row, Qt.Key.Key_F9)
    assert row.error
    assert "Talk from any window" in row.error.text()
    opened.actions.say("talk_anywhere", "")
    assert not anywhere.error.isVisible()
