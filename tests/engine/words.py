"""How much of what was said was understood."""

import re


def error_rate(said: str, understood: str) -> float:
    """Words that are wrong, missing or too many, by the number of words said."""
    expected, found = _words(said), _words(understood)
    distances = list(range(len(found) + 1))
    for row, word in enumerate(expected, 1):
        before, distances[0] = distances[0], row
        for column, other in enumerate(found, 1):
            changed = before + (word != other)
            before = distances[column]
            distances[column] = min(before + 1, distances[column - 1] + 1, changed)
    return distances[-1] / len(expected)


def _words(text: str) -> list[str]:
    return re.findall(r"[\w']+", text.lower().replace("’", "'"))
