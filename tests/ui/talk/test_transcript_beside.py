"""The transcript beside a talk: whose the keys are."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.conftest import Stage
from tests.ui.talk.conversations import persona_says


def test_escape_closes_the_search_and_does_not_stop_who_speaks(stage: Stage) -> None:
    stage.go_live()
    persona_says(stage, "Nobody but bats.")
    window = stage.window
    window.side_panel.set_open(True)
    pane = window.later._transcript
    assert pane
    pane.search.open()
    QTest.keyClick(pane.search.line, Qt.Key.Key_Escape)
    assert pane.search.isHidden()
    assert stage.commands == []
    assert pane.view.hasFocus()
