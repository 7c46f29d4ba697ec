"""A handful of sessions, closed on their way: nothing is left of them. ``tests/soak`` does it at length."""

import asyncio
import gc
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.e2e.running_session import running_session
from tests.processes import Server
from tests.soak.resources import all_released, held
from tests.timing.stolen_time import Stopwatch
from viewer.protocol import events
from viewer.protocol.events import Phase

pytestmark = pytest.mark.wire


async def closed_in(phase: Phase, broker: Server) -> float:
    """Seconds that closing a session took."""
    async with running_session(broker.url, "clock") as running:
        await running.phase(phase)
        if phase is Phase.LIVE:
            await running.seen(events.Statistics)
        closing = Stopwatch()
    assert running.closed.error is None
    return closing.seconds()


async def test_nothing_is_left_of_sessions_that_are_closed_on_their_way(broker: Server) -> None:
    phases = (Phase.ASKING_BROKER, Phase.SIGNALLING, Phase.CONNECTING, Phase.LIVE)
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(1))
    for phase in (Phase.LIVE, *phases):  # what is loaded once is loaded
        await closed_in(phase, broker)
    before = held()
    gc.disable()
    try:
        for phase in phases:
            assert await closed_in(phase, broker) < 1
            await all_released(before, f"A session that was closed while it was {phase.name}")
    finally:
        gc.enable()
