"""What is said, as subtitles and chapters while it is being said. Pure; times are in seconds of the film."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal, TypeAlias

from viewer.reading import reading_seconds, width

Role: TypeAlias = Literal["user", "persona"]

# What is easily read: two lines of 42 columns, six seconds at most.
_COLUMNS: Final = 84
_LONGEST: Final = 6.0
_PAUSE: Final = 1.5
_LINGERING: Final = 0.3
_SHORTEST: Final = 1.0
_WIDE_ENDS: Final = "。！？"
_SENTENCE_ENDS: Final = tuple(f".!?…؟{_WIDE_ENDS}")
_SENTENCE_COLUMNS: Final = 21
# With the spaces around it; what is written without spaces is cut anywhere, best after a sentence.
_WORD: Final = re.compile(rf"\s*(?=\S)[^\s{_WIDE_ENDS}]{{0,20}}[{_WIDE_ENDS}]*\s*")

_MAX_MESSAGES: Final = 500
MAX_CHAPTERS: Final = 10_000
_TITLE: Final = 60


@dataclass(frozen=True, slots=True)
class Message:
    """What somebody says, as far as it is known; one with the same ``id`` takes its place.

    ``marks`` are how far into ``content`` a piece of it goes, in characters, and when that is heard;
    ``ended`` is when the last of it was.
    """

    id: str
    role: Role
    content: str
    marks: tuple[tuple[int, float], ...]
    ended: float | None = None
    interrupted: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """``text`` is said from ``began`` to ``ended``."""

    text: str
    began: float
    ended: float


@dataclass(slots=True)
class Chapter:
    """A turn in the conversation."""

    title: str
    began: float


@dataclass(slots=True)
class _Word:
    text: str
    began: float


@dataclass(slots=True)
class _Open:
    """A message of which not everything is told."""

    role: Role
    known: int = 0
    words: list[_Word] = field(default_factory=list)
    ended: float | None = None
    is_first: bool = True
    chapter: Chapter | None = None


class Captions:
    """Turns messages that grow into cues that are over. Not thread-safe.

    Args:
        names: what persona and user are called.
    """

    def __init__(self, names: dict[Role, str]) -> None:
        self.chapters: list[Chapter] = []
        """One a turn, the first :data:`MAX_CHAPTERS`."""
        self._names = names
        self._open: dict[str, _Open] = {}
        self._turn: Role | None = None

    def update(self, message: Message, offset: float) -> None:
        """``message`` is new or grew; ``offset`` makes times of the film of those of its marks."""
        line = self._open.get(message.id)
        if line is None:
            line = self._open[message.id] = _Open(message.role)
            if len(self._open) > _MAX_MESSAGES:
                del self._open[next(iter(self._open))]
        for end, at in message.marks:
            if end > line.known:
                self._add(line, message.content[line.known : end], at + offset)
                line.known = end
        if message.ended is not None:
            line.ended = message.ended + offset
            if message.interrupted:
                line.words = [word for word in line.words if word.began <= line.ended]

    def over(self, now: float) -> list[Cue]:
        """The cues that have ended ``now``."""
        cues: list[Cue] = []
        for line in self._open.values():
            while (count := _complete(line, now)) is not None:
                cues.append(self._cue(line, count))
        return cues

    def all(self) -> list[Cue]:
        """All that is left."""
        for line in self._open.values():
            if line.words and line.ended is None:
                line.ended = _end_of(line.words[-1])
        return self.over(float("inf"))

    def _add(self, line: _Open, piece: str, at: float) -> None:
        for word in line.words:  # what was guessed to be later is not
            word.began = min(word.began, at)
        began = at
        for text in _WORD.findall(piece):
            if began >= 0:  # else it was before the film
                line.words.append(_Word(text, began))
            began += reading_seconds(text)
        self._take_turn(line)

    def _take_turn(self, line: _Open) -> None:
        if self._turn != line.role and line.words and len(self.chapters) < MAX_CHAPTERS:
            self._turn = line.role
            line.chapter = Chapter("", line.words[0].began)
            self.chapters.append(line.chapter)
        if line.chapter and len(line.chapter.title) < _TITLE and line.is_first:
            line.chapter.title = _shortened(f"{self._names[line.role]}: {_text(line.words)}")

    def _cue(self, line: _Open, count: int) -> Cue:
        words, line.words = line.words[:count], line.words[count:]
        until = line.words[0].began if line.words else _end_of(words[-1]) + _LINGERING
        text = _text(words)
        if line.is_first:
            text = f"{self._names[line.role]}: {text}"
        line.is_first = False
        began = words[0].began
        return Cue(text, began, max(began + _SHORTEST, min(until, began + _LONGEST)))


def _complete(line: _Open, now: float) -> int | None:
    """How many words make a cue that has ended; None: nothing more is sure."""
    if not line.words:
        return None
    count = next(_breaks(line.words), None)
    if count is None:
        # A message may go on as long as the engine does not say that it is over; a pause ends a cue anyway.
        waits = _LINGERING if line.ended is not None else _PAUSE
        return len(line.words) if _end_of(line.words[-1]) + waits <= now else None
    return count if line.words[count].began <= now else None


def _breaks(words: list[_Word]) -> Iterator[int]:
    """After how many words a cue may end."""
    columns = 0
    for count, (word, following) in enumerate(pairwise(words), 1):
        columns += width(word.text)
        if (
            (word.text.endswith(_SENTENCE_ENDS) and columns >= _SENTENCE_COLUMNS)
            or columns + width(following.text) > _COLUMNS
            or following.began - words[0].began > _LONGEST - _SHORTEST
            or following.began - _end_of(word) > _PAUSE
        ):
            yield count


def _text(words: list[_Word]) -> str:
    return " ".join("".join(word.text for word in words).split())


def _end_of(word: _Word) -> float:
    return word.began + reading_seconds(word.text)


def _shortened(title: str) -> str:
    return title if len(title) <= _TITLE else f"{title[: _TITLE - 1].rstrip()}…"
