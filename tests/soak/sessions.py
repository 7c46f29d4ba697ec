"""Sessions one after the other in this process, which ends with an error when anything is left of them."""

import asyncio
import gc
import logging
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from tests.e2e.running_session import RunningSession
from tests.processes import API_KEY, Server, start_broker, start_engine
from tests.relay import TcpRelay, Way, tcp_relay
from tests.soak.resources import all_released, held, memory
from tests.wire_messages import text_of
from viewer.protocol import commands, events
from viewer.protocol.events import Phase
from viewer.protocol.insight import Noted
from viewer.session.conversation import Conversation
from viewer.session.session import Session

MAX_GROWTH_MB: Final = 5.0
CLOSE_SECONDS: Final = 1.0


@dataclass
class Stage:
    """An engine behind a relay, and its broker behind another."""

    engine: Server
    engine_relay: TcpRelay
    broker_relay: TcpRelay

    def kill_engine(self) -> None:
        """SIGKILL."""
        self.engine.kill()

    async def tidy(self) -> None:
        """Open every way, and have an engine."""
        self.engine_relay.set(Way.OPEN)
        self.broker_relay.set(Way.OPEN)
        if self.engine.process.poll() is not None:
            port = urlsplit(self.engine.url).port or 0
            self.engine = await asyncio.to_thread(start_engine, API_KEY, port)


@asynccontextmanager
async def stage() -> AsyncIterator[Stage]:
    engine = start_engine()
    async with tcp_relay("127.0.0.1", urlsplit(engine.url).port or 0) as engine_relay:
        broker = start_broker(engine_relay.url, API_KEY)
        async with tcp_relay("127.0.0.1", urlsplit(broker.url).port or 0) as broker_relay:
            built = Stage(engine, engine_relay, broker_relay)
            try:
                yield built
            finally:
                broker.stop()
                built.engine.kill()


# Each way leads a session to an end: by itself, or to where it is closed.


async def closed_while_asking(running: RunningSession, stage: Stage) -> None:
    await running.phase(Phase.ASKING_BROKER)


async def closed_while_the_broker_is_silent(running: RunningSession, stage: Stage) -> None:
    stage.broker_relay.set(Way.SILENT)
    await running.phase(Phase.ASKING_BROKER)
    await asyncio.sleep(0.05)


async def broker_goes_while_asked(running: RunningSession, stage: Stage) -> None:
    stage.broker_relay.set(Way.REFUSED)
    await running.seen(events.SessionClosed)


async def closed_while_signalling(running: RunningSession, stage: Stage) -> None:
    await running.phase(Phase.SIGNALLING)
    stage.engine_relay.set(Way.SILENT)
    await asyncio.sleep(0.05)


async def engine_refuses_signalling(running: RunningSession, stage: Stage) -> None:
    await running.phase(Phase.SIGNALLING)
    stage.engine_relay.set(Way.REFUSED)
    await running.seen(events.SessionClosed)


async def closed_while_gathering(running: RunningSession, stage: Stage) -> None:
    await running.seen(Noted, lambda noted: bool(text_of(noted, "offer")))


async def closed_when_answered(running: RunningSession, stage: Stage) -> None:
    await running.seen(events.MilestoneReached, lambda event: event.milestone == "answer")


async def engine_killed_while_connecting(running: RunningSession, stage: Stage) -> None:
    await running.phase(Phase.CONNECTING)
    stage.kill_engine()
    await running.seen(events.SessionClosed)


async def socket_cut_while_connecting(running: RunningSession, stage: Stage) -> None:
    await running.phase(Phase.CONNECTING)
    stage.engine_relay.cut()
    await running.seen(events.PhaseChanged, lambda event: event.phase in (Phase.LIVE, Phase.CLOSED))


async def closed_when_live(running: RunningSession, stage: Stage) -> None:
    await running.phase(Phase.LIVE)
    running.session.perform(commands.SendText("What are you?"))
    await running.seen(events.MessageUpdated, lambda event: event.message.role == "user")


