"""Where a text stands in lines. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from viewer.ui.transcript.line import Line

MAX_MATCHES: Final = 1000


@dataclass(frozen=True, slots=True)
class Match:
    """``line`` by its index, and the characters in its text, counted as Qt does: in UTF-16 units."""

    line: int
    start: int
    end: int


def find(wanted: str, lines: Iterable[Line]) -> list[Match]:
    """Where ``wanted`` stands, in any case, with any white space; :data:`MAX_MATCHES` at most."""
    words = wanted.split()
    if not words:
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)
    found: list[Match] = []
    for index, line in enumerate(lines):
        for match in pattern.finditer(line.text):
            start = _units(line.text[: match.start()])
            found.append(Match(index, start, start + _units(match[0])))
            if len(found) == MAX_MATCHES:
                return found
    return found


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
