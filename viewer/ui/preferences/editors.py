"""What a setting is changed with: one kind of control for each kind of value."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QSlider, QWidget

from viewer.ui import look
from viewer.ui.preferences.table import Setting
from viewer.ui.widgets.choices import Choices
from viewer.ui.widgets.device_picker import DevicePicker
from viewer.ui.widgets.figure import Figure
from viewer.ui.widgets.switch import Switch

_WIDE: Final = 260
_MOST: Final = 16_777_215  # Qt's own bound


class Editor(QWidget):
    """Shows a value, and tells which one the user wants instead."""

    edited = Signal(object)

    control: QWidget
    """What has the keyboard, and the name for screen readers."""

    def show_value(self, value: Any) -> None:
        """Show ``value``; nobody is told."""
        raise NotImplementedError

    def _hold(self, control: QWidget, *beside: QWidget) -> None:
        # No focus proxy: Tab would find it wherever Qt has put this widget in its chain.
        self.control = control
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        for widget in (control, *beside):
            line.addWidget(widget)


class SwitchEditor(Editor):
    """On or off."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.switch = Switch(title, False)
        self._hold(self.switch)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.switch.toggled.connect(self.edited.emit)

    def show_value(self, value: Any) -> None:
        with QSignalBlocker(self.switch):
            self.switch.setChecked(value)
        self.switch.update()


class ChoiceEditor(Editor):
    """One of a few."""

    def __init__(self, choices: Mapping[str, str]) -> None:
        super().__init__()
        self.box = Choices()
        for value, words in choices.items():
            self.box.addItem(words, value)
        self._hold(self.box)
        self.box.setMinimumWidth(_WIDE)
        self.box.activated.connect(lambda row: self.edited.emit(self.box.itemData(row)))

    def show_value(self, value: Any) -> None:
        self.box.setCurrentIndex(self.box.findData(value))


class NumberEditor(Editor):
    """A number of percent, on a slider."""

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self.slider = _Slider(Qt.Orientation.Horizontal)
        self.slider.setRange(setting.lowest, setting.highest)
        self.slider.setSingleStep(5)
        self.slider.setPageStep(25)
        self.slider.setMinimumWidth(_WIDE * 3 // 4)
        self.slider.setMinimumHeight(look.TARGET)
        # What changes the slider itself must not do so under the pointer.
        self.slider.setTracking(setting.kind != "size")
        self.number = Figure("200 %")
        self._hold(self.slider, self.number)
        self.slider.sliderMoved.connect(self._say)
        self.slider.valueChanged.connect(self._say)
        self.slider.valueChanged.connect(self.edited.emit)

    def show_value(self, value: Any) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(value)
        self._say(value)

    def _say(self, value: int) -> None:
        self.number.setText(_percent(value))


class TextEditor(Editor):
    """Text, taken when Enter is pressed or the keyboard goes elsewhere."""

    def __init__(self, hidden: bool) -> None:
        super().__init__()
        self.line = QLineEdit()
        if hidden:
            self.line.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self.line.setMinimumWidth(_WIDE)
        self._hold(self.line)
        self._shown = ""
        self.line.editingFinished.connect(self._finish)

    def show_value(self, value: Any) -> None:
        self._shown = value
        self.line.setText(value)
        self.line.setCursorPosition(0)

    def _finish(self) -> None:
        if self.line.text() != self._shown:
            self._shown = self.line.text()
            self.edited.emit(self._shown)


class DeviceEditor(Editor):
    """One of the devices that there are now."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.picker = DevicePicker(kind, "")
        self.picker.setMinimumWidth(_WIDE)
        self.picker.setMaximumWidth(_MOST)
        self._hold(self.picker)
        self.picker.picked.connect(self.edited.emit)

    def show_value(self, value: Any) -> None:
        self.picker.choose(value)

    def set_devices(self, names: Sequence[str]) -> None:
        """List ``names``."""
        self.picker.set_devices(names)


class _Slider(QSlider):
    """The wheel scrolls the page that it is on."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def editor(setting: Setting, title: str, choices: Mapping[str, str]) -> Editor:
    """What ``setting`` is changed with; ``choices`` are the words of what can be chosen.

    Raises:
        ValueError: there is none for its kind.
    """
    match setting.kind:
        case "switch":
            return SwitchEditor(title)
        case "choice":
            return ChoiceEditor(choices)
        case "number" | "size":
            return NumberEditor(setting)
        case "text":
            return TextEditor(setting.hidden)
        case "microphone":
            return DeviceEditor("microphone")
        case "loudspeaker":
            return DeviceEditor("speaker")
    raise ValueError(f"nothing edits {setting.kind}")


def _percent(value: int) -> str:
    return QCoreApplication.translate("VolumeButton", "{number} %").format(number=QLocale().toString(value))
