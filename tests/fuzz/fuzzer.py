"""Runs targets on inputs that hypothesis makes; keeps what breaks them and tries that first the next time."""

import faulthandler
import hashlib
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.database import DirectoryBasedExampleDatabase

from tests.fuzz.targets import Target

FINDINGS: Final = Path(__file__).resolve().parents[2] / ".fuzz"
BATCH: Final = 500
# What takes longer than this hangs, on however slow a machine; the stack says where.
HANGING_SECONDS: Final = 120
_STANDARD_ERROR: Final = 2


def fuzz(targets: Sequence[Target], seconds: float, findings: Path) -> int:
    """Each target in turn, a batch of inputs at a time, at least once; returns the exit code.

    A finding ends it: the smallest input that hypothesis reaches is printed and written to ``findings``. What
    hangs ends the process with the stack; its input is in ``running.txt`` there.
    """
    executions: Counter[str] = Counter()
    began = time.monotonic()
    while True:
        for target in targets:
            broken = _batch(target, executions, findings)
            if broken is not None:
                _tell(target, *broken, findings)
                return 1
        if time.monotonic() - began >= seconds:
            break
    lines = [f"{name:>12}  {count:8} inputs" for name, count in executions.items()]
    took = time.monotonic() - began
    lines.append(f"{'together':>12}  {executions.total():8} inputs in {took:.0f} s, no finding")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _batch(target: Target, executions: Counter[str], findings: Path) -> tuple[Any, Exception] | None:
    """The smallest input that breaks ``target``, and how; None if none was found."""
    last: list[Any] = []
    findings.mkdir(exist_ok=True)
    running = findings / "running.txt"

    @settings(
        max_examples=BATCH,
        deadline=None,
        database=DirectoryBasedExampleDatabase(findings / "examples"),
        phases=(Phase.reuse, Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
        print_blob=False,
    )
    @seed(random.getrandbits(64))
    @given(target.inputs)
    def run(value: Any) -> None:
        executions[target.name] += 1
        last[:] = [value]
        running.write_text(repr(value), "utf-8")
        faulthandler.dump_traceback_later(HANGING_SECONDS, exit=True, file=_STANDARD_ERROR)
        try:
            target.check(value)
        finally:
            faulthandler.cancel_dump_traceback_later()

    try:
        run()
    except Exception as error:  # whatever the target raises is the finding
        return last[0], error
    return None


def _tell(target: Target, value: Any, error: Exception, findings: Path) -> None:
    text = repr(value)
    file = findings / f"{target.name}-{hashlib.sha256(text.encode()).hexdigest()[:12]}.txt"
    file.write_text(text, "utf-8")
    traceback.print_exception(error, file=sys.stderr)
    sys.stderr.write(f"{target.name} breaks on {text[:1000]}\nkept in {file}\n")
