"""Which words of a message have been heard at a time. Pure: a session's clock comes in as an argument.

A message's marks say when each piece of it is heard. Where an engine tells its words in step with its voice a
piece is a word; where it tells a sentence at once, the words in it are spread over the time that they take to
speak, or that there is until the next piece.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from viewer.protocol.transcript import Mark
from viewer.reading import reading_seconds
from viewer.value import value

# So much of what its words take the last piece has at least; one that has less was told before it was spoken.
_CREDIBLE: Final = 0.35

_IDEOGRAPHS: Final = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_CLOSING: Final = "、。，．！？…」』）〕】〉》”’"
# What is written without spaces breaks at each character, but not before closing punctuation.
_WORD: Final = rf"[{_IDEOGRAPHS}ー][{_CLOSING}]*|[^\s{_IDEOGRAPHS}]+"


@value
class Word:
    """``text[start:end]`` is heard from ``began`` to ``ended``."""

    start: int
    end: int
    began: float
    ended: float


def words(text: str, marks: Sequence[Mark], ended: float | None = None) -> list[Word]:
    """The words of ``text`` and when each is heard. Without ``marks`` none is known to be.

    Args:
        ended: when the last of it had been heard; None: not known, or not yet.
    """
    if not marks:
        return []
    clock = _Clock(text, marks, ended)
    return [Word(start, end, clock.begin_of(start), clock.end_of(end)) for start, end in word_spans(text)]


def heard(text: str, marks: Sequence[Mark], now: float, ended: float | None = None) -> int:
    """How many characters of ``text`` have been heard at ``now``, the word that is being spoken included.

    Looks only at the piece that is being spoken, so that it may be asked often.
    """
    spoken = bisect_right(marks, now, key=lambda mark: mark[1])
    if not spoken:
        return 0
    start = marks[spoken - 2][0] if spoken > 1 else 0
    piece = text[start : marks[spoken - 1][0]]
    until = marks[spoken][1] if spoken < len(marks) else ended
    clock = _Clock(piece, [(len(piece), marks[spoken - 1][1])], until)
    begun = [end for at, end in word_spans(piece) if clock.begin_of(at) <= now]
    return start + (begun[-1] if begun else 0)


def even_marks(text: str, began: float, ended: float) -> tuple[Mark, ...]:
    """The marks of a ``text`` of which no more is known than when all of it was said."""
    spans = list(word_spans(text))
    takes = reading_seconds(text)
    pace = (ended - began) / takes if takes else 0.0
    starts = accumulate((reading_seconds(text[start:end]) * pace for start, end in spans), initial=began)
    return tuple((end, at) for (_, end), at in zip(spans, starts, strict=False))


def word_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each word of ``text`` begins and ends."""
    for match in re.finditer(_WORD, text):
        yield match.span()


class _Clock:
    """When which character of ``text`` is heard."""

    def __init__(self, text: str, marks: Sequence[Mark], ended: float | None) -> None:
        self._ends = [min(end, len(text)) for end, _ in marks]
        self._begins = [at for _, at in marks]
        self._upto = list(accumulate(map(reading_seconds, text), initial=0.0))
        """What the voice takes up to each character."""
        self._stops = [
            min(self._begins[piece] + self._takes(piece), self._begins[piece + 1])
            for piece in range(len(marks) - 1)
        ]
        self._stops.append(self._last_stop(ended))

    def begin_of(self, character: int) -> float:
        """When ``character`` begins to be heard."""
        return self._at(min(bisect_right(self._ends, character), len(self._ends) - 1), character)

    def end_of(self, character: int) -> float:
        """When all before ``character`` has been heard."""
        return self._at(min(bisect_left(self._ends, character), len(self._ends) - 1), character)

    def _at(self, piece: int, character: int) -> float:
        takes, begin = self._takes(piece), self._begins[piece]
        if takes <= 0:
            return begin
        part = (self._upto[character] - self._upto[self._start(piece)]) / takes
        return begin + min(max(part, 0.0), 1.0) * (self._stops[piece] - begin)

    def _start(self, piece: int) -> int:
        return self._ends[piece - 1] if piece else 0

    def _takes(self, piece: int) -> float:
        return self._upto[self._ends[piece]] - self._upto[self._start(piece)]

    def _last_stop(self, ended: float | None) -> float:
        last = len(self._ends) - 1
        takes, begin = self._takes(last), self._begins[last]
        if ended is None or ended - begin < _CREDIBLE * takes:
            return begin + takes
        return min(begin + takes, ended)
