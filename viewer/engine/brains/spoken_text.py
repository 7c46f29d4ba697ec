"""A language model's text made fit to be spoken while it streams in: no markup, emoji, code or thoughts."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

# Not after a digit: “1.” begins a line of a list.
_SENTENCE_END: Final = re.compile(r"(?<!\d)[.!?…][\"'”»)*_]*\s+|\n+")
# Text that never ends a sentence is given out at a space nevertheless.
_LONGEST: Final = 400

_HIDDEN: Final[Mapping[str, str]] = {"```": "```", "<think>": "</think>"}
_HIDDEN_BEGINS: Final = re.compile("|".join(_HIDDEN))

_IMAGE_OR_LINK: Final = re.compile(r"!?\[([^\[\]]{0,300})\]\([^()\s]{0,1000}\)")
_URL: Final = re.compile(r"https?://(?:www\.)?([^\s/)>\]]+)[^\s)>\]]*")
_LINE_START: Final = re.compile(r"^\s*(?:#{1,6}\s+|>\s*|[-*+•]\s+)")
_EMPHASIS: Final = re.compile(r"\*{2,}|_{2,}|~{2,}|`+|(?<!\S)\*(?=\S)|(?<=\S)\*(?!\w)|(?<!\w)_|_(?!\w)")
_SILENT: Final = frozenset({"So", "Sk", "Cc", "Cf", "Co", "Cs", "Cn"})
# Before it, symbols are such as are read out, like © and °.
_FIRST_PICTURE: Final = 0x2190
_VARIATION_SELECTORS: Final = range(0xFE00, 0xFE10)
_ENDS: Final = frozenset(".!?…:;,")


class SpokenText:
    """Takes text in pieces as they come and gives it out in whole sentences."""

    def __init__(self) -> None:
        self._raw = ""
        self._shown = ""
        self._hidden_until: str | None = None

    def add(self, piece: str) -> str:
        """What can be spoken now that ``piece`` is there, often nothing."""
        self._raw += piece
        self._take_what_shows()
        ends = [match.end() for match in _SENTENCE_END.finditer(self._shown)]
        end = ends[-1] if ends else 0
        if not end and len(self._shown) > _LONGEST:
            end = self._shown.rfind(" ") + 1
        text, self._shown = self._shown[:end], self._shown[end:]
        return spoken(text)

    def rest(self) -> str:
        """What is left at the end."""
        text = self._shown + (self._raw if self._hidden_until is None else "")
        self._raw = self._shown = ""
        return spoken(text)

    def _take_what_shows(self) -> None:
        """Move from the raw text what is not hidden; what may begin a mark stays until more is there."""
        while True:
            if self._hidden_until is not None:
                _, mark, after = self._raw.partition(self._hidden_until)
                if not mark:
                    self._raw = self._raw[-(len(self._hidden_until) - 1) :]
                    return
                self._raw, self._hidden_until = after, None
            elif (begins := _HIDDEN_BEGINS.search(self._raw)) is not None:
                self._shown += self._raw[: begins.start()]
                self._raw, self._hidden_until = self._raw[begins.end() :], _HIDDEN[begins[0]]
            else:
                end = len(self._raw) - _unfinished_mark(self._raw)
                self._shown += self._raw[:end]
                self._raw = self._raw[end:]
                return


def spoken(text: str) -> str:
    """``text`` without markup, emoji and control characters, with a stop at the end of each line."""
    text = _URL.sub(r"\1", _IMAGE_OR_LINK.sub(r"\1", text))
    *lines, last = [_line(line) for line in text.split("\n")]
    ended = [line if line[-1] in _ENDS else f"{line}." for line in map(str.strip, lines) if line]
    return " ".join([*ended, last.lstrip()]) if ended else last


def _line(line: str) -> str:
    if line.strip() and not line.strip(" \t:|*_-"):
        return ""  # a rule, also that of a table
    if line.count("|") > 1:
        line = ", ".join(cell.strip() for cell in line.strip().strip("|").split("|"))
    line = _EMPHASIS.sub("", _LINE_START.sub("", line))
    kept = "".join(letter for letter in line if _is_said(letter))
    return re.sub(r"\s{2,}", " ", kept)


def _is_said(letter: str) -> bool:
    code = ord(letter)
    if code < _FIRST_PICTURE:
        return letter.isprintable() or letter == "\t"
    return unicodedata.category(letter) not in _SILENT and code not in _VARIATION_SELECTORS


def _unfinished_mark(text: str) -> int:
    """How many characters at the end of ``text`` may begin something hidden."""
    longest = max(map(len, _HIDDEN))
    tails = (length for length in range(longest, 0, -1) if len(text) >= length)
    return next((n for n in tails if any(mark.startswith(text[-n:]) for mark in _HIDDEN)), 0)
