"""The clients as child processes in a window: what starts them, and what they tell about themselves."""

import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

from bench.peers import API_KEY, PERSONA, Peer

ClientName = Literal["ours", "low-latency", "vendor", "chromium"]
"""``low-latency``: ours, which gives up lip sync for a younger picture; ``chromium``: a page in a browser."""
CLIENTS: Final[tuple[ClientName, ...]] = ("ours", "low-latency", "vendor", "chromium")

# Longer than any trial: SIGTERM ends the window, and having a limit makes it print its report.
_FOREVER: Final = "86400"


@dataclass(frozen=True, slots=True)
class Told:
    """What a client says of its start."""

    connect_at: float | None = None
    """Unix time of the request to connect."""
    milestones_ms: dict[str, float] = field(default_factory=dict)
    """Since then."""
    hops_ms: dict[str, float] = field(default_factory=dict)
    """What a picture waited for on its way through the client, in the mean since the connection."""


def command(client: ClientName, peer: Peer, mic: str) -> list[str]:
    """What to run; ``mic`` is our client's microphone."""
    if client == "vendor":
        return [*peer.network.prefix, sys.executable, str(Path(__file__).with_name("vendor_client.py"))]
    if client == "chromium":
        program = (sys.executable, "-m", "bench.chromium_client")
        return [*peer.network.prefix, *program, peer.broker, PERSONA]
    words = ("run", "--broker", peer.broker, "--persona", PERSONA, "--connect", "--seconds", _FOREVER)
    mode = ("--no-lip-sync",) if client == "low-latency" else ()
    return [*peer.network.prefix, sys.executable, "-m", "viewer", *words, "--mic", mic, *mode]


def environment(peer: Peer, folder: Path, vendor_window: str, screen: str = "") -> dict[str, str]:
    """What both clients find in their environment beside screen and sound.

    Args:
        screen: size of what both windows fill, such as ``3840x2160``. There is no window manager that would
            do it: ours was there when it was closed.
    """
    if screen:
        width, height = screen.split("x")
        (folder / "settings.toml").write_text(f'window = "0 0 {width} {height} 0 0 0 0 normal"\n', "utf-8")
    return {
        "ANAM_API_BASE_URL": peer.api,
        "ANAM_API_KEY": API_KEY,
        "ANAM_PERSONA_ID": PERSONA,
        "PERSONA_VIEWER_CONFIG_DIR": str(folder),
        "VENDOR_WINDOW": screen or vendor_window,
    }


def told(client: ClientName, output: str) -> Told:
    """Read a client's standard output."""
    if client not in ("vendor", "chromium"):
        return _told_by_report(output)
    lines = [json.loads(line) for line in output.splitlines() if line.startswith("{")]
    times = {str(line["milestone"]): float(line["at"]) for line in lines}
    start = times.pop("connect", None)
    if start is None:
        return Told()
    return Told(start, {name: (at - start) * 1000 for name, at in times.items()})


def _told_by_report(output: str) -> Told:
    begin = output.find("{")
    if begin < 0:
        return Told()
    report: dict[str, Any] = json.loads(output[begin:])
    reached = {name: float(at) for name, at in report["milestones_ms"].items() if at is not None}
    return Told(report["started_at"], reached, _hops(report.get("statistics") or {}))


def _hops(statistics: dict[str, Any]) -> dict[str, float]:
    """Of W3C's counters, and ours where it has none (viewer/session/stats/README.md)."""
    pictures = statistics.get("inbound-rtp-video", {})
    sound = statistics.get("inbound-rtp-audio", {})
    sums = {
        "hop_buffer_ms": (pictures, "jitterBufferDelay", "jitterBufferEmittedCount"),
        "hop_decoding_ms": (pictures, "totalDecodeTime", "framesDecoded"),
        "hop_hold_ms": (pictures, "viewer.totalHoldTime", "framesDecoded"),
        "hop_painting_ms": (pictures, "viewer.totalPaintTime", "viewer.framesPainted"),
        "hop_sound_ms": (sound, "jitterBufferDelay", "jitterBufferEmittedCount"),
    }
    return {
        name: 1000 * where[total] / where[count]
        for name, (where, total, count) in sums.items()
        if where.get(count)
    }
