"""The window that shows a session file: the inspector, and below it what plays the file."""

from typing import Final

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSlider, QVBoxLayout, QWidget

from viewer.protocol.events import Event, Phase, PhaseChanged
from viewer.session.session_file.lines import SessionFile
from viewer.ui import look
from viewer.ui.inspector.memory import Memory
from viewer.ui.inspector.panel import InspectorPanel
from viewer.ui.inspector.replay.player import Player

_SIZE: Final = (960, 680)
_STEP_MS: Final = 1000
_PAGE_MS: Final = 10_000


class ReplayWindow(QWidget):
    """Opens with all of ``file`` shown."""

    closed = Signal()
    """The user closed the window."""

    def __init__(self, file: SessionFile) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(self.tr("{name} – Persona Viewer").format(name=file.path.name))
        self.resize(*(look.scaled(length) for length in _SIZE))
        self._memory = Memory()
        self.player = Player(file, self)
        self.panel = InspectorPanel(self, self._memory, lambda: 0)
        self.panel.be_part()
        self.play = QPushButton()
        self.play.clicked.connect(self._play_or_pause)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Place in the session"))
        self.slider.setRange(0, round(self.player.length * 1000))
        self.slider.setSingleStep(_STEP_MS)
        self.slider.setPageStep(_PAGE_MS)
        self.slider.setMinimumHeight(look.TARGET)
        self.slider.valueChanged.connect(lambda value: self.player.seek(value / 1000))
        self.place = QLabel()
        self.state = QLabel()
        self.state.setObjectName("quiet")
        self.state.setWordWrap(True)
        self._connect()
        self._lay_out()
        self.player.seek(self.player.length)
        self._show_button()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.player.pause()
        self.closed.emit()

    def _take(self, event: Event) -> None:
        self._memory.add(event)
        self.panel.take(event, 0)

    def _play_or_pause(self) -> None:
        if self.player.is_playing:
            self.player.pause()
        else:
            self.player.play()
        self._show_button()

    def _show_button(self) -> None:
        self.play.setText(self.tr("Pause") if self.player.is_playing else self.tr("Play"))

    def _show_place(self, position: float) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(round(position * 1000))
        self.slider.blockSignals(False)
        number = QLocale().toString
        place = self.tr("{place} of {length} s")
        self.place.setText(
            place.format(place=number(position, "f", 1), length=number(self.player.length, "f", 1))
        )
        self.state.setText(f"{self._phase(self.player.phase)}  ·  {self._comparison()}")

    def _comparison(self) -> str:
        if self.player.differs_at is None:
            return self.tr("Played again, the session takes the same steps at the same times.")
        at = QLocale().toString(self.player.differs_at, "f", 3)
        return self.tr("Played again, the session goes another way from {at} s on.").format(at=at)

    def _phase(self, phase: Phase) -> str:
        return {
            Phase.IDLE: self.tr("Not begun"),
            Phase.ASKING_BROKER: self.tr("Asking the broker"),
            Phase.SIGNALLING: self.tr("Signalling"),
            Phase.CONNECTING: self.tr("Connecting"),
            Phase.LIVE: self.tr("Live"),
            Phase.RECONNECTING: self.tr("Connecting again"),
        }.get(phase, self.tr("Ended"))

    def _connect(self) -> None:
        self.player.told.connect(self._take)
        self.player.began_anew.connect(lambda: self._take(PhaseChanged(Phase.ASKING_BROKER)))
        self.player.moved.connect(self._show_place)
        self.player.stopped.connect(self._show_button)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(14, 0, 14, 0)
        line.setSpacing(look.Space.M)
        line.addWidget(self.play)
        line.addWidget(self.slider, 1)
        line.addWidget(self.place)
        below = QHBoxLayout()
        below.setContentsMargins(14, 0, 14, 10)
        below.addWidget(self.state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.Space.XS)
        column.addWidget(self.panel, 1)
        column.addLayout(line)
        column.addLayout(below)
