"""The page on which a user tries whether he will be heard."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from viewer.errors import AudioDeviceError, MutedInSystem
from viewer.media.capture import echo_test
from viewer.media.capture.check_state import CheckState, Step
from viewer.ui.microphone.check_page import CheckPage
from viewer.ui.widgets.notice import Notice


class Desk:
    """A page, and what it asked for."""

    def __init__(self, qtbot: QtBot) -> None:
        self.state = CheckState()
        self.asked: list[object] = []
        self.parent = QWidget()
        qtbot.addWidget(self.parent)
        self.parent.show()
        self.page = CheckPage(lambda: self.state, self.parent)
        for name in ("microphone_picked", "speaker_picked", "fault_dismissed", "stop_requested"):
            getattr(self.page, name).connect(lambda *what, name=name: self.asked.append((name, *what)))
        for name in ("test_sound_requested", "recording_requested", "echo_test_requested"):
            getattr(self.page, name).connect(lambda name=name: self.asked.append(name))
        self.page.open()
        qtbot.waitExposed(self.page)

    def show(self, looks: int = 1, **changes: object) -> None:
        """What the page shows after so many looks."""
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]
        for _ in range(looks):
            self.page.show_state(self.state)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_everything_is_reached_and_done_by_keyboard(desk: Desk) -> None:
    page = desk.page
    assert page.focusWidget() is page.record
    reached: list[QWidget] = []
    for _ in range(12):
        QTest.keyClick(page, Qt.Key.Key_Tab)
        reached.append(page.focusWidget())
    assert {page.microphones, page.record, page.speakers, page.play, page.listen, page.end_button} <= set(
        reached
    )
    for button in (page.record, page.play, page.listen):
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert desk.asked == ["recording_requested", "test_sound_requested", "echo_test_requested"]
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_everything_has_a_name(desk: Desk) -> None:
    for widget in desk.page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(widget.parent(), Notice):
            assert widget.accessibleName() or (isinstance(widget, QPushButton) and widget.text()), widget


def test_the_level_rises_at_once_holds_its_peak_and_marks_clipping(desk: Desk) -> None:
    bar = desk.page.bar
    desk.show(level=-30, peak=-12)
    assert bar.level == pytest.approx(0.5)
    assert bar.peak == pytest.approx(0.8)
    assert desk.page.level_words.text() == "You are heard well."
    desk.show(level=-120, peak=-120, looks=5)
    assert 0.2 < bar.level < 0.5
    assert bar.peak == pytest.approx(0.8)
    desk.show(level=-120, peak=-120, looks=60)
    assert (bar.level, bar.peak) == (0, 0)
    assert desk.page.level_words.text().startswith("Say something")
    desk.show(level=-50, peak=-38)
    assert desk.page.level_words.text().startswith("A little quiet.")
    desk.show(level=-3, peak=0, clips=True)
    desk.show(level=-30, peak=-12, clips=False, looks=10)
    assert bar.clipped, "nobody looks just then"
    assert desk.page.level_words.text().startswith("Too loud.")
    desk.show(looks=40)
    assert not bar.clipped


def test_a_recording_counts_down_plays_and_can_be_stopped(desk: Desk) -> None:
    button = desk.page.record
    desk.show(step=Step.RECORDING, progress=0.0)
    assert button.text() == "Speak… 3"
    desk.show(progress=0.9)
    assert button.text() == "Speak… 1"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.asked == [("stop_requested",)]
    desk.show(step=Step.REPLAYING)
    assert button.text() == "Playing it back…"


def test_what_the_ear_of_the_machine_heard_is_said_as_the_doctor_says_it(desk: Desk) -> None:
    words = desk.page.echo_words
    desk.show(step=Step.LISTENING)
    assert "Keep quiet" in words.text()
    desk.show(step=Step.IDLE, echo=True)
    assert words.text() == echo_test.WELL
    desk.show(echo=False)
    assert words.text() == f"{echo_test.NOTHING} {echo_test.REMEDY}"


def test_what_is_plugged_in_or_out_is_shown_at_once(desk: Desk) -> None:
    page = desk.page
    page.set_devices(("Desk", "Headset"), ("Screen",))
    page.choose("Headset", "")
    assert page.microphones.chosen == "Headset"
    page.set_devices(("Desk",), ("Screen",))
    assert page.microphones.currentText() == "Headset (not there)"
    page.show_device_problem(AudioDeviceError("The microphone “Headset” is not there."))
    assert page.devices.isVisible()
    page.show_device_problem(None)
    assert not page.devices.isVisible()
    page.microphones.setCurrentIndex(page.microphones.findData("Desk"))
    page.microphones.activated.emit(page.microphones.currentIndex())
    assert desk.asked == [("microphone_picked", "Desk")]


def test_a_fault_is_told_with_its_remedy_and_can_be_put_away(desk: Desk) -> None:
    fault = MutedInSystem("The microphone “Desk” is muted in the system.")
    desk.page.show_fault(fault)
    assert desk.page.fault.label.text() == f"{fault.message} {fault.hint}"
    QTest.mouseClick(desk.page.fault.dismiss, Qt.MouseButton.LeftButton)
    assert desk.asked == [("fault_dismissed",)]
    assert not desk.page.fault.isVisible()


def test_during_a_call_it_is_said_that_nobody_hears_the_check(desk: Desk) -> None:
    assert not desk.page.call_words.isVisible()
    desk.page.set_in_call(True)
    assert "not heard" in desk.page.call_words.text()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_level_grows_from_where_the_language_begins(
    desk: Desk, direction: Qt.LayoutDirection, colour_at: Callable[[QWidget, int], str]
) -> None:
    bar = desk.page.bar
    bar.setLayoutDirection(direction)
    desk.show(level=-30, peak=-28)
    QApplication.processEvents()
    at_start = 5 if direction is Qt.LayoutDirection.LeftToRight else bar.width() - 5
    assert colour_at(bar, at_start) != colour_at(bar, bar.width() - at_start)


@pytest.fixture
def colour_at() -> Callable[[QWidget, int], str]:
    """The colour in the middle of a widget's height."""
    return lambda widget, x: widget.grab().toImage().pixelColor(x, widget.height() // 2).name()
