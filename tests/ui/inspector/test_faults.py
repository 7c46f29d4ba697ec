"""The tab of faults: what each button asks for, and when everything is whole again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from viewer.errors import UsageError
from viewer.protocol import commands, events
from viewer.protocol.commands import Command
from viewer.protocol.events import CloseReason, Phase
from viewer.ui.inspector.faults.tab import FaultsTab


class Bench:
    """The tab in a session, and what it asked for."""

    def __init__(self) -> None:
        self.tab = FaultsTab()
        self.asked: list[Command] = []
        self.tab.command.connect(self.asked.append)
        self.tab.take(events.SessionStarted("s1"), 0)


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    made = Bench()
    qtbot.addWidget(made.tab)
    made.tab.show()
    return made


def test_each_fault_is_asked_for(bench: Bench) -> None:
    tab = bench.tab
    tab.cut.click()
    tab.expire.click()
    tab.lose.switch.click()
    tab.percent.set_value(30)
    tab.stall.switch.click()
    tab.stall.switch.click()
    tab.lose.switch.click()
    tab.percent.set_value(40)
    tab.microphone.switch.click()
    tab.loudspeaker.switch.click()
    tab.microphone.switch.click()
    assert bench.asked == [
        commands.CutSignalling(),
        commands.ExpireSession(),
        *(commands.LoseMedia(percent) for percent in (20, 30, 100, 30, 0)),
        commands.Unplug(frozenset({"microphone"})),
        commands.Unplug(frozenset({"microphone", "loudspeaker"})),
        commands.Unplug(frozenset({"loudspeaker"})),
    ]


def test_back_to_normal_mends_everything(bench: Bench) -> None:
    for line in (bench.tab.stall, bench.tab.microphone):
        line.switch.click()
    bench.asked.clear()
    bench.tab.normal.click()
    assert bench.asked == [commands.Unplug(frozenset()), commands.LoseMedia(0)]
    assert not any(line.switch.isChecked() for line in (bench.tab.stall, bench.tab.microphone))


def test_without_a_session_it_says_so_and_asks_for_nothing(bench: Bench) -> None:
    bench.tab.take(events.SessionClosed(CloseReason.NORMAL, None), 0)
    bench.tab.cut.click()
    bench.tab.stall.switch.click()
    assert bench.asked == []
    assert not bench.tab.stall.switch.isChecked()
    assert bench.tab.words.text() == "There is no session: connect first."


def test_a_call_begins_whole_and_a_refusal_is_told_in_place(bench: Bench) -> None:
    bench.tab.lose.switch.click()
    bench.tab.take(events.PhaseChanged(Phase.ASKING_BROKER), 0)
    assert not bench.tab.lose.switch.isChecked()
    bench.tab.take(
        events.CommandRefused(UsageError("The WebSocket is not open.", hint="Wait until it is.")), 0
    )
    assert bench.tab.words.text() == "The WebSocket is not open. Wait until it is."


def test_a_number_stays_within_its_bounds_and_counts_by_keys(bench: Bench) -> None:
    percent, told = bench.tab.percent, list[int]()
    percent.value_changed.connect(told.append)
    percent.selectAll()
    QTest.keyClicks(percent, "0")
    assert percent.value == 1
    QTest.keyClick(percent, Qt.Key.Key_Return)
    assert percent.text() == "1"
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(percent, key)
    assert percent.text() == "2"
    percent.set_value(500)
    assert told == [1, 2, 100]
