"""Lines as text and as a document, Markdown, for people, and for programs as JSON. Pure."""

import json
import re
from collections.abc import Sequence
from typing import Any, Final

from viewer.ui.heard import words
from viewer.ui.transcript.labels import ENGLISH, Labels
from viewer.ui.transcript.line import Line, zero_of

FORMAT: Final = "persona-viewer transcript"
VERSION: Final = 1

# Escaped by a backslash none of these is markup (CommonMark). Those that are so at the start of a line only
# are escaped there only: the text can be read as it is.
_MARKUP: Final = re.compile(r"[\\`*_\[\]<>&~|]")
_AT_START: Final = re.compile(r"^(\d{0,9})([-+=#.)])")


def plain_text(lines: Sequence[Line], labels: Labels = ENGLISH) -> str:
    """What goes on the clipboard."""
    return "\n".join(
        f"{labels.name(line)} · {' · '.join([f'{line.at:%H:%M:%S}', *labels.remarks(line)])}\n{line.text}\n"
        for line in lines
    )


def markdown(lines: Sequence[Line], labels: Labels = ENGLISH, dropped: int = 0) -> str:
    """Who, when by the clock on the wall, and what. Each talk has a heading with its date."""
    parts = []
    if dropped:
        parts.append(f"*{_escaped(labels.dropped(dropped))}*")
    talk = None
    for line in lines:
        if line.talk.number != talk:
            talk = line.talk.number
            parts.append(f"# {_escaped(labels.title)} · {line.at:%Y-%m-%d %H:%M}")
        about = " · ".join([f"{line.at:%H:%M:%S}", *map(_escaped, labels.remarks(line))])
        parts.append(f"**{_escaped(labels.name(line))}** · {about}\\\n{_escaped_lines(line.text)}")
    return "\n\n".join(parts) + "\n"


def to_json(lines: Sequence[Line], labels: Labels = ENGLISH, dropped: int = 0) -> str:
    """The shape that README.md documents; it only grows while the version stays."""
    zero = zero_of(lines)
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "dropped": dropped,
        "lines": [_fields(line, labels, zero) for line in lines],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _fields(line: Line, labels: Labels, zero: float) -> dict[str, Any]:
    return {
        "talk": line.talk.number,
        "who": line.role,
        "name": labels.name(line),
        "how": line.how,
        "text": line.text,
        "at": line.at.isoformat(timespec="milliseconds"),
        "begin": _seconds(line.began - zero),
        "end": None if line.ended is None else _seconds(line.ended - zero),
        "complete": line.complete,
        "interrupted": line.interrupted,
        "corrected": line.corrected,
        "delivered": not line.lost,
        "words": [
            {
                "text": line.text[word.start : word.end],
                "begin": _seconds(word.began - zero),
                "end": _seconds(word.ended - zero),
            }
            for word in words(line.text, line.marks, line.ended)
        ],
    }


def _seconds(seconds: float) -> float:
    return round(seconds, 3)


def _escaped_lines(text: str) -> str:
    """With a hard break after each line but the last."""
    return "\\\n".join(_escaped(" ".join(line.split())) for line in text.split("\n"))


def _escaped(text: str) -> str:
    return _AT_START.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", text))
