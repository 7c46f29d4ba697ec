"""Which figures there are, and how each is made of two samples that follow each other. No Qt.

A counter that is lower than before has begun again: what came since is not known, and nothing is drawn for
that second.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, Protocol, TypeAlias

from viewer.protocol.stats import Stats

Sample: TypeAlias = Mapping[str, Stats]
Group: TypeAlias = Literal["network", "picture", "sound", "computer"]
Unit: TypeAlias = Literal["kbit/s", "ms", "1/s", "dB", "dBFS", "%", "MB"]

UNKNOWN: Final = math.nan

_PICTURE: Final = "inbound-rtp-video"
_SOUND: Final = "inbound-rtp-audio"
_VOICE: Final = "media-source-audio"
_TRANSPORT: Final = "transport"
_ROUND_TRIP: Final = "remote-inbound-rtp-audio"
_PROCESS: Final = "viewer.process"

_MILLI: Final = 1000.0
_QUIETEST: Final = -90.0


class Kind(Protocol):
    """How a figure is made."""

    def value(self, now: Sample, before: Sample, seconds: float) -> float:
        """Of the sample ``now`` and the one ``seconds`` before; NaN where it cannot be known."""


@dataclass(frozen=True, slots=True)
class Gauge:
    """A member as it is, times ``scale``."""

    of: str
    member: str
    scale: float = 1.0

    def value(self, now: Sample, before: Sample, seconds: float) -> float:
        return _number(now, self.of, self.member) * self.scale


@dataclass(frozen=True, slots=True)
class Rate:
    """What a counter grew by in a second, times ``scale``."""

    of: str
    member: str
    scale: float = 1.0

    def value(self, now: Sample, before: Sample, seconds: float) -> float:
        return _growth(now, before, self.of, self.member) / seconds * self.scale


@dataclass(frozen=True, slots=True)
class Mean:
    """What one counter grew by for each that another one did, times ``scale``."""

    of: str
    total: str
    count: str
    scale: float = 1.0

    def value(self, now: Sample, before: Sample, seconds: float) -> float:
        count = _growth(now, before, self.of, self.count)
        total = _growth(now, before, self.of, self.total)
        return total / count * self.scale if count > 0 else UNKNOWN


@dataclass(frozen=True, slots=True)
class Spread:
    """The standard deviation of what was added up in ``total``, and squared in ``squared``."""

    of: str
    total: str
    squared: str
    count: str
    scale: float = 1.0

    def value(self, now: Sample, before: Sample, seconds: float) -> float:
        count = _growth(now, before, self.of, self.count)
        if not count > 0:
            return UNKNOWN
        mean = _growth(now, before, self.of, self.total) / count
        variance = _growth(now, before, self.of, self.squared) / count - mean * mean
        return UNKNOWN if math.isnan(variance) else math.sqrt(max(0.0, variance)) * self.scale


@dataclass(frozen=True, slots=True)
class Level:
    """How loud sound was, in dBFS."""

    of: str

    def value(self, now: Sample, before: Sample, seconds: float) -> float:
        duration = _growth(now, before, self.of, "totalSamplesDuration")
        energy = _growth(now, before, self.of, "totalAudioEnergy")
        if not duration > 0 or math.isnan(energy):
            return UNKNOWN
        power = min(1.0, energy / duration)
        return max(_QUIETEST, 10 * math.log10(power)) if power > 0 else _QUIETEST


FIGURES: Final[Mapping[str, Kind]] = {
    "received": Rate(_TRANSPORT, "bytesReceived", 8 / _MILLI),
    "sent": Rate(_TRANSPORT, "bytesSent", 8 / _MILLI),
    "round_trip": Gauge(_ROUND_TRIP, "roundTripTime", _MILLI),
    "picture_lost": Rate(_PICTURE, "packetsLost"),
    "sound_lost": Rate(_SOUND, "packetsLost"),
    "nack": Rate(_PICTURE, "nackCount"),
    "pli": Rate(_PICTURE, "pliCount"),
    "picture_jitter": Gauge(_PICTURE, "jitter", _MILLI),
    "sound_jitter": Gauge(_SOUND, "jitter", _MILLI),
    "fps_received": Rate(_PICTURE, "framesReceived"),
    "fps_decoded": Rate(_PICTURE, "framesDecoded"),
    "fps_painted": Rate(_PICTURE, "viewer.framesPainted"),
    "interval": Mean(_PICTURE, "totalInterFrameDelay", "framesDecoded", _MILLI),
    "interval_spread": Spread(
        _PICTURE, "totalInterFrameDelay", "totalSquaredInterFrameDelay", "framesDecoded", _MILLI
    ),
    "picture_buffer": Mean(_PICTURE, "jitterBufferDelay", "jitterBufferEmittedCount", _MILLI),
    "held": Mean(_PICTURE, "viewer.totalHoldTime", "framesDecoded", _MILLI),
    "decode": Mean(_PICTURE, "totalDecodeTime", "framesDecoded", _MILLI),
    "paint": Mean(_PICTURE, "viewer.totalPaintTime", "viewer.framesPainted", _MILLI),
    "age": Gauge(_PICTURE, "viewer.pictureAge", _MILLI),
    "skew": Gauge(_PICTURE, "viewer.skew", _MILLI),
    "persona_level": Level(_SOUND),
    "user_level": Level(_VOICE),
    "sound_buffer": Mean(_SOUND, "jitterBufferDelay", "jitterBufferEmittedCount", _MILLI),
    "concealed": Mean(_SOUND, "concealedSamples", "totalSamplesReceived", 100.0),
    "echo_loss": Gauge(_VOICE, "echoReturnLossEnhancement"),
    "cpu": Rate(_PROCESS, "totalCpuTime", 100.0),
    "memory": Gauge(_PROCESS, "residentMemory", 1e-6),
    "media_loop": Gauge(_PROCESS, "mediaLoopDelay", _MILLI),
    "window_loop": Gauge(_PROCESS, "windowLoopDelay", _MILLI),
}
"""By name. Words for people are in ``words.py``."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures that are drawn together."""

    name: str
    group: Group
    unit: Unit
    figures: tuple[str, ...]


