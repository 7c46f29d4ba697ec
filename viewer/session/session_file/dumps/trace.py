"""What was done with each peer connection of a session and measured of it, in the words of W3C's API."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, TypeAlias

from pydantic import JsonValue

from viewer import __version__
from viewer.protocol.insight import Noted
from viewer.session.session_file.masking import Mask

STATS: Final = "getStats"

Figures: TypeAlias = dict[str, JsonValue]

_STATES: Final = {
    "ice": "oniceconnectionstatechange",
    "peer": "onconnectionstatechange",
    "dtls": "RTCDtlsTransport.onstatechange",
}
_CHANNEL: Final = {"ChannelOpened": "RTCDataChannel.onopen", "ChannelClosed": "RTCDataChannel.onclose"}
# W3C has no word for them, and they tell what the user saw of it.
_OURS: Final = frozenset(
    {"FirstPictureReceived", "MediaStalled", "MediaResumed", "RouteChosen", "SocketLost", "Warned"}
)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a dump is made of.

    Args:
        notes: of the session, as they may be shown to others.
        began: the time of day when the session's clock showed ``clock``.
        viewer: the version that took them down.
    """

    notes: Iterable[Noted]
    began: datetime
    clock: float
    viewer: str = __version__


@dataclass(frozen=True, slots=True)
class Step:
    """A method that was called, ``on`` and an event that came, or :data:`STATS` that were read.

    Args:
        at: milliseconds since 1970.
        value: what it was called with, or what came; of statistics: objects by id.
    """

    at: float
    name: str
    value: JsonValue = None

    @property
    def stats(self) -> dict[str, Figures]:
        """The objects by their ids, where they were read."""
        objects = self.value if self.name == STATS and isinstance(self.value, dict) else {}
        return {name: figures for name, figures in objects.items() if isinstance(figures, dict)}


@dataclass(slots=True)
class Connection:
    """One peer connection. ``configuration`` is without credentials; ``steps`` are in their order."""

    name: str
    configuration: Figures
    steps: list[Step] = field(default_factory=list)


@dataclass(slots=True)
class Trace:
    """A session. ``broker`` is its URL, or nothing; ``began`` in milliseconds since 1970."""

    viewer: str
    began: float
    broker: str = ""
    connections: list[Connection] = field(default_factory=list)


def masked(notes: Iterable[Noted]) -> Iterator[Noted]:
    """``notes`` without addresses, by the stand-ins that a session file of the same notes has."""
    mask = Mask()
    for noted in notes:
        yield Noted(noted.at, noted.side, noted.kind, mask.members(noted.data), noted.size)


def traced(recorded: Recorded) -> Trace:
    """The connections in what was recorded."""
    began = recorded.began.timestamp() * 1000
    tracer = _Tracer(Trace(recorded.viewer, round(began, 1)))
    for noted in sorted(recorded.notes, key=lambda noted: noted.at):
        tracer.take(noted, round(began + (noted.at - recorded.clock) * 1000, 1))
    return tracer.trace


class _Tracer:
    def __init__(self, trace: Trace) -> None:
        self.trace = trace
        self._configuration: Figures = {}
        self._current: Connection | None = None
        self._closed = False

    def take(self, noted: Noted, at: float) -> None:
        match noted.kind:
            case "BrokerAsked":
                self.trace.broker = str(noted.data.get("broker", ""))
            case "BrokerAnswered":
                self._configuration = _configuration(noted.data.get("session"))
            case "MakeOffer":
                self._close(at)
                self._begin().steps.append(Step(at, "createOffer"))
            case "Finish":
                self._close(at)
            case kind if kind in _OURS:
                if self._current:
                    self._current.steps.append(Step(at, f"viewer.{kind}", {**noted.data} or None))
            case _ if step := _step(noted):
                # Of a long session the beginning may be missing.
                (self._current or self._begin()).steps.append(Step(at, *step))

    def _begin(self) -> Connection:
        self._current = Connection(f"1-{len(self.trace.connections) + 1}", self._configuration)
        self.trace.connections.append(self._current)
        self._closed = False
        return self._current

    def _close(self, at: float) -> None:
        if self._current and not self._closed:
            self._current.steps.append(Step(at, "close"))
        self._closed = True


def _step(noted: Noted) -> tuple[str, JsonValue] | None:
    data = noted.data
    step: tuple[str, JsonValue] | None = None
    match noted.kind:
        case "OfferEdited":
            step = "createOfferOnSuccess", _description("offer", data.get("made"))
        case "OfferMade":
            step = "setLocalDescription", _description("offer", data.get("sdp"))
        case "ApplyAnswer":
            step = "setRemoteDescription", _description("answer", data.get("sdp"))
        case "AnswerRefused":
            step = "setRemoteDescriptionOnFailure", "the answer cannot be used"
        case "CandidateGathered":
            step = "onicecandidate", _candidate(data.get("candidate"))
        case "AddCandidate":
            step = "addIceCandidate", _candidate(data.get("candidate"))
        case "StateChanged" if (of := str(data.get("of"))) in _STATES:
            step = _STATES[of], str(data.get("state", ""))
        case kind if kind in _CHANNEL:
            step = _CHANNEL[kind], None
        case "StatsSampled":
            step = STATS, dict(_objects(data.get("stats")))
    return step


def _description(kind: str, sdp: JsonValue) -> JsonValue:
    return {"type": kind, "sdp": sdp if isinstance(sdp, str) else ""}


def _configuration(session: JsonValue) -> Figures:
    """W3C's ``RTCConfiguration`` in the broker's answer; of servers only where they are."""
    config = session.get("clientConfig") if isinstance(session, Mapping) else None
    if not isinstance(config, Mapping):
        return {}
    servers = config.get("iceServers")
    urls = (
        [each.get("urls") for each in servers if isinstance(each, Mapping)]
        if isinstance(servers, list)
        else []
    )
    listed: list[JsonValue] = [{"urls": each} for each in urls]
    made: Figures = {"iceServers": listed}
    if policy := config.get("iceTransportPolicy"):
        made["iceTransportPolicy"] = policy
    return made


def _candidate(data: JsonValue) -> JsonValue:
    """W3C's ``RTCIceCandidateInit``; None is the end of them."""
    if not isinstance(data, Mapping):
        return None
    line = str(data.get("candidate", ""))
    made: Figures = {
        "sdpMid": data.get("sdp_mid"),
        "sdpMLineIndex": data.get("sdp_mline_index"),
        "candidate": line if line.startswith("candidate:") else f"candidate:{line}",
    }
    if fragment := data.get("username_fragment"):
        made["usernameFragment"] = fragment
    return made


def _objects(stats: JsonValue) -> Iterator[tuple[str, JsonValue]]:
    for name, figures in stats.items() if isinstance(stats, Mapping) else ():
        if isinstance(figures, Mapping) and isinstance(figures.get("timestamp"), int | float):
            yield name, {key: value for key, value in figures.items() if key != "id" and value is not None}
