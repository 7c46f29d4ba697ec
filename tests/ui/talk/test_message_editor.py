"""What is typed: lines, history, input methods, and a message that is too long for the engine."""

import pytest
from PySide6.QtCore import QLocale, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Stage
from viewer import errors
from viewer.protocol.commands import SendText
from viewer.protocol.events import CloseReason, SessionClosed
from viewer.ui.talk.message_editor import MessageEditor

LONGEST = 2000


@pytest.fixture
def line(stage: Stage) -> MessageEditor:
    """Where the user types in a live session."""
    stage.go_live()
    return stage.window.controls.message


def number(count: int) -> str:
    """As it is written where the tests run."""
    return QLocale().toString(count)


def paste(line: MessageEditor, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    line.paste()


def select(line: MessageEditor, start: int) -> None:
    """All from there on."""
    cursor = line.textCursor()
    cursor.setPosition(start)
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    line.setTextCursor(cursor)


def told(stage: Stage) -> str | None:
    """What stands over the picture."""
    notice = stage.window.live_page.message_notice
    return notice.label.text() if notice.isVisible() else None


@pytest.mark.parametrize("text", ["a" * 100_000, "ä\n" * 50_000, "\N{GRINNING FACE}" * (LONGEST + 1)])
def test_what_is_too_long_is_not_put_in_at_all_and_said_so(
    stage: Stage, line: MessageEditor, text: str
) -> None:
    QTest.keyClicks(line, "Hello ")
    paste(line, text)
    assert line.text() == "Hello "
    said = told(stage)
    assert said is not None
    assert f"{number(len(text) + 6)} characters" in said
    assert "in parts" in said
    assert QGuiApplication.clipboard().text() == text


def test_what_just_fits_is_sent_whole(stage: Stage, line: MessageEditor) -> None:
    paste(line, "ä" * LONGEST)
    assert told(stage) is None
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert stage.commands == [SendText("ä" * LONGEST)]


def test_the_words_go_with_the_next_letter_and_come_again_with_the_next_attempt(
    stage: Stage, line: MessageEditor
) -> None:
    paste(line, "a" * 3000)
    assert told(stage)
    QTest.keyClicks(line, "b")
    assert told(stage) is None
    paste(line, "a" * 3000)
    QTest.mouseClick(stage.window.live_page.message_notice.dismiss, Qt.MouseButton.LeftButton)
    assert told(stage) is None
    paste(line, "a" * 3000)
    assert told(stage)


def test_one_letter_more_than_fits_is_told(stage: Stage, line: MessageEditor) -> None:
    paste(line, "a" * LONGEST)
    QTest.keyClicks(line, "b")
    assert line.text() == "a" * LONGEST
    assert f"{number(2001)} characters" in (told(stage) or "")


def test_what_is_too_long_to_be_dropped_stays_where_it_was_dragged_from(
    stage: Stage, line: MessageEditor
) -> None:
    dragged = QMimeData()
    dragged.setText("a" * 3000)
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.MoveAction | Qt.DropAction.CopyAction,
        dragged,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    line.dropEvent(drop)  # sent, Qt would look for a drag of its own
    assert not drop.isAccepted()
    assert line.text() == ""
    assert f"{number(3000)} characters" in (told(stage) or "")


def test_what_could_not_be_said_is_given_back_whole_and_sent_once_it_is_short_enough(stage: Stage) -> None:
    controls = stage.window.controls
    unsaid = tuple(letter * 1900 for letter in "abcdefghijklmnopqrst")
    stage.go_live()
    stage.window.handle(SessionClosed(CloseReason.WEBRTC_FAILURE, errors.MediaLost(), unsaid))
    assert controls.message.text() == " ".join(unsaid)
    stage.go_live()
    assert f"{number(20 * 1901 - 1)} characters" in (told(stage) or "")
    assert not controls.send.isEnabled()
    QTest.keyClick(controls.message, Qt.Key.Key_Return)
    assert stage.commands == []
    select(controls.message, 1900)
    QTest.keyClick(controls.message, Qt.Key.Key_Delete)
    assert told(stage) is None
    QTest.keyClick(controls.message, Qt.Key.Key_Return)
    assert stage.commands == [SendText("a" * 1900)]


def test_enter_says_again_why_it_sends_nothing(stage: Stage) -> None:
    stage.go_live()
    stage.window.controls.give_back(("a" * 1500, "b" * 1500))
    QTest.mouseClick(stage.window.live_page.message_notice.dismiss, Qt.MouseButton.LeftButton)
    assert told(stage) is None
    QTest.keyClick(stage.window.controls.message, Qt.Key.Key_Return)
    assert f"{number(3001)} characters" in (told(stage) or "")
    assert stage.commands == []


# -- lines

ENTER = Qt.Key.Key_Return
UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down
SHIFT = Qt.KeyboardModifier.ShiftModifier


def compose(line: MessageEditor, preedit: str = "", commit: str = "") -> None:
    """As an input method does."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(line, event)


def test_enter_sends_and_shift_enter_breaks_the_line(stage: Stage, line: MessageEditor) -> None:
    QTest.keyClicks(line, "one")
    QTest.keyClick(line, ENTER, SHIFT)
    QTest.keyClicks(line, "two")
    assert stage.commands == []
    QTest.keyClick(line, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert stage.commands == [SendText("one\ntwo")]
    assert line.text() == ""


def test_it_grows_with_its_lines_up_to_five(stage: Stage, line: MessageEditor) -> None:
    heights = []
    for count in range(1, 8):
        line.setText("\n".join("x" * count))
        heights.append(line.minimumSizeHint().height())
    assert heights == sorted(heights)
    assert len(set(heights[:5])) == 5
    assert len(set(heights[4:])) == 1
    line.setText("word " * 200)
    assert line.minimumSizeHint().height() == heights[-1], "lines that are broken by themselves count"


def test_an_input_methods_enter_sends_nothing_while_it_composes(stage: Stage, line: MessageEditor) -> None:
    compose(line, "にほん")
    QTest.keyClick(line, ENTER)
    QTest.keyClick(line, UP)
    assert stage.commands == []
    compose(line, commit="日本")
    assert line.text() == "日本"
    QTest.keyClick(line, ENTER)
    assert stage.commands == [SendText("日本")]


def test_what_an_input_method_would_make_too_long_is_not_put_in(stage: Stage, line: MessageEditor) -> None:
    line.setText("ä" * LONGEST)
    compose(line, "に")
    compose(line, commit="日本")
    assert line.text() == "ä" * LONGEST
    assert told(stage)
    QTest.keyClick(line, ENTER)
    assert stage.commands == [SendText("ä" * LONGEST)]


def test_up_and_down_find_what_was_sent_and_the_draft(stage: Stage, line: MessageEditor) -> None:
    for text in ("first", "second\nwith two lines"):
        line.setText(text)
        QTest.keyClick(line, ENTER)
    QTest.keyClicks(line, "draft")
    seen = []
    for key in (UP, UP, UP, UP, DOWN, DOWN, DOWN, DOWN):
        QTest.keyClick(line, key)
        seen.append(line.text())
    second = "second\nwith two lines"
    # Within two lines the arrows go from line to line.
    assert seen == [second, second, "first", "first", second, "draft", "draft", "draft"]


def test_a_draft_outlives_the_session(stage: Stage, line: MessageEditor) -> None:
    QTest.keyClicks(line, "Not sent yet")
    stage.play(SessionClosed(CloseReason.WEBRTC_FAILURE, errors.MediaLost()))
    stage.go_live()
    assert line.text() == "Not sent yet"


def test_control_characters_are_not_sent(stage: Stage, line: MessageEditor) -> None:
    paste(line, "a\u202eb\tc\x07\n\n d ")
    QTest.keyClick(line, ENTER)
    assert stage.commands == [SendText("ab c\n\n d")]
