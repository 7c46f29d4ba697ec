"""A conversation over a network that fails recovers, and nothing that was said is lost."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final, TypeAlias
from urllib.parse import urlsplit

import pytest

from tests.chaos.network import Network, network
from tests.chaos.outcome import Outcome
from tests.chaos.viewer_at_work import Viewer, viewer_at_work
from tests.processes import API_KEY, Server, start_broker, start_engine
from tests.relay import Way
from viewer.protocol.events import Phase

pytestmark = pytest.mark.long

RECOVERY_SECONDS: Final = 60


@dataclass
class Stage:
    """A viewer, and everything that it talks to."""

    engine: Server
    network: Network
    viewer: Viewer

    async def replace_engine(self) -> None:
        """Another engine at the address of the old one."""
        port = urlsplit(self.engine.url).port or 0
        self.engine = await asyncio.to_thread(start_engine, API_KEY, port)


Fault: TypeAlias = Callable[[Stage], Awaitable[None]]


@asynccontextmanager
async def stage(**faults: str) -> AsyncIterator[Stage]:
    """A viewer that connects; ``faults`` are those of the network from the start."""
    engine = await asyncio.to_thread(start_engine, API_KEY)
    broker = await asyncio.to_thread(start_broker, engine.url, API_KEY)
    built: Stage | None = None
    try:
        async with network(broker.url, engine.url) as way:
            for name, value in faults.items():
                setattr(way, name, value)
            async with viewer_at_work(way.tcp.url) as viewer:
                built = Stage(engine, way, viewer)
                yield built
    finally:
        broker.kill()
        (built.engine if built else engine).kill()


async def survived(name: str, fault: Fault, outcomes: list[Outcome]) -> Outcome:
    """Talk, let the fault come and go, and talk on."""
    async with stage() as built:
        viewer = built.viewer
        await viewer.told(lambda fact: fact.get("phase") == Phase.LIVE)
        viewer.say("Said before.")
        await viewer.heard_of("Said before.")
        begun = time.monotonic()
        await fault(built)
        ended = time.monotonic()
        painted = await viewer.painted(ended, within=RECOVERY_SECONDS)
        viewer.say("Said after.")
        for text in viewer.said:
            await viewer.heard_of(text, within=RECOVERY_SECONDS)
        outcome = Outcome(
            name,
            viewer.how_it_went_on(),
            painted - ended,
            viewer.longest_gap(begun, painted),
            len(viewer.said),
            len(viewer.arrived),
        )
        outcomes.append(outcome)
        await viewer.quit()
        assert viewer.arrived == viewer.said
        last = next(fact for fact in viewer.facts if "stopped_within" in fact)
        assert last["stopped_within"] < 1
        assert not [fact for fact in viewer.facts if "closed" in fact or "refused" in fact]
    return outcome


def weather(seconds: float, loss: float = 0.0, jitter: float = 0.0) -> Fault:
    """Bad for so long, with something said in it."""

    async def fault(built: Stage) -> None:
        built.network.weather.loss, built.network.weather.jitter = loss, jitter
        built.viewer.say("Said meanwhile.")
        await asyncio.sleep(seconds)
        built.network.weather.loss = built.network.weather.jitter = 0

    return fault


def cut(seconds: float) -> Fault:
    """Nothing comes through."""
    return way_closed(Way.SILENT, seconds)


def unplugged(seconds: float) -> Fault:
    """Nothing comes through, and the viewer's system knows it: every connection is refused."""
    return way_closed(Way.REFUSED, seconds)


def way_closed(way: Way, seconds: float) -> Fault:
    """The network is as ``way`` says, and then as it was."""

    async def fault(built: Stage) -> None:
        built.network.set(way)
        await asyncio.sleep(seconds / 2)
        built.viewer.say("Said in the dark.")
        await asyncio.sleep(seconds / 2)
        built.network.set(Way.OPEN)

    return fault


def media_cut(seconds: float) -> Fault:
    """Datagrams are lost, the WebSocket lives."""

    async def fault(built: Stage) -> None:
        built.network.weather.cut = True
        built.viewer.say("Said without media.")
        await asyncio.sleep(seconds)
        built.network.weather.cut = False

    return fault


