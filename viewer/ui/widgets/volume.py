"""How loud the avatar is: a button that says it, and the slider that it opens."""

from typing import Final

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSlider, QWidget

from viewer.ui import look
from viewer.ui.widgets.popover import Popover

_LENGTH: Final = 200


class VolumeButton(QPushButton):
    """Opens the slider; crossed out while the volume is 0."""

    changed = Signal(int)
    """The volume moves, 0 to 100."""

    def __init__(self, volume: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("volume")
        self.setAccessibleName(self.tr("Volume"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(False)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setPageStep(10)
        self.slider.setValue(volume)
        self.slider.setFixedWidth(_LENGTH)
        self.slider.setAccessibleName(self.tr("Volume"))
        self.popover = Popover(self.tr("Volume"), self)
        self._percent = QLabel()
        self._percent.setMinimumWidth(44)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._lay_out()
        self.clicked.connect(self._open)
        self.slider.valueChanged.connect(self._moved)
        self._show(volume)

    def show_volume(self, volume: int) -> None:
        """It is another one now."""
        self.slider.setValue(volume)

    def _open(self) -> None:
        self.popover.open_above(self)
        self.slider.setFocus()

    def _moved(self, volume: int) -> None:
        self._show(volume)
        self.changed.emit(volume)

    def _show(self, volume: int) -> None:
        words = self.tr("{number} %").format(number=QLocale().toString(volume))
        self.setIcon(look.icon("speaker") if volume else look.icon("speaker-off", "danger"))
        self.setToolTip(self.tr("Volume: {volume}").format(volume=words))
        self._percent.setText(words)
        self.setAccessibleDescription(words)

    def _lay_out(self) -> None:
        name = QLabel(self.tr("Volume"))
        name.setObjectName("rowTitle")
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(name)
        line.addWidget(self.slider)
        line.addWidget(self._percent)
        self.popover.column.addLayout(line)
