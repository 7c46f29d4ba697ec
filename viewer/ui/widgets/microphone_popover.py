"""What is done to the microphone's sound, and when it is heard."""

from dataclasses import asdict, replace
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from viewer.media.capture.processing import Applied, Processing
from viewer.ui.widgets.popover import Popover
from viewer.ui.widgets.switch import Switch

_WIDTH: Final = 300


class MicrophonePopover(Popover):
    """Switches are what is requested; the line under each says where something else is in force."""

    requested = Signal(object)
    """The user wishes another :class:`Processing`."""

    push_to_talk_changed = Signal(bool)

    check_requested = Signal()

    def __init__(self, requested: Processing, push_to_talk: bool, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Microphone settings"))
        self.switches: dict[str, Switch] = {}
        """By name of the setting."""
        self.lines: dict[str, QLabel] = {}
        """What stands under each switch's name."""
        self._requested = requested
        self._rows = QGridLayout()
        self._rows.setColumnMinimumWidth(0, _WIDTH)
        self._rows.setColumnStretch(0, 1)
        self._rows.setVerticalSpacing(0)
        for name in asdict(requested):
            title, line = self._words(name)
            switch = self._add(name, title, line, getattr(requested, name))
            switch.toggled.connect(lambda on, name=name: self._switched(name, on))
        talk = self._add(
            "push_to_talk",
            self.tr("Push to talk"),
            self.tr("Heard while Space or the button is held"),
            push_to_talk,
        )
        talk.toggled.connect(self.push_to_talk_changed)
        self.column.addLayout(self._rows)
        self.check = QPushButton(self.tr("Check microphone and loudspeaker"))
        self.check.setAccessibleName(self.check.text())
        self.check.setAutoDefault(False)
        self.check.clicked.connect(self._ask_for_check)
        self.column.addWidget(self.check)

    def show_applied(self, applied: Applied) -> None:
        """Say where what is in force is not what is requested."""
        meanwhile = self.tr("On for a moment, until the echo is known")
        on = (
            meanwhile
            if applied.processing.echo_cancellation
            else self.tr("On, in place of echo cancellation")
        )
        missing = self.tr("Cannot run on this computer")
        for name, in_force in asdict(applied.processing).items():
            line = self.lines[name]
            differs = bool(in_force) != self.switches[name].isChecked()
            line.setText((on if in_force else missing) if differs else self._words(name)[1])
            line.setProperty("differs", differs)
            line.style().polish(line)

    def _ask_for_check(self) -> None:
        self.close()
        self.check_requested.emit()

    def _words(self, name: str) -> tuple[str, str]:
        """What the setting is called, and what it does."""
        match name:
            case "echo_cancellation":
                return self.tr("Echo cancellation"), self.tr("Takes the avatar's voice out")
            case "noise_suppression":
                return self.tr("Noise suppression"), self.tr("Takes fans and hum out")
            case "automatic_gain":
                return self.tr("Automatic gain"), self.tr("Brings speech to an even loudness")
        return self.tr("Half duplex"), self.tr("Silent while the avatar speaks")

    def show_requested(self, requested: Processing) -> None:
        """It is wished otherwise, from elsewhere; nobody is told."""
        self._requested = requested
        for name, on in asdict(requested).items():
            with QSignalBlocker(self.switches[name]):
                self.switches[name].setChecked(on)
            self.switches[name].update()

    def show_push_to_talk(self, on: bool) -> None:
        """It is chosen elsewhere; nobody is told."""
        switch = self.switches["push_to_talk"]
        with QSignalBlocker(switch):
            switch.setChecked(on)
        switch.update()

    def _switched(self, name: str, on: bool) -> None:
        self._requested = replace(self._requested, **{name: on})
        self.requested.emit(self._requested)

    def _add(self, name: str, title: str, line: str, on: bool) -> Switch:
        row = len(self.switches) * 3
        if row:
            self._rows.setRowMinimumHeight(row - 1, 10)
        heading, below, switch = QLabel(title), QLabel(line), Switch(title, on)
        heading.setObjectName("rowTitle")
        below.setObjectName("rowLine")
        heading.setBuddy(switch)
        self._rows.addWidget(heading, row, 0)
        self._rows.addWidget(below, row + 1, 0)
        self._rows.addWidget(switch, row, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        self.switches[name], self.lines[name] = switch, below
        return switch
