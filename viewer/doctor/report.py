"""The findings for people, as a table, and for machines, as one documented, stable JSON object."""

import platform
import shutil
import textwrap
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final, TextIO

from viewer import __version__
from viewer.doctor.finding import Finding, State

_MARKS: Final = {State.OK: "✓", State.WARNING: "!", State.FAILED: "✗", State.SKIPPED: "–"}
_HEADINGS: Final = {
    "versions": "This computer",
    "dns": "The way to the broker",
    "ice-server": "The way to the avatar",
}

_NAME_WIDTH: Final = 10
_NARROWEST: Final = 60
_WIDEST: Final = 110


def exit_code(findings: Sequence[Finding]) -> int:
    """That of the first failure; 0 if there is none."""
    return next((finding.exit_code for finding in findings if finding.state is State.FAILED), 0)


def as_object(findings: Sequence[Finding]) -> dict[str, Any]:
    """The JSON object that the README documents."""
    code = exit_code(findings)
    return {
        "ok": code == 0,
        "exit_code": code,
        "version": __version__,
        "system": platform.platform(),
        "checks": [_as_object(finding) for finding in findings],
    }


def _as_object(finding: Finding) -> dict[str, Any]:
    members = asdict(finding)
    del members["exit_code"]
    return members


class Table:
    """Writes one row a finding to ``stream``, which takes any text."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._heading = ""
        self._width = min(max(shutil.get_terminal_size().columns, _NARROWEST), _WIDEST)

    def begin(self) -> None:
        """The head."""
        self._write(
            f"Persona Viewer {__version__} · Python {platform.python_version()} · {platform.platform()}"
        )

    def add(self, finding: Finding) -> None:
        """The row of ``finding``, and its fix."""
        heading = _HEADINGS.get(finding.name)
        if heading and heading != self._heading:
            self._heading = heading
            self._write(f"\n{heading}")
        time = "" if finding.state is State.SKIPPED else f"{finding.milliseconds:.0f} ms"
        row = f"  {_MARKS[finding.state]} {finding.name:<{_NAME_WIDTH}} {time:>9}  "
        self._wrap(f"{finding.target}: {finding.found}" if finding.target else finding.found, row)
        if finding.fix:
            self._wrap(finding.fix, f"{' ' * len(row)}→ ")

    def end(self, findings: Sequence[Finding]) -> None:
        """The verdict."""
        states = [finding.state for finding in findings]
        failed, warnings, skipped = map(states.count, (State.FAILED, State.WARNING, State.SKIPPED))
        if failed:
            first = next(finding for finding in findings if finding.state is State.FAILED)
            verdict = f"{_counted(failed, 'check')} failed. Begin with “{first.name}”."
        elif not findings[-1].usable:
            verdict = "Nothing failed, but the avatar was not reached."
        else:
            verdict = "All is well: picture and sound arrive."
        if warnings:
            verdict += f" {_counted(warnings, 'warning')}."
        if skipped:
            verdict += f" {_counted(skipped, 'check')} left out."
        self._write(f"\n{verdict}")

    def _wrap(self, text: str, start: str) -> None:
        self._write(
            textwrap.fill(
                text,
                self._width,
                initial_indent=start,
                subsequent_indent=" " * len(start),
                break_long_words=False,
                break_on_hyphens=False,
            )
        )

    def _write(self, text: str) -> None:
        self._stream.write(f"{text}\n")
        self._stream.flush()


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
