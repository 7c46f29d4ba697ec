"""The command; see ``dev.py prove --help``."""

import argparse
import json
import os
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from queue import SimpleQueue
from typing import Final

from prove import faults
from prove.faults import Fault, Unplantable
from prove.nearness import imports
from prove.scratch import scratch
from prove.trial import MARKS, Broken, Court, Verdict

ROOT: Final = Path(__file__).resolve().parents[2]


def main(argv: Sequence[str]) -> int:
    """Try the faults; 0 if every one was noticed."""
    arguments = _arguments(argv)
    try:
        wanted = faults.chosen(faults.load(), arguments.only, arguments.room)
        verdicts = _verdicts(wanted, arguments)
    except (Unplantable, Broken) as problem:
        _say(str(problem))
        return 2
    if arguments.json:
        Path(arguments.json).write_text(_as_json(verdicts), "utf-8")
    print(_table(verdicts))
    return 0 if all(verdict.test for verdict in verdicts) else 1


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="dev.py prove",
        description="Plants faults one at a time in a copy of the program, and runs the tests of the default "
        "tiers that may notice, until one does: by failing twice with the fault and not without.",
    )
    parser.add_argument(
        "--only", nargs="+", default=[], metavar="NAME", help="faults with that in their name"
    )
    parser.add_argument("--room", nargs="+", default=[], help="the faults of these rooms")
    parser.add_argument("--tier", choices=[*MARKS], help="tests of this tier only (default: unit, then wire)")
    parser.add_argument("--tests", nargs="+", default=[], metavar="PATH", help="tests of these places only")
    parser.add_argument("--jobs", type=int, default=2, help="so many faults at a time (2); wire in turn")
    parser.add_argument("--json", metavar="FILE", help="write the result there, too")
    return parser.parse_args(argv)


def _verdicts(wanted: Sequence[Fault], arguments: argparse.Namespace) -> list[Verdict]:
    tiers = [arguments.tier] if arguments.tier else [*MARKS]
    of = imports(ROOT)
    wire = threading.Lock()
    courts: SimpleQueue[Court] = SimpleQueue()
    with ExitStack() as stack:
        for _ in range(min(arguments.jobs, len(wanted))):
            copy = stack.enter_context(scratch(ROOT))
            copy.check()
            courts.put(Court(copy, of, tiers, arguments.tests, wire))

        def judge(fault: Fault) -> Verdict:
            court = courts.get()
            try:
                verdict = court.judge(fault)
            finally:
                courts.put(court)
            _say(_line(verdict))
            return verdict

        pool = stack.enter_context(ThreadPoolExecutor(max(arguments.jobs, 1)))
        trials = [pool.submit(judge, fault) for fault in wanted]
        try:
            return [trial.result() for trial in trials]
        finally:
            pool.shutdown(cancel_futures=True)


def _line(verdict: Verdict) -> str:
    fault = verdict.fault
    what = f"{fault.room:12} {fault.name} → "
    if verdict.test is None:
        return f"{what}NOBODY NOTICED ({verdict.seconds:.0f} s, {len(verdict.ran)} test files)"
    return f"{what}{verdict.test} ({verdict.tier}, {verdict.seconds:.1f} s)"


def _table(verdicts: Sequence[Verdict]) -> str:
    lines = [_line(verdict) for verdict in verdicts]
    missed = [verdict for verdict in verdicts if verdict.test is None]
    for verdict in missed:
        lines.append(f"\n“{verdict.fault.name}” in {verdict.fault.file} was noticed by none of:")
        lines += [f"  {file}" for file in verdict.ran]
    if unsteady := sorted({test for verdict in verdicts for test in verdict.unsteady}):
        lines += ["\nfailed now and then, or without a fault, and noticed nothing by that:"]
        lines += [f"  {test}" for test in unsteady]
    lines.append(f"\n{len(verdicts) - len(missed)} of {len(verdicts)} faults were noticed")
    return "\n".join(lines)


def _as_json(verdicts: Sequence[Verdict]) -> str:
    return json.dumps([asdict(verdict) for verdict in verdicts], indent=1, ensure_ascii=False) + "\n"


def _say(sentence: str) -> None:
    print(f"dev.py: {sentence}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    os.environ.pop("PYTHONPATH", None)  # it led here; tests find the program as users do
    sys.exit(main(sys.argv[1:]))
