"""What the user is told, folded from events. No Qt: the widgets decide how it looks."""

from dataclasses import replace
from typing import Final, Literal, TypeAlias

from viewer.errors import BadAnswer, BrokerMoved, InvalidRequest, TokenWanted, ViewerError
from viewer.protocol import events
from viewer.protocol.events import Phase
from viewer.protocol.transcript import Mark, Role
from viewer.value import value

_WORDS: Final = {
    Phase.IDLE: "Not connected",
    Phase.ASKING_BROKER: "Asking for a session…",
    Phase.SIGNALLING: "Calling the avatar…",
    Phase.CONNECTING: "Setting up picture and sound…",
    Phase.LIVE: "Live",
    Phase.RECONNECTING: "Reconnecting…",
    Phase.CLOSED: "Disconnected",
}
_WAITING_WORDS: Final = "Connected, waiting for the picture…"
_STALLED_WORDS: Final = "Connection interrupted"
_LISTENING_WORDS: Final = "Listening to you"

Field: TypeAlias = Literal["broker", "persona"]

SLOW_NOTICE: Final = "Connecting takes longer than usual. Still trying."
RECONNECTING_NOTICE: Final = "The connection broke. Connecting again; what you type is kept."
STALLED_NOTICE: Final = "Nothing arrives from the avatar right now. Waiting for it to come back."


@value
class Failure:
    """Why a session ended: one sentence, and what to do.

    ``wrong_field`` names what the user typed wrong; None when trying again as it is makes sense, after
    ``retry_after`` seconds where whoever refused said so. ``wants_token``: the broker wants one, or another.
    """

    message: str
    hint: str
    wrong_field: Field | None = None
    retry_after: float | None = None
    wants_token: bool = False


@value
class Caption:
    """What is being said, as plain text."""

    role: Role
    text: str
    complete: bool
    id: str = ""
    marks: tuple[Mark, ...] = ()
    """When how much of it is heard, in monotonic seconds; empty: now."""
    ended: float | None = None
    interrupted: bool = False


@value
class ViewState:
    """Everything the windows show about a session."""

    phase: Phase = Phase.IDLE
    failure: Failure | None = None
    caption: Caption | None = None
    notice: str | None = None
    stalled: bool = False
    listening: bool = False
    peer_connected: bool = False
    session_id: str = ""
    speaking: bool = False
    """The persona has begun to say something and not ended."""
    seconds: int | None = None
    """How long the session may be from its start, where that is known."""

    @property
    def busy(self) -> bool:
        """A session is being made or runs."""
        return self.phase not in (Phase.IDLE, Phase.CLOSED)

    @property
    def live(self) -> bool:
        """Pictures have come; text can be sent, if need be later."""
        return self.phase in (Phase.LIVE, Phase.RECONNECTING)

    @property
    def words(self) -> str:
        """Where the session stands, in plain words."""
        if self.stalled and self.phase is Phase.LIVE:
            return _STALLED_WORDS
        if self.listening and self.live:
            return _LISTENING_WORDS
        if self.peer_connected and self.phase is Phase.CONNECTING:
            return _WAITING_WORDS
        return _WORDS[self.phase]


def fold(state: ViewState, event: events.Event) -> ViewState:
    """``state`` after ``event``."""
    match event:
        case events.PhaseChanged(Phase.ASKING_BROKER):
            state = ViewState(Phase.ASKING_BROKER)
        case events.PhaseChanged(Phase.LIVE):
            state = replace(state, phase=Phase.LIVE, notice=None, stalled=False)
        case events.PhaseChanged(Phase.RECONNECTING):
            state = replace(
                state,
                phase=Phase.RECONNECTING,
                notice=RECONNECTING_NOTICE,
                stalled=True,
                listening=False,
                speaking=False,
            )
        case events.PhaseChanged(phase):
            state = replace(state, phase=phase)
        case events.SessionStarted(session_id, seconds):
            state = replace(state, session_id=session_id, seconds=seconds)
        case events.MilestoneReached("ice", _):
            state = replace(state, peer_connected=True)
        case events.SessionClosed(error=error):
            state = ViewState(Phase.CLOSED, failure=failure(error) if error else None)
        case _:
            state = _fold_running(state, event)
    return state


def failure(error: ViewerError) -> Failure:
    """``error`` as it is shown."""
    match error:
        case InvalidRequest():
            return Failure(error.message, error.hint, "persona")
        case BadAnswer() | BrokerMoved():
            return Failure(error.message, error.hint, "broker")
        case TokenWanted():
            return Failure(error.message, error.hint, wants_token=True)
        case _:
            return Failure(error.message, error.hint, retry_after=error.retry_after)


def _fold_running(state: ViewState, event: events.Event) -> ViewState:
    """What happens while the session's phase stays the same."""
    match event:
        case events.MessageUpdated(message) if message.content.strip():
            ended = message.complete or message.interrupted
            text = message.content.rstrip()  # not before it: marks count from there
            times = message.marks, message.ended, message.interrupted
            caption = Caption(message.role, text, ended, message.id, *times)
            speaking = state.speaking if message.role == "user" else not ended
            state = replace(state, caption=caption, speaking=speaking)
        case events.UserSpeechChanged(speaking):
            state = replace(state, listening=speaking)
        case events.Warned(text):
            state = replace(state, notice=text)
        case events.CommandRefused(error):
            state = replace(state, notice=error.told)
        case events.ConnectingSlowly():
            state = replace(state, notice=SLOW_NOTICE)
        case events.MediaStalled():
            state = replace(state, stalled=True, notice=STALLED_NOTICE)
        case events.MediaResumed():
            notice = None if state.notice == STALLED_NOTICE else state.notice
            state = replace(state, stalled=False, notice=notice)
    return state
