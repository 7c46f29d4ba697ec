"""What a script of the scripted engine is made of."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, TypeAlias

from viewer.protocol.signalling import Signal

Frame: TypeAlias = str | bytes | Signal


class Step(Enum):
    """When a script may act."""

    OPENED = auto()
    """The client's first socket is open; nothing is due."""
    ANSWER = auto()
    """The offer came; the answer is due."""
    CANDIDATES = auto()
    """The engine's candidates are due, one a frame."""
    READY = auto()
    """``sessionready`` is due."""
    CHANNEL = auto()
    """The client's data channel is open; frames go over it here. Nothing is due."""


@dataclass(frozen=True)
class Send:
    """These too, after what is due."""

    frames: Sequence[Frame]

    def applied(self, due: list[Frame]) -> list[Frame]:
        return [*due, *self.frames]


@dataclass(frozen=True)
class Drop:
    """Nothing is due any more."""

    def applied(self, due: list[Frame]) -> list[Frame]:
        return []


@dataclass(frozen=True)
class Repeat:
    """What is due comes so many times."""

    times: int

    def applied(self, due: list[Frame]) -> list[Frame]:
        return due * self.times


@dataclass(frozen=True)
class Reverse:
    """What is due comes in reverse order."""

    def applied(self, due: list[Frame]) -> list[Frame]:
        return due[::-1]


@dataclass(frozen=True)
class Change:
    """Each frame becomes what ``edit`` makes of it."""

    edit: Callable[[str], Frame]

    def applied(self, due: list[Frame]) -> list[Frame]:
        return [self.edit(frame) if isinstance(frame, str) else frame for frame in due]


@dataclass(frozen=True)
class Delay:
    """Wait."""

    seconds: float


@dataclass(frozen=True)
class Hold:
    """Keep what is due until :class:`Release`, perhaps at a later step."""


@dataclass(frozen=True)
class Release:
    """What was held is due after what is."""


@dataclass(frozen=True)
class Flush:
    """Send what is due now, before the acts that follow."""


@dataclass(frozen=True)
class CloseSocket:
    """Close the WebSocket with ``code``, 1006 meaning without a word. What is due waits for the next one."""

    code: int = 1000


@dataclass(frozen=True)
class ClosePeer:
    """Close the WebRTC connection."""


@dataclass(frozen=True)
class StopMedia:
    """Send no more pictures and sound."""


Act: TypeAlias = (
    Send
    | Drop
    | Repeat
    | Reverse
    | Change
    | Delay
    | Hold
    | Release
    | Flush
    | CloseSocket
    | ClosePeer
    | StopMedia
)
Script: TypeAlias = Mapping[Step, Sequence[Act]]


def with_sdp(edit: Callable[[str], Any]) -> Change:
    """The answer with what ``edit`` makes of its SDP."""

    def change(frame: str) -> str:
        message = json.loads(frame)
        message["payload"]["sdp"] = edit(message["payload"]["sdp"])
        return json.dumps(message)

    return Change(change)
