"""Runs the tiers; see ``dev.py test --help``."""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from checks import summary
from checks.static import RESULTS, ROOT, StaticCheck, StaticChecks, static_checks

NO_TESTS = 5
"""What pytest ends with when its arguments leave no test of a tier."""

WORKERS = os.cpu_count() or 1
"""One more, for the test that waits, costs more than it saves: 282 against 240 s of CPU on two cores."""

# By tier: which tests, and how they are run. The first on every core; real things are not shared.
TIERS = {
    "unit": ("not wire and not long", ("-n", str(WORKERS), "--dist", "worksteal")),
    "wire": ("wire and not long", ()),
    "long": ("long", ()),
}


def main(argv: Sequence[str]) -> int:
    """Run the tiers and the static checks; 0 if all went well."""
    parser = argparse.ArgumentParser(prog="dev.py test", description="Further arguments go to pytest.")
    parser.add_argument(
        "--all", action="store_true", help="the tier long, too (minutes, a browser, root), and more examples"
    )
    parser.add_argument(
        "--beside-stalls", action="store_true", help="take the cores from the tests now and then, as root"
    )
    arguments, rest = parser.parse_known_args(argv)
    RESULTS.mkdir(parents=True, exist_ok=True)
    checks = StaticChecks([] if rest else static_checks())
    names = [name for name in TIERS if name != "long" or arguments.all]
    if arguments.all:
        rest = ["--hypothesis-profile=thorough", *rest]
    with _stalls(arguments.beside_stalls):
        try:
            return run(names, rest, checks)
        finally:
            checks.stop()


def run(names: Sequence[str], arguments: Sequence[str], checks: StaticChecks) -> int:
    """The tiers ``names`` in turn, until one fails, and a summary; the exit code."""
    tiers: list[summary.Tier] = []
    codes: list[int] = []
    files: list[Path] = []
    for name in names:
        file = RESULTS / f"{name}.xml"
        file.unlink(missing_ok=True)
        began = time.monotonic()
        code = _pytest(name, file, arguments, checks)
        codes.append(code)
        if file.exists():
            files.append(file)
            tiers.append(summary.read(name, file, time.monotonic() - began))
        if code not in {0, NO_TESTS}:
            _say(f"the tier {name} failed; what comes after it was not run")
            break
    while not checks.is_over:
        _report(checks.advance())
        time.sleep(0.1)
    summary.merge(files, RESULTS / "junit.xml")
    print(summary.text(tiers, checks.finished), flush=True)
    _say(f"JUnit: {(RESULTS / 'junit.xml').relative_to(ROOT)}")
    return verdict(codes, checks.finished)


def verdict(codes: Sequence[int], checks: Sequence[StaticCheck]) -> int:
    """The exit code: a failed tier's, else a failed check's; no test in any tier is a failure, too."""
    for code in codes:
        if code not in {0, NO_TESTS}:
            return code
    if any(check.code for check in checks):
        return 1
    return 0 if 0 in codes else NO_TESTS


def _pytest(name: str, file: Path, arguments: Sequence[str], checks: StaticChecks) -> int:
    _say(f"tests, tier {name}")
    marks, options = TIERS[name]
    command = [sys.executable, "-m", "pytest", "-m", marks, *options, f"--junitxml={file}"]
    process = subprocess.Popen([*command, *arguments], cwd=ROOT)
    try:
        while process.poll() is None:
            # Tests on every core leave none to the static checks.
            if "-n" not in options:
                _report(checks.advance())
            time.sleep(0.1)
    except KeyboardInterrupt:
        process.wait()
        raise
    return process.returncode


def _report(failed: StaticCheck | None) -> None:
    if failed is not None:
        print(failed.output, flush=True)
        _say(f"{failed.name} failed")


@contextmanager
def _stalls(wanted: bool) -> Iterator[None]:
    if not wanted:
        yield
        return
    command = [sys.executable, str(Path(__file__).with_name("stalls.py"))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        if not process.stdout.readline():
            sys.exit(2)  # it has said why
        yield
        process.stdin.close()


def _say(sentence: str) -> None:
    print(f"dev.py: {sentence}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    os.environ.pop("PYTHONPATH", None)  # it led here; tests find the program as users do
    # Every worker and every program that a test starts would compile all anew: half of what they compute.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.exit(main(sys.argv[1:]))