CHARTS: Final[tuple[Chart, ...]] = (
    Chart("bitrate", "network", "kbit/s", ("received", "sent")),
    Chart("round_trip", "network", "ms", ("round_trip",)),
    Chart("lost", "network", "1/s", ("picture_lost", "sound_lost")),
    Chart("asked", "network", "1/s", ("nack", "pli")),
    Chart("jitter", "network", "ms", ("picture_jitter", "sound_jitter")),
    Chart("fps", "picture", "1/s", ("fps_received", "fps_decoded", "fps_painted")),
    Chart("interval", "picture", "ms", ("interval", "interval_spread")),
    Chart("waits", "picture", "ms", ("picture_buffer", "held")),
    Chart("work", "picture", "ms", ("decode", "paint")),
    Chart("age", "picture", "ms", ("age",)),
    Chart("skew", "picture", "ms", ("skew",)),
    Chart("level", "sound", "dBFS", ("persona_level", "user_level")),
    Chart("sound_buffer", "sound", "ms", ("sound_buffer",)),
    Chart("concealed", "sound", "%", ("concealed",)),
    Chart("echo", "sound", "dB", ("echo_loss",)),
    Chart("cpu", "computer", "%", ("cpu",)),
    Chart("memory", "computer", "MB", ("memory",)),
    Chart("loops", "computer", "ms", ("media_loop", "window_loop")),
)
GROUPS: Final[tuple[Group, ...]] = ("network", "picture", "sound", "computer")


def _growth(now: Sample, before: Sample, of: str, member: str) -> float:
    """What a counter grew by; NaN where it began again, or is another stream's."""
    new, old = now.get(of), before.get(of)
    if new is None or old is None or new.get("ssrc") != old.get("ssrc"):
        return UNKNOWN
    grown = _number(now, of, member) - _number(before, of, member)
    return grown if grown >= 0 else UNKNOWN


def _number(sample: Sample, of: str, member: str) -> float:
    value = sample.get(of, {}).get(member)
    # A file may say anything.
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else UNKNOWN
