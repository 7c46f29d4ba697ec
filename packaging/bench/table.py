"""The rows of the table: what is measured, what it may be (DESIGN.md section 6), and how it came out."""

import math
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from bench.clients import ClientName

Verdict = Literal["ok", "level", "over", ""]
"""``level``: over by the medians, but the two clients' ranges overlap; empty: there is no budget."""
Values = Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Budget:
    """What ours may be: so much, or so many times the vendor's, at most, at least, or ``limit`` away from
    ``middle``.

    ``gate``: ``--check`` fails when it is not kept. How long a thing takes on whatever machine this is
    never is one; how long it takes beside the vendor's client in the same run is.
    """

    words: str
    limit: float
    relative: bool = False
    kind: Literal["most", "least", "near"] = "most"
    middle: float = 1.0
    gate: bool = False
    engines: tuple[str, ...] = ("local", "libwebrtc")

    def kept(self, ours: float, vendor: float | None) -> bool | None:
        """None: it cannot be told without the vendor's figure."""
        if self.relative and vendor is None:
            return None
        limit = self.limit * vendor if self.relative and vendor is not None else self.limit
        match self.kind:
            case "most":
                return ours <= limit
            case "least":
                return ours >= limit
            case "near":
                return abs(ours - self.middle) <= limit


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. ``key`` is its name in the JSON; it ends in its unit. ``client``: whose ours is;
    ``against``: whose stands beside it.
    """

    key: str
    label: str
    decimals: int = 0
    budget: Budget | None = None
    client: ClientName = "ours"
    against: ClientName = "vendor"

    @property
    def signed(self) -> bool:
        """Whether less than nothing has a meaning."""
        return self.key.startswith("skew")


def _at_most(limit: float, unit: str, *, gate: bool = False) -> Budget:
    return Budget(f"≤ {limit:g} {unit}".rstrip(), limit, gate=gate)


def _beside_chromium(*rows: Row) -> list[Row]:
    return [replace(row, label=f"{row.label} (Chromium's)", against="chromium") for row in rows]


# Our local engine takes REMB for its encoder's target, and so has a ceiling of its own.
_BITRATE: Final = Budget("≥ 1.5 Mbit/s", 1.5, kind="least", gate=True, engines=("libwebrtc",))
_NO_MORE: Final = Budget("≤ vendor's", 1.0, relative=True, gate=True)
_LIKE_CHROMIUM: Final = Budget("≤ Chromium's", 1.0, relative=True, gate=True)
# Every picture is painted; on an idle machine, over a minute.
_EVERY: Final = Budget("25 ± 0.3", 0.3, kind="near", middle=25.0)

ROWS: Final = (
    Row("window_ms", "start → window on the screen, ms"),
    Row("start_to_picture_ms", "start → first picture on the screen, ms"),
    Row("broker_ms", "connect → broker's answer, ms"),
    Row("signalling_ms", "connect → signalling open, ms"),
    Row("answer_ms", "connect → SDP answer, ms"),
    Row("ice_ms", "connect → ICE and DTLS connected, ms"),
    Row("first_frame_ms", "connect → first frame decoded, ms"),
    Row("painted_ms", "connect → first picture on the screen, ms", 0, _NO_MORE),
    Row("age_p50_ms", "age of a picture as it appears, p50, ms", 0, _at_most(110, "ms")),
    Row("age_p95_ms", "age of a picture as it appears, p95, ms", 0, _at_most(150, "ms")),
    Row("hop_buffer_ms", "of which, in the mean: waits for all its packets, ms", 1),
    Row("hop_decoding_ms", "… is decoded, ms", 1),
    Row("hop_hold_ms", "… waits for its sound, ms", 1),
    Row("hop_painting_ms", "… is painted, ms", 1),
    Row("hop_sound_ms", "sound, from its packet to the ear, ms", 1),
    Row("age_p50_ms", "… without lip sync, p50, ms", 0, _NO_MORE, "low-latency"),
    Row("age_p95_ms", "… without lip sync, p95, ms", 0, _NO_MORE, "low-latency"),
    Row("painted_fps", "pictures a second on the screen", 1, _EVERY),
    Row("longest_gap_ms", "longest gap between pictures, ms", 0, _at_most(100, "ms")),
    Row("frozen_ms", "frozen (W3C), ms", 0, _at_most(0, "ms")),
    Row("skew_p5_ms", "sound after picture, p5, ms", 0, Budget("≥ −45 ms", -45, kind="least", gate=True)),
    Row("skew_p50_ms", "sound after picture, p50, ms"),
    Row("skew_p95_ms", "sound after picture, p95, ms", 0, _at_most(45, "ms", gate=True)),
    Row("beeps_each", "onsets heard for each beep", 2, Budget("1 ± 0.05", 0.05, kind="near", gate=True)),
    Row("beeps_lost_percent", "beeps without an onset, %", 1, _NO_MORE),
    Row("beeps_invented_percent", "onsets that were no beep, % of the beeps", 1, _NO_MORE),
    *_beside_chromium(
        Row("beeps_lost_percent", "beeps without an onset, %", 1, _LIKE_CHROMIUM),
        Row("beeps_invented_percent", "onsets that were no beep, % of the beeps", 1, _LIKE_CHROMIUM),
        Row("painted_fps", "pictures a second on the screen", 1),
        Row("longest_gap_ms", "longest gap between pictures, ms", 0),
        Row("frozen_ms", "frozen (W3C), ms", 0),
        Row("age_p50_ms", "age of a picture as it appears, p50, ms"),
        Row("skew_p5_ms", "sound after picture, p5, ms"),
        Row("skew_p95_ms", "sound after picture, p95, ms"),
        Row("cpu_cores", "CPU of all its processes, cores", 3),
    ),
    Row("bitrate_mbps", "on the wire in the first 15 s, Mbit/s", 2, _BITRATE),
    Row("full_size_s", "first picture → full size, s", 1, _at_most(1, "s")),
    Row("cpu_cores", "CPU of all its processes, cores", 3, _NO_MORE),
    Row("screen_cores", "CPU of the screen's server, cores", 3),
    Row("memory_mb", "private memory (USS), MB", 0, _at_most(180, "MB", gate=True)),
    Row("area_mpx", "picture on the screen, megapixels", 2),
    Row("close_ms", "SIGTERM → process gone, ms", 0, _at_most(1000, "ms")),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A row filled in for one engine and loss: all rounds' values of both clients."""

    row: Row
    ours: tuple[float, ...]
    vendor: tuple[float, ...]
    verdict: Verdict

    @property
    def ratio(self) -> float | None:
        """Median to median; None where one is missing or nothing, or the figure has a sign."""
        if not self.ours or not self.vendor:
            return None
        ours, vendor = statistics.median(self.ours), statistics.median(self.vendor)
        return ours / vendor if vendor and math.isfinite(vendor) and not self.row.signed else None


