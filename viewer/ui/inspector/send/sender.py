"""Sends commands one after the other, and all of them again."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.protocol.commands import Command


@dataclass(frozen=True, slots=True)
class Parcel:
    """Commands that belong together, ``pace`` milliseconds apart. The last one ends what the first began."""

    commands: tuple[Command, ...]
    pace: int = 0


class Sender(QObject):
    """Sends one parcel at a time."""

    command = Signal(object)
    progressed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sent = 0
        """How often the present parcel, or the last one, has gone out."""
        self.times = 0
        """How often it is to go out."""
        self._parcel: Parcel | None = None
        self._place = 0
        self._every = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._step)

    @property
    def is_busy(self) -> bool:
        """Whether there is more to send."""
        return self._parcel is not None

    def send(self, parcel: Parcel, times: int = 1, every: int = 0) -> None:
        """Send ``parcel``, and again every so many milliseconds until it has gone out so many ``times``."""
        self.stop()
        self._parcel, self.times, self._every = parcel, times, every
        self.sent = self._place = 0
        self._step()

    def stop(self) -> None:
        """Send no more. What was begun is ended."""
        parcel, self._parcel = self._parcel, None
        self._timer.stop()
        if parcel and self._place:
            self.command.emit(parcel.commands[-1])
            self._place = 0
        if parcel:
            self.progressed.emit()

    def _step(self) -> None:
        if (parcel := self._parcel) is None:
            return
        command, wait = parcel.commands[self._place], parcel.pace
        self._place += 1
        if self._place == len(parcel.commands):
            self._place, wait = 0, self._every
            self.sent += 1
        if self.sent == self.times:
            self._parcel = None
        else:
            self._timer.start(wait)
        self.command.emit(command)
        self.progressed.emit()
