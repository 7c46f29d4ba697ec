"""Faults made on purpose in a real session. What the session makes of them: tests/session/workbench."""

import asyncio
from typing import Any

import pytest

from tests.e2e.running_session import RunningSession, running_session
from tests.processes import Server
from viewer.protocol import commands
from viewer.protocol.events import Phase
from viewer.protocol.insight import Noted
from viewer.session.conversation import Conversation

pytestmark = pytest.mark.wire

ENOUGH = 250
"""Packets, of which a few more or less make no difference."""


async def counted(running: RunningSession) -> tuple[float, float]:
    """How many packets of the picture were sent, and how many of them did not come (webrtc-stats)."""
    conversation: Any = running.session
    (video,) = (
        each for each in await conversation._session._link._peer.inbound_rtp() if each["kind"] == "video"
    )
    lost = float(video["packetsLost"])
    return video["packetsReceived"] - video["retransmittedPacketsReceived"] + lost, lost


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
                await asyncio.sleep(0.1)
                sent, lost = await counted(running)
        assert (lost - lost_before) / (sent - sent_before) == pytest.approx(0.2, rel=0.1)
        assert running.phases[-1] is Phase.LIVE
    notes = [event.kind for event in running.events if isinstance(event, Noted)]
    assert notes.count("SocketOpened") == 2
