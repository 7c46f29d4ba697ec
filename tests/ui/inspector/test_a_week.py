"""A week of one session, on a clock of its own and at its rate: what is kept stays as large."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from screens.samples import samples
from screens.talks import connected, talked
from tests.soak.resources import memory as megabytes
from viewer.media.picture import PictureSlot
from viewer.protocol.events import Event, Statistics
from viewer.session.session_file.notes import Note, note
from viewer.ui.inspector.graphs.series import CAPACITY
from viewer.ui.inspector.memory import Memory
from viewer.ui.inspector.panel import InspectorPanel
from viewer.ui.inspector.timeline.model import MAX_NOTES
from viewer.ui.inspector.timeline.tab import Timeline
from viewer.ui.inspector.turns.tab import TurnsTab
from viewer.ui.inspector.turns.turns import MAX_TURNS

pytestmark = pytest.mark.long

HOUR = 3600
DAY = 24 * HOUR
WEEK = 7 * DAY
TURNS_EVERY = 20
# Six days more. Were each second's figures kept, and nothing else, it would be 500.
MAX_GROWN_MB = 8


def hour_of_talk(began: int) -> Iterator[Event]:
    """Figures every second, and a turn of each kind with all that belongs to it three times a minute."""
    figures = cycle(samples(60))
    shown = Statistics(
        720, 480, "VP8", 1700.0, 1, 25.0, 40.0, 0, 0, 0, 0.02, "open", "completed", "connected"
    )
    turn = talked()
    for at in range(began, began + HOUR):
        sampled = replace(next(figures), at=float(at))
        yield sampled
        yield shown
        yield note(at, "told", sampled)
        yield note(at, "told", shown)
        if at % TURNS_EVERY == 0:
            for noted in turn:
                assert isinstance(noted, Note)
                yield note(at + noted.at - turn[0].at, noted.side, noted.what)


def test_a_week_takes_no_more_memory_than_a_day(qtbot: QtBot) -> None:
    parent, memory = QWidget(), Memory()
    qtbot.addWidget(parent)
    parent.resize(900, 700)
    panel = InspectorPanel(parent, memory, lambda: 0)
    panel.add_picture_tab(PictureSlot())
    panel.fit(parent.rect())
    panel.show()
    parent.show()
    for noted in connected():
        memory.add(noted)
        panel.take(noted, 0)
    after_a_day = 0.0
    for began in range(0, WEEK, HOUR):
        for event in hour_of_talk(1000 + began):
            memory.add(event)
            panel.take(event, 0)
        panel.tabs.setCurrentIndex(began // HOUR % panel.tabs.count())
        QApplication.processEvents()
        if began + HOUR == DAY:
            after_a_day = megabytes()
    timeline, turns = panel.tab(1), panel.tab(2)
    assert isinstance(timeline, Timeline)
    assert isinstance(turns, TurnsTab)
    for tab in range(panel.tabs.count()):
        panel.tabs.setCurrentIndex(tab)
        QApplication.processEvents()
    assert megabytes() - after_a_day < MAX_GROWN_MB
    assert len(timeline.model.notes) <= MAX_NOTES
    assert len(turns._turns.turns) <= MAX_TURNS
    assert CAPACITY <= len(memory.series) < 1.2 * CAPACITY
    assert timeline.model.notes[-1].at > 1000 + WEEK - TURNS_EVERY
