"""W3C's fields of two clients, as rates, means and last values over the same stretch of time."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

Sample: TypeAlias = list[dict[str, Any]]
"""The objects of one ``getStats``."""

Figure: TypeAlias = Callable[[Mapping[str, Any], Mapping[str, Any], float], float | None]


def _rate(name: str, scale: float = 1.0) -> Figure:
    """By how much it grows in a second."""

    def figure(first: Mapping[str, Any], last: Mapping[str, Any], seconds: float) -> float | None:
        if name not in last:
            return None
        return float(last[name] - first.get(name, 0)) * scale / seconds

    return figure


def _mean(name: str, of: str, scale: float = 1.0) -> Figure:
    """By how much it grows for each of ``of``."""

    def figure(first: Mapping[str, Any], last: Mapping[str, Any], _: float) -> float | None:
        if name not in last or of not in last:
            return None
        each = last[of] - first.get(of, 0)
        return float(last[name] - first.get(name, 0)) * scale / each if each else None

    return figure


def _deviation(first: Mapping[str, Any], last: Mapping[str, Any], seconds: float) -> float | None:
    """Of the time between pictures, in milliseconds."""
    mean = _mean("totalInterFrameDelay", "framesDecoded")(first, last, seconds)
    square = _mean("totalSquaredInterFrameDelay", "framesDecoded")(first, last, seconds)
    if mean is None or square is None:
        return None
    return math.sqrt(max(0.0, square - mean**2)) * 1000


def _last(name: str, scale: float = 1.0) -> Figure:
    """What it is at the end."""
    return lambda _first, last, _: None if last.get(name) is None else float(last[name]) * scale


@dataclass(frozen=True, slots=True)
class Field:
    """A row: of which object, its name, how it is made of two samples; ``averaged``: of each of them."""

    kind: str
    name: str
    figure: Figure
    averaged: bool = False


_VIDEO, _AUDIO = "inbound-rtp video", "inbound-rtp audio"
FIELDS: Final = (
    Field(_VIDEO, "bytesReceived, kbit/s", _rate("bytesReceived", 0.008)),
    Field(_VIDEO, "packetsReceived a second", _rate("packetsReceived")),
    Field(_VIDEO, "packetsLost a second", _rate("packetsLost")),
    Field(_VIDEO, "retransmittedPacketsReceived a second", _rate("retransmittedPacketsReceived")),
    Field(_VIDEO, "nackCount a second", _rate("nackCount")),
    Field(_VIDEO, "pliCount a second", _rate("pliCount")),
    Field(_VIDEO, "framesReceived a second", _rate("framesReceived")),
    Field(_VIDEO, "framesDecoded a second", _rate("framesDecoded")),
    Field(_VIDEO, "framesDropped a second", _rate("framesDropped")),
    Field(_VIDEO, "keyFramesDecoded a second", _rate("keyFramesDecoded")),
    Field(_VIDEO, "frameWidth", _last("frameWidth")),
    Field(_VIDEO, "frameHeight", _last("frameHeight")),
    Field(_VIDEO, "framesPerSecond", _last("framesPerSecond"), averaged=True),
    Field(_VIDEO, "jitter, ms", _last("jitter", 1000), averaged=True),
    Field(
        _VIDEO,
        "jitterBufferDelay, ms a picture",
        _mean("jitterBufferDelay", "jitterBufferEmittedCount", 1000),
    ),
    Field(_VIDEO, "totalDecodeTime, ms a picture", _mean("totalDecodeTime", "framesDecoded", 1000)),
    Field(_VIDEO, "totalProcessingDelay, ms a picture", _mean("totalProcessingDelay", "framesDecoded", 1000)),
    Field(_VIDEO, "totalInterFrameDelay, ms a picture", _mean("totalInterFrameDelay", "framesDecoded", 1000)),
    Field(_VIDEO, "… its standard deviation, ms", _deviation),
    Field(_VIDEO, "freezeCount a second", _rate("freezeCount")),
    Field(_VIDEO, "totalFreezesDuration, ms a second", _rate("totalFreezesDuration", 1000)),
    Field(_AUDIO, "bytesReceived, kbit/s", _rate("bytesReceived", 0.008)),
    Field(_AUDIO, "packetsReceived a second", _rate("packetsReceived")),
    Field(_AUDIO, "packetsLost a second", _rate("packetsLost")),
    Field(_AUDIO, "jitter, ms", _last("jitter", 1000), averaged=True),
    Field(_AUDIO, "totalSamplesReceived a second", _rate("totalSamplesReceived")),
    Field(_AUDIO, "totalSamplesDuration, s a second", _rate("totalSamplesDuration")),
    Field(_AUDIO, "concealedSamples a second", _rate("concealedSamples")),
    Field(_AUDIO, "totalAudioEnergy a second, ×1000", _rate("totalAudioEnergy", 1000)),
    Field("outbound-rtp audio", "packetsSent a second", _rate("packetsSent")),
    Field("remote-inbound-rtp audio", "fractionLost, %", _last("fractionLost", 100), averaged=True),
    Field("remote-inbound-rtp audio", "roundTripTime, ms", _last("roundTripTime", 1000), averaged=True),
    Field("transport", "bytesReceived, kbit/s", _rate("bytesReceived", 0.008)),
    Field("transport", "bytesSent, kbit/s", _rate("bytesSent", 0.008)),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A field's figures; None where a client has none."""

    kind: str
    name: str
    ours: float | None
    chromium: float | None

    @property
    def ratio(self) -> float | None:
        """Ours by Chromium's."""
        return self.ours / self.chromium if self.ours is not None and self.chromium else None


def compare(ours: Sequence[Sample], chromium: Sequence[Sample], *, settled: float) -> list[Row]:
    """A row for each field, from ``settled`` seconds after the first sample on."""
    both = [_after(samples, settled) for samples in (ours, chromium)]
    return [Row(field.kind, field.name, *(_figure(field, samples) for samples in both)) for field in FIELDS]


def render(rows: Sequence[Row]) -> str:
    """A table in Markdown; bold where they differ by over 10 %."""
    lines = ["| object | field | ours | Chromium | ratio |", "| --- | --- | --- | --- | --- |"]
    for row in rows:
        ratio = "–" if row.ratio is None else f"{row.ratio:.2f}"
        if row.ratio is not None and abs(row.ratio - 1) > 0.1:
            ratio = f"**{ratio}**"
        lines.append(f"| {row.kind} | {row.name} | {_number(row.ours)} | {_number(row.chromium)} | {ratio} |")
    return "\n".join(lines)


def _number(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _after(samples: Sequence[Sample], settled: float) -> Sequence[Sample]:
    """Those that have pictures, without the first seconds of them."""
    shown = [sample for sample in samples if _object(sample, _VIDEO).get("framesDecoded")]
    return shown[round(settled) :]


def _figure(field: Field, samples: Sequence[Sample]) -> float | None:
    objects = [each for each in (_object(sample, field.kind) for sample in samples) if each]
    if len(objects) < 2:
        return None
    if field.averaged:
        values = [value for each in objects if (value := field.figure(each, each, 1.0)) is not None]
        return sum(values) / len(values) if values else None
    seconds = (objects[-1]["timestamp"] - objects[0]["timestamp"]) / 1000
    return field.figure(objects[0], objects[-1], seconds)


def _object(sample: Sample, kind: str) -> Mapping[str, Any]:
    name, _, media = kind.partition(" ")
    fits = (each for each in sample if each.get("type") == name and each.get("kind", media) == media)
    return next(fits, {})
