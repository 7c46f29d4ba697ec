"""The tab of faults: what networks, services and people with cables do, at the push of a button."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from viewer.protocol import commands
from viewer.protocol.events import CommandRefused, Event, Phase, PhaseChanged
from viewer.ui import look
from viewer.ui.announcements import announce
from viewer.ui.inspector.fields import Number, SwitchLine, named, runs_after, scrolling, wrapped
from viewer.ui.inspector.tab import Tab
from viewer.ui.language.told import told

_USUAL: Final = 20
_ALL: Final = 100


class FaultsTab(Tab):
    """Asks for faults through :attr:`command`; the timeline shows what comes of them."""

    command = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs = False
        self.cut = self._button(self.tr("Cut the WebSocket"))
        self.expire = self._button(self.tr("Let the session expire"))
        self.percent = Number(self.tr("Percent of the packets"), 1, _ALL, _USUAL)
        self.lose = SwitchLine(self.tr("Lose so much of the media that arrives"))
        self.stall = SwitchLine(self.tr("Stall the media: nothing arrives"))
        self.microphone = SwitchLine(self.tr("Unplug the microphone"))
        self.loudspeaker = SwitchLine(self.tr("Unplug the loudspeaker"))
        self.normal = self._button(self.tr("Back to normal"))
        self.words = wrapped()
        self._lay_out()
        self._connect()
        self._say("")

    def take(self, event: Event, painted: int) -> None:
        """Follow the session, and what it refused."""
        self._runs = runs_after(event, self._runs)
        match event:
            case PhaseChanged(Phase.ASKING_BROKER):
                self._show_media_whole()  # each call begins so
            case CommandRefused(error) if self.isVisible():
                self._say(told(error.told))

    def _once(self, fault: commands.CutSignalling | commands.ExpireSession) -> None:
        if self._is_there():
            self._say("")
            self.command.emit(fault)

    def _media_changed(self) -> None:
        if not self._is_there():
            self._show_media_whole()
            return
        self._say("")
        lost = self.percent.value if self.lose.switch.isChecked() else 0
        self.command.emit(commands.LoseMedia(_ALL if self.stall.switch.isChecked() else lost))

    def _percent_changed(self) -> None:
        if self.lose.switch.isChecked():
            self._media_changed()

    def _devices_changed(self) -> None:
        gone: set[commands.SoundDevice] = set()
        if self.microphone.switch.isChecked():
            gone.add("microphone")
        if self.loudspeaker.switch.isChecked():
            gone.add("loudspeaker")
        self._say("")
        self.command.emit(commands.Unplug(frozenset(gone)))

    def _mend(self) -> None:
        self._show_media_whole()
        for line in (self.microphone, self.loudspeaker):
            _switch_off(line)
        self._devices_changed()
        if self._runs:
            self.command.emit(commands.LoseMedia(0))
        self._say(self.tr("Nothing is broken on purpose any more."))

    def _show_media_whole(self) -> None:
        for line in (self.lose, self.stall):
            _switch_off(line)

    def _is_there(self) -> bool:
        if not self._runs:
            self._say(self.tr("There is no session: connect first."))
        return self._runs

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self.words.setVisible(bool(words))
        if words:
            announce(self, words)

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        return button

    def _connect(self) -> None:
        self.cut.clicked.connect(lambda: self._once(commands.CutSignalling()))
        self.expire.clicked.connect(lambda: self._once(commands.ExpireSession()))
        self.percent.value_changed.connect(lambda _: self._percent_changed())
        for line in (self.lose, self.stall):
            line.switch.toggled.connect(lambda _: self._media_changed())
        for line in (self.microphone, self.loudspeaker):
            line.switch.toggled.connect(lambda _: self._devices_changed())
        self.normal.clicked.connect(self._mend)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, look.Space.S, 0)
        column.setSpacing(look.Space.S)
        column.addWidget(
            wrapped(self.tr("They are real to everything else; the timeline shows what follows."))
        )
        column.addWidget(self.cut)
        column.addWidget(self.expire)
        named(column, self.tr("Percent of the packets"), self.percent)
        for line in (self.lose, self.stall, self.microphone, self.loudspeaker):
            column.addWidget(line)
        column.addWidget(self.normal)
        column.addWidget(self.words)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside, self.tr("Faults")))


def _switch_off(line: SwitchLine) -> None:
    with QSignalBlocker(line.switch):
        line.switch.setChecked(False)
    line.switch.update()
