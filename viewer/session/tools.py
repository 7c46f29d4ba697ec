"""Tools that the persona may call: the application's handlers, kept away from the session's loop."""

import asyncio
import inspect
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Final, TypeAlias

from pydantic import JsonValue

from viewer.errors import UsageError, ViewerError
from viewer.redaction import redact
from viewer.threads import UnattendedThreads

_log = logging.getLogger(__name__)

PATIENCE: Final = 30.0
MAX_RUNNING: Final = 8
MAX_RESULT: Final = 32_000

Handler: TypeAlias = Callable[[JsonValue], JsonValue | Awaitable[JsonValue]]
"""Takes the call's arguments; plain or async. It runs on a thread of its own, an async one in a loop of its
own, so that one which blocks, raises or never returns hurts nobody.
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call came to: a result, or an error for the persona."""

    result: JsonValue = None
    error: str | None = None


class ToolRunner:
    """Calls handlers by the names of their tools. Use from one event loop at a time.

    Args:
        patience: seconds until a call counts as failed.
    """

    def __init__(self, handlers: Mapping[str, Handler], patience: float = PATIENCE) -> None:
        self._handlers = handlers
        self._patience = patience
        self._threads = UnattendedThreads()
        self._running: set[Future[Outcome]] = set()

    async def run(self, name: str, arguments: JsonValue) -> Outcome:
        """Call the tool ``name``. Never raises, never waits longer than the patience."""
        handler = self._handlers.get(name)
        if handler is None:
            return Outcome(error="This viewer has no such tool.")
        self._running = {call for call in self._running if not call.done()}
        if len(self._running) >= MAX_RUNNING:
            return Outcome(error="Too many tools are running; try again later.")
        call = self._threads.submit(_call, handler, arguments, self._patience)
        self._running.add(call)
        try:
            async with asyncio.timeout(self._patience):
                return await asyncio.wrap_future(call)
        except Exception as error:
            if not isinstance(error, TimeoutError):
                _log.exception("a tool's call failed")
                return Outcome(error="The tool failed.")
            return Outcome(error=_late(self._patience))


def _call(handler: Handler, arguments: JsonValue, patience: float) -> Outcome:
    try:
        value = handler(arguments)
        result = asyncio.run(_awaited(value, patience)) if inspect.isawaitable(value) else value
        size = len(json.dumps(result, allow_nan=False))
    except ViewerError as error:
        return Outcome(error=redact(error.message))
    except BaseException as error:  # the application's code: whatever it raises is the call's error
        return Outcome(error=f"The tool failed: {redact(str(error)) or type(error).__name__}")
    return Outcome(result) if size <= MAX_RESULT else Outcome(error="The tool's result is too long.")


async def _awaited(value: Awaitable[JsonValue], patience: float) -> JsonValue:
    """``value``; whichever of the two ends of a call gives it up first, it is given up in the same words."""
    limit = asyncio.timeout(patience)
    try:
        async with limit:
            return await value
    except TimeoutError:
        if limit.expired():
            raise UsageError(_late(patience)) from None
        raise


def _late(patience: float) -> str:
    return f"The tool did not answer within {patience:g} seconds."
