"""A conversation in a network of its own: the kernel drops packets, and addresses change."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Final, TypeAlias

import pytest

from tests.chaos.outcome import Outcome
from tests.chaos.viewer_at_work import Viewer, viewer_at_work
from tests.network.network import Network, why_impossible
from viewer.protocol.events import Phase

pytestmark = pytest.mark.long

Fault: TypeAlias = Callable[[Network, Viewer], Awaitable[None]]


def dropped(seconds: float) -> Fault:
    """Every packet, those of new connections too."""

    async def fault(network: Network, viewer: Viewer) -> None:
        network.drop("meta l4proto { tcp, udp }")
        await asyncio.sleep(seconds / 2)
        viewer.say("Said in the dark.")
        await asyncio.sleep(seconds / 2)
        network.let_through()

    return fault


async def readdressed(network: Network, viewer: Viewer) -> None:
    network.readdress_viewer()
    viewer.say("Said from elsewhere.")


FAULTS: Final = (
    ("packets dropped for 6 s", dropped(6)),
    ("packets dropped for 15 s", dropped(15)),
    ("packets dropped for 30 s", dropped(30)),
    ("address changed", readdressed),
)


async def survived(name: str, fault: Fault, outcomes: list[Outcome]) -> None:
    if reason := why_impossible():
        pytest.skip(reason)
    network = Network()
    try:
        broker = await asyncio.to_thread(network.serve, [])
        async with viewer_at_work(broker, *network.command("viewer", [])) as viewer:
            await viewer.told(lambda fact: fact.get("phase") == Phase.LIVE)
            viewer.say("Said before.")
            await viewer.heard_of("Said before.")
            begun = time.monotonic()
            await fault(network, viewer)
            ended = time.monotonic()
            if fault is readdressed:
                await viewer.told(lambda fact: fact.get("stalled"), since=begun)
            painted = await viewer.painted(time.monotonic(), within=60)
            viewer.say("Said after.")
            for text in viewer.said:
                await viewer.heard_of(text, within=60)
            gap = viewer.longest_gap(begun, painted)
            said, arrived = len(viewer.said), len(viewer.arrived)
            outcomes.append(Outcome(name, viewer.how_it_went_on(), painted - ended, gap, said, arrived))
            await viewer.quit()
            assert viewer.arrived == viewer.said
    finally:
        network.close()


@pytest.mark.parametrize(("name", "fault"), FAULTS, ids=[name for name, _ in FAULTS])
async def test_a_conversation_survives(name: str, fault: Fault, outcomes: list[Outcome]) -> None:
    await survived(name, fault, outcomes)
