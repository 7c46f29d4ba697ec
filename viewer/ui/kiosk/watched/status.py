"""How the kiosk is, as its operator's tools read it: JSON, and Prometheus' text format."""

import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from viewer import __version__
from viewer.ui.kiosk.stage import Stage
from viewer.ui.kiosk.watched.diary import Diary

LATE_SECONDS: Final = 10.0
"""A window that has not said for so long how it is hangs."""
_PREFIX: Final = "persona_viewer_kiosk"


@dataclass(frozen=True, slots=True)
class Configuration:
    """``file``: the one in force; ``problem``: why that is not the one that was given, or empty."""

    file: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """A moment of the kiosk. Immutable, for other threads; ``at`` is that moment by its monotonic clock."""

    at: float
    stage: Stage
    facts: Mapping[str, Any]
    troubles: Mapping[str, str]
    """What is wrong, by its kind: a sentence for each."""
    counted: tuple[tuple[str, Mapping[str, str], float], ...]
    """Name, labels and value of each metric."""
    picture_moves: bool = True

    def hangs(self, now: float) -> bool:
        """Whether the window has not said anything for too long."""
        return now - self.at > LATE_SECONDS

    def health(self, now: float) -> dict[str, Any]:
        """Whether it works, and all that is wrong."""
        troubles = dict(self.troubles)
        if self.hangs(now):
            troubles["window-hangs"] = f"The window has not answered for {now - self.at:.0f} s."
        is_well = self.picture_moves and not self.hangs(now)
        return {"healthy": is_well, "state": self.facts["state"], "troubles": troubles}


@dataclass(frozen=True, slots=True)
class Moment:
    """What is known beside the diary. ``minutes``: how many were used in this hour and on this day."""

    now: float
    name: str
    shut: str = ""
    is_off: bool = False
    is_safe: bool = False
    picture_moves: bool = True
    painted: int = 0
    crashes: int = 0
    minutes: tuple[float, float] = (0.0, 0.0)
    configuration: Configuration = Configuration()
    troubles: Mapping[str, str] = field(default_factory=dict)


def status_of(diary: Diary, moment: Moment) -> Status:
    """How the kiosk is."""
    now = moment.now
    state = moment.shut if moment.shut and diary.stage is Stage.ATTRACTING else diary.stage.value
    error = diary.last_error
    facts = {
        "name": moment.name,
        "version": __version__,
        "state": state,
        "stage": diary.stage.value,
        "stage_seconds": round(now - diary.stage_since, 1),
        "off": moment.is_off,
        "safe_mode": moment.is_safe,
        "session_open": diary.is_open,
        "uptime_seconds": round(now - diary.began),
        "visits": diary.visits,
        "false_wakes": diary.false_wakes,
        "recoveries": diary.recoveries,
        "sessions": diary.sessions,
        "session_seconds": round(diary.session_seconds(now), 1),
        "minutes_this_hour": round(moment.minutes[0], 1),
        "minutes_today": round(moment.minutes[1], 1),
        "last_error": {**error.as_dict(), "seconds_ago": round(now - diary.last_error_at)} if error else None,
        "troubles": dict(moment.troubles),
        "configuration": {
            "file": moment.configuration.file,
            "problem": moment.configuration.problem or None,
        },
    }
    counted = tuple(_counted(diary, moment, state))
    return Status(now, diary.stage, facts, dict(moment.troubles), counted, moment.picture_moves)


def _counted(diary: Diary, moment: Moment, state: str) -> Iterator[tuple[str, Mapping[str, str], float]]:
    now = moment.now
    yield "info", {"version": __version__}, 1
    yield "state", {"state": state}, 1
    yield "uptime_seconds", {}, now - diary.began
    yield "off", {}, moment.is_off
    yield "safe_mode", {}, moment.is_safe
    yield "session_open", {}, diary.is_open
    yield "picture_moves", {}, moment.picture_moves
    yield "configuration_in_force", {}, not moment.configuration.problem
    yield "recent_crashes", {}, moment.crashes
    yield "pictures_painted_total", {}, moment.painted
    yield "visits_total", {}, diary.visits
    yield "false_wakes_total", {}, diary.false_wakes
    yield "recoveries_total", {}, diary.recoveries
    yield "sessions_total", {}, diary.sessions
    yield "session_seconds_total", {}, diary.session_seconds(now)
    for by, count in sorted(diary.wakes.items()):
        yield "wakes_total", {"by": by}, count
    for code, count in sorted(diary.failures.items()):
        yield "failures_total", {"code": code}, count
    for kind in sorted(moment.troubles):
        yield "trouble", {"kind": kind}, 1


def metrics(status: Status, now: float) -> str:
    """For Prometheus."""
    hangs: tuple[str, Mapping[str, str], float] = ("window_hangs", {}, status.hangs(now))
    told: set[str] = set()
    lines = []
    for name, labels, value in [*status.counted, hangs]:
        full = f"{_PREFIX}_{name}"
        if name not in told:
            told.add(name)
            lines.append(f"# TYPE {full} {'counter' if name.endswith('_total') else 'gauge'}")
        said = ",".join(f'{label}="{_escaped(text)}"' for label, text in labels.items())
        lines.append(f"{full}{{{said}}} {float(value):.10g}" if said else f"{full} {float(value):.10g}")
    return "\n".join([*lines, *_of_process()]) + "\n"


def _of_process() -> Iterator[str]:
    """What grows where something is not let go of; names as all exporters have them. Blocks, briefly."""
    yield "# TYPE process_threads gauge"
    yield f"process_threads {threading.active_count()}"
    if sys.platform != "linux":
        return
    kilobytes = next(
        line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if "VmRSS" in line
    )
    yield "# TYPE process_resident_memory_bytes gauge"
    yield f"process_resident_memory_bytes {int(kilobytes) * 1024}"
    yield "# TYPE process_open_fds gauge"
    yield f"process_open_fds {sum(1 for _ in Path('/proc/self/fd').iterdir())}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
