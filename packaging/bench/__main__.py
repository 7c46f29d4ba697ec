"""The command line of the bench; ``dev.py bench`` runs it in .venv."""

import argparse
import compileall
import json
import math
import os
import platform
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final, get_args

import psutil

import viewer
from bench import engine_load, table, trial
from bench.clients import CLIENTS
from bench.network import NoNetwork
from bench.peers import EngineName
from bench.screen import SCREEN_SIZE
from bench.sound import Calibration
from bench.trial import SAMPLE_SECONDS, Case, Figures, Laboratory, Options, laboratory
from tests.processes import end_by_sigterm

_DESCRIPTION: Final = """\
Measures this viewer, as it is and without lip sync, the vendor's Python client (with OpenCV and sounddevice,
wired as its examples are) and a page in Chromium in one run, in turn, each on a new engine of the same kind,
and prints what came out beside the budgets.
"""


@dataclass(frozen=True, slots=True)
class Result:
    """What one trial found."""

    case: Case
    figures: Figures


def main(argv: Sequence[str]) -> int:
    """Run it; 0, or with ``--check`` 1 when a budget is not kept."""
    arguments = _parser().parse_args(argv)
    if arguments.engine_load:
        return engine_load.run(arguments.seconds, as_json=arguments.json)
    engines = get_args(EngineName) if arguments.engine == "both" else (arguments.engine,)
    losses = [0.0, *arguments.loss]
    options = Options(arguments.seconds, arguments.mic, arguments.vendor_window, arguments.screen)
    cases = [
        Case(client, engine, loss)
        for engine in engines
        for loss in losses
        for _ in range(arguments.rounds)
        for client in arguments.clients
    ]
    # As pip has done for the vendor's client and its libraries.
    compileall.compile_dir(Path(viewer.__file__).parent, quiet=1)
    end_by_sigterm()
    try:
        with laboratory(arguments.screen or SCREEN_SIZE) as place:
            state = _state(place.calibration)
            results = _measure(cases, options, place)
    except NoNetwork as problem:
        sys.stderr.write(f"bench: {problem}\n")
        return 2
    tables = {(engine, loss): _lines(results, engine, loss) for engine in engines for loss in losses}
    if arguments.json:
        print(json.dumps(_as_json(state, options, results, tables), indent=2))
    else:
        print(_words(state))
        for (engine, loss), lines in tables.items():
            print("\n" + table.render(_title(engine, loss, arguments), lines))
    over = [
        f"{engine}, {loss:g} % loss: {label}"
        for (engine, loss), lines in tables.items()
        for label in table.over_budget(lines)
    ]
    if arguments.check and over:
        sys.stderr.write("\n".join(["over budget:", *over]) + "\n")
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py bench", description=_DESCRIPTION)
    parser.add_argument(
        "--engine", choices=(*get_args(EngineName), "both"), default="both", help="default: both"
    )
    parser.add_argument(
        "--engine-load",
        action="store_true",
        help="instead: what the local engine needs for 1, 2 and 4 sessions; takes --seconds and --json",
    )
    parser.add_argument("--seconds", type=float, default=20.0, help="of pictures in a trial (default: 20)")
    parser.add_argument("--rounds", type=int, default=3, help="trials of each client (default: 3)")
    parser.add_argument(
        "--loss",
        nargs="+",
        type=float,
        default=[],
        metavar="PERCENT",
        help="again with so many datagrams lost each way, once for each number; as root",
    )
    parser.add_argument("--clients", nargs="+", choices=CLIENTS, default=CLIENTS, help="default: all")
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object with every trial's figures"
    )
    parser.add_argument(
        "--check", action="store_true", help="exit with 1 when ours is over a budget, and say which"
    )
    parser.add_argument(
        "--vendor-window",
        default="",
        metavar="WIDTHxHEIGHT",
        help="make the vendor's window so large (default: as OpenCV opens it, much smaller than ours)",
    )
    parser.add_argument(
        "--screen",
        default="",
        metavar="WIDTHxHEIGHT",
        help="on a screen so large, which every window fills (default: 1280x800, and windows as they are)",
    )
    parser.add_argument(
        "--mic", default="", metavar="NAME", help="our microphone: “none” for none, as in the vendor's client"
    )
    return parser


def _measure(cases: Sequence[Case], options: Options, place: Laboratory) -> list[Result]:
    results = []
    for number, case in enumerate(cases, 1):
        sys.stderr.write(
            f"bench: {number} of {len(cases)}: {case.client} on {case.engine}, {case.loss:g} % loss\n"
        )
        results.append(Result(case, trial.run(case, options, place)))
    return results


def _lines(results: Sequence[Result], engine: EngineName, loss: float) -> list[table.Line]:
    def values(client: str, key: str) -> list[float | None]:
        return [
            result.figures.get(key)
            for result in results
            if (result.case.client, result.case.engine, result.case.loss) == (client, engine, loss)
        ]

    return table.fill(engine, values)


def _state(calibration: Calibration) -> dict[str, Any]:
    """When and where, and how exact."""
    return {
        "date": time.strftime("%Y-%m-%d %H:%M %Z"),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "load_before": round(psutil.getloadavg()[0], 2),
        "screen_uncertainty_ms": SAMPLE_SECONDS * 1000,
        "sound_uncertainty_ms": round(calibration.uncertainty * 1000, 2),
        "sound_offset_ms": round(calibration.offset * 1000, 2),
    }


def _words(state: dict[str, Any]) -> str:
    return (
        f"{state['date']}, {state['machine']}, Python {state['python']}, load {state['load_before']}.\n"
        f"Times on the screen are up to {state['screen_uncertainty_ms']:g} ms late, times of sound "
        f"± {state['sound_uncertainty_ms']} ms (by clicks), plus up to 5 ms of the sound server's period."
    )


def _title(engine: str, loss: float, arguments: argparse.Namespace) -> str:
    return (
        f"{engine} engine, {loss:g} % loss: medians of {arguments.rounds} rounds of {arguments.seconds:g} s "
        "[smallest…largest]"
    )


def _as_json(
    state: dict[str, Any],
    options: Options,
    results: Sequence[Result],
    tables: dict[tuple[EngineName, float], list[table.Line]],
) -> dict[str, Any]:
    return {
        "state": state,
        "options": asdict(options),
        "trials": [
            {**asdict(result.case), "figures": {key: _finite(v) for key, v in result.figures.items()}}
            for result in results
        ],
        "tables": [
            {
                "engine": engine,
                "loss": loss,
                "rows": [
                    {
                        "key": line.row.key,
                        "client": line.row.client,
                        "against": line.row.against,
                        "ours": [_finite(value) for value in line.ours],
                        "vendor": [_finite(value) for value in line.vendor],
                        "ratio": line.ratio,
                        "budget": line.row.budget.words if line.row.budget and line.verdict else None,
                        "verdict": line.verdict or None,
                    }
                    for line in lines
                ],
            }
            for (engine, loss), lines in tables.items()
        ],
    }


def _finite(value: float | None) -> float | str | None:
    """JSON has no infinity."""
    return "never" if value is not None and math.isinf(value) else value


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
