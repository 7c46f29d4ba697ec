"""How long the session may still be."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Stage
from viewer.protocol import events
from viewer.ui.talk.time_left import TimeLeft


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(3600, "60 min left"), (121, "3 min left"), (120, "2:00 left"), (61, "1:01 left"), (-5, "0:00 left")],
)
def test_minutes_are_told_and_seconds_near_the_end(qtbot: QtBot, seconds: int, said: str) -> None:
    now = [0.0]
    parent = QWidget()
    qtbot.addWidget(parent)
    left = TimeLeft(parent, lambda: now[0])
    left.begin(3600)
    now[0] = 3600.0 - seconds
    left.timer.timeout.emit()
    assert left.text == said
    assert left.is_soon == (seconds <= 120)


def test_it_is_shown_where_the_service_tells_it_and_counts_anew_in_the_next_session(stage: Stage) -> None:
    stage.go_live()
    left = stage.window.live_page.time_left
    assert not left.isVisible()
    stage.play(events.SessionStarted("session-2", 600))
    assert left.isVisible()
    assert left.text == "10 min left"
    stage.play(events.SessionClosed(events.CloseReason.NORMAL, None))
    assert left.seconds is None
    assert not left.timer.isActive()
