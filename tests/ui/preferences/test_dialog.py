"""What the user changes in the preferences: at once, by mouse or keyboard, with a way back."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.preferences.conftest import Opened
from viewer.settings import Page
from viewer.ui.preferences.editors import ChoiceEditor, DeviceEditor, NumberEditor, SwitchEditor, TextEditor
from viewer.ui.preferences.row import SettingRow
from viewer.ui.preferences.table import PAGES, settings

MOUSE = Qt.MouseButton.LeftButton
SHOWN = [setting for setting in settings() if setting.kind != "shortcuts"]


def change(row: SettingRow) -> Any:
    """Change ``row`` as a user does; what it is then."""
    match row.editor:
        case SwitchEditor() as editor:
            before = editor.switch.isChecked()
            QTest.mouseClick(editor.switch, MOUSE)
            return not before
        case ChoiceEditor() as editor:
            editor.box.setFocus()
            QTest.keyClick(editor.box, Qt.Key.Key_End)
            return editor.box.currentData()
        case NumberEditor() as editor:
            QTest.keyClick(editor.slider, Qt.Key.Key_PageDown if editor.slider.value() else Qt.Key.Key_PageUp)
            QTest.keyClick(editor.slider, Qt.Key.Key_Right)
            return editor.slider.value()
        case TextEditor() as editor:
            editor.line.setFocus()
            editor.line.selectAll()
            QTest.keyClicks(editor.line, "http://some.example:80")
            QTest.keyClick(editor.line, Qt.Key.Key_Return)
            return "http://some.example:80"
        case DeviceEditor() as editor:
            editor.picker.setFocus()
            QTest.keyClick(editor.picker, Qt.Key.Key_End)
            return "none"
    raise AssertionError(row.editor)


@pytest.mark.parametrize("page", [page for page in PAGES if page != "keyboard"])
def test_every_row_changes_its_setting_at_once_and_resets_it(opened: Opened, page: Page) -> None:
    dialog, store = opened.dialog, opened.store
    told: list[tuple[str, Any]] = []
    store.changed.connect(lambda name, value: told.append((name, value)))
    dialog.show_page(page)
    for name in [setting.name for setting in SHOWN if setting.page == page]:
        row = dialog.rows[name]
        assert row.isVisible()
        assert row.reset is None, "it is as shipped"
        wanted = change(row)
        assert told[-1] == (name, wanted)
        assert getattr(store.current, name) == wanted != store.default(name)
        assert row.reset
        assert row.reset.isVisible()
        assert row.reset.accessibleName() == f"Reset {row.title.text()}"
        QTest.mouseClick(row.reset, MOUSE)
        assert told[-1] == (name, store.default(name))
        assert not row.reset.isVisible()
        assert QApplication.focusWidget() is not row.reset


def test_a_row_says_when_it_acts_and_what_it_is_to_screen_readers(opened: Opened) -> None:
    row = opened.dialog.rows["gateway"]
    assert row.line
    assert row.line.text().endswith("From the next call on")
    assert row.editor.control.accessibleName() == "Go through the broker"
    assert row.editor.control.accessibleDescription() == row.line.text()
    opened.dialog.show_page("sound")
    muted = opened.dialog.rows["muted"].line
    assert muted
    assert "next call" not in muted.text()


def test_what_is_changed_elsewhere_is_shown(opened: Opened) -> None:
    opened.dialog.show_page("devices")
    opened.store.change(volume=30, mic="Headset")
    volume, microphone = (opened.dialog.rows[name].editor for name in ("volume", "mic"))
    assert isinstance(volume, NumberEditor)
    assert (volume.slider.value(), volume.number.text()) == (30, "30 %")
    assert isinstance(microphone, DeviceEditor)
    assert microphone.picker.chosen == "Headset"
    opened.dialog.show_devices(["Headset"], [])
    assert microphone.picker.currentText() == "Headset"


def test_text_that_is_wrong_is_told_in_its_row_and_changes_nothing(opened: Opened) -> None:
    row = opened.dialog.rows["broker"]
    assert isinstance(row.editor, TextEditor)
    line = row.editor.line
    line.setFocus()
    QTest.keyClicks(line, "broker.example")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert row.error
    assert "it has to be a URL" in row.error.text()
    assert (opened.store.current.broker, line.text()) == ("", "broker.example")
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "https://broker.example/")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert not row.error.isVisible()
    assert (opened.store.current.broker, line.text()) == ("https://broker.example",) * 2


def test_what_may_hold_a_password_is_not_shown(opened: Opened) -> None:
    opened.store.change(proxy="http://user:word@p.example:3128")
    editor = opened.dialog.rows["proxy"].editor
    assert isinstance(editor, TextEditor)
    assert editor.line.echoMode() is QLineEdit.EchoMode.PasswordEchoOnEdit
    assert "word" not in editor.line.displayText()


def test_what_a_flag_decides_is_marked_and_changes_until_the_end_only(
    open_dialog: Callable[..., Opened], tmp_path: Path
) -> None:
    opened = open_dialog(gateway=True)
    row = opened.dialog.rows["gateway"]
    assert "Set by an option or the environment" in row.warning
    assert row.warning in {label.text() for label in row.findChildren(QLabel)}
    assert row.warning in row.editor.control.accessibleDescription()
    assert not opened.dialog.rows["connect"].warning
    change(row)
    opened.store.flush()
    assert opened.store.current.gateway is False
    assert not (tmp_path / "settings.toml").exists()


def test_a_size_of_text_is_taken_when_the_slider_is_let_go(opened: Opened) -> None:
    opened.dialog.show_page("look")
    editor = opened.dialog.rows["text_scale"].editor
    assert isinstance(editor, NumberEditor)
    editor.slider.setSliderDown(True)
    editor.slider.setSliderPosition(150)
    assert (opened.store.current.text_scale, editor.number.text()) == (100, "150 %")
    editor.slider.setSliderDown(False)
    assert opened.store.current.text_scale == 150


def test_the_wheel_scrolls_and_changes_nothing(opened: Opened) -> None:
    opened.dialog.show_page("captions")
    for name in ("captions", "caption_size"):
        control = opened.dialog.rows[name].editor.control
        turned = QWheelEvent(
            QPointF(5, 5),
            QPointF(control.mapToGlobal(QPoint(5, 5))),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(control, turned)
    assert (opened.store.current.captions, opened.store.current.caption_size) == ("box", 100)


def shown(opened: Opened) -> set[str]:
    return {name for name, row in opened.dialog.rows.items() if row.isVisible()}


def test_search_finds_titles_lines_names_and_choices_of_all_pages(qtbot: QtBot, opened: Opened) -> None:
    opened.dialog.search.setText("日本語")
    qtbot.waitUntil(lambda: shown(opened) == {"language"})  # whose page was not there yet
    qtbot.waitUntil(lambda: len(opened.dialog.pages) == len(PAGES))
    for looked_for, found in (
        ("ECHO", {"echo_cancellation", "half_duplex"}),
        ("fans hum", {"noise_suppression"}),
        ("half_duplex", {"half_duplex"}),
        ("high contrast", {"look"}),
    ):
        opened.dialog.search.setText(looked_for)
        assert shown(opened) == found
        assert not opened.dialog.list.selectedItems()


def test_rows_come_back_while_their_page_is_away_which_costs_a_tenth(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened.dialog
    page, beside = dialog.pages["connection"], []
    dialog.search.setText("gateway")
    show = SettingRow.setVisible

    def noting(row: SettingRow, visible: bool) -> None:
        beside.append(page.isVisible())
        show(row, visible)

    monkeypatch.setattr(SettingRow, "setVisible", noting)
    dialog.search.clear()
    assert beside == [False] * 4  # of five
    assert page.isVisible()


def test_a_row_that_stays_keeps_the_keyboard(opened: Opened) -> None:
    dialog = opened.dialog
    dialog.search.setText("gateway")
    focused = dialog.rows["gateway"].focused
    focused.setFocus()
    dialog.search.clear()
    assert focused.hasFocus()


def test_search_says_when_nothing_is_found_and_escape_leads_back(qtbot: QtBot, opened: Opened) -> None:
    dialog = opened.dialog
    QTest.keyClicks(dialog.search, "xyz")
    qtbot.waitUntil(dialog.nothing.isVisible)
    assert not shown(opened)
    QTest.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert shown(opened) == {"broker", "persona", "proxy", "gateway", "connect"}
    assert [item.text() for item in dialog.list.selectedItems()] == ["Connection"]
    QTest.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_all_rows_are_made_while_there_is_nothing_else_to_do(qtbot: QtBot, opened: Opened) -> None:
    counts = [0]

    def count() -> None:
        counts.append(len(opened.dialog.rows) + len(opened.dialog.shortcuts))

    count()
    turns = QTimer(interval=0)
    turns.timeout.connect(count)
    turns.start()
    qtbot.waitUntil(lambda: len(opened.dialog.pages) == len(PAGES))
    assert counts[-1] > 50
    assert max(after - before for before, after in pairwise(counts[1:])) < 10, "the window would stutter"
    assert shown(opened) == {"broker", "persona", "proxy", "gateway", "connect"}


def test_everything_is_reset_and_that_is_undone(opened: Opened) -> None:
    dialog, store = opened.dialog, opened.store

    def now() -> tuple[int, str, str]:
        return store.current.volume, store.current.captions, opened.actions.keys("mute")

    store.change(volume=20, captions="off", shortcuts={"mute": "F5"})
    assert not dialog.undo.isVisible()
    QTest.mouseClick(dialog.reset_all, MOUSE)
    assert now() == (100, "box", "Ctrl+M")
    assert dialog.undo.hasFocus()
    QTest.keyClick(dialog.undo, Qt.Key.Key_Space)
    assert now() == (20, "off", "F5")
    assert not dialog.undo.isVisible()
    QTest.mouseClick(dialog.reset_all, MOUSE)
    store.change(muted=True)
    assert not dialog.undo.isVisible(), "there is something newer"


def test_by_keyboard_alone_a_setting_is_found_and_switched(opened: Opened) -> None:
    dialog = opened.dialog

    def focused() -> QWidget:
        widget = QApplication.focusWidget()
        assert widget
        return widget

    assert focused() is dialog.list
    for _ in range(2):
        QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert shown(opened) >= {"muted", "half_duplex"}
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Muted"
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert opened.store.current.muted
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Reset Muted"
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert not opened.store.current.muted
    assert focused().accessibleName() == "Muted"
    QTest.keyClick(focused(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert focused() is dialog.search
    opened.store.change(shortcuts={"find": "F3"})
    dialog.list.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_F3)
    assert focused() is dialog.search
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_every_control_has_a_name(qtbot: QtBot, opened: Opened) -> None:
    qtbot.waitUntil(lambda: len(opened.dialog.rows) == len(SHOWN) and bool(opened.dialog.shortcuts))
    unnamed = [
        control
        for control in opened.dialog.findChildren(QWidget)
        if control.window() is opened.dialog
        and control.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not control.accessibleName()
        and not control.property("text")
        and not control.objectName().startswith("qt_")
    ]
    assert unnamed == []


def test_large_letters_in_a_small_window_put_controls_below(opened: Opened) -> None:
    dialog = opened.dialog
    dialog.show_page("devices")
    row = dialog.rows["mic"]
    assert row.line
    dialog.resize(900, 600)
    QApplication.processEvents()
    assert row.editor.x() > row.line.geometry().right()
    dialog.resize(dialog.minimumSizeHint())
    QApplication.processEvents()
    assert row.editor.y() > row.line.geometry().bottom()
    assert row.width() <= dialog.width()


@pytest.mark.parametrize(
    "width", [1, 700, pytest.param(860, marks=pytest.mark.long), pytest.param(1000, marks=pytest.mark.long)]
)
def test_no_words_are_cut_and_no_row_is_higher_than_it_needs(
    open_dialog: Callable[..., Opened], width: int
) -> None:
    opened = open_dialog(broker="http://b", volume=50)
    dialog = opened.dialog
    dialog.resize(width, 600)
    for page in PAGES:
        dialog.show_page(page)
        QApplication.processEvents()
        section = dialog.pages[page]
        cut = [
            label.text()
            for label in section.findChildren(QLabel)
            if label.isVisible() and label.height() < label.heightForWidth(label.width())
        ]
        assert cut == []
        assert section.height() == section.heightForWidth(section.width())


def test_where_nothing_is_written_the_privacy_page_says_so(open_dialog: Callable[..., Opened]) -> None:
    opened = open_dialog()
    opened.dialog.show_page("privacy")
    said = [label.text() for label in opened.dialog.pages["privacy"].findChildren(QLabel)]
    assert any(str(opened.store.file.path) in text for text in said)
