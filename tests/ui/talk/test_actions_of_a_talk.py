"""Everything that can be done in a talk, by keyboard and by mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QWidget

from tests.ui.conftest import Stage
from tests.ui.talk.conversations import persona_says
from viewer import app
from viewer.protocol import events
from viewer.protocol.commands import Disconnect, InterruptPersona, Talk
from viewer.ui.actions import words
from viewer.ui.talk import on_top
from viewer.ui.talk.small_window import SmallWindow
from viewer.ui.transcript.pane import TranscriptPane

MOUSE = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key


@pytest.fixture
def talk(stage: Stage) -> Stage:
    """A live session."""
    stage.go_live()
    return stage


def press(stage: Stage, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(stage.window.focusWidget() or stage.window, key, modifiers)


def menu_of(stage: Stage) -> QMenu:
    """What “More” offers, opened by mouse."""
    QTest.mouseClick(stage.window.controls.more, MOUSE)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, *path: str) -> None:
    """Click on what is called so, submenus first."""
    root = menu
    for name in path:
        action = next(action for action in menu.actions() if action.text() == name)
        if submenu := action.menu():
            assert isinstance(submenu, QMenu)
            submenu.popup(menu.pos())
            menu = submenu
        else:
            QTest.mouseClick(menu, MOUSE, pos=menu.actionGeometry(action).center())
    root.close()


# -- the persona's speech


@pytest.mark.parametrize(
    "how",
    [
        lambda talk: press(talk, KEY.Key_Escape),
        lambda talk: press(talk, KEY.Key_Period, CTRL),
        lambda talk: QTest.mouseClick(talk.window.controls.interrupt, MOUSE),
    ],
)
def test_the_persona_is_cut_off_while_it_speaks(talk: Stage, how: Callable[[Stage], None]) -> None:
    persona_says(talk, "I was born")
    how(talk)
    assert talk.commands == [InterruptPersona()]


def test_escape_leaves_the_full_screen_where_nobody_speaks(talk: Stage) -> None:
    press(talk, KEY.Key_F11)
    persona_says(talk, "I was born in a small town")
    press(talk, KEY.Key_Escape)
    assert talk.commands == [InterruptPersona()]
    assert talk.window.isFullScreen()
    persona_says(talk, "I was born in a small town", complete=True)
    press(talk, KEY.Key_Escape)
    assert talk.commands == [InterruptPersona()]
    assert not talk.window.isFullScreen()


def test_escape_closes_what_is_open_and_nothing_else(talk: Stage) -> None:
    persona_says(talk, "I was born")
    for open_popover in (talk.window.controls.open_microphone, talk.window.controls.open_loudspeaker):
        open_popover()
        popover = QApplication.activePopupWidget()
        assert popover
        QTest.keyClick(popover, KEY.Key_Escape)
        assert not popover.isVisible()
    assert talk.commands == []


@pytest.mark.parametrize(
    "how",
    [
        lambda talk: press(talk, KEY.Key_Return, CTRL),
        lambda talk: QTest.mouseClick(talk.window.controls.verbatim, MOUSE),
    ],
)
def test_a_message_can_be_said_word_for_word(talk: Stage, how: Callable[[Stage], None]) -> None:
    message = talk.window.controls.message
    message.setFocus()
    QTest.keyClicks(message, "Welcome!")
    how(talk)
    assert talk.commands == [Talk("Welcome!")]
    assert message.text() == ""
    how(talk)
    assert len(talk.commands) == 1


@pytest.mark.parametrize(
    "how",
    [
        lambda talk: press(talk, KEY.Key_E, CTRL | SHIFT),
        lambda talk: QTest.mouseClick(talk.window.controls.leave, MOUSE),
        lambda talk: choose(menu_of(talk), words("leave")),
    ],
)
def test_the_talk_is_ended(talk: Stage, how: Callable[[Stage], None]) -> None:
    how(talk)
    assert talk.commands == [Disconnect()]


# -- devices


def test_devices_are_behind_their_buttons_by_mouse_and_by_key(talk: Stage) -> None:
    controls = talk.window.controls
    for button, popover, picker, key in (
        (controls.tune, controls.microphone, controls.microphones, KEY.Key_M),
        (controls.volume, controls.loudspeaker, controls.speakers, KEY.Key_L),
    ):
        assert not popover.isVisible()
        QTest.mouseClick(button, MOUSE)
        assert popover.isVisible()
        assert picker.isVisible()
        popover.close()
        press(talk, key, CTRL | SHIFT)
        assert popover.isVisible()
        popover.close()


def test_the_volume_has_keys(talk: Stage) -> None:
    told: list[int] = []
    talk.window.volume_changed.connect(told.append)
    press(talk, KEY.Key_Down, CTRL)
    press(talk, KEY.Key_Down, CTRL)
    press(talk, KEY.Key_Up, CTRL)
    assert told == [90, 80, 90]
    assert talk.store.current.volume == 90


def test_push_to_talk_is_switched_by_key_and_menu(talk: Stage) -> None:
    mute = talk.window.controls.mute
    press(talk, KEY.Key_Space, CTRL | SHIFT)
    assert mute.push_to_talk
    choose(menu_of(talk), words("push_to_talk"))
    assert not mute.push_to_talk
    assert talk.store.current.push_to_talk is False


def test_another_key_talks_from_now_on(talk: Stage) -> None:
    mute = talk.window.controls.mute
    mute.set_push_to_talk(True)
    talk.window.keys.set_keys("talk", "F8")
    QTest.keyPress(talk.window.video, KEY.Key_Space)
    assert mute.muted
    QTest.keyPress(talk.window.video, KEY.Key_F8)
    assert not mute.muted
    QTest.keyRelease(talk.window.video, KEY.Key_F8)
    assert mute.muted


# -- captions


def test_captions_are_switched_off_and_on_by_key_as_they_were(talk: Stage) -> None:
    persona_says(talk, "Good morning")
    caption = talk.window.live_page.caption
    choose(menu_of(talk), words("captions"), "Shadow")
    assert caption.look.style == "shadow"
    assert talk.store.current.captions == "shadow"
    press(talk, KEY.Key_C, CTRL | SHIFT)
    assert caption.isHidden()
    press(talk, KEY.Key_C, CTRL | SHIFT)
    assert caption.isVisible()
    assert caption.look.style == "shadow"


def test_size_and_place_of_captions_are_chosen_in_the_menu_at_once(talk: Stage) -> None:
    persona_says(talk, "Good morning")
    caption = talk.window.live_page.caption
    before = caption.geometry()
    choose(menu_of(talk), words("captions"), "Very large")
    assert caption.height() > before.height() * 1.5
    choose(menu_of(talk), words("captions"), "Top")
    assert caption.y() < talk.window.height() // 4
    assert talk.remembered == {"caption_size": 200, "caption_place": "top"}


# -- the picture


def test_the_screen_is_filled_by_key_double_click_and_menu(talk: Stage) -> None:
    window = talk.window
    hows: list[Callable[[], None]] = [
        lambda: press(talk, KEY.Key_F11),
        lambda: QTest.mouseDClick(window.video, MOUSE),
        lambda: choose(menu_of(talk), words("full_screen")),
    ]
    for how in hows:
        how()
        assert window.isFullScreen()
        assert window.keys["full_screen"].isChecked()
        how()
        assert not window.isFullScreen()


def test_the_picture_is_zoomed_by_wheel_keys_and_fingers_and_dragged(talk: Stage) -> None:
    video, hands = talk.window.video, talk.window.live_page.hands
    whole = video.picture_area()
    at = QPointF(700, 200)
    turn = QWheelEvent(
        *(at, at, QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton, CTRL),
        *(Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(video, turn)
    factor = hands.zoom.factor
    assert factor > 1.4
    press(talk, KEY.Key_Equal, CTRL)
    assert hands.zoom.factor > factor
    kind, pad = Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice()
    pinch = QNativeGestureEvent(kind, pad, 2, at, at, at, 0.5, QPointF())
    QApplication.sendEvent(video, pinch)
    assert hands.zoom.factor > 2
    before = video.picture_area()
    QTest.mousePress(video, MOUSE, pos=QPoint(300, 300))
    QTest.mouseMove(video, QPoint(340, 320))
    QTest.mouseRelease(video, MOUSE, pos=QPoint(340, 320))
    moved = video.picture_area().topLeft() - before.topLeft()
    assert (round(moved.x()), round(moved.y())) == (40, 20)
    press(talk, KEY.Key_Left)
    assert video.picture_area().x() > before.x() + 40
    press(talk, KEY.Key_Minus, CTRL)
    press(talk, KEY.Key_0, CTRL)
    assert video.picture_area() == whole


def test_the_wheel_alone_and_the_arrows_of_a_whole_picture_do_nothing(talk: Stage) -> None:
    video = talk.window.video
    whole = video.picture_area()
    at = QPointF(700, 200)
    turn = QWheelEvent(
        *(at, at, QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier),
        *(Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(video, turn)
    press(talk, KEY.Key_Left)
    assert video.picture_area() == whole


def test_how_the_picture_fits_has_keys(talk: Stage) -> None:
    for key, scaling in ((KEY.Key_2, "fill"), (KEY.Key_3, "actual"), (KEY.Key_1, "fit")):
        press(talk, key, CTRL)
        assert talk.window.video.scaling == scaling
        assert talk.store.current.scaling == scaling


def test_a_right_click_on_the_picture_offers_the_same(talk: Stage) -> None:
    talk.window.video.customContextMenuRequested.emit(QPoint(200, 200))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    assert offered == [action.text() for action in menu_of(talk).actions() if action.text()]


# -- windows


def test_the_window_stays_on_top_and_remembers_it(talk: Stage) -> None:
    for on in (True, False):
        talk.window.keys["on_top"].trigger()
        flag = talk.window.windowHandle().flags() & Qt.WindowType.WindowStaysOnTopHint
        assert bool(flag) is on
        assert talk.store.current.always_on_top is on
        assert talk.window.isVisible()


def test_where_no_window_can_stay_on_top_it_is_said_with_what_to_do(
    talk: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
    press(talk, KEY.Key_A, CTRL | SHIFT)
    notice = talk.window.live_page.notices.window_
    assert notice.isVisible()
    assert "Alt+Space" in notice.label.text()
    assert on_top.refusal() == notice.label.text()
    assert not talk.window.keys["on_top"].isChecked()
    assert not talk.store.current.always_on_top


def test_what_is_beside_the_picture_opens_by_button_and_key_with_the_keyboard_on_it(talk: Stage) -> None:
    panel, made = talk.window.side_panel, []

    def make(_close: QPushButton) -> QWidget:
        made.append(QLineEdit())
        return made[0]

    panel.fill(make)
    assert made == []
    QTest.mouseClick(talk.window.controls.transcript, MOUSE)
    assert panel.isVisible()
    assert talk.window.controls.transcript.isChecked()
    assert made[0].hasFocus()
    press(talk, KEY.Key_T, CTRL)
    assert not panel.isVisible()
    assert not talk.window.controls.transcript.isChecked()
    press(talk, KEY.Key_T, CTRL)
    QTest.mouseClick(panel.close_button, MOUSE)
    assert not panel.isVisible()
    assert len(made) == 1


def pane_of(stage: Stage) -> TranscriptPane:
    """The transcript, once it was opened."""
    pane = stage.window.side_panel.findChild(TranscriptPane)
    assert pane
    return pane


def test_what_was_said_is_searched_and_brought_back_by_keys_that_can_be_changed(talk: Stage) -> None:
    persona_says(talk, "Of course.")
    press(talk, KEY.Key_F, CTRL)
    pane = pane_of(talk)
    assert pane.search.line.hasFocus()
    assert pane.find_button.toolTip() == "Search (Ctrl+F)"
    pane.view.setFocus()
    pane.clear()
    press(talk, KEY.Key_Z, CTRL)
    assert "Of course." in pane.view.toPlainText()
    talk.store.change(shortcuts={"undo": "Ctrl+Alt+Z", "find": "F3"})
    assert (pane.find_button.toolTip(), pane.bar.undo.toolTip()) == (
        "Search (F3)",
        "Bring back what was cleared (Ctrl+Alt+Z)",
    )
    pane.clear()
    press(talk, KEY.Key_Z, CTRL)
    assert "Of course." not in pane.view.toPlainText()
    press(talk, KEY.Key_Z, CTRL | Qt.KeyboardModifier.AltModifier)
    assert "Of course." in pane.view.toPlainText()
    press(talk, KEY.Key_F3)
    assert pane.search.line.hasFocus()


def test_the_message_is_undone_in_its_own_way(talk: Stage) -> None:
    talk.window.side_panel.set_open(True)
    persona_says(talk, "Of course.")
    pane = pane_of(talk)
    pane.clear()
    message = talk.window.controls.message
    message.setFocus()
    QTest.keyClicks(message, "Hello")
    QTest.keyClick(message, KEY.Key_Z, CTRL)
    assert message.toPlainText() == ""
    assert "Of course." not in pane.view.toPlainText()


def test_a_key_quits_and_the_small_window_has_it_too(talk: Stage) -> None:
    closed: list[bool] = []
    talk.window.closed.connect(lambda: closed.append(True))
    press(talk, KEY.Key_P, CTRL | SHIFT)
    small = talk.window.small_window
    assert small
    next(action for action in small.actions() if action.shortcut().toString() == "Ctrl+Q").trigger()
    assert closed == [True]


# -- the small window


@pytest.fixture
def small(talk: Stage) -> SmallWindow:
    """The small window, opened by key."""
    press(talk, KEY.Key_P, CTRL | SHIFT)
    window = talk.window.small_window
    assert window
    return window


def test_the_picture_goes_to_the_small_window_and_comes_back(talk: Stage, small: SmallWindow) -> None:
    video = talk.window.video
    assert not talk.window.isVisible()
    assert small.isVisible()
    assert video.parent() is small
    assert video.size() == small.size()
    assert small.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert small.windowFlags() & Qt.WindowType.FramelessWindowHint
    for back in (
        lambda: QTest.mouseClick(small.back, MOUSE),
        lambda: QTest.mouseDClick(video, MOUSE),
        lambda: QTest.keyClick(video, KEY.Key_P, CTRL | SHIFT),
        lambda: QTest.keyClick(video, KEY.Key_Escape),
        small.close,
    ):
        back()
        assert not small.isVisible()
        assert talk.window.isVisible()
        assert video.parent() is talk.window.live_page
        assert video.size() == talk.window.live_page.size()
        choose(menu_of(talk), words("small_window"))
        assert small.isVisible()


def test_the_small_window_shows_and_toggles_mute(talk: Stage, small: SmallWindow) -> None:
    assert small.mute.accessibleName() == "Mute microphone"
    QTest.mouseClick(small.mute, MOUSE)
    assert talk.window.controls.mute.muted
    assert small.mute.isVisible(), "a muted microphone is shown also while nobody is there"
    assert small.mute.accessibleName() == "Unmute microphone"
    QTest.keyClick(talk.window.video, KEY.Key_M, CTRL)
    assert not talk.window.controls.mute.muted
    assert not small.mute.isVisible()


def test_the_small_windows_buttons_come_with_the_keyboard(talk: Stage, small: SmallWindow) -> None:
    assert not small.bar.isVisible()
    QTest.keyClick(talk.window.video, KEY.Key_Tab)
    assert small.bar.isVisible()
    assert small.focusWidget() in (small.mute, small.back, small.leave)


def test_the_talk_can_be_ended_from_the_small_window_which_goes_with_it(
    talk: Stage, small: SmallWindow
) -> None:
    QTest.mouseClick(small.leave, MOUSE)
    assert talk.commands == [Disconnect()]
    talk.play(events.SessionClosed(events.CloseReason.NORMAL, None))
    assert not small.isVisible()
    assert talk.window.start_page.isVisible()


def test_the_small_window_is_dragged_by_the_picture(
    talk: Stage, small: SmallWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    handle = small.windowHandle()
    monkeypatch.setattr(small, "windowHandle", lambda: None)  # no window manager moves it
    assert handle
    before = small.pos()
    QTest.mousePress(talk.window.video, MOUSE, pos=QPoint(50, 50))
    QTest.mouseMove(talk.window.video, QPoint(30, 40))
    QTest.mouseRelease(talk.window.video, MOUSE, pos=QPoint(30, 40))
    assert small.pos() - before == QPoint(-20, -10)


def test_the_small_window_goes_with_the_program(talk: Stage, small: SmallWindow) -> None:
    app.vanish(talk.window)
    assert not small.isVisible()


def test_push_to_talk_works_in_the_small_window(talk: Stage, small: SmallWindow) -> None:
    mute = talk.window.controls.mute
    mute.set_push_to_talk(True)
    QTest.keyPress(talk.window.video, KEY.Key_Space)
    assert not mute.muted
    QTest.keyRelease(talk.window.video, KEY.Key_Space)
    assert mute.muted


def test_tool_tips_name_the_keys_that_are_in_force(talk: Stage) -> None:
    controls = talk.window.controls
    assert controls.mute.toolTip() == "Mute microphone (Ctrl+M)"
    talk.store.change(shortcuts={"mute": "Ctrl+Alt+J", "transcript": "", "talk": "F8"})
    assert controls.mute.toolTip() == "Mute microphone (Ctrl+Alt+J)"
    assert controls.transcript.toolTip() == "Transcript"
    talk.store.change(push_to_talk=True)
    assert controls.mute.toolTip() == "Hold to talk (F8)"


def test_every_action_does_something(talk: Stage) -> None:
    held = ("talk", "talk_anywhere")
    receivers = {name: bound(talk.window.keys[name]) for name in talk.window.keys if name not in held}
    assert [name for name, count in receivers.items() if not count] == []


def bound(action: QAction) -> bool:
    group = action.actionGroup()
    return action.receivers("2triggered(bool)") > 0 or group is not None


def test_focus_is_seen_and_everything_is_reached_by_tab(talk: Stage) -> None:
    window, reached = talk.window, []
    controls = talk.window.controls
    controls.message.setText("so that it can be sent")
    for _ in range(20):
        QTest.keyClick(window.focusWidget(), KEY.Key_Tab)
        reached.append(window.focusWidget())
    wanted: list[QWidget] = [controls.mute, controls.tune, controls.volume, controls.message]
    wanted += [controls.verbatim, controls.send, controls.interrupt, controls.transcript]
    wanted += [controls.more, controls.leave]
    assert [widget.accessibleName() for widget in wanted if widget not in reached] == []
    order = [widget for widget in reached if widget in wanted][: len(wanted)]
    assert order == wanted


def test_controls_are_large_enough_for_a_finger(talk: Stage) -> None:
    controls = talk.window.controls
    for button in (controls.mute, controls.tune, controls.volume, controls.send, controls.verbatim):
        assert button.width() >= 44
        assert button.height() >= 44
    assert all(
        button.height() >= 44 and button.width() >= 44
        for button in (controls.interrupt, controls.transcript, controls.more, controls.leave)
    )


def test_a_press_of_a_letter_on_the_picture_begins_a_message(talk: Stage) -> None:
    assert talk.window.video.hasFocus()
    press(talk, KEY.Key_H, SHIFT)
    press(talk, KEY.Key_I)
    assert talk.window.controls.message.hasFocus()
    assert talk.window.controls.message.text().lower() == "hi"
