"""What the user and the application ask of a session."""

from dataclasses import field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from viewer.value import value

if TYPE_CHECKING:  # a window knows commands before it has loaded what they are sent with
    from pydantic import JsonValue
else:
    JsonValue = Any

Quality: TypeAlias = Literal["auto", "high", "saver"]
"""Of the picture, as the settings know it."""

SoundDevice: TypeAlias = Literal["microphone", "loudspeaker"]

Channel: TypeAlias = Literal["signalling", "data"]
"""What messages go over."""


@value
class Connect:
    """Start a session; a running one is ended first.

    ``proxy`` is a URL (http, https, socks5), “none”, or nothing for the system's. Without ``lip_sync`` a
    picture is shown as soon as it is there. With ``gateway`` the engine is reached through the broker, as it
    also is when the broker wants that.
    """

    broker: str
    persona: str
    quality: Quality = "auto"
    proxy: str = field(default="", repr=False)
    lip_sync: bool = True
    gateway: bool = False


@value
class Disconnect:
    """End the session, if there is one."""


@value
class OverwriteFree:
    """Overwrite the memory in which the sessions that are over lay; see :mod:`viewer.erasure`."""


@value
class SendText:
    """Say ``text`` to the persona as the user."""

    text: str


@value
class InterruptPersona:
    """Cut the persona's speech off."""


@value
class AddContext:
    """Let the persona know ``text``; it does not answer to it."""

    text: str


@value
class Talk:
    """Let the persona speak ``text`` as it is, without its language model."""

    text: str


@value
class StreamTalk:
    """Stream ``text`` straight to the persona's speech.

    Chunks of one ``stream``, an id that the caller makes up, are spoken as one. The engine ends a stream that
    gets no text for 15 s. ``utterance_id``, a UUID v4 in lower case, begins a new utterance in it.
    """

    stream: str
    text: str
    end_of_speech: bool = False
    utterance_id: str | None = None


@value
class DirectPersona:
    """Direct the persona's expression by a cue's tag (protocol/README.md section 6.2): now, ``in_seconds``
    from now, or ``at_seconds`` of its speech.
    """

    tag: str
    in_seconds: float | None = None
    at_seconds: float | None = None


@value
class SendAgentAudio:
    """Let the persona speak ``pcm``: interleaved 16-bit little-endian samples, 24 kHz mono at best."""

    pcm: bytes
    sample_rate: int = 24_000
    channels: int = 1


@value
class EndAgentAudio:
    """That turn of :class:`SendAgentAudio` is over."""


@value
class LendVoice:
    """Let the persona speak what the microphone hears, in the place of the user, from now on or no longer."""

    lent: bool


@value
class AnswerToolsByHand:
    """Call nothing for the persona's client tools from now on: :class:`AnswerToolCall` answers them. Or call
    it again.
    """

    by_hand: bool


@value
class AnswerToolCall:
    """Answer the persona's call of a client tool, by ``result``, or by an ``error`` if it failed."""

    tool_call_id: str
    result: JsonValue = None
    error: str | None = None


@value
class SendRaw:
    """Send ``text``, a JSON object, as it is. Nobody looks whether it makes sense."""

    channel: Channel
    text: str


@value
class CutSignalling:
    """Cut the WebSocket, as a network that breaks does."""


@value
class LoseMedia:
    """Lose so many of a hundred packets of media that arrive, from now on; all 100: media stalls."""

    percent: int


@value
class ExpireSession:
    """Have the session's time be over, as if the service had said so."""


@value
class Unplug:
    """Have these sound devices unplugged from now on, and all others back."""

    devices: frozenset[SoundDevice]


@value
class ListPersonas:
    """Ask the broker at the URL ``broker`` whom one may talk to; a question that is still open is dropped."""

    broker: str
    proxy: str = field(default="", repr=False)


@value
class FetchStill:
    """Fetch a persona's still from its broker, after those that were asked for later; or its loop, which may
    be larger.
    """

    broker: str
    path: str
    proxy: str = field(default="", repr=False)
    is_film: bool = False


@value
class KeepToken:
    """Keep what the user typed as the token for the broker at the URL ``broker``."""

    broker: str
    token: str = field(repr=False)


@value
class ForgetToken:
    """Keep no token for the broker at the URL ``broker`` any more."""

    broker: str


@value
class StartRecording:
    """Record the conversation from now on to the file ``path``, which is written over; by its suffix MP4 or
    Matroska. ``persona`` and ``user`` are what the two are called in it. One that runs is ended first.
    """

    path: str
    persona: str = "Persona"
    user: str = "User"


@value
class StopRecording:
    """End the recording, if there is one. A conversation that ends does so, too."""


@value
class Post:
    """Tell ``text``, JSON, to whoever listens at ``url``. It is tried once; what came of it is told by the
    same ``ident``.
    """

    ident: str
    url: str = field(repr=False)
    text: str = field(repr=False)
    proxy: str = field(default="", repr=False)


SessionCommand: TypeAlias = (
    SendText
    | InterruptPersona
    | AddContext
    | Talk
    | StreamTalk
    | DirectPersona
    | SendAgentAudio
    | EndAgentAudio
    | LendVoice
    | AnswerToolsByHand
    | AnswerToolCall
    | SendRaw
)

FaultCommand: TypeAlias = CutSignalling | LoseMedia | ExpireSession
"""What goes wrong on purpose, the way it does by itself."""

GalleryCommand: TypeAlias = ListPersonas | FetchStill | KeepToken | ForgetToken

RecordingCommand: TypeAlias = StartRecording | StopRecording

Command: TypeAlias = (
    Connect
    | Disconnect
    | OverwriteFree
    | SessionCommand
    | FaultCommand
    | Unplug
    | GalleryCommand
    | RecordingCommand
    | Post
)
