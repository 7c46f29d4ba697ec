"""The command: runs the examination, prints it, and says by its exit code how it came out."""

import asyncio
import json
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from viewer.doctor import report
from viewer.doctor.examination import Examination
from viewer.doctor.finding import Finding
from viewer.errors import UsageError
from viewer.session.loop import SessionLoop
from viewer.settings import DoctorSettings
from viewer.settings_file import load


def run(given: DoctorSettings, file: Path | None) -> int:
    """Examine this computer and the way to the avatar; returns the exit code.

    Args:
        given: what the command line and the environment say; ``file`` adds the rest.
    """
    settings, problem = given, None
    try:
        settings = load(DoctorSettings, {name: getattr(given, name) for name in given.given}, file)
    except UsageError as error:
        problem = error
    examination = Examination(settings, file, problem)
    if settings.as_json:
        findings = _run(_findings(examination, lambda _: None))
        sys.stdout.write(json.dumps(report.as_object(findings), indent=2) + "\n")
    else:
        table = report.Table(sys.stdout)
        table.begin()
        findings = _run(_findings(examination, table.add))
        table.end(findings)
    return report.exit_code(findings)


def _run(findings: Coroutine[Any, Any, list[Finding]]) -> list[Finding]:
    with asyncio.Runner(loop_factory=SessionLoop) as runner:
        return runner.run(findings)


async def _findings(examination: Examination, tell: Callable[[Finding], None]) -> list[Finding]:
    findings = []
    async with examination.findings() as rows:
        async for finding in rows:
            tell(finding)
            findings.append(finding)
    return findings
