"""A session as rtcstats keeps it, version 3 of its file format.

A line for each step: its name, its connection, its value, and the milliseconds since the line before it
(https://github.com/rtcstats/rtcstats, packages/rtcstats-server). Of statistics there is what changed.
"""

import json
from collections.abc import Iterator
from heapq import merge

from pydantic import JsonValue

from viewer.session.session_file.dumps.trace import STATS, Connection, Figures, Step, Trace


def lines(trace: Trace) -> Iterator[str]:
    """The file's lines with their ends."""
    yield "RTCStatsDump\n"
    yield _line(
        {
            "fileFormat": 3,
            "origin": trace.broker or "persona-viewer:",
            "url": "/",
            "userAgent": f"Persona Viewer/{trace.viewer}",
            "startTime": trace.began,
        }
    )
    brands: JsonValue = [{"brand": "Persona Viewer", "version": trace.viewer}]
    yield _line(["create", None, {"userAgentData": {"brands": brands}}, trace.began])
    before = trace.began
    events = merge(*map(_events, trace.connections), key=lambda each: each[1].at)
    for connection, step in events:
        yield _line([step.name, connection, step.value, round(step.at - before, 1)])
        before = step.at


def _line(value: JsonValue) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def _events(connection: Connection) -> Iterator[tuple[str, Step]]:
    if not connection.steps:
        return
    yield connection.name, Step(connection.steps[0].at, "create", connection.configuration)
    known: dict[str, Figures] = {}
    for step in connection.steps:
        if step.name != STATS:
            yield connection.name, step
            continue
        for changed in _changes(known, stats := step.stats):
            yield connection.name, Step(step.at, STATS, changed)
        known = stats


def _changes(known: dict[str, Figures], stats: dict[str, Figures]) -> Iterator[dict[str, JsonValue]]:
    """What a reader who has ``known`` needs for ``stats``. It keeps members that it is not told of, so an
    object that has fewer of them than before is taken away first.
    """
    fewer = {name for name, figures in stats.items() if known.get(name, {}).keys() - figures.keys()}
    if fewer:
        yield dict.fromkeys(sorted(fewer))
    told: dict[str, JsonValue] = {}
    for name, figures in stats.items():
        had = {} if name in fewer else known.get(name, {})
        told[name] = {key: value for key, value in figures.items() if key not in had or had[key] != value}
    yield {**told, **dict.fromkeys(sorted(known.keys() - stats.keys()))}
