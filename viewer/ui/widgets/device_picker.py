"""Chooses a microphone or a loudspeaker by name."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from viewer.protocol.text import plain
from viewer.ui import look
from viewer.ui.widgets.choices import paint_chevron

DEFAULT: Final = ""
NONE: Final = "none"

_WIDTH: Final = 144
_AROUND_TEXT: Final = 38  # padding and arrow


class DevicePicker(QComboBox):
    """The system's default, none, and every device there is.

    A device that was chosen and is not there stays listed, so that it is taken again when it comes back.
    """

    picked = Signal(str)
    """The user chose a device: its name, ``DEFAULT`` or ``NONE``."""

    def __init__(self, kind: str, chosen: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._names: tuple[str, ...] = ()
        """What is listed."""
        self._newest: tuple[str, ...] = ()
        """What there is."""
        # Qt closes the list first and asks it then what was chosen.
        self._closed = QTimer(self, interval=0, singleShot=True)
        self._closed.timeout.connect(self._catch_up)
        listens = kind == "microphone"
        self.setAccessibleName(self.tr("Microphone") if listens else self.tr("Loudspeaker"))
        self.view().setAccessibleName(self.accessibleName())
        self.setToolTip(self.tr("Choose the microphone") if listens else self.tr("Choose the loudspeaker"))
        self.setFixedWidth(_WIDTH)
        self._fill((), chosen)
        self.activated.connect(lambda _: self.picked.emit(self.chosen))
        self.view().installEventFilter(self)

    @property
    def chosen(self) -> str:
        """What is chosen: a name, ``DEFAULT`` or ``NONE``."""
        return str(self.currentData())

    def set_devices(self, names: Sequence[str]) -> None:
        """List ``names``, as soon as nobody is choosing; the choice stays."""
        self._newest = tuple(names)
        self._catch_up()

    def choose(self, name: str) -> None:
        """Show that ``name`` is chosen; nobody is told."""
        if name != self.chosen:
            self._fill(self._names, name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Hide:
            self._closed.start()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, self.width() - look.scaled(_AROUND_TEXT)
        )
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        paint_chevron(painter, self)
        painter.end()

    def _catch_up(self) -> None:
        if self._newest != self._names and not self.view().isVisible():
            self._names = self._newest
            self._fill(self._names, self.chosen)

    def _fill(self, names: Sequence[str], chosen: str) -> None:
        self.clear()
        self.addItem(self.tr("System default"), DEFAULT)
        for name in names:
            self.addItem(plain(name, 80), name)
        if chosen not in (DEFAULT, NONE, *names):
            self.addItem(self.tr("{device} (not there)").format(device=plain(chosen, 80)), chosen)
        nothing = self.tr("No microphone") if self._kind == "microphone" else self.tr("No loudspeaker")
        self.addItem(nothing, NONE)
        self.setCurrentIndex(self.findData(chosen))
        self.view().setMinimumWidth(max(_WIDTH, self.view().sizeHintForColumn(0) + 24))
