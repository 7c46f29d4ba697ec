"""What the user can do, and by which keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from viewer.ui.actions import SPECS, Actions, words


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def actions(window: QWidget) -> Actions:
    return Actions(window)


def test_every_action_has_words_and_no_two_the_same_keys(actions: Actions) -> None:
    sequences = [each for spec in SPECS if spec.keys for each in QKeySequence.listFromString(spec.keys)]
    assert all(sequence.toString() for sequence in sequences)
    assert len({sequence.toString() for sequence in sequences}) == len(sequences)
    assert all(words(name) and actions[name].text() for name in actions)
    assert [spec.name for spec in SPECS if actions.refusal(spec.name, spec.keys)] == []


def test_other_keys_run_it_at_once_and_the_old_ones_no_more(window: QWidget, actions: Actions) -> None:
    ran: list[str] = []
    actions.bind("mute", lambda: ran.append("mute"))
    actions.set_keys("mute", "Ctrl+Alt+J")
    QTest.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert ran == []
    QTest.keyClick(
        window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    assert ran == ["mute"]
    assert actions.keys("mute") == "Ctrl+Alt+J"
    assert actions.default_keys("mute") == "Ctrl+M"


@pytest.mark.parametrize("keys", ["A", "Shift+A", "7"])
def test_a_letter_alone_is_refused_with_what_to_do(actions: Actions, keys: str) -> None:
    assert "Hold Ctrl" in (actions.refusal("mute", keys) or "")


def test_what_another_one_has_is_refused_by_its_name(actions: Actions) -> None:
    assert words("transcript") in (actions.refusal("mute", "Ctrl+T") or "")
    assert actions.refusal("mute", "Ctrl+M") is None
    assert actions.refusal("mute", "") is None
    assert actions.refusal("mute", "no such key") is not None


def test_a_key_to_hold_is_no_shortcut(actions: Actions) -> None:
    assert actions["talk"].shortcuts() == []
    assert actions.keys("talk") == "Space"
    assert actions.refusal("talk", "F8") is None


@pytest.mark.parametrize("keys", ["A", "Space", "Shift+A", "Shift+Space", "Return", "Ctrl+K, F9"])
def test_a_key_for_all_windows_is_none_that_is_typed(actions: Actions, keys: str) -> None:
    assert "Other programs need that key" in (actions.refusal("talk_anywhere", keys) or "")


@pytest.mark.parametrize("keys", ["", "F9", "Shift+F9", "Ctrl+Space", "Meta+A", "Alt+Shift+Left"])
def test_a_key_for_all_windows_may_be_one_that_is_not(actions: Actions, keys: str) -> None:
    assert actions.refusal("talk_anywhere", keys) is None
    assert actions["talk_anywhere"].shortcuts() == []
