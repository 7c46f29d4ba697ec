"""Controls that fade when nobody wants them, and come back."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent, QKeyEvent, QMouseEvent, QPointingDevice, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Stage
from tests.ui.talk.conversations import persona_says
from viewer.protocol import events
from viewer.ui.talk import fading


@pytest.fixture
def still(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """A talk that nobody touches, and no screen reader runs, whatever the machine does."""
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    stage.go_live()
    return stage


def wait(stage: Stage) -> bool:
    """Let 2 s go by; whether the controls are there after that."""
    fader = stage.window.live_page.fader
    fader.timer.timeout.emit()
    fader.animation.setCurrentTime(fader.animation.duration())
    QApplication.processEvents()
    shown = stage.window.controls.isVisible()
    assert shown == fader.shown
    hidden = stage.window.video.cursor().shape() is Qt.CursorShape.BlankCursor
    assert hidden != shown, "the pointer goes with them"
    return shown


def move_mouse(stage: Stage, x: float) -> None:
    handle = stage.window.windowHandle()
    at, button, no_key = QPointF(x, 100), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(handle, QMouseEvent(QEvent.Type.MouseMove, at, at, button, button, no_key))


def test_they_fade_with_the_state_and_the_pointer(still: Stage) -> None:
    page = still.window.live_page
    assert page.status.isVisible()
    assert not wait(still)
    assert not page.status.isVisible()


def test_the_mouse_brings_them_back_if_it_moves(still: Stage) -> None:
    move_mouse(still, 100)
    assert not wait(still)
    move_mouse(still, 100)
    assert not still.window.controls.isVisible(), "some systems tell of a pointer that has not moved"
    move_mouse(still, 120)
    assert still.window.controls.isVisible()
    assert still.window.video.cursor().shape() is not Qt.CursorShape.BlankCursor


def test_the_keyboard_brings_them_back(still: Stage) -> None:
    assert not wait(still)
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(still.window.windowHandle(), key)
    assert still.window.controls.isVisible()


def test_a_touch_brings_them_back(still: Stage) -> None:
    assert not wait(still)
    touch = QTouchEvent(QEvent.Type.TouchBegin, QPointingDevice.primaryPointingDevice())
    still.window.live_page.fader.eventFilter(still.window, touch)
    assert still.window.controls.isVisible()


def test_they_stay_while_the_keyboard_is_on_them(still: Stage) -> None:
    QTest.keyClick(still.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert still.window.controls.message.hasFocus()
    assert wait(still)
    QTest.keyClick(still.window, Qt.Key.Key_Escape)
    assert not wait(still)


def test_a_click_on_one_of_them_does_not_keep_them(still: Stage) -> None:
    QTest.mouseClick(still.window.controls.mute, Qt.MouseButton.LeftButton)
    assert still.window.controls.mute.muted
    assert not wait(still)


def test_they_stay_while_the_pointer_is_over_them(still: Stage) -> None:
    controls = still.window.controls
    QApplication.sendEvent(controls, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    controls.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    assert wait(still)
    controls.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    assert not wait(still)


def test_they_stay_while_something_of_theirs_is_open(still: Stage) -> None:
    still.window.controls.open_microphone()
    assert wait(still)
    QTest.keyClick(still.window.controls.microphone, Qt.Key.Key_Escape)
    assert not still.window.controls.microphone.isVisible()
    still.window.video.setFocus()
    assert not wait(still)


def test_they_stay_for_a_screen_reader_and_where_little_is_to_move(
    still: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    assert wait(still)
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    monkeypatch.setattr(fading, "moves", lambda: False)
    assert wait(still)


def test_they_stay_where_the_user_wants_that_from_now_on(still: Stage) -> None:
    assert not wait(still)
    still.window.choose("fade_controls", False)
    assert still.window.controls.isVisible()
    assert wait(still)
    assert still.remembered["fade_controls"] is False


def test_they_are_there_while_something_is_wrong_or_not_there_yet(stage: Stage) -> None:
    stage.play(events.PhaseChanged(events.Phase.ASKING_BROKER))
    assert stage.window.live_page.fader._stays()
    stage.go_live()
    stage.play(events.MediaStalled())
    assert stage.window.live_page.fader._stays()


def test_the_caption_makes_room_for_them_and_takes_it_back(qtbot: QtBot, still: Stage) -> None:
    persona_says(still, "Good morning")
    caption, controls = still.window.live_page.caption, still.window.controls
    assert caption.isVisible()
    assert caption.geometry().bottom() < controls.y()
    assert not wait(still)
    assert caption.geometry().bottom() > controls.y()
    still.window.resize(560, 480)
    move_mouse(still, 130)
    controls.message.setText("one\ntwo\nthree\nfour")
    qtbot.waitUntil(lambda: caption.geometry().bottom() < controls.y())
    assert still.window.rect().contains(controls.mapTo(still.window, QPoint(0, controls.height() - 1)))
