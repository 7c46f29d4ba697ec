"""What crosses between a session and whoever shows it: commands in, events out.

Commands are requests; events are facts in the past tense, some of them just as the state machine reports
them. All are immutable and may cross threads.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, TypeAlias

from viewer.errors import ViewerError
from viewer.protocol.actions import (
    CloseReason,
    CueApplied,
    OlderToolCalled,
    PersonaUpdated,
    TalkStreamOver,
    ThoughtChanged,
    ToolCalled,
    ToolCallEnded,
)
from viewer.protocol.sdp import Quality
from viewer.protocol.transcript import Message
from viewer.settings import ViewerSettings


@dataclass(frozen=True, slots=True)
class Connect:
    """Start a session; a running one is ended first.

    ``proxy`` is a URL (http, https, socks5), “none”, or nothing for the system's. Without ``lip_sync`` a
    picture is shown as soon as it is there.
    """

    broker: str
    persona: str
    quality: Quality = "auto"
    proxy: str = field(default="", repr=False)
    lip_sync: bool = True


def connect_with(settings: ViewerSettings) -> Connect:
    """The command to connect as ``settings`` say."""
    return Connect(
        settings.broker, settings.persona, settings.quality, settings.proxy, lip_sync=settings.lip_sync
    )


@dataclass(frozen=True, slots=True)
class Disconnect:
    """End the session, if there is one."""


@dataclass(frozen=True, slots=True)
class SendText:
    """Say ``text`` to the persona as the user."""

    text: str


@dataclass(frozen=True, slots=True)
class InterruptPersona:
    """Cut the persona's speech off."""


@dataclass(frozen=True, slots=True)
class AddContext:
    """Let the persona know ``text``; it does not answer to it."""

    text: str


@dataclass(frozen=True, slots=True)
class Talk:
    """Let the persona speak ``text`` as it is, without its language model."""

    text: str


@dataclass(frozen=True, slots=True)
class StreamTalk:
    """Stream ``text`` straight to the persona's speech.

    Chunks of one ``stream``, an id that the caller makes up, are spoken as one. The engine ends a stream that
    gets no text for 15 s. ``utterance_id``, a UUID v4 in lower case, begins a new utterance in it.
    """

    stream: str
    text: str
    end_of_speech: bool = False
    utterance_id: str | None = None


@dataclass(frozen=True, slots=True)
class DirectPersona:
    """Direct the persona's expression by a cue's tag (PROTOCOL.md section 6.2): at once, ``in_seconds`` from
    now, or ``at_seconds`` of its speech.
    """

    tag: str
    in_seconds: float | None = None
    at_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class SendAgentAudio:
    """Let the persona speak ``pcm``: interleaved 16-bit little-endian samples, 24 kHz mono at best."""

    pcm: bytes
    sample_rate: int = 24_000
    channels: int = 1


@dataclass(frozen=True, slots=True)
class EndAgentAudio:
    """That turn of :class:`SendAgentAudio` is over."""


SessionCommand: TypeAlias = (
    SendText
    | InterruptPersona
    | AddContext
    | Talk
    | StreamTalk
    | DirectPersona
    | SendAgentAudio
    | EndAgentAudio
)
Command: TypeAlias = Connect | Disconnect | SessionCommand


class Phase(StrEnum):
    """Where a session stands."""

    IDLE = "idle"
    ASKING_BROKER = "asking-broker"
    SIGNALLING = "signalling"
    CONNECTING = "connecting"
    LIVE = "live"
    RECONNECTING = "reconnecting"
    CLOSED = "closed"


Milestone: TypeAlias = Literal["broker", "signalling", "answer", "ice", "first_frame", "session_ready"]


@dataclass(frozen=True, slots=True)
class PhaseChanged:
    """The session moved on. IDLE comes only before the first; LIVE begins with the first picture.

    RECONNECTING: the connection or the session broke and another one takes its place; LIVE or CLOSED
    follows.
    """

    phase: Phase


@dataclass(frozen=True, slots=True)
class SessionStarted:
    """The broker granted a session."""

    session_id: str


@dataclass(frozen=True, slots=True)
class MilestoneReached:
    """A step of connecting is done, ``milliseconds`` after the command to connect. Each comes once."""

    milestone: Milestone
    milliseconds: float


@dataclass(frozen=True, slots=True)
class RouteChosen:
    """Media travels between candidates of these types (RFC 8445): host, srflx, prflx or relay.

    ``relay`` is the URL of the TURN server in use; None when the viewer needs none.
    """

    local: str
    remote: str
    relay: str | None


@dataclass(frozen=True, slots=True)
class MessageUpdated:
    """A message of the conversation is new or grew. Messages of one ``id`` replace each other."""

    message: Message


@dataclass(frozen=True, slots=True)
class UserSpeechChanged:
    """The engine hears the user speak, or stop."""

    speaking: bool


@dataclass(frozen=True, slots=True)
class Warned:
    """The service has something to tell the user. ``text`` is plain."""

    text: str


@dataclass(frozen=True, slots=True)
class ConnectingSlowly:
    """Over 5 s without a connection (PROTOCOL.md section 4); it goes on."""


@dataclass(frozen=True, slots=True)
class MediaStalled:
    """No media packet for 1 s. The last picture stays."""


@dataclass(frozen=True, slots=True)
class MediaResumed:
    """Packets come again."""


@dataclass(frozen=True, slots=True)
class CommandRefused:
    """A command was not carried out; the session goes on."""

    error: ViewerError


Direction: TypeAlias = Literal["in", "out"]
Channel: TypeAlias = Literal["signalling", "data"]


@dataclass(frozen=True, slots=True)
class WireMessage:
    """A signalling or data-channel message passed, as the inspector lists it. ``text`` is redacted."""

    direction: Direction
    channel: Channel
    kind: str
    text: str
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Statistics:
    """What the inspector shows; comes once a second while connected. None: not known yet.

    ``packets_lost`` are those of picture and sound; ``nack_count`` and ``pli_count`` say how often the engine
    was asked for packets again and for a key frame (W3C ``nackCount``, ``pliCount``); ``round_trip`` is in
    seconds.
    """

    width: int
    height: int
    video_codec: str | None
    bitrate_kbps: float
    frames_received: int
    fps_received: float
    longest_gap_ms: float
    packets_lost: int
    nack_count: int
    pli_count: int
    round_trip: float | None
    signalling_state: str
    ice_state: str
    peer_state: str


@dataclass(frozen=True, slots=True)
class MediaReceived:
    """Totals of what was decoded; comes once, before SessionClosed. ``audio_rms`` is 0 to 1."""

    width: int
    height: int
    video_codec: str | None
    video_frames: int
    video_fps: float
    audio_frames: int
    audio_rms: float


@dataclass(frozen=True, slots=True)
class SessionClosed:
    """The session is over and everything it held is released. ``error`` is None when it was requested.

    ``unsaid`` is what the user typed and the persona may not have got, when it ended by an error.
    """

    reason: CloseReason
    error: ViewerError | None
    unsaid: tuple[str, ...] = ()


Event: TypeAlias = (
    PhaseChanged
    | SessionStarted
    | MilestoneReached
    | RouteChosen
    | MessageUpdated
    | UserSpeechChanged
    | Warned
    | ConnectingSlowly
    | MediaStalled
    | MediaResumed
    | WireMessage
    | Statistics
    | MediaReceived
    | SessionClosed
    | CommandRefused
    | ThoughtChanged
    | ToolCalled
    | ToolCallEnded
    | OlderToolCalled
    | CueApplied
    | PersonaUpdated
    | TalkStreamOver
)
