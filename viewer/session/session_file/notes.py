"""Takes down what happens in a session, as events for whoever wants to see or keep it."""

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from typing import Final

from pydantic import JsonValue

from viewer.protocol import actions, events, inputs
from viewer.protocol.commands import SessionCommand
from viewer.protocol.events import Event
from viewer.protocol.insight import Insight, Noted, Side
from viewer.redaction import known_secrets
from viewer.session.session_file.as_json import members

_PULSES: Final = (inputs.PacketsReceived, inputs.PicturesReceived)
# A run of them is one note, as long as they come about so often, and it lasts no longer.
_PULSE_SECONDS: Final = 0.6
_RUN_SECONDS: Final = 30.0
_SMALL: Final = 300

# Told in other words already, or with every word anew, or of no session.
_NOT_NOTED: Final = (
    *(Noted, events.PersonasListed, events.StillFetched),
    *(events.TokenKept, events.TokenForgotten, events.RecordingChanged, events.Posted),
)


class Notes:
    """The notes of one session. Belongs to its event loop.

    Args:
        publish: takes each.
        now: the session's clock.
    """

    def __init__(self, publish: Callable[[Event], None], now: Callable[[], float]) -> None:
        self._publish = publish
        self._now = now
        self._runs: dict[str, _Run] = {}

    def took(self, happened: inputs.Input, at: float) -> None:
        """The state machine was told ``happened``."""
        if isinstance(happened, _PULSES):
            self._beat(type(happened).__name__, at)
        else:
            if isinstance(happened, inputs.PeerConnected | inputs.PeerFailed):
                self.finish()  # what came before it was another connection's
            self._publish(note(at, "in", happened))

    def did(self, action: actions.Action) -> None:
        """The state machine asked for ``action``."""
        self._publish(note(self._now(), "out", action))

    def saw(self, insight: Insight, at: float | None = None) -> None:
        """Something else that can be told, now or ``at`` a time."""
        self._publish(note(self._now() if at is None else at, "told", insight))

    def finish(self) -> None:
        """No more packets come, for now."""
        for kind in tuple(self._runs):
            self._end_run(kind)

    def close(self) -> None:
        """The session is over: what its connection does from now on is nobody's business."""
        self.finish()
        self._publish = _ignore

    def _beat(self, kind: str, at: float) -> None:
        run = self._runs.get(kind)
        if run and (at - run.last > _PULSE_SECONDS or at - run.first > _RUN_SECONDS):
            self._end_run(kind)
            run = None
        if run is None:
            self._runs[kind] = run = _Run(at, at, 0)
        run.last = at
        run.times += 1

    def _end_run(self, kind: str) -> None:
        run = self._runs.pop(kind)
        data: dict[str, JsonValue] = {"times": run.times, "seconds": round(run.last - run.first, 6)}
        self._publish(Noted(run.last, "in", kind, data))


def _ignore(_event: Event) -> None:
    return


@dataclass(slots=True)
class _Run:
    first: float
    last: float
    times: int


def with_notes(publish: Callable[[Event], None], now: Callable[[], float]) -> Callable[[Event], None]:
    """``publish`` that also publishes a note of each event, of a message that grows only the last."""

    def publish_both(event: Event) -> None:
        if not isinstance(event, _NOT_NOTED) and not _grows(event):
            publish(note(now(), "told", event))
        publish(event)

    return publish_both


def note(at: float, side: Side, what: object) -> Noted:
    """``what`` happened ``at`` that time. Who looks at it, in any thread, has it read: most nobody does."""
    return Note(at, side, what)


class Note(Noted):
    """Keeps ``what`` happened as it was, and what had to be hidden then."""

    def __init__(self, at: float, side: Side, what: object) -> None:
        # As frozen dataclasses do.
        object.__setattr__(self, "at", at)
        object.__setattr__(self, "side", side)
        object.__setattr__(self, "kind", type(what).__name__)
        object.__setattr__(self, "size", _size(what))
        object.__setattr__(self, "what", what)
        object.__setattr__(self, "_secrets", known_secrets())

    @cached_property
    def data(self) -> dict[str, JsonValue]:
        return members(self.what, self._secrets)

    what: object
    _secrets: tuple[str, ...]


def _size(what: object) -> int:
    """What ``what`` holds on to, roughly: its texts, and those of a command in it."""
    size = _SMALL
    if is_dataclass(what):
        for field in fields(what):
            member = getattr(what, field.name)
            if isinstance(member, str | bytes):
                size += len(member)
            elif isinstance(member, SessionCommand):
                size += _size(member)
    return size


def _grows(event: Event) -> bool:
    match event:
        case events.MessageUpdated(message):
            return not (message.complete or message.interrupted)
        case events.ThoughtChanged(thought):
            return not thought.complete
    return False
