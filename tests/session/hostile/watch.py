"""Sees failures that nobody is told of."""

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from typing import Any

from tests.e2e.running_session import RunningSession, running_session
from tests.session.hostile.script import Script
from tests.session.hostile.scripted_engine import ScriptedEngine, ScriptedSession, scripted_engine
from viewer.protocol import events

_WATCHED = ("viewer.tasks", "asyncio", "pyee", "websockets", "aiortc", "aioice")


class _Ears(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.name}: {logging.Formatter().format(record)}")


@contextmanager
def no_unhandled_failure() -> Iterator[None]:
    """Fails if a task failed, an exception was never retrieved, or an event handler raised in here.

    Use it in the running loop, around all that is watched.
    """
    ears = _Ears()
    loop = asyncio.get_running_loop()
    before = loop.get_exception_handler()

    def complain(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        ears.heard.append(f"{context.get('message')}: {context.get('exception')!r}")

    loop.set_exception_handler(complain)
    loggers = [logging.getLogger(name) for name in _WATCHED]
    for logger in loggers:
        logger.addHandler(ears)
    try:
        yield
        gc.collect()  # what nobody holds any more complains now
    finally:
        loop.set_exception_handler(before)
        for logger in loggers:
            logger.removeHandler(ears)
    assert ears.heard == []


@asynccontextmanager
async def watched_session(*scripts: Script) -> AsyncIterator[tuple[ScriptedEngine, RunningSession]]:
    """A session with an engine that plays ``scripts``, within :func:`no_unhandled_failure`."""
    with no_unhandled_failure():
        async with scripted_engine(*scripts) as engine, running_session(engine.url) as running:
            yield engine, running


@asynccontextmanager
async def watched_sessions(
    scripts: Mapping[str, Script],
) -> AsyncIterator[dict[str, tuple[ScriptedSession, RunningSession]]]:
    """A session for each of ``scripts``, all at the same time, within :func:`no_unhandled_failure`."""
    with no_unhandled_failure():
        async with scripted_engine(*scripts.values()) as engine, AsyncExitStack() as stack:
            sessions = [await stack.enter_async_context(running_session(engine.url)) for _ in scripts]
            granted = {(await each.seen(events.SessionStarted)).session_id: each for each in sessions}
            await engine.begun(len(scripts))
            served = {session.id: session for session in engine.sessions}
            try:
                yield {
                    name: (served[session_id], granted[session_id])
                    for name, session_id in zip(scripts, sorted(granted, key=_number), strict=True)
                }
            finally:
                for each in sessions:  # all at the same time, too
                    each.session.close()


def _number(session_id: str) -> int:
    return int(session_id.rpartition("-")[2])
