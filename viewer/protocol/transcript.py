"""The conversation as the official clients build it from chunks (protocol/README.md section 6.1)."""

from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from viewer.protocol.text import plain
from viewer.value import value

if TYPE_CHECKING:
    from viewer.protocol.data_channel import ReasoningText, SpeechText

MAX_MESSAGES: Final = 500
MAX_CONTENT: Final = 20_000
MAX_UTTERANCES: Final = 100
MAX_MARKS: Final = 5000

# What comes in so short a time is one piece, which says nothing of when its words are spoken.
_ONE_PIECE_SECONDS: Final = 0.03

Role: TypeAlias = Literal["user", "persona"]
Mark: TypeAlias = tuple[int, float]
"""How far into a message, in characters, a piece of it goes that is heard from that time on."""


@value
class Utterance:
    """A part of a message that was spoken as one."""

    id: str
    content: str


@value
class Message:
    """One message. ``content`` is plain text that grows until ``complete``; ``interrupted`` sticks.

    ``utterances`` are its parts, where the engine tells them apart; ``correlation_id`` and ``cue_tag`` are
    the last that came with a chunk.

    ``marks`` say when which part of ``content`` is heard, and ``ended`` when the last of it was; both in
    seconds of the session's clock, which is monotonic. Of an engine that tells the words in step with its
    voice, that is when they are spoken; one that tells them sooner leaves the words in a piece to be guessed.
    """

    id: str
    role: Role
    content: str
    complete: bool = False
    interrupted: bool = False
    utterances: tuple[Utterance, ...] = ()
    correlation_id: str | None = None
    cue_tag: str | None = None
    marks: tuple[Mark, ...] = ()
    ended: float | None = None


@value
class Thought:
    """What the persona thinks. ``content`` is plain text that grows until ``complete``."""

    id: str
    role: Role
    content: str
    complete: bool = False


class Transcript:
    """Folds chunks into messages and thoughts; keeps the newest :data:`MAX_MESSAGES` of each."""

    def __init__(self) -> None:
        self._messages: OrderedDict[str, Message] = OrderedDict()
        self._thoughts: OrderedDict[str, Thought] = OrderedDict()

    @property
    def messages(self) -> tuple[Message, ...]:
        """All messages, in the order in which they began."""
        return tuple(self._messages.values())

    @property
    def thoughts(self) -> tuple[Thought, ...]:
        """All thoughts, in the order in which they began."""
        return tuple(self._thoughts.values())

    def add(self, chunk: "SpeechText", at: float = 0.0) -> Message:
        """Fold ``chunk``, heard ``at`` that time, in and return its message as it now stands."""
        key = f"{chunk.role}::{chunk.message_id}"
        message = self._messages.get(key) or Message(key, chunk.role, "")
        content = _fitting(message.content, chunk.content)
        self._messages[key] = message = replace(
            message,
            content=message.content + content,
            complete=message.complete or chunk.end_of_speech,
            interrupted=message.interrupted or chunk.interrupted,
            utterances=_with_utterance(message.utterances, chunk.utterance_id, content),
            correlation_id=chunk.user_action_correlation_id or message.correlation_id,
            cue_tag=chunk.cue_tag or message.cue_tag,
            marks=_with_mark(message.marks, len(content), at),
            ended=_end(message, chunk, at),
        )
        if len(self._messages) > MAX_MESSAGES:
            self._messages.popitem(last=False)
        return message

    def add_thought(self, chunk: "ReasoningText") -> Thought:
        """Fold ``chunk`` in and return its thought as it now stands."""
        key = f"{chunk.role}::{chunk.message_id}"
        thought = self._thoughts.get(key) or Thought(key, chunk.role, "")
        self._thoughts[key] = thought = replace(
            thought,
            content=thought.content + _fitting(thought.content, chunk.content),
            complete=thought.complete or chunk.end_of_thought,
        )
        if len(self._thoughts) > MAX_MESSAGES:
            self._thoughts.popitem(last=False)
        return thought


def _fitting(content: str, more: str) -> str:
    """As much of ``more`` as ``content`` has room for, as plain text."""
    return plain(more, MAX_CONTENT)[: MAX_CONTENT - len(content)]


def _with_mark(marks: tuple[Mark, ...], characters: int, at: float) -> tuple[Mark, ...]:
    """``marks`` with that for so many more characters."""
    if not characters:
        return marks
    if not marks:
        return ((characters, at),)
    *before, (end, began) = marks
    if at - began < _ONE_PIECE_SECONDS or len(marks) >= MAX_MARKS:
        return (*before, (end + characters, began))
    return (*marks, (end + characters, at))


def _end(message: Message, chunk: "SpeechText", at: float) -> float | None:
    if message.ended is None and (chunk.end_of_speech or chunk.interrupted):
        return at
    return message.ended


def _with_utterance(
    utterances: tuple[Utterance, ...], utterance_id: str | None, content: str
) -> tuple[Utterance, ...]:
    if not utterance_id:
        return utterances
    if utterances and utterances[-1].id == utterance_id:
        last = utterances[-1]
        return (*utterances[:-1], replace(last, content=last.content + content))
    # The space that joins it to the one before belongs to the message, not to the utterance.
    own = content.removeprefix(" ") if utterances else content
    return (*utterances, Utterance(utterance_id, own))[-MAX_UTTERANCES:]
