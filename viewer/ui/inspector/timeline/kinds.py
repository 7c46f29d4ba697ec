"""What a note is about, and what it says in a line. No Qt."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from pydantic import JsonValue

from viewer.protocol.insight import Noted
from viewer.protocol.text import plain

Category: TypeAlias = Literal[
    "session",
    "broker",
    "signalling",
    "description",
    "connection",
    "data",
    "talk",
    "tools",
    "thoughts",
    "warnings",
    "devices",
    "figures",
]

MAX_LINE: Final = 300
# Not more of a message is read for its line.
_MAX_READ: Final = 20_000

_KINDS: Final[Mapping[Category, str]] = {
    "session": "PhaseChanged MilestoneReached Started CloseRequested Finish SessionClosed MediaReceived",
    "broker": "BrokerAsked BrokerAnswered SessionStarted",
    "signalling": "OpenSocket CutSocket SocketOpened SocketLost FrameReceived SendFrame",
    "description": "MakeOffer OfferEdited OfferMade ApplyAnswer",
    "connection": "CandidateGathered AddCandidate IceServerAsked IceConnected PeerConnected PeerFailed "
    "StateChanged PairsChecked RouteChosen WatchMedia FirstPictureReceived",
    "data": "ChannelOpened ChannelClosed DataReceived SendData LendMicrophone",
    "talk": "CommandGiven TextTyped MessageUpdated UserSpeechChanged MouthMoved CueApplied PersonaUpdated "
    "TalkStreamOver PostTalk",
    "tools": "ToolCalled ToolCallEnded OlderToolCalled RunTool ToolFinished",
    "thoughts": "ThoughtChanged",
    "warnings": "BrokerRefused AnswerRefused Warned CommandRefused ConnectingSlowly MediaStalled "
    "MediaResumed DeviceTrouble LeftOut Found CutSignalling LoseMedia ExpireSession",
    "devices": "DevicesListed",
    "figures": "TimePassed PacketsReceived PicturesReceived StatisticsCollected CollectStatistics "
    "Statistics StatsSampled",
}
CATEGORIES: Final[tuple[Category, ...]] = tuple(_KINDS)
_CATEGORY: Final[Mapping[str, Category]] = {
    kind: category for category, kinds in _KINDS.items() for kind in kinds.split()
}
_WIRE: Final = frozenset({"FrameReceived", "SendFrame", "DataReceived", "SendData"})
_NAMES: Final = ("actionType", "messageType", "message_type")
# They come by themselves, every few seconds.
_BEATS: Final = frozenset({"heartbeat", "remote_rtp_stats"})
_OF_TOOLS: Final = frozenset({"toolCallStarted", "toolCallCompleted", "toolCallFailed", "clientToolEvent"})


@dataclass(frozen=True, slots=True)
class Described:
    """``name`` is a message's own, or the note's kind; ``line`` is the rest of it, ``is_bad`` for trouble."""

    category: Category
    name: str
    line: str
    is_bad: bool = False


def describe(noted: Noted) -> Described:
    """What there is to say of ``noted`` in a line. Reads it, which may take as long as it is."""
    if noted.kind in _WIRE:
        return _message(noted)
    category = _CATEGORY.get(noted.kind, "session")
    is_bad = category == "warnings" and noted.kind != "MediaResumed"
    name = noted.kind
    match noted.kind:
        case "MessageUpdated":
            said = _dict(noted.data.get("message"))
            line = f"{said.get('role', '')}: {said.get('content', '')}"
        case "ThoughtChanged":
            line = str(_dict(noted.data.get("thought")).get("content", ""))
        case "CandidateGathered" | "AddCandidate":
            line = str(_dict(noted.data.get("candidate")).get("candidate", ""))
        case "PairsChecked":
            line = _pairs(noted.data.get("pairs"))
        case "OfferEdited" | "OfferMade" | "ApplyAnswer":
            line = ""
        case "Found":
            name = str(noted.data.get("rule", ""))
            line = f"{noted.data.get('what', '')} {noted.data.get('why', '')}"
        case "SocketLost" | "SessionClosed" | "Finish":
            problem = noted.data.get("why") or noted.data.get("error")
            is_bad = bool(problem)
            line = _listed(noted.data)
        case _:
            line = _listed(noted.data)
    return Described(category, plain(name, 40), plain(line, MAX_LINE), is_bad)


def description_of(noted: Noted) -> tuple[str | None, str] | None:
    """The session description in ``noted``, as it was before it was edited, if it was, and as it is."""
    if noted.kind == "OfferEdited":
        return str(noted.data.get("made", "")), str(noted.data.get("sent", ""))
    if noted.kind in ("OfferMade", "ApplyAnswer"):
        return None, str(noted.data.get("sdp", ""))
    if noted.kind in ("FrameReceived", "SendFrame"):
        payload = _dict(_dict(_parsed(str(noted.data.get("text", "")))).get("payload"))
        sdp = payload.get("sdp") or _dict(payload.get("connectionDescription")).get("sdp")
        if isinstance(sdp, str):
            return None, sdp
    return None


def _message(noted: Noted) -> Described:
    text = str(noted.data.get("text", ""))
    message = _dict(_parsed(text))
    name = next((message[key] for key in _NAMES if isinstance(message.get(key), str)), "")
    category = _CATEGORY[noted.kind]
    if name in _BEATS:
        category = "figures"
    elif name in _OF_TOOLS:
        category = "tools"
    elif name == "reasoningText":
        category = "thoughts"
    return Described(
        category, plain(str(name) or "…", 40), plain(_content(message) or text, MAX_LINE), name == "warning"
    )


def _content(message: Mapping[str, Any]) -> str:
    """What a message says beside its name: its words alone, where it has some."""
    inside = message.get("data", message.get("payload", ""))
    members = inside if isinstance(inside, dict) else {}
    said = members.get("content") or message.get("content")
    if isinstance(said, str):
        return f"{members['role']}: {said}" if isinstance(members.get("role"), str) else said
    if members:
        return _listed(members)
    rest = {
        key: value
        for key, value in message.items()
        if key not in (*_NAMES, "sessionId", "session_id", "payload")
    }
    return str(inside) if isinstance(inside, str) and inside else _listed(rest)


def _pairs(pairs: JsonValue) -> str:
    listed = [_dict(pair) for pair in pairs] if isinstance(pairs, list) else []
    chosen = next((pair for pair in listed if pair.get("nominated")), None)
    if chosen:
        return f"{chosen.get('local')} → {chosen.get('remote')}"
    return ", ".join(f"{pair.get('local')} → {pair.get('remote')} {pair.get('state')}" for pair in listed)


def _listed(members: Mapping[str, Any]) -> str:
    """Names and values, short of what is long."""
    return "  ".join(
        f"{name} {_short(value)}" for name, value in members.items() if value not in (None, "", [], {})
    )


def _short(value: Any) -> str:
    if isinstance(value, str):
        return value[:MAX_LINE]
    if isinstance(value, bool | int | float):
        return str(value).lower() if isinstance(value, bool) else f"{value:g}"
    return json.dumps(value, ensure_ascii=False)[:MAX_LINE]


def _parsed(text: str) -> JsonValue:
    try:
        parsed: JsonValue = json.loads(text[:_MAX_READ] if len(text) <= _MAX_READ else "null")
    except (ValueError, RecursionError):
        return None
    return parsed


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
