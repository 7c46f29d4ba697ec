"""What reads the code without running it: beside the tests, on the time that these leave."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "build" / "tests"

# What runs on the other systems; tests and bench use Linux's own tools.
_SHIPPED = ("viewer", "packaging/dev.py")


class StaticCheck:
    """A tool in a process of its own. What it prints is shown only if it fails."""

    def __init__(self, name: str, command: Sequence[str]) -> None:
        self.name = name
        self.seconds = 0.0
        self.code: int | None = None
        """None until it has ended."""
        self._command = command
        self._began = 0.0
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Begin, with the lowest priority where there are any."""
        self._began = time.monotonic()
        command = [*(("nice", "-n", "19") if os.name == "posix" else ()), *self._command]
        with self._log.open("w", encoding="utf-8") as log:
            self._process = subprocess.Popen(
                command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, text=True
            )

    def is_over(self) -> bool:
        """Whether it has ended."""
        if self.code is None and self._process is not None and self._process.poll() is not None:
            self.code = self._process.returncode
            self.seconds = time.monotonic() - self._began
        return self.code is not None

    @property
    def output(self) -> str:
        """What it printed."""
        return self._log.read_text("utf-8")

    def stop(self) -> None:
        """End it without a verdict."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            self._process.wait()

    @property
    def _log(self) -> Path:
        return RESULTS / f"{self.name.replace(' ', '-')}.log"


def static_checks() -> list[StaticCheck]:
    """All of them. The contracts between packages are a test, ``tests/test_architecture.py``."""
    ruff, mypy = _tool("ruff"), _tool("mypy")
    checks = [
        StaticCheck("ruff check", [ruff, "check", "."]),
        StaticCheck("ruff format", [ruff, "format", "--check", "."]),
        StaticCheck(f"types on {_SYSTEMS.get(sys.platform, sys.platform)}", [mypy]),
    ]
    for platform, system in _SYSTEMS.items():
        if platform != sys.platform:
            options = ("--platform", platform, "--cache-dir", f".mypy_cache/{platform}")
            checks.append(StaticCheck(f"types on {system}", [mypy, *options, *_SHIPPED]))
    return checks


_SYSTEMS = {"linux": "Linux", "darwin": "macOS", "win32": "Windows"}


class StaticChecks:
    """Runs them one at a time, so that the tests keep what they need of the machine."""

    def __init__(self, checks: Sequence[StaticCheck]) -> None:
        self._waiting = list(checks)
        self._running: StaticCheck | None = None
        self.finished: list[StaticCheck] = []

    def advance(self) -> StaticCheck | None:
        """Take note of what has ended and begin the next; a check that failed just now, if one has."""
        ended = None
        if self._running is not None and self._running.is_over():
            self.finished.append(self._running)
            ended, self._running = self._running, None
        if self._running is None and self._waiting:
            self._running = self._waiting.pop(0)
            self._running.start()
        return ended if ended and ended.code else None

    @property
    def is_over(self) -> bool:
        """Whether all of them have ended."""
        return self._running is None and not self._waiting

    def stop(self) -> None:
        """End what still runs."""
        if self._running is not None:
            self._running.stop()


def _tool(name: str) -> str:
    return str(Path(sys.executable).with_name(name))
