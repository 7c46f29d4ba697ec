"""Hundreds of sessions, one after the other: the engine ends up where it was after the first few."""

import asyncio
from dataclasses import dataclass

import psutil
import pytest

from tests.engine.client import granted, joined
from tests.processes import API_KEY, start_engine

pytestmark = pytest.mark.long

FIRST = 5
SESSIONS = 200
MEGABYTES = 30
THREADS = 2
SETTLE_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Size:
    """Megabytes of its own, and native threads, of a process."""

    megabytes: float
    threads: int


def size_of(process: psutil.Process) -> Size:
    """How large it is now."""
    return Size(process.memory_full_info().uss / 1e6, process.num_threads())


async def settled(process: psutil.Process) -> Size:
    """How large it is when what ended has had time to go; of some looks, the smallest."""
    sizes = []
    for _ in range(10):
        await asyncio.sleep(SETTLE_SECONDS / 10)
        sizes.append(size_of(process))
    return Size(min(size.megabytes for size in sizes), min(size.threads for size in sizes))


async def visit(url: str) -> None:
    """A session in which the persona greets, and some pictures come."""
    session = await granted(url, API_KEY, skipGreeting=False)
    async with joined(session) as client:
        await client.until(lambda: len(client.pictures) >= 10 and client.speech("persona"))


async def test_an_engine_does_not_grow_with_its_sessions() -> None:
    engine = start_engine()
    try:
        process = psutil.Process(engine.process.pid)
        for _ in range(FIRST):
            await visit(engine.url)
        first = await settled(process)
        for _ in range(SESSIONS - FIRST):
            await visit(engine.url)
        last = await settled(process)
        assert last.megabytes < first.megabytes + MEGABYTES
        assert last.threads <= first.threads + THREADS
    finally:
        engine.stop()
