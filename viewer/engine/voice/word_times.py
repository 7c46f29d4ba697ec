"""When each word of a sentence begins, from the sounds that it is made of."""

from collections.abc import Sequence
from typing import Final

from viewer.engine.voice.viseme import Phone

_BAND: Final = 16
_VOWELS: Final = frozenset("aäɑæɐʌɛeiɪᵻɨɒɔouʊyʏøœəɜɚɝ")


def word_starts(words: Sequence[str], phones: Sequence[Phone]) -> list[int]:
    """The sample at which each word begins, ascending.

    A synthesiser joins words (“on the”), says numbers as several and weakens vowels: so the sounds of
    the words are laid along those of the sentence where they fit best.

    Args:
        words: the sounds of each word said by itself, in IPA; "" for one that has none, which begins with
            the next one.
        phones: those of the sentence.
    """
    heard = [phone for phone in phones if phone.symbol]
    end = phones[-1].end if phones else 0
    expected = "".join(words)
    places = _along(expected, "".join(phone.symbol for phone in heard))
    starts: list[int] = []
    first = 0
    for word in words:
        place = places[first] if first < len(places) else len(heard)
        starts.append(heard[place].start if place < len(heard) else end)
        first += len(word)
    return [max(0, start) for start in starts]


def _along(expected: str, heard: str) -> list[int]:
    """For each of ``expected`` the index in ``heard`` that it is laid on, by the smallest edit distance."""
    rows, columns = len(expected), len(heard)
    far = float(rows + columns + 1)
    costs = [[far] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows + 1):
        # Only near the diagonal, which keeps long sentences quick.
        middle = row * columns // max(rows, 1)
        reach = _BAND + abs(rows - columns)
        for column in range(max(0, middle - reach), min(columns, middle + reach) + 1):
            if row == 0 or column == 0:
                costs[row][column] = float(row + column)
                continue
            costs[row][column] = min(
                costs[row - 1][column - 1] + _difference(expected[row - 1], heard[column - 1]),
                costs[row - 1][column] + 1,
                costs[row][column - 1] + 1,
            )
    places = [0] * rows
    row, column = rows, columns
    while row:
        cost = costs[row][column]
        if column and cost == costs[row - 1][column - 1] + _difference(expected[row - 1], heard[column - 1]):
            row, column = row - 1, column - 1
            places[row] = column
        elif column and cost == costs[row][column - 1] + 1:
            column -= 1
        else:
            row -= 1
            places[row] = column
    return places


def _difference(one: str, other: str) -> float:
    if one == other:
        return 0.0
    return 0.5 if one in _VOWELS and other in _VOWELS else 1.5