async def engine_killed_when_live(running: RunningSession, stage: Stage) -> None:
    await running.phase(Phase.LIVE)
    stage.kill_engine()
    await running.seen(events.SessionClosed)


async def engine_ends_when_live(running: RunningSession, stage: Stage) -> None:
    await running.phase(Phase.LIVE)
    await asyncio.to_thread(stage.engine.stop)
    await running.seen(events.SessionClosed)


async def socket_cut_when_live(running: RunningSession, stage: Stage) -> None:
    await running.phase(Phase.LIVE)
    stage.engine_relay.cut()
    await running.seen(events.Statistics, lambda event: event.signalling_state == "open")


async def signalling_gone_when_live(running: RunningSession, stage: Stage) -> None:
    await running.phase(Phase.LIVE)
    stage.engine_relay.set(Way.REFUSED)
    await running.seen(events.SessionClosed)


async def closed_while_reconnecting(running: RunningSession, stage: Stage) -> None:
    await running.phase(Phase.LIVE)
    stage.engine_relay.set(Way.REFUSED)
    stage.kill_engine()
    await running.phase(Phase.RECONNECTING)


Lead = Callable[[RunningSession, Stage], Awaitable[None]]
WAYS: Final[tuple[Lead, ...]] = (
    closed_while_asking,
    closed_while_the_broker_is_silent,
    broker_goes_while_asked,
    closed_while_signalling,
    engine_refuses_signalling,
    closed_while_gathering,
    closed_when_answered,
    engine_killed_while_connecting,
    socket_cut_while_connecting,
    closed_when_live,
    engine_killed_when_live,
    engine_ends_when_live,
    socket_cut_when_live,
    signalling_gone_when_live,
    closed_while_reconnecting,
)


class Faults(logging.Handler):
    """Whatever nobody handled: callbacks and tasks that failed, what could not be raised, logged errors."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.seen: list[str] = []
        sys.unraisablehook = self.unraisable
        logging.getLogger().addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """An error was logged."""
        self.seen.append(record.getMessage())

    def from_loop(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """For the loop's exception handler."""
        self.seen.append(f"{context['message']}: {context.get('exception')!r}")

    def unraisable(self, fault: "sys.UnraisableHookArgs") -> None:
        """For ``sys.unraisablehook``."""
        self.seen.append(f"{fault.err_msg}: {fault.exc_value!r} in {fault.object!r}")


async def one_round(lead: Lead, stage: Stage) -> float:
    """Seconds that closing took."""
    request = commands.Connect(stage.broker_relay.url, "joe")
    running = RunningSession(request, Conversation if lead is closed_while_reconnecting else Session)
    life = asyncio.create_task(running.session.run())
    try:
        await lead(running, stage)
        asked = time.monotonic()
    finally:
        running.session.close()
        await life
    took = time.monotonic() - asked
    assert took < CLOSE_SECONDS, f"closing took {took:.2f} s: {lead.__name__}"
    await stage.tidy()
    return took


async def soak(rounds: int, faults: Faults) -> None:
    """Lead ``rounds`` sessions to their ends."""
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(faults.from_loop)
    loop.set_default_executor(ThreadPoolExecutor(1))
    slowest = 0.0
    async with stage() as built:
        for lead in WAYS:  # what is loaded once is loaded
            await one_round(lead, built)
        before_mb, before = memory(), held()
        gc.disable()
        try:
            for number in range(rounds):
                lead = WAYS[number % len(WAYS)]
                slowest = max(slowest, await one_round(lead, built))
                await all_released(before, lead.__name__)
                gc.collect()
        finally:
            gc.enable()
        growth = memory() - before_mb
    sys.stdout.write(
        f"\n{rounds} sessions: {growth:+.1f} MB from {before_mb:.1f} MB, {before.threads} threads and "
        f"{len(before.descriptors)} descriptors as before, slowest close {slowest * 1000:.0f} ms\n"
    )
    assert growth < MAX_GROWTH_MB


if __name__ == "__main__":
    found = Faults()
    asyncio.run(soak(int(sys.argv[1]), found))
    gc.collect()
    sys.exit("\n".join(found.seen) or None)
