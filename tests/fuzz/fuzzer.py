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
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from tests.fuzz.targets import Target

FINDINGS: Final = Path(__file__).resolve().parents[2] / ".fuzz"
BATCH: Final = 500
# What takes longer than this hangs, on however slow a machine; the stack says where.
HANGING_SECONDS: Final = 120
_STANDARD_ERROR: Final = 2


class _Broken(Exception):
    """Something does not hold of an input; the cause says what."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(name)
        self.name = name
        self.text = text


def fuzz(
    targets: Sequence[Target], machines: Sequence[type[RuleBasedStateMachine]], seconds: float, findings: Path
) -> int:
    """Each target and machine in turn, a batch of inputs at a time, at least once; returns the exit code.

    A finding ends it: the smallest input that hypothesis reaches is printed and written to ``findings``. What
    hangs ends the process with the stack; its input is in ``running.txt`` there.
    """
    findings.mkdir(exist_ok=True)
    executions: Counter[str] = Counter()
    began = time.monotonic()
    try:
        while True:
            for target in targets:
                _try_target(target, executions, findings)
            for machine in machines:
                _try_machine(machine, executions, findings)
            if time.monotonic() - began >= seconds:
                break
    except _Broken as broken:
        _tell(broken, findings)
        return 1
    lines = [f"{name:>12}  {count:8} inputs" for name, count in executions.items()]
    took = time.monotonic() - began
    lines.append(f"{'together':>12}  {executions.total():8} inputs in {took:.0f} s, no finding")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _try_target(target: Target, executions: Counter[str], findings: Path) -> None:
    value: Any = None

    @_profile(BATCH, findings)
    @seed(random.getrandbits(64))
    @given(target.inputs)
    def run(made: Any) -> None:
        nonlocal value
        value = made
        executions[target.name] += 1
        (findings / "running.txt").write_text(repr(made), "utf-8")
        faulthandler.dump_traceback_later(HANGING_SECONDS, exit=True, file=_STANDARD_ERROR)
        try:
            target.check(made)
        finally:
            faulthandler.cancel_dump_traceback_later()

    try:
        run()
    except Exception as error:  # whatever the target raises is the finding
        raise _Broken(target.name, repr(value)) from error


def _try_machine(machine: type[RuleBasedStateMachine], executions: Counter[str], findings: Path) -> None:
    class Counted(machine):  # type: ignore[misc, valid-type]
        def __init__(self) -> None:
            executions[machine.__name__] += 1
            super().__init__()

    Counted.__name__ = Counted.__qualname__ = machine.__name__
    try:
        run_state_machine_as_test(
            seed(random.getrandbits(64))(Counted), settings=_profile(BATCH // 10, findings)
        )
    except Exception as error:  # see above
        raise _Broken(machine.__name__, "\n".join(getattr(error, "__notes__", []))) from error


def _profile(examples: int, findings: Path) -> settings:
    return settings(
        max_examples=examples,
        stateful_step_count=40,
        deadline=None,
        database=DirectoryBasedExampleDatabase(findings / "examples"),
        phases=(Phase.reuse, Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
        print_blob=False,
    )


def _tell(broken: _Broken, findings: Path) -> None:
    file = findings / f"{broken.name}-{hashlib.sha256(broken.text.encode()).hexdigest()[:12]}.txt"
    file.write_text(broken.text, "utf-8")
    traceback.print_exception(broken.__cause__, file=sys.stderr)
    sys.stderr.write(f"{broken.name} breaks on {broken.text[:1000]}\nkept in {file}\n")
