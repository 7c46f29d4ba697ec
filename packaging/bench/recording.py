"""What recording costs, and whether picture and sound agree in the film; ``dev.py bench --record``."""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import av
import numpy as np
import psutil

from bench.figures import percentile, skews_ms
from tests.processes import Server, start_broker, start_engine, viewer_command
from viewer.engine.face.clock_picture import is_flash
from viewer.media.pcm import SAMPLE_RATE

_PERSONA: Final = "clock"
# Connecting and closing are not compared.
_SETTLE_SECONDS: Final = 4.0
_START_SECONDS: Final = 30.0
_LOUD: Final = 3000 / 32768
_QUIET_SECONDS: Final = 0.2


def main(argv: Sequence[str]) -> int:
    """Print what came out; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="dev.py bench --record",
        description="Connects to the local engine's clock without a window, in turn with and without "
        "recording, and prints the cores of both; then reads flashes and beeps from the files.",
    )
    parser.add_argument("--seconds", type=float, default=20.0, help="of each session (default: 20)")
    parser.add_argument("--rounds", type=int, default=4, help="sessions of each kind (default: 4)")
    arguments = parser.parse_args(argv)
    load = psutil.getloadavg()[0]
    cores: dict[bool, list[float]] = {False: [], True: []}
    skews: list[float] = []
    engine = start_engine()
    broker = start_broker(engine.url)
    try:
        with tempfile.TemporaryDirectory() as folder:
            _session(broker, None, 1.0)  # the first one waits for the engine's voice
            for number in range(arguments.rounds):
                for is_recorded in (False, True):
                    sys.stderr.write(f"bench: round {number + 1}, recorded: {is_recorded}\n")
                    film = Path(folder) / f"{number}.mkv" if is_recorded else None
                    cores[is_recorded].append(_session(broker, film, arguments.seconds))
                    if film:
                        skews += film_skews(film)
    finally:
        broker.stop()
        engine.stop()
    print(f"load before {load:.2f}; {arguments.rounds} rounds, {arguments.seconds:g} s each\n")
    print("\n".join(_table(cores, skews)))
    return 0


def _session(broker: Server, film: Path | None, seconds: float) -> float:
    """Cores of a probe over ``seconds`` of a session."""
    words = ["probe", "--broker", broker.url, "--persona", _PERSONA]
    words += ["--seconds", str(round(seconds + 3 * _SETTLE_SECONDS))]
    process = subprocess.Popen(
        viewer_command(*words, *(("--record", str(film)) if film else ())), stdout=subprocess.DEVNULL
    )
    try:
        time.sleep(2 * _SETTLE_SECONDS)
        usage = psutil.Process(process.pid)
        before, began = sum(usage.cpu_times()[:2]), time.monotonic()
        time.sleep(seconds)
        used, lasted = sum(usage.cpu_times()[:2]) - before, time.monotonic() - began
    finally:
        process.wait(seconds + _START_SECONDS)
    return float(used / lasted)


def film_skews(film: Path) -> list[float]:
    """By how many milliseconds each beep in ``film`` comes after its flash."""
    return skews_ms(_flashes(film), _beeps(film))


def _flashes(film: Path) -> list[float]:
    times, was = [], True
    with av.open(str(film)) as container:
        for frame in container.decode(video=0):
            flash = is_flash(np.asarray(frame.to_ndarray(format="bgra"), np.uint8))
            if flash and not was and frame.time is not None:
                times.append(frame.time)
            was = flash
    return times


def _beeps(film: Path) -> list[float]:
    """When each tone begins that comes after silence."""
    times, quiet = [], _QUIET_SECONDS
    with av.open(str(film)) as container:
        resampler = av.AudioResampler("fltp", "mono", SAMPLE_RATE)
        for decoded in container.decode(audio=0):
            at = decoded.time
            for frame in resampler.resample(decoded):
                loud = np.flatnonzero(np.abs(frame.to_ndarray()[0]) > _LOUD)
                if not len(loud):
                    quiet += frame.samples / SAMPLE_RATE
                    continue
                if at is not None and quiet + loud[0] / SAMPLE_RATE >= _QUIET_SECONDS:
                    times.append(at + loud[0] / SAMPLE_RATE)
                quiet = (frame.samples - 1 - loud[-1]) / SAMPLE_RATE
    return times


def _table(cores: dict[bool, list[float]], skews: list[float]) -> list[str]:
    without, recorded = (statistics.median(cores[is_recorded]) for is_recorded in (False, True))
    more = [one - other for one, other in zip(cores[True], cores[False], strict=True)]
    each = ", ".join(f"{cost:+.3f}" for cost in more)
    found = " / ".join(f"{percentile(skews, rank) or 0.0:.0f}" for rank in (5, 50, 95)) if skews else "–"
    return [
        "| | |",
        "| --- | --- |",
        f"| cores, not recorded | {without:.3f} |",
        f"| cores, recorded | {recorded:.3f} |",
        f"| more, median of the rounds (each) | {statistics.median(more):+.3f} ({each}) |",
        f"| beep after flash in the files, ms, p5 / p50 / p95 of {len(skews)} | {found} |",
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
