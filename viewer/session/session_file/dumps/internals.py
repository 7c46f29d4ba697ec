"""A session as Chrome's page chrome://webrtc-internals saves what it shows.

Of each connection there is a log, and of each figure all its values in a row as a text of JSON; rates, which
the page works out, are figures in brackets. Whoever reads it aligns a row with the end of the times.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from pydantic import JsonValue

from viewer.session.session_file.dumps.trace import STATS, Connection, Figures, Step, Trace

_TIME: Final = "timestamp"
_BITS: Final = 8
_MILLISECONDS: Final = 1000

_OF_BOTH_WAYS: Final = (
    ("bytesSent", _TIME, _BITS),
    ("bytesReceived", _TIME, _BITS),
    ("packetsSent", _TIME, 1),
    ("packetsReceived", _TIME, 1),
)
# What the page draws of counters: by how much the first grows while the second does, times the third.
_RATES: Final = {
    "transport": _OF_BOTH_WAYS,
    "candidate-pair": _OF_BOTH_WAYS,
    "outbound-rtp": _OF_BOTH_WAYS,
    "remote-inbound-rtp": (("totalRoundTripTime", "roundTripTimeMeasurements", 1),),
    "inbound-rtp": (
        *_OF_BOTH_WAYS,
        ("retransmittedPacketsReceived", _TIME, 1),
        ("framesReceived", _TIME, 1),
        ("framesDecoded", _TIME, 1),
        ("keyFramesDecoded", _TIME, 1),
        ("totalDecodeTime", "framesDecoded", _MILLISECONDS),
        ("totalInterFrameDelay", "framesDecoded", _MILLISECONDS),
        ("totalProcessingDelay", "jitterBufferEmittedCount", _MILLISECONDS),
        ("jitterBufferDelay", "jitterBufferEmittedCount", _MILLISECONDS),
        ("concealedSamples", "totalSamplesReceived", 1),
    ),
}


def text(trace: Trace) -> str:
    """The file's text."""
    connections: dict[str, JsonValue] = {
        each.name: _connection(each, trace.broker) for each in trace.connections
    }
    dump: dict[str, JsonValue] = {
        "getUserMedia": [],
        "PeerConnections": connections,
        "UserAgent": f"Persona Viewer/{trace.viewer}",
        "UserAgentData": [{"brand": "Persona Viewer", "version": trace.viewer}],
        "timestamp": trace.began,
    }
    return json.dumps(dump, ensure_ascii=False, indent=1) + "\n"


def _connection(connection: Connection, url: str) -> dict[str, JsonValue]:
    log: list[JsonValue] = [_logged(step) for step in connection.steps if step.name != STATS]
    return {
        "pid": 1,
        "url": url,
        "rtcConfiguration": connection.configuration,
        "constraints": "",
        "stats": dict(_rows(connection)),
        "updateLog": log,
    }


def _logged(step: Step) -> dict[str, JsonValue]:
    value = step.value
    if value is None:
        value = ""
    elif not isinstance(value, str):
        value = json.dumps(value, ensure_ascii=False)
    return {
        "time": _time_of_day(step.at),
        "timestamp": step.at,
        "type": step.name.removeprefix("on"),
        "value": value,
    }


def _rows(connection: Connection) -> Iterator[tuple[str, JsonValue]]:
    samples: dict[str, list[Figures]] = {}
    for step in connection.steps:
        for name, figures in step.stats.items():
            samples.setdefault(name, []).append(figures)
    for name, of_one in samples.items():
        kind = str(of_one[-1].get("type", ""))
        about: dict[str, JsonValue] = {
            "startTime": _time_of_day(_number(of_one[0].get(_TIME))),
            "endTime": _time_of_day(_number(of_one[-1].get(_TIME))),
            "statsType": kind,
        }
        members = dict.fromkeys(key for figures in of_one for key in figures if key != "type")
        rows = {key: [figures.get(key) for figures in of_one] for key in members}
        for figure, values in (*rows.items(), *_rates(kind, rows)):
            if row := _from_the_first(values):
                yield f"{name}-{figure}", {**about, "values": json.dumps(row, ensure_ascii=False)}


def _rates(kind: str, rows: dict[str, list[JsonValue]]) -> Iterator[tuple[str, list[JsonValue]]]:
    for grows, while_this, factor in _RATES.get(kind, ()):
        if grows not in rows or while_this not in rows:
            continue
        of_time = while_this == _TIME
        name = f"[{grows}{'_in_bits' if factor == _BITS else ''}/{'s' if of_time else while_this}"
        name += "_in_ms]" if factor == _MILLISECONDS else "]"
        values, steps = rows[grows], rows[while_this]
        scale = factor * 1000 if of_time else factor  # times are in milliseconds
        pairs = zip(values, values[1:], steps, steps[1:], strict=False)
        yield name, [None, *(_rate(*pair, scale) for pair in pairs)]


def _rate(before: JsonValue, now: JsonValue, begin: JsonValue, end: JsonValue, scale: int) -> float | None:
    if None in (before, now, begin, end):
        return None
    step = _number(end) - _number(begin)
    return round((_number(now) - _number(before)) / step * scale, 6) if step > 0 else None


def _from_the_first(values: list[JsonValue]) -> list[JsonValue]:
    """From the first that is there, since a row that begins with nothing is not drawn."""
    return values[next((at for at, value in enumerate(values) if value is not None), len(values)) :]


def _number(value: JsonValue) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _time_of_day(milliseconds: float) -> str:
    moment = datetime.fromtimestamp(milliseconds / 1000, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
