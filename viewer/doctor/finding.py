"""What a check found, and how checks are performed: none can raise, hang, or hold another one up."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from viewer.errors import ViewerError
from viewer.redaction import redact
from viewer.tasks import BackgroundTasks

_log = logging.getLogger(__name__)


class State(StrEnum):
    """How a check came out. The values are what ``--json`` prints."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one check. ``found`` and ``fix`` are for people, ``code`` is the failure's.

    ``target`` says which one, where there are several checks of one ``name``. ``exit_code`` is 0 unless it
    failed.
    """

    name: str
    target: str | None
    state: State
    found: str
    fix: str | None = None
    code: str | None = None
    milliseconds: float = 0.0
    exit_code: int = 0

    @property
    def usable(self) -> bool:
        """Whether what builds upon it can be tried."""
        return self.state in (State.OK, State.WARNING)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check that did not fail has to say. A warning comes with its fix."""

    found: str
    fix: str | None = None


class NotTried(Exception):
    """A check cannot be made; its text says why."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check: ``look`` answers within ``seconds``, or raises a :class:`ViewerError` or :class:`NotTried`.

    ``needs`` are findings without which there is no point in looking, ``awaits`` those that come first.
    """

    name: str
    look: Callable[[], Awaitable[Verdict]]
    seconds: float
    needs: Sequence[asyncio.Task[Finding]] = ()
    awaits: Sequence[asyncio.Task[Any]] = ()
    target: str | None = None


def begin(check: Check, tasks: BackgroundTasks) -> asyncio.Task[Finding]:
    """Start ``check`` as one of ``tasks``. The task never fails."""
    return tasks.spawn(check.name, _performed(check))


async def _performed(check: Check) -> Finding:
    for earlier in check.needs:
        finding = await earlier
        if finding.state is State.FAILED:
            return Finding(check.name, check.target, State.SKIPPED, f"Not tried: “{finding.name}” failed.")
        if finding.state is State.SKIPPED:
            return Finding(check.name, check.target, State.SKIPPED, finding.found)
    if check.awaits:
        await asyncio.wait(check.awaits)
    began = time.monotonic()
    finding = await _looked(check)
    elapsed = round((time.monotonic() - began) * 1000, 1)
    return replace(finding, milliseconds=elapsed)


async def _looked(check: Check) -> Finding:
    try:
        async with asyncio.timeout(check.seconds):
            verdict = await check.look()
    except NotTried as reason:
        return Finding(check.name, check.target, State.SKIPPED, str(reason))
    except ViewerError as error:
        return _failed(check, error)
    except TimeoutError:
        return _failed(
            check,
            ViewerError(f"It did not end within {check.seconds:g} s.", hint="Try again on a quieter system."),
        )
    except Exception as error:
        _log.info("the check “%s” broke", check.name, exc_info=True)
        words = f"{type(error).__name__}: {error}".rstrip(".: ")
        return _failed(check, ViewerError(f"The check broke. {words}.", hint="Please report this."))
    state = State.WARNING if verdict.fix else State.OK
    return Finding(check.name, check.target, state, redact(verdict.found), verdict.fix)


def _failed(check: Check, error: ViewerError) -> Finding:
    return Finding(
        check.name,
        check.target,
        State.FAILED,
        redact(error.message),
        redact(error.hint),
        error.code,
        exit_code=error.exit_code,
    )
