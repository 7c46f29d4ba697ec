"""Events on their way to the window, so many and no more."""

import threading
from collections import Counter, OrderedDict
from collections.abc import Hashable
from typing import Final

from viewer.protocol.events import Event, MessageUpdated, Statistics, ThoughtChanged

MAX_OF_A_KIND: Final = 1000


class EventQueue:
    """First in, first out. Any thread.

    A waiting event that a newer one makes void gives its place to it. Of a kind that is :data:`MAX_OF_A_KIND`
    strong the oldest goes: no session at peace tells so much, and a window that lags would fill the memory.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: OrderedDict[Hashable, Event] = OrderedDict()
        self._kinds: Counter[type[Event]] = Counter()
        self._number = 0

    def put(self, event: Event) -> bool:
        """Append ``event``; whether the queue was empty, so that somebody has to be woken."""
        with self._lock:
            was_empty = not self._waiting
            key = self._key(event)
            if key not in self._waiting:
                self._make_room(type(event))
            self._waiting[key] = event
            return was_empty

    def take(self, most: int) -> list[Event]:
        """The oldest events, ``most`` of them at most."""
        with self._lock:
            taken = [self._waiting.popitem(last=False)[1] for _ in range(min(most, len(self._waiting)))]
            self._kinds.subtract(type(event) for event in taken)
            return taken

    def __len__(self) -> int:
        return len(self._waiting)

    def _make_room(self, kind: type[Event]) -> None:
        if self._kinds[kind] < MAX_OF_A_KIND:
            self._kinds[kind] += 1
        else:
            del self._waiting[next(key for key, event in self._waiting.items() if type(event) is kind)]

    def _key(self, event: Event) -> Hashable:
        match event:
            case MessageUpdated(message):
                return MessageUpdated, message.id
            case ThoughtChanged(thought):
                return ThoughtChanged, thought.id
            case Statistics():
                return Statistics
        self._number += 1
        return self._number