def fill(engine: str, values: Callable[[str, str], Values]) -> list[Line]:
    """The lines for ``engine``; ``values`` gives a client's values of a key."""
    lines = []
    for row in ROWS:
        ours, vendor = (
            tuple(value for value in values(client, row.key) if value is not None)
            for client in (row.client, row.against)
        )
        if vendor if row.against != "vendor" else ours or (vendor and row.client == "ours"):
            lines.append(Line(row, ours, vendor, _verdict(row.budget, engine, ours, vendor)))
    return lines


def over_budget(lines: Sequence[Line]) -> list[str]:
    """The labels of the lines that ``--check`` fails for."""
    return [
        line.row.label
        for line in lines
        if line.verdict == "over" and line.row.budget is not None and line.row.budget.gate
    ]


def render(title: str, lines: Sequence[Line]) -> str:
    """An aligned table: medians, and the range in brackets when there is more than one round."""
    cells = [("", "ours", "vendor's", "ratio", "budget", "")]
    for line in lines:
        decimals = line.row.decimals
        ratio = "" if line.ratio is None else f"{line.ratio:.2f}"
        budget = line.row.budget.words if line.row.budget and line.verdict else ""
        ours, vendor = _cell(line.ours, decimals), _cell(line.vendor, decimals)
        cells.append((line.row.label, ours, vendor, ratio, budget, line.verdict))
    widths = [max(len(row[column]) for row in cells) for column in range(6)]
    text = [title]
    for number, row in enumerate(cells):
        left = row[0].ljust(widths[0])
        right = "  ".join(cell.rjust(width) for cell, width in zip(row[1:4], widths[1:4], strict=True))
        end = "  ".join(cell.ljust(width) for cell, width in zip(row[4:], widths[4:], strict=True))
        text.append(f"{left}  {right}  {end}".rstrip())
        if number == 0:
            text.append("-" * (sum(widths) + 10))
    return "\n".join(text)


def _verdict(budget: Budget | None, engine: str, ours: Sequence[float], vendor: Sequence[float]) -> Verdict:
    if budget is None or engine not in budget.engines or not ours:
        return ""
    kept = budget.kept(statistics.median(ours), statistics.median(vendor) if vendor else None)
    if kept is None:
        return ""
    if kept:
        return "ok"
    return "level" if budget.relative and budget.kept(min(ours), max(vendor)) else "over"


def _cell(values: Sequence[float], decimals: int) -> str:
    if not values:
        return "–"
    middle = _number(statistics.median(values), decimals)
    if len(values) == 1:
        return middle
    return f"{middle} [{_number(min(values), decimals)}…{_number(max(values), decimals)}]"


def _number(value: float, decimals: int) -> str:
    return "never" if math.isinf(value) else f"{value:.{decimals}f}".replace("-", "−")
