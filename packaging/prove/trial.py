"""One fault on trial: planted, and the tests run that may notice it, the nearest first."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from prove.faults import Fault
from prove.nearness import Imports, test_files
from prove.scratch import Scratch

MARKS: Final = {"unit": "not wire and not long", "wire": "wire and not long"}
"""The default tiers, and how pytest is asked for their tests."""

# pytest loads every file that it is given before it begins: so the nearest few come by themselves.
_NEAREST: Final = 5
# A test that says nothing for so long hangs.
_SILENCE_SECONDS: Final = {"unit": 90.0, "wire": 240.0}
_OK, _TESTS_FAILED, _INTERRUPTED, _NO_TESTS = 0, 1, 2, 5

_FAILED: Final = re.compile(r"^(?:FAILED|ERROR) (\S+\.py(?:::.*?)?)(?: - .*)?$", re.MULTILINE)
_LEFT: Final = "PytestUnraisableExceptionWarning"
_STARTED: Final = re.compile(r"^(tests/\S+\.py::.*?) *(?:PASSED|FAILED|ERROR|SKIPPED|XFAIL|$)", re.MULTILINE)


class Broken(Exception):
    """The tests could not be run. The text says why."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of ``fault``: the test that noticed it, and that test's tier; None: nobody did."""

    fault: Fault
    test: str | None
    tier: str | None
    seconds: float
    ran: tuple[str, ...]
    """The test files that were run in vain."""
    unsteady: tuple[str, ...] = ()
    """Tests that failed, and do so now and then, or without the fault, too: they have noticed nothing."""


class Court:
    """Tries faults in one scratch copy.

    Args:
        tiers: names of those whose tests are run, in order.
        tests: folders or files beyond which no test is run; empty: none is left out.
        wire: held while real things are used, of which there is one each.
    """

    def __init__(
        self,
        copy: Scratch,
        of: Imports,
        tiers: Sequence[str],
        tests: Sequence[str] = (),
        wire: "threading.Lock | None" = None,
    ) -> None:
        self._copy = copy
        self._imports = of
        self._tiers = tiers
        self._tests = tuple(tests)
        self._wire = wire or threading.Lock()
        self._good: set[str] = set()
        """Tests that pass without a fault."""

    def judge(self, fault: Fault) -> Verdict:
        """Plant ``fault`` and see who notices.

        Raises:
            Unplantable: it does not fit.
            Broken: pytest fails.
        """
        began = time.monotonic()
        ran: list[str] = []
        unsteady: list[str] = []
        files = [f for f in test_files(self._copy.root, fault.module, self._imports) if self._is_wanted(f)]
        for tier in self._tiers:
            for some in (files[:_NEAREST], files[_NEAREST:]):
                while test := self._first_to_notice(fault, tier, some, unsteady):
                    seconds = time.monotonic() - began
                    if self._means_it(fault, tier, test):
                        return Verdict(fault, test, tier, seconds, tuple(ran), tuple(unsteady))
                    unsteady.append(test)
                ran += [file for file in some if file not in ran]
        return Verdict(fault, None, None, time.monotonic() - began, tuple(ran), tuple(unsteady))

    def _first_to_notice(
        self, fault: Fault, tier: str, files: Sequence[str], unsteady: Sequence[str]
    ) -> str | None:
        """The first test of ``files`` that fails with ``fault``, but none of those that are ``unsteady``."""
        files = [file for file in files if file not in unsteady]
        if not files:
            return None
        with self._copy.planted(fault):
            return self._first_failure(tier, [*files, *(f"--deselect={test}" for test in unsteady)])

    def _means_it(self, fault: Fault, tier: str, test: str) -> bool:
        """Whether ``test`` fails with ``fault`` again, and not without."""
        if test not in self._good:
            if self._first_failure(tier, [test]) is not None:
                return False
            self._good.add(test)
        return self._first_to_notice(fault, tier, [test], []) is not None

    def _is_wanted(self, file: str) -> bool:
        return not self._tests or any(file == t or file.startswith(f"{t.rstrip('/')}/") for t in self._tests)

    def _first_failure(self, tier: str, tests: Sequence[str]) -> str | None:
        """Run ``tests`` until one fails; which one, or None."""
        if tier != "wire":
            return self._pytest(tier, tests)
        with self._wire:
            return self._pytest(tier, tests)

    def _pytest(self, tier: str, tests: Sequence[str]) -> str | None:
        options = ["-x", "-v", "-rfE", "--tb=line", "-p", "no:cacheprovider", "-m", MARKS[tier]]
        # A session of its own, so that whatever a test has started can be ended with it.
        process = subprocess.Popen(
            [sys.executable, "-m", "pytest", *options, *tests],
            cwd=self._copy.root,
            env=self._copy.environment | {"CI": "true"},  # with it pytest cuts no line short
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
        output, hangs = _listen(process, _SILENCE_SECONDS[tier])
        if hangs:
            started = _STARTED.findall(output)
            return str(started[-1]) if started else tests[0]
        if process.returncode in (_OK, _NO_TESTS):
            return None
        failed = _FAILED.search(output)
        if process.returncode in (_TESTS_FAILED, _INTERRUPTED) and failed:
            return failed[1]
        # A fault may also end the test process itself.
        if process.returncode < 0 and (started := _STARTED.findall(output)):
            return str(started[-1])
        # Or leave something that is found once all tests are over: then it is a file's, and no single test's.
        if process.returncode == _TESTS_FAILED and _LEFT in output:
            return self._first_to_leave_something(tier, tests)
        raise Broken(f"pytest ended with {process.returncode}:\n{output[-2000:]}")

    def _first_to_leave_something(self, tier: str, tests: Sequence[str]) -> str | None:
        files = [test for test in tests if not test.startswith("--")]
        if len(files) == 1:
            return files[0]
        options = [test for test in tests if test.startswith("--")]
        found = (self._pytest(tier, [file, *options]) for file in files)
        return next(filter(None, found), None)


def _listen(process: "subprocess.Popen[str]", patience: float) -> tuple[str, bool]:
    """What ``process`` printed to its end, and whether it was ended since it had printed nothing for long."""
    heard = [time.monotonic()]
    lines: list[str] = []

    def read() -> None:
        assert process.stdout
        while piece := os.read(process.stdout.fileno(), 65536):
            heard.append(time.monotonic())
            lines.append(piece.decode("utf-8", "replace"))

    reader = threading.Thread(target=read, name="pytest's output", daemon=True)
    reader.start()
    hangs = False
    while process.poll() is None:
        reader.join(0.1)
        if not reader.is_alive():
            process.wait()
        elif time.monotonic() - heard[-1] > patience:
            hangs = True
            break
    with suppress(ProcessLookupError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)  # also what tests have left behind
    process.wait()
    reader.join(1)
    if process.stdout:
        process.stdout.close()
    return "".join(lines), hangs
