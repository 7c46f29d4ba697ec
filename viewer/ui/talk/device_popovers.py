"""What opens above the microphone's and the loudspeaker's buttons: which device, and what is done to it."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QWidget

from viewer.media.capture.processing import Processing
from viewer.ui.widgets import microphone_popover
from viewer.ui.widgets.device_picker import DevicePicker
from viewer.ui.widgets.level_meter import LevelMeter
from viewer.ui.widgets.popover import Popover

_MOST: Final = 16_777_215  # Qt's own bound


class MicrophonePopover(microphone_popover.MicrophonePopover):
    """The device with its level, and the switches."""

    def __init__(self, requested: Processing, push_to_talk: bool, chosen: str, parent: QWidget) -> None:
        super().__init__(requested, push_to_talk, parent)
        self.picker = DevicePicker("microphone", chosen)
        self.meter = LevelMeter()
        _widen(self.picker)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.picker, 1)
        line.addWidget(self.meter)
        self.column.insertLayout(0, line)
        QWidget.setTabOrder(self.picker, next(iter(self.switches.values())))


class LoudspeakerPopover(Popover):
    """The device and its volume."""

    def __init__(self, volume: QLayout, chosen: str, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Loudspeaker settings"))
        self.picker = DevicePicker("speaker", chosen)
        _widen(self.picker)
        self.column.addWidget(self.picker)
        self.column.addLayout(volume)


def _widen(picker: DevicePicker) -> None:
    picker.setMinimumWidth(260)
    picker.setMaximumWidth(_MOST)
    # Not as wide as a device's name may be long.
    picker.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
