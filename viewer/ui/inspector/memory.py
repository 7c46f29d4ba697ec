"""What an inspector has to know that is opened in the middle of a session: so much of it and no more."""

from collections import deque
from collections.abc import Iterator
from heapq import merge
from typing import TYPE_CHECKING, Final

from viewer.protocol.events import Event, Found, Phase, PhaseChanged, SessionStarted, Statistics
from viewer.protocol.insight import Noted
from viewer.protocol.stats import StatsSampled

if TYPE_CHECKING:
    from viewer.ui.inspector.graphs.series import Series

_MAX_FOUND: Final = 10
_MAX_NOTES: Final = 5000
# They come every second: what else happened is not to go for them.
SAMPLES: Final = frozenset({"Statistics", "StatsSampled"})
MAX_SAMPLES: Final = 600
_MAX_BYTES: Final = 24 << 20


class Memory:
    """Keeps events that are already made, as they are: that costs next to nothing while nobody looks."""

    def __init__(self) -> None:
        self._figures: dict[type[Event], Event] = {}
        self._notes: deque[Noted] = deque()
        self._samples: deque[Noted] = deque(maxlen=MAX_SAMPLES)
        self._found: deque[Found] = deque(maxlen=_MAX_FOUND)
        self._devices: Noted | None = None
        self._bytes = 0
        self._series: Series | None = None

    @property
    def series(self) -> "Series":
        """The figures of the last hour. As events they would be a hundred times as large."""
        if self._series is None:
            from viewer.ui.inspector.graphs.series import Series  # noqa: PLC0415 - when needed

            self._series = Series()
        return self._series

    def add(self, event: Event) -> None:
        """Take ``event`` in; a new session begins anew."""
        match event:
            case PhaseChanged(Phase.ASKING_BROKER):
                self._notes.clear()
                self._samples.clear()
                self._bytes = 0
                self._figures.clear()
                self._found.clear()
                if self._series:
                    self._series.clear()
            case SessionStarted() | Statistics():
                self._figures[type(event)] = event
            case StatsSampled():
                self.series.add(event)
            case Found():
                self._found.append(event)
            case Noted(kind="DevicesListed"):
                self._devices = event
            case Noted(kind=kind) if kind in SAMPLES:
                self._samples.append(event)
            case Noted():
                self._note(event)

    def __iter__(self) -> Iterator[Event]:
        yield from self._figures.values()
        yield from self._found
        if self._devices:
            yield self._devices
        yield from merge(self._notes, self._samples, key=lambda noted: noted.at)

    def _note(self, noted: Noted) -> None:
        self._notes.append(noted)
        self._bytes += noted.size
        while len(self._notes) > _MAX_NOTES or self._bytes > _MAX_BYTES:
            self._bytes -= self._notes.popleft().size
