"""Faults made on purpose in a real session. What the session makes of them: tests/session/workbench."""

import asyncio
from typing import Any

import pytest

from tests.e2e.running_session import RunningSession, running_session
from tests.processes import Server
from viewer.protocol import commands, events
from viewer.protocol.events import Phase
from viewer.protocol.insight import Noted
from viewer.session.conversation import Conversation

pytestmark = pytest.mark.wire

ENOUGH = 200
"""Packets, of which a few more or less make no difference."""


async def counted(running: RunningSession) -> tuple[float, float]:
    """How many packets of the picture were sent over the present connection, and how many of them did not
    come (webrtc-stats).
    """
    conversation: Any = running.session
    if link := conversation._session._link:
        for track in await link._peer.inbound_rtp():
            if track["kind"] == "video":
                lost = float(track["packetsLost"])
                return track["packetsReceived"] - track["retransmittedPacketsReceived"] + lost, lost
    return 0.0, 0.0


async def test_a_fifth_that_is_lost_is_counted_so_and_a_cut_websocket_is_opened_again(broker: Server) -> None:
    async with running_session(broker.url, kind=Conversation) as running:
        await running.phase(Phase.LIVE)
        conversation = running.session
        assert isinstance(conversation, Conversation)
        sent_before, lost_before = sent, lost = await counted(running)
        conversation.suffer(commands.LoseMedia(20))
        conversation.suffer(commands.CutSignalling())
        async with asyncio.timeout(20):
            while sent - sent_before < ENOUGH:
                await asyncio.sleep(0.05)
                sent, lost = await counted(running)
                if sent < sent_before:  # on a slow machine: another connection
                    sent_before = lost_before = 0.0
        assert (lost - lost_before) / (sent - sent_before) == pytest.approx(0.2, rel=0.1)
        assert not any(isinstance(event, events.CommandRefused) for event in running.events)
        kinds = [event.kind for event in running.events if isinstance(event, Noted)]
        assert "SocketOpened" in kinds[kinds.index("CutSignalling") :]
