"""What is measured of a connection in W3C's words (webrtc-stats); viewer/session/stats/README.md lists it."""

from collections.abc import Mapping
from typing import TypeAlias

from viewer.value import value

Value: TypeAlias = str | int | float | bool
Stats: TypeAlias = Mapping[str, Value]
"""One object: ``type``, ``id`` and its members, as W3C names them; what W3C lacks begins with ``viewer.``."""


@value
class StatsSampled:
    """What was measured ``at`` that time of the session's clock, once a second while connected.

    ``stats``: objects by their ids, which stay the same. Counters begin again with each connection.
    """

    at: float
    stats: Mapping[str, Stats]
