"""What happens to a session: all that the client's state machine is told, each once and in its order."""

from dataclasses import dataclass
from typing import TypeAlias

from pydantic import JsonValue

from viewer.errors import ViewerError
from viewer.protocol.commands import SessionCommand
from viewer.protocol.connectivity import Outcome
from viewer.protocol.data_channel import ToolCallStarted
from viewer.protocol.signalling import IceCandidate


@dataclass(frozen=True, slots=True)
class Started:
    """The session was granted: it begins."""


@dataclass(frozen=True, slots=True)
class CloseRequested:
    """The user has had enough."""


@dataclass(frozen=True, slots=True)
class TimePassed:
    """The time that the state machine wanted to be woken at has come, or another."""


@dataclass(frozen=True, slots=True)
class SocketOpened:
    """The WebSocket is open, for the first time or again."""


@dataclass(frozen=True, slots=True)
class SocketLost:
    """The WebSocket closed or could not be opened; ``why`` if more than that is known. ``for_good``: opening
    it again would end the same way.
    """

    why: ViewerError | None = None
    for_good: bool = False


@dataclass(frozen=True, slots=True)
class FrameReceived:
    """A WebSocket message came."""

    text: str | bytes


@dataclass(frozen=True, slots=True)
class OfferMade:
    """The local description exists, with or without candidates."""

    sdp: str


@dataclass(frozen=True, slots=True)
class CandidateGathered:
    """A local candidate was found."""

    candidate: IceCandidate


@dataclass(frozen=True, slots=True)
class IceServerAsked:
    """``url``, one of the configuration's STUN and TURN servers, was asked."""

    url: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class AnswerRefused:
    """WebRTC cannot use the engine's answer."""


@dataclass(frozen=True, slots=True)
class IceConnected:
    """Connectivity checks passed: datagrams go both ways."""


@dataclass(frozen=True, slots=True)
class PeerConnected:
    """ICE and DTLS are up."""


@dataclass(frozen=True, slots=True)
class PeerFailed:
    """ICE or DTLS failed, or the engine closed the connection."""


@dataclass(frozen=True, slots=True)
class FirstPictureReceived:
    """The first picture of a connection was decoded."""


@dataclass(frozen=True, slots=True)
class PicturesReceived:
    """Pictures were decoded since this was last said."""


@dataclass(frozen=True, slots=True)
class PacketsReceived:
    """Media packets came since this was last said."""


@dataclass(frozen=True, slots=True)
class ChannelOpened:
    """The data channel is open."""


@dataclass(frozen=True, slots=True)
class ChannelClosed:
    """The data channel closed."""


@dataclass(frozen=True, slots=True)
class DataReceived:
    """A data-channel message came. The sound that came with it is heard in ``sound_in`` seconds."""

    text: str | bytes
    sound_in: float = 0.0


@dataclass(frozen=True, slots=True)
class StatisticsCollected:
    """What arrives on each track (W3C ``inbound-rtp``)."""

    tracks: tuple[dict[str, JsonValue], ...]


@dataclass(frozen=True, slots=True)
class CommandGiven:
    """The user or the application asks for something; ``timestamp`` is ISO 8601 without zone."""

    command: SessionCommand
    timestamp: str


@dataclass(frozen=True, slots=True)
class ToolFinished:
    """The handler of a ``client`` tool call gave ``result``, or failed with ``error``."""

    call: ToolCallStarted
    result: JsonValue
    error: str | None
    timestamp: str


SocketInput: TypeAlias = SocketOpened | SocketLost | FrameReceived
NegotiationInput: TypeAlias = OfferMade | CandidateGathered | IceServerAsked | AnswerRefused | IceConnected
MediaInput: TypeAlias = PeerConnected | PeerFailed | FirstPictureReceived | PicturesReceived | PacketsReceived
DialogueInput: TypeAlias = (
    ChannelOpened | ChannelClosed | DataReceived | StatisticsCollected | CommandGiven | ToolFinished
)
Input: TypeAlias = (
    Started | CloseRequested | TimePassed | SocketInput | NegotiationInput | MediaInput | DialogueInput
)
