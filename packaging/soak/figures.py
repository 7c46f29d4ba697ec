"""What an endurance run found, as lines of a table."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from bench.figures import growth_an_hour

_SHOWN = {
    "span": "",
    "visits": "visits",
    "false_wakes": "false wakes",
    "recoveries": "recoveries",
    "sessions": "sessions",
    "faults": "faults",
    "idle_sessions": "open while idle",
    "black": "black, s",
    "memory": "memory, MB",
    "threads": "threads",
    "descriptors": "descriptors",
}


@dataclass(slots=True)
class Span:
    """A part of a run. ``recoveries``: visits that went on after a failure; ``idle_sessions``: how often the
    broker had a session open for over five seconds while nobody was there; ``black``: the longest, in s.
    """

    span: str
    visits: int = 0
    false_wakes: int = 0
    recoveries: int = 0
    sessions: int = 0
    faults: int = 0
    idle_sessions: int = 0
    black: float = 0.0
    memory: float = 0.0
    threads: int = 0
    descriptors: int = 0


def table(spans: Sequence[Span]) -> list[str]:
    """In Markdown, with a line for all of it."""
    names = [field.name for field in fields(Span)]
    lines = [f"| {' | '.join(_SHOWN[name] for name in names)} |", f"|{' --- |' * len(names)}"]
    lines += [_line(span, names) for span in spans]
    if len(spans) > 1:
        lines.append(_line(_all_of(spans), names))
    return lines


def slope(times: Sequence[float], sizes: Sequence[float]) -> float:
    """Megabytes an hour, after the first quarter; ``times`` in seconds."""
    first = len(times) // 4
    return growth_an_hour(times[first:], sizes[first:]) or 0.0


def _all_of(spans: Sequence[Span]) -> Span:
    whole = Span("all")
    for name in ("visits", "false_wakes", "recoveries", "sessions", "faults", "idle_sessions"):
        setattr(whole, name, sum(getattr(span, name) for span in spans))
    whole.black = max(span.black for span in spans)
    whole.memory, whole.threads, whole.descriptors = (
        spans[-1].memory,
        spans[-1].threads,
        spans[-1].descriptors,
    )
    return whole


def _line(span: Span, names: Sequence[str]) -> str:
    values = (getattr(span, name) for name in names)
    return f"| {' | '.join(f'{value:.1f}' if isinstance(value, float) else str(value) for value in values)} |"
