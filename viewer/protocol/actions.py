"""What the client's state machine asks of its shell, in order."""

from dataclasses import dataclass
from typing import TypeAlias

from viewer.errors import ViewerError
from viewer.protocol.data_channel import ClientToolEvent, ToolCallStarted
from viewer.protocol.events import CloseReason, Event
from viewer.protocol.signalling import IceCandidate


@dataclass(frozen=True, slots=True)
class OpenSocket:
    """Open the signalling WebSocket; answer with ``SocketOpened`` or ``SocketLost``."""


@dataclass(frozen=True, slots=True)
class CutSocket:
    """Give the WebSocket up without a goodbye; answer with ``SocketLost``."""


@dataclass(frozen=True, slots=True)
class SendFrame:
    """Send ``text`` over the WebSocket."""

    text: str


@dataclass(frozen=True, slots=True)
class MakeOffer:
    """Make a peer connection, which takes the place of an older one that broke; answer with ``OfferMade``,
    then ``CandidateGathered`` for each.
    """


@dataclass(frozen=True, slots=True)
class ApplyAnswer:
    """Set the remote description; answer with ``AnswerRefused`` if WebRTC cannot use it."""

    sdp: str


@dataclass(frozen=True, slots=True)
class AddCandidate:
    """Add a remote candidate, None being the end of them; a bad one is skipped."""

    candidate: IceCandidate | None


@dataclass(frozen=True, slots=True)
class WatchMedia:
    """Begin to say ``PacketsReceived`` and ``PicturesReceived``: the peers are connected."""


@dataclass(frozen=True, slots=True)
class SendData:
    """Send ``text`` over the data channel."""

    text: str


@dataclass(frozen=True, slots=True)
class LendMicrophone:
    """Send what the microphone hears as the persona's sound, or as the user's again."""

    lent: bool


@dataclass(frozen=True, slots=True)
class CollectStatistics:
    """Look what arrives on each track; answer with ``StatisticsCollected``."""


@dataclass(frozen=True, slots=True)
class PostTalk:
    """Let the persona speak ``text`` as it is (protocol/README.md section 3)."""

    text: str


@dataclass(frozen=True, slots=True)
class RunTool:
    """The persona calls a tool of the application; answer with ``ToolFinished``, unless it is an older
    engine's event, which nobody awaits an answer to.
    """

    call: ToolCallStarted | ClientToolEvent


@dataclass(frozen=True, slots=True)
class Finish:
    """The session is over: release everything. No action follows."""

    reason: CloseReason
    error: ViewerError | None


SocketAction: TypeAlias = OpenSocket | CutSocket | SendFrame
LinkAction: TypeAlias = (
    MakeOffer | ApplyAnswer | AddCandidate | WatchMedia | SendData | LendMicrophone | CollectStatistics
)
Action: TypeAlias = SocketAction | LinkAction | PostTalk | RunTool | Finish
Output: TypeAlias = Action | Event
"""What is to be done, and what is to be told."""
