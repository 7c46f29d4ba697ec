"""What the trials of the brokers say, beside each other."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trial:
    """What one broker did while so many connections asked it, in front of an upstream with this delay."""

    broker: str
    delay_ms: int
    connections: int
    requests_a_second: float
    p50_ms: float
    p99_ms: float
    cpu_ms: float
    """CPU time of the broker's process for one request."""


def render(trials: Sequence[Trial]) -> str:
    """A Markdown table: medians of the rounds, and in brackets how many times Hono's that is: the median of
    the rounds' ratios, as the two ran one after the other.
    """
    heads = ("upstream", "c", "broker", "requests/s", "p50, ms", "p99, ms", "CPU a request, ms")
    lines = ["| " + " | ".join(heads) + " |", "| " + " | ".join(["---"] * len(heads)) + " |"]
    for delay, connections, broker in dict.fromkeys((t.delay_ms, t.connections, t.broker) for t in trials):
        here = [t for t in trials if (t.delay_ms, t.connections) == (delay, connections)]
        its = [t for t in here if t.broker == broker]
        hono = [t for t in here if t.broker == "hono"]
        cells = (
            _cell(its, hono, lambda t: t.requests_a_second, 0),
            _cell(its, hono, lambda t: t.p50_ms, 2),
            _cell(its, hono, lambda t: t.p99_ms, 2),
            _cell(its, hono, lambda t: t.cpu_ms, 3),
        )
        lines.append("| " + " | ".join((f"{delay} ms", str(connections), broker, *cells)) + " |")
    return "\n".join(lines)


def _cell(
    its: Sequence[Trial], hono: Sequence[Trial], figure: Callable[[Trial], float], decimals: int
) -> str:
    middle = f"{statistics.median(map(figure, its)):.{decimals}f}"
    if not hono or its[0].broker == "hono":
        return middle
    ratios = [figure(one) / figure(other) for one, other in zip(its, hono, strict=True) if figure(other)]
    return f"{middle} [{statistics.median(ratios):.2f}]" if ratios else middle
