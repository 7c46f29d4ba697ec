"""The sessions of a file once more: its inputs into a state machine, at their times."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, TypeAlias, get_args

from pydantic import JsonValue, TypeAdapter, ValidationError

from viewer import errors
from viewer.protocol import commands, events, inputs
from viewer.protocol.actions import Output
from viewer.protocol.api import ClientConfig
from viewer.protocol.client import ClientProtocol
from viewer.protocol.events import Event
from viewer.protocol.inputs import Input
from viewer.protocol.insight import Noted
from viewer.protocol.stats import StatsSampled
from viewer.value import write_values

_INPUTS: Final = {
    each.__name__: each
    for each in (
        *(inputs.Started, inputs.CloseRequested, inputs.TimePassed),
        *get_args(inputs.SocketInput | inputs.NegotiationInput | inputs.MediaInput | inputs.DialogueInput),
    )
}
_TOLD: Final = {
    each.__name__: each for each in (events.SessionStarted, events.Statistics, events.Found, StatsSampled)
}
_COMMANDS: Final = {each.__name__: each for each in get_args(commands.SessionCommand)}
_PULSES: Final = frozenset({"PacketsReceived", "PicturesReceived"})
# Times in a file are rounded: a timer that was due is due.
_ROUNDED: Final = 0.001
_MAX_TIMES: Final = 1000

Told: TypeAlias = tuple[float, Output]
"""What the state machine asked or told, and when."""


@dataclass
class PlayedSession:
    """One session of a file: what its state machine was told, and what that made of it."""

    session_id: str
    config: ClientConfig
    began: float
    inputs: list[tuple[float, Input]] = field(default_factory=list)

    def play(self) -> list[Told]:
        """All that was done and told, in order, with its time on the session's clock."""
        protocol = ClientProtocol(self.session_id, self.config, self.began)
        told: list[Told] = []
        for at, happened in sorted(self.inputs, key=lambda each: each[0]):
            now = at
            if isinstance(happened, inputs.TimePassed) and (due := protocol.deadline) is not None:
                now = due if at < due < at + _ROUNDED else at
            told += ((at, output) for output in protocol.receive(happened, now))
        return told


def sessions(notes: Iterable[Noted]) -> list[PlayedSession]:
    """The sessions in ``notes``, which come in their order. What cannot be played is left out."""
    found: list[PlayedSession] = []
    began = 0.0
    for noted in notes:
        match noted.side, noted.kind:
            case "told", "BrokerAsked":
                began = noted.at
            case "told", "BrokerAnswered":
                if session := _session(noted.data.get("session"), began):
                    found.append(session)
            case "in", _ if found:
                found[-1].inputs += inputs_of(noted)
    return found


def event_of(noted: Noted) -> Event | None:
    """What the inspector's figures are made of, as a session would tell it; None: they are not."""
    if noted.side != "told" or noted.kind not in _TOLD:
        return None
    try:
        told: Event = _adapter(_TOLD[noted.kind]).validate_python(dict(noted.data))
    except ValidationError:
        return None
    return told


def inputs_of(noted: Noted) -> Iterator[tuple[float, Input]]:
    """What the state machine was told by that note, and when: some stand for several."""
    if noted.kind not in _INPUTS:
        return
    times, seconds = noted.data.get("times", 1), noted.data.get("seconds", 0.0)
    if noted.kind in _PULSES and isinstance(times, int) and isinstance(seconds, int | float):
        times = max(1, min(times, _MAX_TIMES))
        step = seconds / (times - 1) if times > 1 else 0.0
        for number in range(times):
            yield noted.at - seconds + number * step, _INPUTS[noted.kind]()
        return
    try:
        yield noted.at, _input(noted.kind, noted.data)
    except (ValidationError, KeyError, TypeError):
        return


def _input(kind: str, data: Mapping[str, JsonValue]) -> Input:
    match kind:
        case "SocketLost":
            return inputs.SocketLost(_error(data.get("why")), data.get("for_good") is True)
        case "CommandGiven":
            return inputs.CommandGiven(_command(data["command"]), str(data.get("timestamp", "")))
    made: Input = _adapter(_INPUTS[kind]).validate_python(dict(data))
    return made


def _error(data: JsonValue) -> errors.ViewerError | None:
    if not isinstance(data, dict):
        return None
    return errors.ViewerError(str(data.get("message", "")), hint=str(data.get("hint", "")))


def _command(data: JsonValue) -> commands.SessionCommand:
    if not isinstance(data, dict):
        raise TypeError("no command")
    given = dict(data)
    kind = _COMMANDS[str(given.pop("type", ""))]
    if isinstance(length := given.get("pcm"), int):  # the sound itself is not kept
        return commands.SendAgentAudio(bytes(max(0, min(length, 1 << 20))), **_without(given, "pcm"))
    made: commands.SessionCommand = _adapter(kind).validate_python(given)
    return made


def _without(data: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key != name}


def _session(answer: JsonValue, began: float) -> PlayedSession | None:
    if not isinstance(answer, dict):
        return None
    try:
        config = ClientConfig.model_validate(answer.get("clientConfig", {}))
    except ValidationError:
        return None
    return PlayedSession(str(answer.get("sessionId", "")), config, began)


@cache
def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    write_values()
    return TypeAdapter(kind)
