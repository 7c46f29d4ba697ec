"""The way to the demo: Joe is there at once, and the servers are started behind him."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from viewer.media.picture import PictureSlot
from viewer.resources import asset
from viewer.ui.gallery.demo.process import PERSONA, DemoProcess
from viewer.ui.widgets.still import Still
from viewer.ui.widgets.video import VideoWidget

# Whom the local engine plays: what they are called, and the size of their pictures.
_CAST: Final[Mapping[str, tuple[str, QSize]]] = {
    "joe": ("Joe", QSize(720, 480)),
    "lena": ("Lena", QSize(480, 720)),
    "mateo": ("Mateo", QSize(720, 480)),
}


class DemoPage(VideoWidget):
    """Shown while the demo starts: the still where the picture will be, and a way back."""

    cancelled = Signal()
    """The user does not want to wait."""

    begun = Signal()
    """It is being started: show this page."""

    runs = Signal(str, str)
    """The URL of the demo's broker, and whom to call there."""

    failed = Signal(str)
    """It does not start; what it said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PictureSlot(), parent)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAccessibleName(self.cancel.text())
        self._process: DemoProcess | None = None
        self._broker = ""
        self._persona = ""
        self.cancel.clicked.connect(self._give_up)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addStretch()
        column.addWidget(self.cancel, alignment=Qt.AlignmentFlag.AlignHCenter)

    def use(self, process: DemoProcess) -> None:
        """``process`` is what can be started."""
        self._process = process
        process.ready.connect(self._ready)
        process.failed.connect(self._not_ready)

    def runs_at(self, broker: str) -> None:
        """The demo has been started already, by whoever started this program."""
        self._broker = broker

    @property
    def is_possible(self) -> bool:
        """Whether there is a demo on this computer."""
        return self._process is not None

    def is_at(self, broker: str) -> bool:
        """Whether this is the demo's broker, as it runs or last ran."""
        return bool(broker) and broker == self._broker

    def is_over(self, broker: str) -> bool:
        """Whether this was the demo's broker, and has to be started again."""
        return self.is_at(broker) and self._process is not None and self._process.broker != broker

    def still_of(self, persona: str) -> Still | None:
        """Of whom the program knows by itself."""
        if persona not in _CAST:
            return None
        image = QImage(str(asset(f"persona/{persona}/still.webp")))
        return Still(persona, image.convertToFormat(QImage.Format.Format_RGB32), _CAST[persona][1])

    def name_of(self, persona: str) -> str:
        """The same of their names; "" if it does not know them."""
        return _CAST[persona][0] if persona in _CAST else ""

    def start(self, persona: str = PERSONA) -> None:
        """Start it, if need be, and call ``persona``."""
        if self._process is None:
            return
        self._persona = persona
        self.show_still(self.still_of(persona))
        self.set_waiting_words(self.tr("Starting the demo on this computer …"))
        self.begun.emit()
        self.cancel.setFocus()
        self._process.start()

    def _ready(self, broker: str) -> None:
        self._broker = broker
        if self._persona:
            persona, self._persona = self._persona, ""
            self.runs.emit(broker, persona)

    def _not_ready(self, said: str) -> None:
        if self._persona:
            self._persona = ""
            self.failed.emit(said)

    def _give_up(self) -> None:
        self._persona = ""
        if self._process:
            self._process.stop()
        self.cancelled.emit()
