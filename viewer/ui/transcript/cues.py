"""Lines cut into cues for subtitles: readable in length, and timed by the words heard. Pure."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from viewer.reading import reading_seconds, width
from viewer.ui.heard import Word, words
from viewer.ui.transcript.line import Line, zero_of

# What the makers of subtitles agree on: two lines of 42 columns, a second at least and seven at most.
COLUMNS: Final = 42
_MOST_COLUMNS: Final = 2 * COLUMNS
_LONGEST: Final = 7.0
_SHORTEST_MS: Final = 1000
# Where they crowd, each has this much, and those after it begin later.
_CROWDED_MS: Final = 200
_LINGERING: Final = 0.3
_PAUSE: Final = 1.5

_SENTENCE_ENDS: Final = tuple(".!?…。！？؟।")
_CLAUSE_ENDS: Final = tuple(",;:–—、，；：،؛")
_CLOSING: Final = "\"'”’»)]）」』"


@dataclass(frozen=True, slots=True)
class Cue:
    """``text`` of ``line`` from ``began`` to ``ended``, in milliseconds. The line begins with its first."""

    line: Line
    text: str
    began: int
    ended: int
    first: bool


@dataclass(frozen=True, slots=True)
class _Part:
    line: Line
    text: str
    began: float
    ended: float
    first: bool


def cues(lines: Iterable[Line]) -> list[Cue]:
    """What ``lines`` say, in the order of time; no two at once. Time 0 is the first talk's first picture.

    What the persona never got is left out.
    """
    shown = [line for line in lines if not line.lost]
    zero = zero_of(shown)
    parts = sorted((part for line in shown for part in _parts(line)), key=lambda part: part.began)
    starts = [_milliseconds(part.began - zero) for part in parts]
    made: list[Cue] = []
    earliest = 0
    for index, (part, start) in enumerate(zip(parts, starts, strict=True)):
        began = max(start, earliest)
        ended = max(_milliseconds(part.ended - zero), began + _SHORTEST_MS)
        if index + 1 < len(parts):
            ended = min(ended, max(starts[index + 1], began + _CROWDED_MS))
        made.append(Cue(part.line, part.text, began, ended, part.first))
        earliest = ended
    return made


def balanced(text: str) -> str:
    """``text`` on two lines of about the same length, if it is longer than one."""
    if width(text) <= COLUMNS:
        return text
    spaces = [index for index, character in enumerate(text) if character == " "]
    breaks = {index: (text[:index], text[index + 1 :]) for index in spaces}
    if not breaks:
        breaks = {index: (text[:index], text[index:]) for index in range(1, len(text))}
    first, second = min(breaks.values(), key=lambda halves: abs(width(halves[0]) - width(halves[1])))
    return f"{first}\n{second}"


def _parts(line: Line) -> list[_Part]:
    text = " ".join(line.text.split())
    spoken = _spoken(line, text)
    pieces = _pieces(text, [piece for word in spoken for piece in _halved(text, word)])
    return [
        _Part(
            line,
            text[piece[0].start : piece[-1].end],
            piece[0].began,
            piece[-1].ended + _LINGERING,
            first=number == 0,
        )
        for number, piece in enumerate(pieces)
    ]


def _spoken(line: Line, text: str) -> list[Word]:
    """The words of ``text``, the line's with single spaces; what was typed is there to be read."""
    if line.how == "typed" or not line.marks:
        return words(text, [(len(text), line.began)], line.began + reading_seconds(text))
    timed = words(line.text, line.marks, line.ended)
    if text == line.text:
        return timed
    ours = words(text, [(len(text), 0.0)])
    return [
        Word(here.start, here.end, there.began, there.ended) for here, there in zip(ours, timed, strict=True)
    ]


def _halved(text: str, word: Word) -> list[Word]:
    """``word``, cut as often as it is too wide to be shown."""
    if width(text[word.start : word.end]) <= _MOST_COLUMNS:
        return [word]
    middle, moment = (word.start + word.end) // 2, (word.began + word.ended) / 2
    return [
        *_halved(text, Word(word.start, middle, word.began, moment)),
        *_halved(text, Word(middle, word.end, moment, word.ended)),
    ]


def _pieces(text: str, spoken: list[Word]) -> list[list[Word]]:
    """As much as fits each time, up to the end of a sentence, of a clause, or of a word."""
    pieces = []
    while spoken:
        count = _break(text, spoken, _fitting(text, spoken))
        pieces.append(spoken[:count])
        spoken = spoken[count:]
    return pieces


def _fitting(text: str, spoken: Sequence[Word]) -> int:
    """How many words can be in one cue; one at least."""
    first = spoken[0]
    for count, (word, following) in enumerate(pairwise(spoken), 1):
        if (
            width(text[first.start : following.end]) > _MOST_COLUMNS
            or following.ended - first.began > _LONGEST
            or following.began - word.ended > _PAUSE
        ):
            return count
    return len(spoken)


def _break(text: str, spoken: Sequence[Word], fitting: int) -> int:
    """How many of the words that fit are taken. All where no more follow, or a pause does."""
    if fitting == len(spoken) or spoken[fitting].began - spoken[fitting - 1].ended > _PAUSE:
        return fitting
    for ends in (_SENTENCE_ENDS, _CLAUSE_ENDS):
        for count in range(fitting, 0, -1):
            taken = text[spoken[0].start : spoken[count - 1].end]
            if width(taken) < COLUMNS // 2:
                break
            if _ends_with(taken, ends):
                return count
    # Halves are read more easily than a full cue and the last word alone.
    rest = fitting
    while rest < len(spoken) and not _ends_with(text[: spoken[rest - 1].end], _SENTENCE_ENDS):
        rest += 1
    return math.ceil(rest / math.ceil(rest / fitting))


def _ends_with(text: str, ends: tuple[str, ...]) -> bool:
    return text[-4:].rstrip(_CLOSING).endswith(ends)


def _milliseconds(seconds: float) -> int:
    return max(0, round(seconds * 1000))
