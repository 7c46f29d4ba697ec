"""What an inspector has to know that is opened in the middle of a session: so much of it and no more."""

from collections import deque
from collections.abc import Iterator
from typing import Final

from viewer.protocol.events import Event, Phase, PhaseChanged, SessionStarted, Statistics, WireMessage

_MAX_MESSAGES: Final = 1000


class Memory:
    """Keeps events that are already made, as they are: that costs next to nothing while nobody looks."""

    def __init__(self) -> None:
        self._figures: dict[type[Event], Event] = {}
        self._messages: deque[WireMessage] = deque(maxlen=_MAX_MESSAGES)

    def add(self, event: Event) -> None:
        """Take ``event`` in; a new session begins anew."""
        match event:
            case PhaseChanged(Phase.ASKING_BROKER):
                self._messages.clear()
                self._figures.clear()
            case SessionStarted() | Statistics():
                self._figures[type(event)] = event
            case WireMessage():
                self._messages.append(event)

    def __iter__(self) -> Iterator[Event]:
        yield from self._figures.values()
        yield from self._messages
