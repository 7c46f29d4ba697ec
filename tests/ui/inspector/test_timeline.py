"""The timeline's tab: what it lists, finds, follows and saves, by keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from screens.talks import connected, talked
from tests.ui.conftest import Stage
from viewer.protocol import events, inputs
from viewer.protocol.insight import Noted
from viewer.session.session_file.lines import SessionFile
from viewer.session.session_file.notes import note
from viewer.ui.inspector.timeline import model
from viewer.ui.inspector.timeline.tab import Timeline


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    """The tab with a session in it, shown."""
    tab = Timeline()
    qtbot.addWidget(tab)
    tab.resize(460, 560)
    for noted in (*connected(), *talked()):
        tab.take(noted, 0)
    tab.show()
    qtbot.waitExposed(tab)
    return tab


def listed(tab: Timeline) -> list[str]:
    return [tab.model.entry(row).described.name for row in range(tab.model.rowCount())]


def test_it_lists_what_happened_with_times_and_hides_what_comes_by_itself(timeline: Timeline) -> None:
    names = listed(timeline)
    assert names[:2] == ["BrokerAsked", "BrokerAnswered"]
    assert names[-1] == "Warned"
    assert "heartbeat" not in names
    texts = [timeline.model.index(1, column).data() for column in range(3)]
    assert texts[:2] == ["0.062", "• BrokerAnswered"]
    assert "engine.example" in texts[2]


def test_words_are_found_in_lines_and_in_what_is_within(timeline: Timeline, qtbot: QtBot) -> None:
    QTest.keyClick(timeline, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert timeline.search.hasFocus()
    with qtbot.waitSignal(timeline.model.sieved):
        QTest.keyClicks(timeline.search, "GOOGLE-start")
    assert listed(timeline) == ["OfferEdited", "offer"]
    assert timeline.words.text() == "2 line(s) found."
    QTest.keyClick(timeline.search, Qt.Key.Key_Return)
    assert timeline.list.hasFocus()
    timeline.search.setFocus()
    with qtbot.waitSignal(timeline.model.sieved):
        QTest.keyClick(timeline.search, Qt.Key.Key_Escape)
    assert listed(timeline)[0] == "BrokerAsked"


def test_what_is_shown_is_chosen_in_a_menu(timeline: Timeline) -> None:
    for name, action in timeline._actions.items():
        action.setChecked(name == "figures")
    assert listed(timeline) == ["heartbeat"]
    timeline.take(note(120.0, "in", inputs.TimePassed()), 0)
    timeline.take(note(120.0, "told", events.MediaStalled()), 0)
    timeline._flush()
    assert listed(timeline) == ["heartbeat", "TimePassed"]


def test_the_arrow_keys_choose_and_enter_goes_to_what_is_within(timeline: Timeline) -> None:
    timeline.list.setFocus()
    timeline.list.choose(0)
    QTest.keyClick(timeline.list, Qt.Key.Key_Down)
    tree = timeline.detail.tree
    assert timeline.detail.currentWidget() is tree
    names = [tree.topLevelItem(n).text(0) for n in range(tree.topLevelItemCount())]  # type: ignore[union-attr]
    assert names == ["kind", "session"]
    QTest.keyClick(timeline.list, Qt.Key.Key_Return)
    assert tree.hasFocus()
    QTest.keyClick(tree, Qt.Key.Key_Down)
    QTest.keyClick(tree, Qt.Key.Key_Left)
    assert not tree.isExpanded(tree.currentIndex())
    QTest.keyClick(tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert '"engineHost": "engine.example"' in QGuiApplication.clipboard().text()


def test_an_offer_is_shown_with_what_was_edited(timeline: Timeline) -> None:
    timeline.list.choose(listed(timeline).index("OfferEdited"))
    text = timeline.detail.text.toPlainText()
    assert "+ a=fmtp:97 x-google-start-bitrate=1000" in text.splitlines()
    assert timeline.detail.currentWidget() is timeline.detail.text


def test_it_follows_until_the_user_looks_elsewhere(timeline: Timeline) -> None:
    bar = timeline.list.verticalScrollBar()
    for number in range(60):
        timeline.take(note(120.0 + number, "told", events.Warned(str(number))), 0)
    timeline._flush()
    QApplication.processEvents()
    assert bar.value() == bar.maximum()
    timeline.list.setFocus()
    timeline.list.choose(70)
    QTest.keyClick(timeline.list, Qt.Key.Key_Home)
    assert not timeline.follow.isChecked()
    timeline.take(note(200.0, "told", events.MediaStalled()), 0)
    timeline._flush()
    assert bar.value() < bar.maximum()
    timeline.follow.click()
    assert bar.value() == bar.maximum()


def test_it_keeps_the_newest_so_many_and_so_much(timeline: Timeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "MAX_NOTES", 600)
    timeline.model.add([note(200.0 + n, "told", events.Warned(str(n))) for n in range(2000)])
    assert len(timeline.model.notes) <= 600
    assert timeline.model.dropped > 1400
    assert timeline.model.entry(timeline.model.rowCount() - 1).described.line == "text 1999"
    assert timeline.model.rowCount() == len(timeline.model.notes)
    big = note(9999.0, "in", inputs.DataReceived("x" * 1_000_000))
    timeline.model.add([big] * 40)
    assert sum(noted.size for noted in timeline.model.notes) <= model.MAX_BYTES


def test_a_new_session_begins_anew_and_knows_the_devices(stage: Stage) -> None:
    stage.bridge.tell_devices(("Mic",), ("Speaker",))
    stage.go_live()
    stage.play(*talked())
    QTest.keyClick(stage.window, Qt.Key.Key_F12)
    tab = stage.window.inspector.tab(1)
    assert isinstance(tab, Timeline)
    stage.window.inspector.tabs.setCurrentIndex(1)
    assert listed(tab)[0] == "DevicesListed"
    assert listed(tab)[-1] == "Warned"
    stage.go_live()
    tab._flush()
    assert listed(tab) == ["DevicesListed"]


def test_what_is_hidden_costs_nothing_and_is_bounded(qtbot: QtBot) -> None:
    tab = Timeline()
    qtbot.addWidget(tab)
    looked = Noted(1.0, "told", "Warned", Untouchable())  # type: ignore[arg-type]
    for _ in range(model.MAX_NOTES + 10):
        tab.take(looked, 0)
    assert tab.model.rowCount() == 0
    assert len(tab._waiting) == model.MAX_NOTES


class Untouchable:
    """Nobody may look into it."""

    def __getattr__(self, name: str) -> object:
        raise AssertionError("somebody looked")


@pytest.mark.parametrize(("action", "masked"), [(0, True), (1, False)])
def test_it_is_saved_as_a_session_file(
    timeline: Timeline, qtbot: QtBot, tmp_path: Path, action: int, masked: bool
) -> None:
    def where(_parent: QWidget, name: str, chosen: Callable[[Path], None]) -> None:
        assert name.endswith(".jsonl")
        chosen(tmp_path / "talk.jsonl")

    timeline._where = where
    timeline.save_button.menu().actions()[action].trigger()
    qtbot.waitUntil(lambda: timeline.words.text() == "Saved as talk.jsonl.")
    file = SessionFile(tmp_path / "talk.jsonl")
    assert len(file.notes) == len(connected()) + len(talked())
    assert ("192.168.1.7" in (tmp_path / "talk.jsonl").read_text()) is not masked


@pytest.mark.parametrize(("action", "name"), [(3, "webrtc-internals .json"), (4, "rtcstats .jsonl")])
def test_it_is_saved_for_other_programs_without_addresses(
    timeline: Timeline, qtbot: QtBot, tmp_path: Path, action: int, name: str
) -> None:
    asked: list[str] = []

    def where(_parent: QWidget, name: str, chosen: Callable[[Path], None]) -> None:
        asked.append(name)
        chosen(tmp_path / "dump")

    timeline._where = where
    timeline.save_button.menu().actions()[action].trigger()
    qtbot.waitUntil(lambda: timeline.words.text() == "Saved as dump.")
    form, suffix = name.split(" ")
    assert asked[0].startswith(form)
    assert asked[0].endswith(suffix)
    text = (tmp_path / "dump").read_text("utf-8")
    assert "createOfferOnSuccess" in text
    assert "192.168.1.7" not in text


def test_a_place_that_takes_nothing_is_told(timeline: Timeline, qtbot: QtBot, tmp_path: Path) -> None:
    timeline._where = lambda _parent, _name, chosen: chosen(tmp_path / "nowhere" / "talk.jsonl")
    timeline.save("masked")
    qtbot.waitUntil(lambda: "could not be saved" in timeline.words.text())
