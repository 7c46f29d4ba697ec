import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from viewer.protocol.events import Phase
from viewer.ui.view_state import ViewState
from viewer.ui.widgets.status_pill import StatusPill


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def look(pill: StatusPill) -> QImage:
    return pill.grab().toImage()


def test_what_it_shows_follows_the_state_and_stays_while_the_state_does(parent: QWidget) -> None:
    pill = StatusPill(parent)
    pill.render_state(ViewState())
    first = look(pill)
    assert look(pill) == first
    pill.render_state(ViewState(phase=Phase.LIVE))
    assert look(pill) != first
    pill.render_state(ViewState())
    assert look(pill) == first
