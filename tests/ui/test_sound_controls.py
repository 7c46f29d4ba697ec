"""The microphone's switches, push to talk and the volume, as the user works them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Stage
from viewer.errors import ProcessingUnavailable
from viewer.media.capture.processing import NOTHING, Applied, Processing
from viewer.protocol import events
from viewer.ui.widgets.device_picker import DEFAULT, NONE

MOUSE = Qt.MouseButton.LeftButton
SPACE = Qt.Key.Key_Space


@pytest.fixture
def mutes(stage: Stage) -> list[bool]:
    """What the microphone is told."""
    told: list[bool] = []
    stage.window.mute_changed.connect(told.append)
    return told


@pytest.fixture
def push_to_talk(stage: Stage, mutes: list[bool]) -> Stage:
    """A live session with push to talk."""
    stage.window.controls.microphone.switches["push_to_talk"].click()
    stage.go_live()
    mutes.clear()
    return stage


@pytest.mark.parametrize("name", ["echo_cancellation", "noise_suppression", "automatic_gain", "half_duplex"])
def test_a_switch_wishes_what_it_says_and_is_remembered(qtbot: QtBot, stage: Stage, name: str) -> None:
    stage.go_live()
    QTest.mouseClick(stage.window.controls.tune, MOUSE)
    popover = stage.window.controls.microphone
    assert popover.isVisible()
    before = getattr(Processing(), name)
    with qtbot.waitSignal(stage.window.processing_requested) as requested:
        QTest.mouseClick(popover.switches[name], MOUSE)
    assert requested.args == [replace(Processing(), **{name: not before})]
    assert stage.remembered[name] is (not before)


def test_what_is_in_force_is_shown_in_the_inspector(stage: Stage) -> None:
    stage.bridge.tell_processing(Applied(Processing(noise_suppression=False)))
    stage.go_live()
    value = stage.window.inspector.overview.values["microphone"]
    assert value.text() == "echo cancellation, automatic gain"
    stage.bridge.tell_processing(Applied(NOTHING))
    QApplication.processEvents()
    assert value.text() == "as it is"


def test_what_cannot_run_is_told_with_what_to_do_and_marked_where_it_is_switched(stage: Stage) -> None:
    stage.go_live()
    problem = ProcessingUnavailable()
    stage.bridge.tell_processing(Applied(replace(NOTHING, half_duplex=True), problem))
    QApplication.processEvents()
    notice, lines = stage.window.live_page.processing_notice, stage.window.controls.microphone.lines
    assert notice.isVisible()
    assert notice.label.text() == f"{problem.message} {problem.hint}"
    assert lines["echo_cancellation"].text() == "Cannot run on this computer"
    assert lines["half_duplex"].text() == "On, in place of echo cancellation"
    stage.bridge.tell_processing(Applied(Processing()))
    QApplication.processEvents()
    assert not notice.isVisible()
    assert "voice" in lines["echo_cancellation"].text()
    stage.bridge.tell_processing(Applied(replace(Processing(), half_duplex=True)))
    QApplication.processEvents()
    assert lines["half_duplex"].text().startswith("On for a moment")
    assert not notice.isVisible()


def test_the_volume_is_told_while_it_moves_and_remembered(stage: Stage) -> None:
    told: list[int] = []
    stage.window.volume_changed.connect(told.append)
    volume = stage.window.controls.volume
    stage.go_live()
    QTest.mouseClick(volume, MOUSE)
    assert stage.window.controls.loudspeaker.isVisible()
    volume.slider.setSliderDown(True)
    volume.slider.setSliderPosition(30)
    assert told == [30]
    volume.slider.setSliderDown(False)
    assert stage.remembered["volume"] == 30
    QTest.keyClick(volume.slider, Qt.Key.Key_PageUp)
    assert told == [30, 40]
    assert stage.remembered["volume"] == 40
    assert volume.toolTip() == "Volume: 40 %"


def test_with_push_to_talk_the_button_is_heard_while_it_is_held(
    push_to_talk: Stage, mutes: list[bool]
) -> None:
    button = push_to_talk.window.controls.mute
    assert button.muted
    QTest.mousePress(button, MOUSE)
    assert mutes == [False]
    QTest.mouseRelease(button, MOUSE)
    assert mutes == [False, True]
    assert push_to_talk.remembered["push_to_talk"] is True
    assert "muted" not in push_to_talk.remembered


def test_with_push_to_talk_space_talks_as_soon_as_the_session_is_live(
    push_to_talk: Stage, mutes: list[bool]
) -> None:
    focused = push_to_talk.window.focusWidget()
    QTest.keyPress(focused, SPACE)
    assert mutes == [False]
    QTest.keyRelease(focused, SPACE)
    assert mutes == [False, True]


def test_space_talks_where_the_keyboard_is_on_the_picture(push_to_talk: Stage, mutes: list[bool]) -> None:
    video = push_to_talk.window.video
    QTest.mouseClick(video, MOUSE)
    QTest.keyPress(video, SPACE)
    assert mutes == [False]
    QTest.keyRelease(video, SPACE)
    assert mutes == [False, True]


def test_space_in_the_message_line_is_a_space(push_to_talk: Stage, mutes: list[bool]) -> None:
    line = push_to_talk.window.controls.message
    QTest.mouseClick(line, MOUSE)
    QTest.keyClicks(line, "a b")
    assert line.text() == "a b"
    assert mutes == []


def test_letting_go_is_noticed_wherever_the_keyboard_went(push_to_talk: Stage, mutes: list[bool]) -> None:
    window = push_to_talk.window
    QTest.keyPress(window.video, SPACE)
    QTest.mouseClick(window.controls.volume, MOUSE)
    QTest.keyRelease(window.controls.volume.slider, SPACE)
    assert mutes == [False, True]


def test_leaving_the_window_lets_go(qtbot: QtBot, push_to_talk: Stage, mutes: list[bool]) -> None:
    QTest.keyPress(push_to_talk.window.video, SPACE)
    assert mutes == [False]
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: mutes == [False, True])


def test_without_push_to_talk_space_and_holding_change_nothing(stage: Stage, mutes: list[bool]) -> None:
    stage.go_live()
    QTest.keyPress(stage.window.video, SPACE)
    QTest.keyRelease(stage.window.video, SPACE)
    QTest.mousePress(stage.window.controls.mute, MOUSE)
    assert mutes == []
    QTest.mouseRelease(stage.window.controls.mute, MOUSE)
    assert mutes == [True]


def test_ctrl_m_is_nothing_with_push_to_talk_and_its_end_brings_the_choice_back(
    push_to_talk: Stage, mutes: list[bool]
) -> None:
    window = push_to_talk.window
    QTest.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert mutes == []
    window.controls.microphone.switches["push_to_talk"].click()
    assert mutes == [False]
    assert not window.controls.mute.muted


def test_the_message_line_keeps_room_in_the_narrowest_window(stage: Stage) -> None:
    stage.go_live()
    stage.window.resize(stage.window.minimumSize())
    QApplication.processEvents()
    assert stage.window.controls.message.width() >= 180
    assert stage.window.controls.interrupt.accessibleName() == "Stop talking"


def test_space_that_repeats_while_it_is_held_is_one_press(push_to_talk: Stage, mutes: list[bool]) -> None:
    video = push_to_talk.window.video
    QTest.keyPress(video, SPACE)
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress) * 3:
        repetition = QKeyEvent(kind, SPACE, Qt.KeyboardModifier.NoModifier, " ", True)
        QApplication.sendEvent(video, repetition)
    assert mutes == [False]
    QTest.keyRelease(video, SPACE)
    assert mutes == [False, True]


def test_space_talks_only_once_the_session_is_live(stage: Stage, mutes: list[bool]) -> None:
    stage.window.controls.microphone.switches["push_to_talk"].click()
    mutes.clear()
    stage.play(events.PhaseChanged(events.Phase.ASKING_BROKER), events.PhaseChanged(events.Phase.CONNECTING))
    QTest.keyPress(stage.window.video, SPACE)
    QTest.keyRelease(stage.window.video, SPACE)
    assert mutes == []


def test_without_a_microphone_there_is_nothing_to_mute_and_no_level(stage: Stage) -> None:
    controls = stage.window.controls
    stage.go_live()
    controls.microphones.setCurrentIndex(controls.microphones.findData(NONE))
    controls.microphones.activated.emit(controls.microphones.currentIndex())
    assert not controls.mute.isEnabled()
    assert not controls.meter.isVisible()
    controls.microphones.setCurrentIndex(controls.microphones.findData(DEFAULT))
    controls.microphones.activated.emit(controls.microphones.currentIndex())
    assert controls.mute.isEnabled()
    assert controls.meter.isVisible()
