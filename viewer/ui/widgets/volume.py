"""How loud the avatar is: a button that says it, and the slider for whatever it opens."""

from typing import Final

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSlider, QWidget

from viewer.ui import look
from viewer.ui.widgets.figure import Figure

_LENGTH: Final = 200


class VolumeButton(QPushButton):
    """Crossed out while the volume is 0. :attr:`row` holds the slider."""

    changed = Signal(int)
    """The volume moves, 0 to 100."""

    def __init__(self, volume: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("volume")
        self.setAccessibleName(self.tr("Loudspeaker"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(False)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setPageStep(10)
        self.slider.setValue(volume)
        self.slider.setMinimumWidth(_LENGTH)
        self.slider.setAccessibleName(self.tr("Volume"))
        self.slider.setMinimumHeight(look.TARGET)
        self._percent = Figure(self._words(100))
        self.row = QHBoxLayout()
        self._lay_out()
        self.slider.valueChanged.connect(self._moved)
        self._show(volume)

    def show_volume(self, volume: int) -> None:
        """It is another one now."""
        self.slider.setValue(volume)

    def step(self, percent: int) -> None:
        """Be ``percent`` louder, or quieter."""
        self.slider.setValue(self.slider.value() + percent)

    def _moved(self, volume: int) -> None:
        self._show(volume)
        self.changed.emit(volume)

    def _show(self, volume: int) -> None:
        words = self._words(volume)
        self.setIcon(look.icon("speaker", "on_over") if volume else look.icon("speaker-off", "over_danger"))
        self.setToolTip(self.tr("Volume: {percent}").format(percent=words))
        self._percent.setText(words)
        self.setAccessibleDescription(words)

    def _words(self, volume: int) -> str:
        return self.tr("{number} %").format(number=QLocale().toString(volume))

    def _lay_out(self) -> None:
        name = QLabel(self.tr("Volume"))
        name.setObjectName("rowTitle")
        self.row.setSpacing(12)
        self.row.addWidget(name)
        self.row.addWidget(self.slider, 1)
        self.row.addWidget(self._percent)
