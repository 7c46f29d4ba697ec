"""The inspector's figures say what a relay did to the stream, within a tenth."""

from typing import Any

import pytest

from tests.chaos.network import network
from tests.e2e.running_session import RunningSession, running_session
from tests.processes import Server
from viewer.protocol.events import Phase
from viewer.protocol.stats import StatsSampled

pytestmark = pytest.mark.long  # so many packets take a while

LOST = 60


def inbound(sampled: StatsSampled, kind: str) -> Any:
    return sampled.stats.get(f"inbound-rtp-{kind}", {})


async def sampled_after(running: RunningSession, kind: str, lost: int) -> StatsSampled:
    return await running.seen(
        StatsSampled, lambda event: inbound(event, kind).get("packetsLost", 0) >= lost, within=300
    )


@pytest.mark.parametrize("loss", [0.05, 0.15])
async def test_lost_packets_are_as_many_as_the_relay_lost(
    loss: float, broker: Server, engine: Server
) -> None:
    async with network(broker.url, engine.url) as way, running_session(way.tcp.url, "clock-busy") as running:
        await running.phase(Phase.LIVE)
        way.weather.loss = loss
        told = await sampled_after(running, "video", LOST)
        passed = dict(way.weather.streams)
    video = inbound(told, "video")
    stream = passed[video["ssrc"]]
    assert stream.lost / stream.sent == pytest.approx(loss, rel=0.4), "as it was asked to"
    assert video["packetsLost"] == pytest.approx(stream.lost, rel=0.1)
    came = video["packetsReceived"] - video["retransmittedPacketsReceived"]
    assert came == pytest.approx(stream.sent - stream.lost, rel=0.1)
