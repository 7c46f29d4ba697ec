"""A line of what was said: an immutable fact, as far as it is known."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Final, Literal, TypeAlias

from viewer.protocol.text import plain
from viewer.protocol.transcript import Mark, Message, Role
from viewer.redaction import redact
from viewer.ui.heard import even_marks, words
from viewer.value import value

_MAX_TYPED: Final = 20_000

How: TypeAlias = Literal["spoken", "typed"]


@value
class Talk:
    """A talk, which may take several sessions. ``began``: monotonic seconds at its first picture, and
    ``began_at`` seconds since 1970.
    """

    number: int
    began: float
    began_at: float

    def at(self, moment: float) -> datetime:
        """A moment of the session's clock, in local time."""
        return datetime.fromtimestamp(self.began_at + moment - self.began).astimezone()


@value
class Line:
    """What somebody said in one go.

    ``began`` and ``ended`` are in seconds of the session's clock: when the sound was heard, or the text
    typed; ``ended`` is None while it goes on. ``name`` is the persona's, empty if it is not known.
    ``corrected``: it became another after it was complete. ``lost``: the persona never got it.
    """

    talk: Talk
    role: Role
    how: How
    name: str
    text: str
    began: float
    ended: float | None = None
    marks: tuple[Mark, ...] = ()
    complete: bool = False
    interrupted: bool = False
    corrected: bool = False
    lost: bool = False

    @property
    def at(self) -> datetime:
        """When it began, in local time."""
        return self.talk.at(self.began)


def zero_of(lines: Iterable[Line]) -> float:
    """From when on exports count: the first talk's first picture, or the first word if that came sooner."""
    return min((min(line.began, line.talk.began) for line in lines), default=0.0)


def told(line: Line, text: str, marks: tuple[Mark, ...], message: Message) -> Line:
    """``line`` as ``message`` has it now."""
    ended = line.ended
    if line.role == "persona":
        ended = message.ended
        if ended is not None and not message.interrupted and (spoken := words(text, marks, ended)):
            ended = max(ended, spoken[-1].ended)
    elif ended is not None:
        marks = even_marks(text, line.began, ended)
    return replace(
        line,
        text=text,
        ended=ended,
        marks=marks,
        complete=message.complete,
        interrupted=message.interrupted,
    )


def safe(message: Message) -> tuple[str, tuple[Mark, ...]]:
    """A message's text without secrets, and its marks in that."""
    lead = len(message.content) - len(message.content.lstrip())
    text = message.content.strip()
    redacted = redact(text)
    if redacted != text:
        return redacted, ((len(redacted), message.marks[0][1]),) if message.marks else ()
    marks = ((min(end - lead, len(text)), at) for end, at in message.marks if end > lead)
    return text, tuple(marks)


def typed_text(text: str) -> str:
    """What was typed, as lines without control characters or secrets."""
    lines = (plain(line, _MAX_TYPED).strip() for line in text[:_MAX_TYPED].splitlines())
    return redact("\n".join(line for line in lines if line))
