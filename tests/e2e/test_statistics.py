"""What the viewer tells of what arrives, over a real network that loses datagrams."""

import json
from typing import Any

import pytest

from tests.chaos.network import network
from tests.e2e.running_session import running_session
from tests.processes import Server
from tests.wire_messages import text_of
from viewer.protocol import client, events
from viewer.protocol.events import Phase
from viewer.protocol.insight import Noted

pytestmark = pytest.mark.wire


def video_track(event: Noted) -> dict[str, Any]:
    """What the engine is told of the pictures in ``event``, if anything."""
    if event.side == "out" and (text := text_of(event, "remote_rtp_stats")):
        track: dict[str, Any] = json.loads(text)["data"]
        if track["kind"] == "video":
            return track
    return {}


async def test_losses_and_what_was_asked_for_are_told_of_the_pictures_own_stream(
    broker: Server, engine: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "STATISTICS_EVERY", 2.0)
    async with network(broker.url, engine.url) as way, running_session(way.tcp.url, "clock-busy") as running:
        await running.phase(Phase.LIVE)
        undisturbed = video_track(await running.seen(Noted, lambda event: bool(video_track(event))))
        way.weather.loss = 0.05

        def disturbed(event: Noted) -> bool:
            return int(video_track(event).get("retransmittedPacketsReceived", 0)) > 10

        told = video_track(await running.seen(Noted, disturbed, within=60))
        shown = await running.seen(events.Statistics, lambda event: event.nack_count >= told["nackCount"])
    assert undisturbed["packetsLost"] == undisturbed["nackCount"] == 0
    assert undisturbed["retransmittedPacketsReceived"] == 0
    assert told["ssrc"] == undisturbed["ssrc"]
    assert told["packetsReceived"] > undisturbed["packetsReceived"] + 100
    assert told["framesReceived"] >= told["framesDecoded"] > undisturbed["framesDecoded"]
    # A lost packet is asked for and comes by another way, unless that is lost, too; messages ask for several.
    assert told["nackCount"] > 0
    assert told["packetsLost"] >= 10
    share = told["packetsLost"] / (told["packetsReceived"] - undisturbed["packetsReceived"])
    assert 0.02 < share < 0.15
    assert 0 < told["jitter"] < 1
    assert shown.packets_lost >= told["packetsLost"]
