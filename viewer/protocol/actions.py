"""What the client's state machine asks of its shell, in order, and what it reports."""

from dataclasses import dataclass
from typing import TypeAlias

from viewer.errors import ViewerError
from viewer.protocol.events import (
    CloseReason,
    CueApplied,
    OlderToolCalled,
    PersonaUpdated,
    TalkStreamOver,
    ThoughtChanged,
    ToolCalled,
    ToolCallEnded,
)
from viewer.protocol.signalling import IceCandidate
from viewer.protocol.transcript import Message


@dataclass(frozen=True, slots=True)
class OpenSocket:
    """Open the signalling WebSocket; answer with ``socket_opened`` or ``socket_lost``."""


@dataclass(frozen=True, slots=True)
class CutSocket:
    """Give the WebSocket up without a goodbye; answer with ``socket_lost``."""


@dataclass(frozen=True, slots=True)
class SendFrame:
    """Send ``text`` over the WebSocket."""

    text: str


@dataclass(frozen=True, slots=True)
class MakeOffer:
    """Make a peer connection, which takes the place of an older one that broke; answer with ``offer_made``,
    then ``candidate_gathered`` for each.
    """


@dataclass(frozen=True, slots=True)
class ApplyAnswer:
    """Set the remote description; answer with ``answer_refused`` if WebRTC cannot use it."""

    sdp: str


@dataclass(frozen=True, slots=True)
class AddCandidate:
    """Add a remote candidate, None being the end of them; a bad one is skipped."""

    candidate: IceCandidate | None


@dataclass(frozen=True, slots=True)
class SendData:
    """Send ``text`` over the data channel."""

    text: str


@dataclass(frozen=True, slots=True)
class CollectStatistics:
    """Look what arrives on each track; answer with ``dialogue.send_statistics`` for each."""


@dataclass(frozen=True, slots=True)
class Finish:
    """The session is over: release everything. No action follows."""

    reason: CloseReason
    error: ViewerError | None


@dataclass(frozen=True, slots=True)
class SignallingOpened:
    """The WebSocket is open for the first time."""


@dataclass(frozen=True, slots=True)
class AnswerReceived:
    """The engine answered the offer."""


@dataclass(frozen=True, slots=True)
class PeerConnected:
    """ICE and DTLS are up."""


@dataclass(frozen=True, slots=True)
class PictureStarted:
    """The first video frame came."""


@dataclass(frozen=True, slots=True)
class Renegotiating:
    """The peer connection broke, and another one is negotiated in the same session."""


@dataclass(frozen=True, slots=True)
class SessionReady:
    """The persona is ready to talk."""


@dataclass(frozen=True, slots=True)
class ServiceWarned:
    """The service has something to tell the user; plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class SlowConnection:
    """Not connected after :data:`~viewer.protocol.client.SLOW_AFTER`."""


@dataclass(frozen=True, slots=True)
class StallChanged:
    """Media packets stopped coming, or come again."""

    stalled: bool


@dataclass(frozen=True, slots=True)
class MessageChanged:
    """A message of the conversation is new or grew."""

    message: Message


@dataclass(frozen=True, slots=True)
class UserSpeech:
    """The engine hears the user speak, or stop."""

    speaking: bool


Step: TypeAlias = (
    SignallingOpened | AnswerReceived | PeerConnected | PictureStarted | SessionReady | Renegotiating
)
"""A step of connecting, done for the first time or again."""

Fact: TypeAlias = (
    Step
    | ServiceWarned
    | SlowConnection
    | StallChanged
    | MessageChanged
    | UserSpeech
    | ThoughtChanged
    | ToolCalled
    | ToolCallEnded
    | OlderToolCalled
    | CueApplied
    | PersonaUpdated
    | TalkStreamOver
)


@dataclass(frozen=True, slots=True)
class Report:
    """Something happened that the outside wants to know."""

    fact: Fact


Action: TypeAlias = (
    OpenSocket
    | CutSocket
    | SendFrame
    | MakeOffer
    | ApplyAnswer
    | AddCandidate
    | SendData
    | CollectStatistics
    | Report
    | Finish
)
