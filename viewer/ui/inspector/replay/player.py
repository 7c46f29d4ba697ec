"""Where a session file stands, and how it goes on from there."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.protocol.actions import Action
from viewer.protocol.events import Phase, PhaseChanged
from viewer.protocol.insight import Noted
from viewer.session.session_file.lines import SessionFile
from viewer.session.session_file.played import event_of, sessions

_TICK_MS: Final = 50
_CLOSE: Final = 0.05


class Player(QObject):
    """Tells what a file says, as far as :attr:`position`, in seconds from its beginning.

    Args:
        clock: what playing goes by.
    """

    told = Signal(object)
    """An event: a note, or what the inspector's figures are made of."""

    began_anew = Signal()
    """What was told until now does not count."""

    moved = Signal(float)
    stopped = Signal()

    def __init__(
        self, file: SessionFile, parent: QObject | None = None, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(parent)
        self._notes = file.notes
        self._began = file.clock
        self._times = [noted.at - file.clock for noted in file.notes]
        self._clock = clock
        self._next = 0
        self._last_tick = 0.0
        self.position = 0.0
        self.length = max(self._times, default=0.0)
        self._phases, self.differs_at = _played(file.notes, file.clock)
        """``differs_at``: where the state machine does not do what it did then; None: nowhere."""
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._go_on)

    @property
    def is_playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._tick.isActive()

    @property
    def phase(self) -> Phase:
        """Where the state machine, told what the file says, stands at :attr:`position`."""
        times = [at for at, _ in self._phases]
        before = bisect_right(times, self.position)
        return self._phases[before - 1][1] if before else Phase.IDLE

    def play(self) -> None:
        """Go on at the speed at which it happened; from the beginning, if it is at its end."""
        if self.position >= self.length:
            self.seek(0.0)
        self._last_tick = self._clock()
        self._tick.start()

    def pause(self) -> None:
        """Stay."""
        if self._tick.isActive():
            self._tick.stop()
            self.stopped.emit()

    def seek(self, position: float) -> None:
        """Be there at once."""
        position = min(max(position, 0.0), self.length)
        if position < self.position:
            self._next = 0
            self.began_anew.emit()
        self._tell_until(position)

    def _go_on(self) -> None:
        now = self._clock()
        elapsed, self._last_tick = now - self._last_tick, now
        self._tell_until(min(self.position + elapsed, self.length))
        if self.position >= self.length:
            self.pause()

    def _tell_until(self, position: float) -> None:
        self.position = position
        while self._next < len(self._notes) and self._times[self._next] <= position:
            noted = self._notes[self._next]
            self.told.emit(noted)
            if event := event_of(noted):
                self.told.emit(event)
            self._next += 1
        self.moved.emit(position)


def _played(notes: Sequence[Noted], began: float) -> tuple[list[tuple[float, Phase]], float | None]:
    """The phases that the state machine enters, and when it first does what it did not do then."""
    phases = [(noted.at - began, Phase.ASKING_BROKER) for noted in notes if noted.kind == "BrokerAsked"]
    done: list[tuple[float, str]] = []
    for session in sessions(notes):
        for at, output in session.play():
            if isinstance(output, PhaseChanged):
                phases.append((at - began, output.phase))
            elif isinstance(output, Action):
                done.append((at, type(output).__name__))
    ends = [noted.at - began for noted in notes if noted.kind == "SessionClosed"]
    phases += [(at, Phase.CLOSED) for at in ends]
    wanted = [(noted.at, noted.kind) for noted in notes if noted.side == "out"]
    phases.sort(key=lambda each: each[0])
    return phases, _first_difference(sorted(done, key=lambda each: each[0]), wanted, began)


def _first_difference(
    done: Sequence[tuple[float, str]], wanted: Sequence[tuple[float, str]], began: float
) -> float | None:
    for (at, kind), (then, was) in zip(done, wanted, strict=False):
        if kind != was or abs(at - then) > _CLOSE:
            return min(at, then) - began
    if len(done) != len(wanted):
        first = min(len(done), len(wanted))
        return (done if len(done) > len(wanted) else wanted)[first][0] - began
    return None
