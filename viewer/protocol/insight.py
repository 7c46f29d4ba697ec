"""What only inspectors and session files want to know. All are immutable and may cross threads."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias

from viewer.errors import ViewerError
from viewer.value import value

if TYPE_CHECKING:  # a window knows events before it has loaded what they are read with
    from pydantic import JsonValue

Side: TypeAlias = Literal["in", "out", "told"]
"""What the state machine was told, what it asked to be done, and everything else that can be told."""


@value
class Noted:
    """Something happened, ``at`` that time in seconds of the session's clock, which is monotonic.

    ``kind`` is the name of a class: an input, an action, an event, or one of those below; ``data`` are its
    members, without secrets. To look at ``data`` may take as long as it is; ``size`` says roughly how many
    bytes it keeps. A session file has one line for each (viewer/session/session_file/README.md).
    """

    at: float
    side: Side
    kind: str
    data: "Mapping[str, JsonValue]"
    size: int = 0


@value
class BrokerAsked:
    """A session was asked for."""

    broker: str
    persona: str
    quality: str
    gateway: bool


@value
class BrokerAnswered:
    """A session was granted: ``session`` is the broker's answer, as it was written."""

    session: "Mapping[str, JsonValue]"


@value
class BrokerRefused:
    """No session was granted."""

    error: ViewerError


@value
class OfferEdited:
    """The offer as WebRTC ``made`` it, and as it is ``sent``."""

    made: str
    sent: str


@value
class StateChanged:
    """A state of the peer connection, in W3C's words."""

    of: Literal["ice", "dtls", "peer"]
    state: str


@value
class CandidatePair:
    """Two addresses that were tried together: types and addresses of candidates, and what came of it."""

    local: str
    remote: str
    state: str
    nominated: bool


@value
class PairsChecked:
    """Which pairs of candidates there are by now."""

    pairs: tuple[CandidatePair, ...]


@value
class DevicesListed:
    """The names of the sound devices there are now."""

    microphones: tuple[str, ...]
    speakers: tuple[str, ...]


@value
class DeviceTrouble:
    """A sound device does not open, or the user is not heard, in a sentence; an empty one: all is well."""

    sentence: str


Insight: TypeAlias = (
    BrokerAsked
    | BrokerAnswered
    | BrokerRefused
    | OfferEdited
    | StateChanged
    | PairsChecked
    | DevicesListed
    | DeviceTrouble
)
