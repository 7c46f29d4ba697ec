"""What was said, line by line, folded from events. No Qt, nothing on disk."""

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Literal

from viewer.protocol import events
from viewer.protocol.events import Phase
from viewer.protocol.text import plain
from viewer.protocol.transcript import Message
from viewer.ui.transcript.line import Line, Talk, safe, told, typed_text
from viewer.value import value

MAX_LINES: Final = 10_000
MAX_CHARACTERS: Final = 1_000_000
"""What is kept: some 18 hours of a voice that never rests."""

_MAX_NAME: Final = 80
_MAX_AWAITED: Final = 32
_MAX_PLACES: Final = 1000


@value
class Change:
    """The line at ``index`` is new there, became another, or is dropped for want of room."""

    index: int
    what: Literal["new", "changed", "dropped"]


@dataclass(slots=True)
class _Speech:
    """The user spoke."""

    began: float
    ended: float | None
    correlation_id: str | None


class Record:
    """Keeps the newest :data:`MAX_LINES` lines with :data:`MAX_CHARACTERS` characters; :attr:`dropped` counts
    those before. Not thread-safe.

    Secrets that a line holds are hidden in it.

    Args:
        clock: that of the sessions, monotonic seconds.
        wall_clock: seconds since 1970.
    """

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, wall_clock: Callable[[], float] = time.time
    ) -> None:
        self.dropped = 0
        self._clock = clock
        self._wall_clock = wall_clock
        self._persona = ""
        self._talk = Talk(0, clock(), wall_clock())
        self._was_live = False
        self._lines: list[Line] = []
        self._characters = 0
        self._cleared = 0
        """So many of the first lines are cleared, and may be restored."""
        self._dropped_before = 0
        """How many had been dropped before those."""
        self._gone = 0
        """How many lines stood before the first one."""
        self._places: OrderedDict[str, int] = OrderedDict()
        """Where the messages of this talk stand, counted from the first line ever."""
        self._awaited: deque[tuple[str, int]] = deque(maxlen=_MAX_AWAITED)
        """What was typed and not repeated by the engine yet, and where it stands."""
        self._speeches: deque[_Speech] = deque(maxlen=_MAX_AWAITED)

    def __len__(self) -> int:
        return len(self._lines) - self._cleared

    def __getitem__(self, index: int) -> Line:
        return self._lines[self._cleared + index]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines, in the order in which they began."""
        return tuple(self._lines[self._cleared :])

    @property
    def persona(self) -> str:
        """What the persona is called; empty: its name is not known."""
        return self._persona

    def name_persona(self, name: str) -> None:
        """The persona is called ``name`` from now on; empty: its name is not known."""
        self._persona = plain(name, _MAX_NAME).strip()

    def add(self, event: events.Event) -> tuple[Change, ...]:
        """Take ``event`` in; what changed, in the order in which it is to be followed."""
        match event:
            case events.MessageUpdated(message):
                return self._message_updated(message)
            case events.TextTyped(text, at):
                return self._typed(text, at)
            case events.UserSpeechChanged(True, at, correlation_id):
                self._speeches.append(_Speech(at, None, correlation_id))
            case events.UserSpeechChanged(False, at) if self._speeches:
                self._speeches[-1].ended = at
            case events.PersonaUpdated(update):
                name = update.changed_fields.get("name")
                if name and isinstance(name.after, str):
                    self.name_persona(name.after)
            case events.PhaseChanged(phase):
                self._phase_changed(phase)
            case events.SessionClosed(unsaid=unsaid):
                return self._lost(unsaid)
        return ()

    # -- clearing

    def clear(self) -> None:
        """Forget all lines, unless :meth:`restore` follows before :meth:`forget_cleared`."""
        self.forget_cleared()
        self._cleared = len(self._lines)
        self._dropped_before, self.dropped = self.dropped, 0

    def restore(self) -> None:
        """Put what was cleared back, before what came since."""
        self._cleared = 0
        self.dropped += self._dropped_before
        self._dropped_before = 0

    def forget_cleared(self) -> None:
        """What was cleared is gone for good, also what is still being said of it."""
        self._remove(self._cleared)
        self._cleared = self._dropped_before = 0

    # -- what happens

    def _phase_changed(self, phase: Phase) -> None:
        if phase is Phase.ASKING_BROKER:
            self._was_live = False
            self._places.clear()
            self._awaited.clear()
            self._speeches.clear()
            self._talk = Talk(self._talk.number + 1, self._clock(), self._wall_clock())
        elif phase is Phase.LIVE and not self._was_live:
            self._was_live = True
            self._talk = Talk(self._talk.number, self._clock(), self._wall_clock())

    def _message_updated(self, message: Message) -> tuple[Change, ...]:
        place = self._places.get(message.id)
        if place is not None:
            return self._updated(place - self._gone, message)
        if not message.content.strip():
            return ()
        if message.role == "user":
            return () if self._is_repeated(message) else self._said_aloud(message)
        text, marks = safe(message)
        began = marks[0][1] if marks else self._clock()
        line = Line(self._talk, "persona", "spoken", self._persona, text, began)
        return self._insert(message.id, told(line, text, marks, message), len(self._lines))

    def _updated(self, index: int, message: Message) -> tuple[Change, ...]:
        if index < 0:
            return ()  # it was dropped, or cleared while it was said
        line = self._lines[index]
        if line.how == "typed":
            return ()  # as it was typed it stays
        text, marks = safe(message)
        now = told(line, text, marks, message)
        now = replace(now, corrected=line.corrected or (line.complete and text != line.text))
        return self._put(index, now) if now != line else ()

    def _is_repeated(self, message: Message) -> bool:
        """Whether the engine repeats what the user typed, and what stands here already."""
        repeated = message.content.split()
        for typed, place in self._awaited:
            if typed.split() == repeated:
                self._awaited.remove((typed, place))
                self._place(message.id, place)
                return True
        return False

    def _said_aloud(self, message: Message) -> tuple[Change, ...]:
        text, _ = safe(message)
        arrived = message.marks[-1][1] if message.marks else self._clock()
        began, ended = self._spoken_at(message.correlation_id) or (arrived, arrived)
        line = Line(self._talk, "user", "spoken", "", text, began, ended)
        index = len(self._lines)
        while index > self._cleared and self._is_later(self._lines[index - 1], began):
            index -= 1
        return self._insert(message.id, told(line, text, (), message), index)

    def _is_later(self, line: Line, began: float) -> bool:
        return line.talk.number == self._talk.number and line.began > began

    def _spoken_at(self, correlation_id: str | None) -> tuple[float, float] | None:
        """When the user said what is told now; what was said before is told no more."""
        if not self._speeches:
            return None
        named = [speech for speech in self._speeches if correlation_id == speech.correlation_id is not None]
        parts = named or [self._speeches[-1]]
        began, ended = parts[0].began, parts[-1].ended
        while self._speeches and self._speeches[0].began <= parts[-1].began:
            self._speeches.popleft()
        return began, began if ended is None else max(began, ended)

    def _typed(self, text: str, at: float) -> tuple[Change, ...]:
        typed = typed_text(text)
        if not typed:
            return ()
        line = Line(self._talk, "user", "typed", "", typed, at, at, complete=True)
        changes = self._insert("", line, len(self._lines))
        self._awaited.append((text, self._gone + len(self._lines) - 1))
        return changes

    def _lost(self, unsaid: tuple[str, ...]) -> tuple[Change, ...]:
        lost = [place - self._gone for text, place in self._awaited if text in unsaid]
        self._awaited.clear()
        return tuple(
            change
            for index in lost
            if index >= 0
            for change in self._put(index, replace(self._lines[index], lost=True))
        )

    # -- the lines

    def _insert(self, message_id: str, line: Line, index: int) -> tuple[Change, ...]:
        place = index + self._gone
        if index < len(self._lines):
            self._places.update({name: at + 1 for name, at in self._places.items() if at >= place})
            moved = ((text, at + (at >= place)) for text, at in self._awaited)
            self._awaited = deque(moved, maxlen=_MAX_AWAITED)
        self._lines.insert(index, line)
        self._characters += len(line.text)
        if message_id:
            self._place(message_id, place)
        return self._changed(index, "new")

    def _place(self, message_id: str, place: int) -> None:
        self._places[message_id] = place
        if len(self._places) > _MAX_PLACES:
            self._places.popitem(last=False)

    def _put(self, index: int, line: Line) -> tuple[Change, ...]:
        self._characters += len(line.text) - len(self._lines[index].text)
        self._lines[index] = line
        return self._changed(index, "changed")

    def _changed(self, index: int, what: Literal["new", "changed"]) -> tuple[Change, ...]:
        """Make room; what is to be followed of that and of the line at ``index`` among all."""
        place = self._gone + index
        dropped = self._make_room()
        if place < self._gone:  # it was among them
            return (Change(0, "dropped"),) * (dropped - (what == "new"))
        shown = place - self._gone - self._cleared
        changes = (Change(0, "dropped"),) * dropped
        return (*changes, Change(shown, what)) if shown >= 0 else changes

    def _make_room(self) -> int:
        """Drop the oldest lines, but never the last one; how many that were not cleared."""
        count = max(0, len(self._lines) - MAX_LINES)
        characters = self._characters - sum(len(line.text) for line in self._lines[:count])
        while characters > MAX_CHARACTERS and count < len(self._lines) - 1:
            characters -= len(self._lines[count].text)
            count += 1
        shown = max(0, count - self._cleared)
        self._cleared -= count - shown
        self._dropped_before += count - shown
        self.dropped += shown
        self._remove(count)
        return shown

    def _remove(self, count: int) -> None:
        self._characters -= sum(len(line.text) for line in self._lines[:count])
        self._gone += count
        del self._lines[:count]
