"""What it costs to show the picture by processor and by graphics processor; ``dev.py bench --picture``.

Each trial is a process with a window and nothing else of the viewer: the decoder's frames are at hand.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from typing import Any, Final

SIZES: Final = ((1080, 720), (1920, 1080), (3840, 2160))
_DESCRIPTION: Final = """\
Shows 720×480 at 25 pictures a second in windows of several sizes, painted by the processor and drawn by the
graphics processor, and prints what each takes: processor time in cores and for a picture, how many pictures
were shown, how long one waited to be shown, and how long after the loss of the graphics processor the
picture is painted again. Run it at the screen of a machine with a graphics processor; where there is no
screen, it makes a virtual one, and that has none.
"""


def main(argv: Sequence[str]) -> int:
    """Print the table; returns the exit code."""
    parser = argparse.ArgumentParser(prog="dev.py bench --picture", description=_DESCRIPTION)
    parser.add_argument("--seconds", type=float, default=10.0, help="of each trial (default: 10)")
    parser.add_argument(
        "--software", action="store_true", help="let a program that pretends draw, too: slow, for comparison"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--trial", nargs=3, metavar=("PATH", "WIDTH", "HEIGHT"), help=argparse.SUPPRESS)
    arguments = parser.parse_args(argv)
    if arguments.trial:
        from bench.picture_trial import run  # noqa: PLC0415 - Qt is for that process alone

        path, width, height = arguments.trial
        print(json.dumps(run(path, (int(width), int(height)), arguments.seconds)))
        return 0
    paths = ("processor", "always" if arguments.software else "auto")
    found = [
        {"path": path, "size": size} | _trial(path, size, arguments.seconds)
        for size in SIZES
        for path in paths
    ]
    print(json.dumps(found, indent=2) if arguments.json else "\n".join(_table(found)))
    return 0


def _trial(path: str, size: tuple[int, int], seconds: float) -> dict[str, Any]:
    own = [sys.executable, "-m", "bench.picture", "--seconds", str(seconds), "--trial", path, *map(str, size)]
    if sys.platform.startswith("linux") and not _has_screen():
        own = ["xvfb-run", "--auto-servernum", "--server-args", "-screen 0 3840x2160x24", *own]
    done = subprocess.run(own, check=True, stdout=subprocess.PIPE, encoding="utf-8")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _has_screen() -> bool:
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _table(found: Sequence[dict[str, Any]]) -> list[str]:
    lines = [
        "| window | drawn by | cores | ms of processor a picture | pictures a second "
        "| waits, p50/p99 ms | painted again after its loss, ms |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for row in found:
        width, height = row["size"]
        shown = f"{width}×{height}"
        if row["window"] != [width, height]:
            shown += f" (the screen allowed {row['window'][0]}×{row['window'][1]})"
        if row["path"] == "auto" and not row["adapter"]:
            lines.append(f"| {shown} | no graphics processor here | – | – | – | – | – |")
            continue
        pause = "–" if row["pause_ms"] is None else f"{row['pause_ms']:.0f}"
        lines.append(
            f"| {shown} | {row['adapter'] or 'processor'} | {row['cores']:.3f} | {row['ms_a_picture']:.2f} "
            f"| {row['rate']:.1f} | {row['wait_p50_ms']:.1f}/{row['wait_p99_ms']:.1f} | {pause} |"
        )
    return lines


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
