"""What a visit is told, and what it answers is to be done."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Waker: TypeAlias = Literal["touch", "key", "presence", "voice"]
Side: TypeAlias = Literal["visitor", "persona"]


@dataclass(frozen=True, slots=True)
class Woken:
    """Somebody is there."""

    by: Waker


@dataclass(frozen=True, slots=True)
class Touched:
    """The visitor did something: is still there."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The visitor touched a question, which is sent."""


@dataclass(frozen=True, slots=True)
class Exchanged:
    """The visitor wants to talk to another persona."""


@dataclass(frozen=True, slots=True)
class Left:
    """The visitor ended the visit by a button."""


@dataclass(frozen=True, slots=True)
class Closing:
    """No more is to be had: the visit ends at the next pause, and at once if the persona is not there yet."""


@dataclass(frozen=True, slots=True)
class Started:
    """A session was granted. ``seconds``: how long it may be, where that is told."""

    seconds: int | None


@dataclass(frozen=True, slots=True)
class Live:
    """The persona's picture has come, or comes again."""


@dataclass(frozen=True, slots=True)
class Broke:
    """The connection broke and is being mended; what was being said is lost."""


@dataclass(frozen=True, slots=True)
class SpeechBegan:
    """``side`` is heard."""

    side: Side


@dataclass(frozen=True, slots=True)
class SpeechEnded:
    """``side`` is heard no more."""

    side: Side


@dataclass(frozen=True, slots=True)
class Words:
    """What ``side`` says is understood; ``goodbye``: it takes leave. Does not say whether it goes on."""

    side: Side
    goodbye: bool = False


@dataclass(frozen=True, slots=True)
class SessionEnded:
    """The session is over. ``failed``: nobody here wished it; ``asked``: seconds to wait that somebody asked
    for; ``chance``: random, 0 to 1.
    """

    failed: bool
    asked: float | None = None
    chance: float = 0.0


@dataclass(frozen=True, slots=True)
class TimePassed:
    """:attr:`Visit.deadline` may be reached."""


Input: TypeAlias = (
    Woken
    | Touched
    | Asked
    | Exchanged
    | Left
    | Closing
    | Started
    | Live
    | Broke
    | SpeechBegan
    | SpeechEnded
    | Words
    | SessionEnded
    | TimePassed
)


@dataclass(frozen=True, slots=True)
class OpenSession:
    """Ask for a session."""


@dataclass(frozen=True, slots=True)
class CloseSession:
    """End the session."""


@dataclass(frozen=True, slots=True)
class SwapSession:
    """Ask for the next session, which ends this one; the picture stays until that of the next is there."""


@dataclass(frozen=True, slots=True)
class Forget:
    """The visit is over, and nothing of it is kept. ``false_wake``: nobody said or touched anything in it."""

    by: Waker
    false_wake: bool


Output: TypeAlias = OpenSession | CloseSession | SwapSession | Forget
