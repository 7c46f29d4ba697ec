"""What the user sees and does in the transcript."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6 import QtGui
from PySide6.QtCore import QLocale, QPoint, Qt, QTime
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.transcript.test_record import Talk
from viewer.protocol import events
from viewer.ui.transcript import record
from viewer.ui.transcript.export import KINDS, Kind
from viewer.ui.transcript.labels import Labels
from viewer.ui.transcript.pane import TranscriptPane
from viewer.ui.transcript.view import TranscriptView

MOUSE = Qt.MouseButton.LeftButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@dataclass
class Stage:
    """A talk whose transcript is shown, and where exports are wanted."""

    talk: Talk
    pane: TranscriptPane = field(init=False)
    asked: list[tuple[str, Kind]] = field(default_factory=list)
    place: Path | None = None

    def persona(self, content: str, at: float = 101.0, name: str = "p", **state: object) -> None:
        self.pane.follow(self.talk.persona(content, at, name, **state))

    def many(self, count: int) -> None:
        for number in range(count):
            self.persona(f"Line {number}", 101.0 + number, f"many {number}")

    def where(self, _: QWidget, name: str, kind: Kind, chosen: Callable[[Path], None]) -> None:
        self.asked.append((name, kind))
        if self.place:
            chosen(self.place)

    @property
    def shown(self) -> list[str]:
        return _paragraphs(self.pane.view)

    def search(self, text: str) -> None:
        self.pane.search.open()
        QTest.keyClicks(self.pane.search.line, text)
        QTest.keyClick(self.pane.search.line, Qt.Key.Key_Return)  # rather than wait


def _paragraphs(view: TranscriptView) -> list[str]:
    text = view.toPlainText().replace("\u200e", "").replace("\u200f", "")
    return [line.strip("\u2028 ") for line in text.split("\n") if line.strip("\u2028 ")]


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    made = Stage(Talk())
    pane = made.pane = TranscriptPane(made.talk.record, where=made.where)
    qtbot.addWidget(pane)
    pane.resize(360, 400)
    pane.show()
    qtbot.waitExposed(pane)
    return made


def test_each_line_says_who_when_and_what(stage: Stage) -> None:
    stage.persona("Good")
    stage.pane.add(events.TextTyped("Hi\nthere", 103.0))
    stage.persona("Good day.", complete=True, interrupted=True)
    first, _ = stage.talk.lines
    time = QTime(first.at.hour, first.at.minute, first.at.second)
    clock = QLocale().toString(time, QLocale.FormatType.ShortFormat)
    date, head, text, other, *typed = stage.shown
    assert str(first.at.year) in date
    assert (head, text) == (f"Lena · {clock} · interrupted", "Good day.")
    assert other.startswith("You · ")
    assert other.endswith(" · typed")
    assert typed == ["Hi", "there"]


def test_it_stays_at_the_end_until_the_user_scrolls_up_and_a_button_leads_back(stage: Stage) -> None:
    stage.many(40)
    bar = stage.pane.view.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    assert not stage.pane.newest.isVisible()
    bar.setValue(10)
    assert (stage.pane.newest.isVisible(), stage.pane.newest.text()) == (True, "Newest")
    stage.persona("And on", 200.0, "more")
    stage.persona("And on it goes", 200.0, "more")
    assert bar.value() == 10
    assert stage.pane.newest.text() != "Newest"
    QTest.mouseClick(stage.pane.newest, MOUSE)
    assert bar.value() == bar.maximum()
    assert not stage.pane.newest.isVisible()


def test_a_resized_pane_stays_at_the_end(stage: Stage, qtbot: QtBot) -> None:
    stage.many(40)
    stage.pane.resize(260, 300)
    bar = stage.pane.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    assert stage.pane.view.follows


def test_what_is_searched_for_is_found_as_it_is_typed_the_newest_first(stage: Stage, qtbot: QtBot) -> None:
    stage.many(30)
    stage.persona("😀 The sea, the SEA", 200.0, "sea")
    stage.many(30)
    stage.search("sea")
    view, search = stage.pane.view, stage.pane.search
    assert search.line.hasFocus()
    assert search.count.text() == "2 of 2"
    assert [mark.cursor.selectedText() for mark in view.extraSelections()] == ["sea", "SEA"]
    QTest.keyClick(search.line, Qt.Key.Key_Return)
    assert search.count.text() == "1 of 2"
    QTest.keyClick(search.line, Qt.Key.Key_Return, SHIFT)
    assert search.count.text() == "2 of 2"
    assert view.viewport().rect().contains(view.cursorRect().center())
    QTest.keyClicks(search.line, "x")
    qtbot.waitUntil(lambda: search.count.text() == "Not found")
    QTest.keyClick(search.line, Qt.Key.Key_Escape)
    assert not search.isVisible()
    assert view.extraSelections() == []
    assert view.hasFocus()


def test_what_is_said_meanwhile_is_found_too_and_the_place_stays(stage: Stage, qtbot: QtBot) -> None:
    stage.persona("One sea", name="a")
    stage.search("sea")
    stage.persona("Another sea", 105.0, "b")
    qtbot.waitUntil(lambda: stage.pane.search.count.text() == "1 of 2")


def test_a_screen_reader_says_what_came_of_it(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    reader = SimpleNamespace(
        updateAccessibility=lambda event: said.append(event.message()),
        AnnouncementPoliteness=QtGui.QAccessible.AnnouncementPoliteness,
    )
    monkeypatch.setattr(QtGui, "QAccessible", reader)
    stage.pane.copy()
    stage.pane.search.show_place(None, 0)  # nothing is looked for
    stage.pane.search.line.setText("day")
    stage.pane.search.show_place(1, 2)
    stage.pane.search.show_place(1, 2)
    assert said == ["All of it is copied.", "1 of 2"]


def test_copy_takes_what_is_selected_or_all(stage: Stage) -> None:
    stage.persona("مرحبا", name="a")
    stage.persona("Good day.", 105.0, "b")
    QTest.mouseClick(stage.pane.copy_button, MOUSE)
    first, second = stage.talk.lines
    assert QGuiApplication.clipboard().text() == (
        f"Lena · {first.at:%H:%M:%S}\nمرحبا\n\nLena · {second.at:%H:%M:%S}\nGood day.\n"
    )
    view = stage.pane.view
    cursor = view.document().find("مرحبا")
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    QTest.keyClick(view, Qt.Key.Key_C, CONTROL)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("مرحبا\n\nLena · ")
    assert copied.endswith("\nGood day.")
    QTest.mouseClick(stage.pane.copy_button, MOUSE)
    assert QGuiApplication.clipboard().text() == copied


@pytest.mark.parametrize("number", range(len(KINDS)))
def test_export_asks_where_and_writes(stage: Stage, number: int, tmp_path: Path, qtbot: QtBot) -> None:
    kind = KINDS[number]
    stage.place = tmp_path / f"talk.{kind.suffix}"
    stage.persona("Good day.", complete=True)
    menu = stage.pane.export_button.menu()
    assert menu is not None
    menu.actions()[number].trigger()
    qtbot.waitUntil(stage.pane.bar.isVisible)
    ((name, asked),) = stage.asked
    assert (asked, name.endswith(f".{kind.suffix}"), "/" in name) == (kind, True, False)
    assert "Good day." in stage.place.read_text("utf-8")
    assert stage.place.name in stage.pane.bar.label.text()


def test_a_refused_place_is_told_and_stays_told(stage: Stage, tmp_path: Path, qtbot: QtBot) -> None:
    stage.place = tmp_path / "missing" / "talk.md"
    stage.persona("Good day.")
    stage.pane.export(KINDS[0])
    qtbot.waitUntil(stage.pane.bar.isVisible)
    assert "could not be saved as “talk.md”: no such file" in stage.pane.bar.label.text()
    assert not stage.pane.bar.expiry.isActive()


def test_the_real_dialog_asks_for_the_kind_that_was_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    talk = Talk()
    pane = TranscriptPane(talk.record)
    qtbot.addWidget(pane)
    pane.follow(talk.persona("Good day."))
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    try:
        pane.export(KINDS[3])
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        line = dialog.findChild(QLineEdit)
        assert line is not None
        assert line.text().endswith(".vtt")
        line.setText(str(tmp_path / "talk"))
        QTest.keyClick(line, Qt.Key.Key_Return)
        qtbot.waitUntil((tmp_path / "talk.vtt").exists)
    finally:
        QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


def test_clear_can_be_undone_for_some_seconds(stage: Stage) -> None:
    stage.persona("Old", name="a")
    QTest.mouseClick(stage.pane.clear_button, MOUSE)
    assert stage.shown == []
    assert not stage.pane.clear_button.isEnabled()
    stage.persona("New", 105.0, "b")
    QTest.mouseClick(stage.pane.bar.undo, MOUSE)
    assert stage.shown[2::2] == ["Old", "New"]
    assert not stage.pane.bar.isVisible()


def test_what_was_cleared_is_forgotten_in_the_end(stage: Stage) -> None:
    stage.persona("Old", name="a")
    stage.pane.clear()
    assert stage.pane.bar.expiry.isActive()
    stage.pane.bar.expiry.timeout.emit()
    stage.pane.bar.take_back()
    stage.talk.record.restore()
    assert stage.talk.texts == stage.shown == []


def test_another_message_in_the_bar_ends_the_undo(stage: Stage) -> None:
    stage.persona("Old", name="a")
    stage.pane.clear()
    stage.persona("New", 105.0, "b")
    stage.pane.copy()
    assert not stage.pane.bar.undo.isVisible()
    stage.talk.record.restore()
    assert stage.talk.texts == ["New"]


def test_text_begins_on_the_side_where_it_is_read_from(stage: Stage) -> None:
    stage.persona("A long text from left to right that needs more than a single line of the pane.", name="a")
    stage.persona("نص طويل من اليمين إلى اليسار يحتاج إلى أكثر من سطر واحد في هذه اللوحة الضيقة", 105.0, "b")
    view = stage.pane.view
    middle = view.viewport().width() / 2
    sides = []
    for number in range(view.blockCount()):
        block = view.document().findBlockByNumber(number)
        if len(block.text()) > 10 and number > 0:
            sides.append(view.cursorRect(QTextCursor(block)).x() < middle)
    assert sides == [True, True, False, False]


def test_it_is_told_how_much_is_not_kept(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not stage.pane.dropped.isVisible()
    monkeypatch.setattr(record, "MAX_LINES", 3)
    stage.many(5)
    assert stage.pane.dropped.isVisible()
    assert stage.pane.dropped.text().startswith("2 ")
    assert stage.shown[2::2] == ["Line 2", "Line 3", "Line 4"]


def test_nobody_waits_for_thousands_of_lines(qtbot: QtBot) -> None:
    talk = Talk()
    for number in range(450):
        talk.persona(f"Line {number}", 101.0 + number, str(number))
    pane = TranscriptPane(talk.record)
    qtbot.addWidget(pane)
    assert 0 < len(_paragraphs(pane.view)) < 300
    pane.follow(talk.persona("Line 440, corrected", 541.0, "440"))
    pane.follow(talk.persona("Line 2, corrected", 103.0, "2"))
    pane.follow(talk.persona("The newest", 900.0, "newest"))
    qtbot.waitUntil(lambda: len(_paragraphs(pane.view)) == 903)
    texts = _paragraphs(pane.view)[2::2]
    assert (texts[2], texts[440], texts[450]) == ("Line 2, corrected", "Line 440, corrected", "The newest")


def test_all_of_it_can_be_reached_by_the_keyboard_and_has_a_name(stage: Stage) -> None:
    stage.persona("Good day.")
    stage.search("day")
    stage.pane.bar.offer_undo("Gone.", lambda: None, lambda: None)
    QApplication.processEvents()
    reached: list[QWidget] = []
    while (focused := QApplication.focusWidget()) and focused not in reached:
        reached.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    wanted = [button for button in stage.pane.findChildren(QAbstractButton) if button.isVisible()]
    buttons = [button for button in wanted if button.parent() is not stage.pane.search.line]
    assert {*buttons, stage.pane.view, stage.pane.search.line} <= set(reached)
    assert all(widget.accessibleName() or getattr(widget, "text", str)() for widget in reached)


STEPS = st.tuples(st.sampled_from("abc"), st.sampled_from(["say", "more", "type", "hear", "clear", "undo"]))


@given(steps=st.lists(STEPS, max_size=12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_happens_it_shows_what_is_recorded(qtbot: QtBot, steps: list[tuple[str, str]]) -> None:
    talk = Talk()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(record, "MAX_LINES", 5)
        pane = TranscriptPane(talk.record)
        qtbot.addWidget(pane)
        for number, (name, step) in enumerate(steps):
            match step:
                case "say":
                    pane.follow(talk.persona(f"{name}\u05d0 {number}", 101 + number, name))
                case "more":
                    pane.follow(talk.persona(f"{name} more", 101, name, complete=True, interrupted=True))
                case "type":
                    pane.add(events.TextTyped(f"{name}\n{name}", 101 + number))
                case "hear":
                    pane.add(events.UserSpeechChanged(True, 100 + number / 2))
                    pane.follow(talk.user(name, 101 + number, name))
                case "clear":
                    pane.clear()
                case _:
                    pane.bar.take_back()
        fresh = TranscriptView(talk.record, Labels())
        assert pane.view.toPlainText() == fresh.toPlainText()
        fresh.deleteLater()


def test_the_newest_button_lies_within_the_view(stage: Stage) -> None:
    stage.many(40)
    stage.pane.view.verticalScrollBar().setValue(0)
    button = stage.pane.newest
    corner = button.mapTo(stage.pane.view, QPoint(button.width(), button.height()))
    assert stage.pane.view.rect().contains(corner)
