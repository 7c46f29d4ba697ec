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


def test_who_does_not_see_it_is_told_twice_and_anew_in_the_next_session(qtbot: QtBot) -> None:
    now = [0.0]
    parent = QWidget()
    qtbot.addWidget(parent)
    left = TimeLeft(parent, lambda: now[0])
    said: list[str] = []
    left.near.connect(said.append)
    left.begin(180)
    for second in range(181):
        now[0] = float(second)
        left.timer.timeout.emit()
    assert said == ["The talk ends in 2 minute(s).", "The talk ends in 30 second(s)."]
    left.begin(20)
    left.timer.timeout.emit()
    assert said[2:] == ["The talk ends in 20 second(s)."]


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
