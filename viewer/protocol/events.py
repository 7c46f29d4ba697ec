"""What a session tells whoever shows it: facts in the past tense. All are immutable and may cross threads."""

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, TypeAlias

from viewer.errors import ViewerError
from viewer.protocol.insight import Noted
from viewer.protocol.personas import Persona
from viewer.protocol.stats import StatsSampled
from viewer.protocol.transcript import Message, Thought
from viewer.value import value

if TYPE_CHECKING:  # a window knows events before it has loaded what they are read with
    from viewer.protocol import data_channel


class CloseReason(StrEnum):
    """Why a connection closed, by its official name (protocol/README.md section 7)."""

    NORMAL = "normal"
    MICROPHONE_PERMISSION_DENIED = "microphone permission denied"
    SIGNALLING_FAILURE = "signalling client connection failure"
    WEBRTC_FAILURE = "WebRTC failure"
    SERVER_CLOSED = "server closed connection"


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


@value
class PhaseChanged:
    """The session moved on. IDLE comes only before the first; LIVE begins with the first picture.

    RECONNECTING: the connection or the session broke and another one takes its place; LIVE or CLOSED
    follows.
    """

    phase: Phase


@value
class SessionStarted:
    """The broker granted a session. ``seconds``: how long it may be, where that is told."""

    session_id: str
    seconds: int | None = None


@value
class MilestoneReached:
    """A step of connecting is done, ``milliseconds`` after the command to connect. Each comes once."""

    milestone: Milestone
    milliseconds: float


@value
class RouteChosen:
    """Media travels between candidates of these types (RFC 8445): host, srflx, prflx or relay.

    ``relay`` is the URL of the TURN server in use; None when the viewer needs none.
    """

    local: str
    remote: str
    relay: str | None


@value
class MessageUpdated:
    """A message of the conversation is new or grew. Messages of one ``id`` replace each other."""

    message: Message


@value
class UserSpeechChanged:
    """The engine hears the user speak, or stop. ``at`` is in seconds of the session's clock, which is
    monotonic; ``correlation_id`` is that of the message which holds the words, if the engine says so.
    """

    speaking: bool
    at: float = 0.0
    correlation_id: str | None = None


@value
class TextTyped:
    """The user typed ``text`` to the persona, ``at`` that time of the session's clock. Comes once, also where
    it is sent again. An engine may repeat it as a message of the user's.
    """

    text: str
    at: float


@value
class MouthMoved:
    """In the picture that was painted ``at`` that time of the session's clock, the persona's mouth moved for
    the first time since the user stopped speaking, or sent a text.
    """

    at: float


@value
class Warned:
    """The service has something to tell the user. ``text`` is plain."""

    text: str


@value
class ConnectingSlowly:
    """Over 5 s without a connection (protocol/README.md section 4); it goes on."""


@value
class MediaStalled:
    """No media packet for 1 s. The last picture stays."""


@value
class MediaResumed:
    """Packets come again."""


@value
class CommandRefused:
    """A command was not carried out; the session goes on."""

    error: ViewerError


@value
class Statistics:
    """What the inspector shows; comes once a second while connected. None: not known yet.

    ``packets_lost`` are those of picture and sound; ``nack_count`` and ``pli_count`` say how often the engine
    was asked for packets again and for a key frame (W3C ``nackCount``, ``pliCount``); ``round_trip`` is in
    seconds; ``sound_rms``, 0 to 1, is of what came since the one before.
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
    packets_received: int = 0
    sound_packets_received: int = 0
    sound_packets_lost: int = 0
    sound_rms: float = 0.0


@value
class MediaReceived:
    """Totals of what was decoded; comes once, before SessionClosed. ``audio_rms`` is 0 to 1."""

    width: int
    height: int
    video_codec: str | None
    video_frames: int
    video_fps: float
    audio_frames: int
    audio_rms: float


@value
class SessionClosed:
    """The session is over and everything it held is released. ``error`` is None when it was requested.

    ``unsaid`` is what the user typed and the persona may not have got, when it ended by an error.
    """

    reason: CloseReason
    error: ViewerError | None
    unsaid: tuple[str, ...] = ()


@value
class ThoughtChanged:
    """A thought of the persona is new or grew."""

    thought: Thought


@value
class ToolCalled:
    """The persona calls a tool, told once a call; answer one of type ``client`` with
    ``dialogue.answer_tool_call``.
    """

    call: "data_channel.ToolCallStarted"


@value
class ToolCallEnded:
    """A tool call ended, told once a call."""

    call: "data_channel.ToolCallCompleted | data_channel.ToolCallFailed"


@value
class OlderToolCalled:
    """An older engine calls a client tool and awaits nothing."""

    call: "data_channel.ClientToolEvent"


@value
class CueApplied:
    """The persona's expression follows a cue now."""

    cue: "data_channel.DirectorNoteCueApplied"


@value
class PersonaUpdated:
    """The persona's configuration changed."""

    update: "data_channel.PersonaConfigUpdateApplied"


TalkStreamReason: TypeAlias = Literal["ended", "interrupted", "timed out", "session ended"]


@value
class TalkStreamOver:
    """A talk stream takes no more text: by its own last chunk, or by the engine."""

    correlation_id: str
    reason: TalkStreamReason


@value
class PersonasListed:
    """What came of ``ListPersonas``. No ``personas`` and no ``error``: somebody answers there who names none,
    as brokers in the field do; with a web page, if ``is_page``.
    """

    broker: str
    personas: tuple[Persona, ...] = ()
    is_page: bool = False
    error: ViewerError | None = None


@value
class StillFetched:
    """What came of ``FetchStill``: the file, from whoever runs the broker, or None: it cannot be had now."""

    broker: str
    path: str
    content: bytes | None = field(default=None, repr=False)


@value
class TokenKept:
    """What came of ``KeepToken``: where it is kept, in a sentence, or why it is not."""

    broker: str
    where: str = ""
    error: ViewerError | None = None


@value
class TokenForgotten:
    """What came of ``ForgetToken``: there is none any more, or why there still is."""

    broker: str
    error: ViewerError | None = None


@value
class RecordingChanged:
    """How far the recording is that ``StartRecording`` asked for; while it runs, about once a second.

    ``waiting``: for the first picture. ``finishing``: the file at ``path`` plays, and is put into its last
    form. ``ended``: nothing more becomes of it; that may come after SessionClosed. ``seconds`` are in it.
    ``problem`` is what the user ought to know of it; the session goes on.
    """

    state: Literal["waiting", "running", "finishing", "ended"]
    path: str
    seconds: float = 0.0
    problem: ViewerError | None = None


@value
class Found:
    """Something is wrong in the session, or unusual, by ``rule``: ``what`` it is and ``why`` that is said, in
    a sentence each. For developers; users are told what they can do by the other events.
    """

    rule: str
    what: str
    why: str


@value
class Posted:
    """What came of ``Post``: the HTTP status, or None: nobody was reached."""

    ident: str
    status: int | None


Event: TypeAlias = (
    PhaseChanged
    | SessionStarted
    | MilestoneReached
    | RouteChosen
    | MessageUpdated
    | UserSpeechChanged
    | TextTyped
    | MouthMoved
    | Warned
    | ConnectingSlowly
    | MediaStalled
    | MediaResumed
    | Statistics
    | StatsSampled
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
    | PersonasListed
    | StillFetched
    | TokenKept
    | TokenForgotten
    | Noted
    | RecordingChanged
    | Found
    | Posted
)