def asleep(seconds: float) -> Fault:
    """The whole viewer stops."""

    async def fault(built: Stage) -> None:
        built.viewer.say("Said before sleep.")
        await asyncio.sleep(0.3)
        built.viewer.stop()
        await asyncio.sleep(seconds)
        built.viewer.go_on()

    return fault


async def engine_replaced(built: Stage) -> None:
    built.engine.kill()
    built.viewer.say("Said to nobody.")
    await built.replace_engine()


async def broker_refuses_for_a_while(built: Stage) -> None:
    """While the engine goes and another one comes."""
    built.network.refusals = 503
    built.engine.kill()
    built.viewer.say("Said to nobody.")
    await built.replace_engine()
    await built.viewer.told(lambda fact: fact.get("phase") == Phase.RECONNECTING)
    await asyncio.sleep(2)
    built.network.refusals = None


async def path_lost(built: Stage) -> None:
    """What a NAT that forgets does."""
    await built.network.lose_path()
    built.viewer.say("Said on a dead path.")


async def socket_cut(built: Stage) -> None:
    built.network.tcp.cut()
    built.viewer.say("Said without a socket.")


def clock_moved(seconds: float) -> Fault:
    async def fault(built: Stage) -> None:
        built.viewer.order(clock=seconds)
        built.viewer.say("Said at another time.")
        await asyncio.sleep(3)

    return fault


YEARS: Final = 365 * 86_400.0

FAULTS: Final = (
    ("loss of 20 %", weather(3, loss=0.2)),
    ("jitter of 200 ms", weather(3, jitter=0.2)),
    ("cut for 3 s", cut(3)),
    ("media's path lost", path_lost),
    ("engine killed, another one comes", engine_replaced),
    ("broker says 503 for a while", broker_refuses_for_a_while),
    ("WebSocket cut", socket_cut),
    ("asleep for 3 s", asleep(3)),
    ("clock 50 years back", clock_moved(-50 * YEARS)),
    ("loss of 1 %", weather(10, loss=0.01)),
    ("loss of 5 %", weather(10, loss=0.05)),
    ("loss of 20 % for 20 s", weather(20, loss=0.2)),
    ("media cut for 6 s", media_cut(6)),
    ("cut for 10 s", cut(10)),
    ("cut for 30 s", cut(30)),
    ("unplugged for 3 s", unplugged(3)),
    ("unplugged for 30 s", unplugged(30)),
    ("asleep for 40 s", asleep(40)),
    ("clock an hour on", clock_moved(3600)),
)


@pytest.mark.parametrize(("name", "fault"), FAULTS, ids=[name for name, _ in FAULTS])
async def test_a_conversation_survives(name: str, fault: Fault, outcomes: list[Outcome]) -> None:
    await survived(name, fault, outcomes)


@pytest.mark.parametrize(
    ("fault", "step"),
    [
        ("cut_at", "→offer"),
        ("cut_at", "→icecandidate"),
        ("cut_at", "←answer"),
        ("cut_at", "←icecandidate"),
        ("cut_at", "←sessionready"),
        ("repeated", "answer"),
    ],
)
async def test_a_session_begins_in_spite_of(fault: str, step: str, outcomes: list[Outcome]) -> None:
    begun = time.monotonic()
    async with stage(**{fault: step}) as built:
        viewer = built.viewer
        asking = await viewer.told(lambda fact: fact.get("phase") == Phase.ASKING_BROKER)
        viewer.say("Said at the start.")
        painted = await viewer.painted(begun, within=RECOVERY_SECONDS)
        await viewer.heard_of("Said at the start.")
        name = f"WebSocket cut at {step}" if fault == "cut_at" else f"{step} repeated"
        took = painted - asking["at"]
        outcomes.append(Outcome(name, viewer.how_it_went_on(), took, took, 1, len(viewer.arrived)))
        await viewer.quit()
        assert viewer.arrived == viewer.said
        assert built.network.cut_at == ""
