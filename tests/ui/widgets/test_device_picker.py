"""What the list of devices shows while it is open and after."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.ui.widgets.device_picker import DevicePicker


@pytest.fixture
def picker(qtbot: QtBot) -> DevicePicker:
    """A picker that lists two devices, in its own window."""
    picker = DevicePicker("speaker", "")
    qtbot.addWidget(picker)
    picker.set_devices(["Headset", "Screen"])
    picker.show()
    qtbot.waitExposed(picker)
    return picker


def listed(picker: DevicePicker) -> list[str]:
    return [str(picker.itemData(row)) for row in range(picker.count())]


def close_with(key: Qt.Key, picker: DevicePicker) -> None:
    QTest.keyClick(picker.view(), key)
    QApplication.processEvents()


def test_a_device_that_comes_while_the_list_is_open_is_listed_when_it_is_closed(
    picker: DevicePicker,
) -> None:
    picker.showPopup()
    picker.set_devices(["Headset", "Screen", "Loudspeaker"])
    assert listed(picker) == ["", "Headset", "Screen", "none"]  # nothing moves under the mouse
    close_with(Qt.Key.Key_Escape, picker)
    assert listed(picker) == ["", "Headset", "Screen", "Loudspeaker", "none"]


def test_the_newest_of_several_changes_counts_also_one_that_takes_the_others_back(
    picker: DevicePicker,
) -> None:
    picker.showPopup()
    picker.set_devices(["Screen"])
    picker.set_devices(["Headset", "Screen"])
    close_with(Qt.Key.Key_Escape, picker)
    assert listed(picker) == ["", "Headset", "Screen", "none"]


def test_what_is_chosen_in_a_list_that_is_out_of_date_is_what_was_read_there(
    qtbot: QtBot, picker: DevicePicker
) -> None:
    picker.showPopup()
    picker.set_devices(["A new one", "Headset", "Screen"])
    picker.view().setCurrentIndex(picker.model().index(2, 0))
    with qtbot.waitSignal(picker.picked) as picked:
        close_with(Qt.Key.Key_Return, picker)
    assert picked.args == ["Screen"]
    assert picker.chosen == "Screen"
    assert listed(picker) == ["", "A new one", "Headset", "Screen", "none"]


def test_a_device_that_went_away_while_the_list_was_open_can_be_chosen_and_stays_listed(
    qtbot: QtBot, picker: DevicePicker
) -> None:
    picker.showPopup()
    picker.set_devices(["Headset"])
    picker.view().setCurrentIndex(picker.model().index(2, 0))
    with qtbot.waitSignal(picker.picked):
        close_with(Qt.Key.Key_Return, picker)
    assert picker.currentText() == "Screen (not there)"
