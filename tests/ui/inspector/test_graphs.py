"""The tab of graphs: loaded when it is looked at, drawn while it is; by mouse and by keyboard."""

import sys

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from screens.samples import samples
from viewer.protocol.events import Phase, PhaseChanged
from viewer.ui import look
from viewer.ui.inspector.graphs.plots import Plots, thinned
from viewer.ui.inspector.graphs.series import Series
from viewer.ui.inspector.graphs.tab import GraphsTab

LOADED_MS = 60_000


class Talk:
    """The tab, and a session that goes on."""

    def __init__(self) -> None:
        self.series = Series()
        self.tab = GraphsTab(self.series)
        self._samples = samples(5000)

    def go_on(self, seconds: int) -> None:
        for _ in range(seconds):
            sample = next(self._samples)
            self.series.add(sample)
            self.tab.take(sample, 0)

    @property
    def plots(self) -> Plots:
        assert self.tab.plots
        return self.tab.plots


@pytest.fixture
def talk(qtbot: QtBot) -> Talk:
    """After two minutes, shown."""
    made = Talk()
    made.go_on(120)
    qtbot.addWidget(made.tab)
    made.tab.resize(460, 560)
    made.tab.show()
    qtbot.waitUntil(lambda: made.tab.plots is not None and len(made.plots.rows) == 5, timeout=LOADED_MS)
    return made


def test_it_draws_the_last_minute_and_says_the_newest_figures(talk: Talk) -> None:
    first = talk.plots.rows[0]
    assert [row.title.text() for row in talk.plots.rows][:2] == ["Bitrate", "Round trip: 19.1 ms"]
    assert [key.text() for key in first.keys] == ["received 1,542 kbit/s", "sent 48 kbit/s"]
    assert first.graph.accessibleName() == "Bitrate"
    assert first.graph.accessibleDescription() == "Bitrate, received 1,542 kbit/s, sent 48 kbit/s"
    assert {row.graph.shown for row in talk.plots.rows} == {(-60.0, 0.0)}
    assert all(len(x) == len(y) > 60 for x, y in first.graph.curves)
    assert not talk.tab.grab().isNull()


def test_what_comes_while_it_is_hidden_is_drawn_when_it_is_shown_and_not_before(talk: Talk) -> None:
    graph = talk.plots.rows[0].graph
    before = graph.curves[0][1][-1]
    talk.tab.hide()
    talk.go_on(5)
    assert graph.curves[0][1][-1] == before
    talk.tab.show()
    assert graph.curves[0][1][-1] != before


def test_the_keyboard_zooms_points_moves_and_stands_still(talk: Talk) -> None:
    row = talk.plots.rows[1]
    graph = row.graph
    graph.setFocus()
    QTest.keyClick(graph, Qt.Key.Key_Plus)
    assert graph.shown == (-40.0, 0.0)
    assert talk.tab.period.currentIndex() == -1
    QTest.keyClick(graph, Qt.Key.Key_Minus)
    assert graph.shown == (-60.0, 0.0)
    assert talk.tab.period.currentText() == "Last minute"
    QTest.keyClick(graph, Qt.Key.Key_Left)
    QTest.keyClick(graph, Qt.Key.Key_Left)
    assert row.title.text().endswith(", 1 s ago")
    QTest.keyClick(graph, Qt.Key.Key_Escape)
    assert row.title.text() == "Round trip: 19.1 ms"
    QTest.keyClick(graph, Qt.Key.Key_PageUp)
    assert graph.shown == (-90.0, -30.0)
    assert talk.tab.pause.isChecked()
    QTest.keyClick(graph, Qt.Key.Key_Home)
    assert graph.shown == (-60.0, 0.0)
    QTest.keyClick(graph, Qt.Key.Key_P)
    talk.go_on(3)
    talk.tab.draw()
    assert graph.shown == (-63.0, -3.0)


def test_the_mouse_shows_the_figures_at_a_time_in_all_graphs(talk: Talk) -> None:
    graph = talk.plots.rows[0].graph
    middle = QPoint(round(graph.width() * 0.55), graph.height() // 2)
    QTest.mouseMove(graph.viewport(), middle)
    assert talk.plots.rows[0].title.text().endswith("s ago")
    assert talk.plots.rows[2].title.text().endswith("s ago")
    QApplication.sendEvent(graph, QEvent(QEvent.Type.Leave))
    assert talk.plots.rows[0].title.text() == "Bitrate"


def test_groups_and_periods_are_chosen_and_another_session_begins_anew(talk: Talk, qtbot: QtBot) -> None:
    talk.tab.group.setCurrentIndex(3)
    qtbot.waitUntil(lambda: len(talk.plots.rows) == 3, timeout=LOADED_MS)
    assert [row.chart.name for row in talk.plots.rows] == ["cpu", "memory", "loops"]
    talk.tab.period.activated.emit(1)
    assert talk.plots.rows[0].graph.shown == (-600.0, 0.0)
    talk.tab.pause.click()
    talk.series.clear()
    talk.tab.take(PhaseChanged(Phase.ASKING_BROKER), 0)
    talk.tab.draw()
    assert talk.tab.words.isVisible()
    assert not talk.tab.pause.isChecked()
    assert talk.plots.rows[0].title.text() == "Processor, of a core: –"


@pytest.mark.parametrize("palette", ["light", "high-contrast"])
def test_it_is_drawn_in_the_colours_in_force(
    talk: Talk, qapp: QApplication, palette: look.PaletteName
) -> None:
    before = look.appearance()
    try:
        look.apply(qapp, look.Appearance(palette))
        graph = talk.plots.rows[0].graph
        assert graph.backgroundBrush().color() == look.colour("ground")
        assert graph._curves[0].opts["pen"].color() == look.colour("accent")
    finally:
        look.apply(qapp, before)


def test_an_hour_is_thinned_without_losing_its_peaks() -> None:
    x, y = np.arange(3600.0), np.zeros(3600)
    y[1801] = 7.0
    y[2000:2200] = np.nan
    thin_x, thin_y = thinned(x, y)
    assert len(thin_x) == len(thin_y) < 2000
    assert np.nanmax(thin_y) == 7.0
    assert np.isnan(thin_y).any()


def test_nothing_of_it_touches_how_the_program_ends() -> None:
    assert sys.excepthook is sys.__excepthook__ or "pyqtgraph" not in repr(sys.excepthook)
