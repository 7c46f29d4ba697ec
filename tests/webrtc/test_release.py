import asyncio
import gc
import weakref

import pytest
from aioice import Candidate, Connection
from aiortc.mediastreams import AudioStreamTrack

from tests.engine.client import PATIENCE
from tests.webrtc.meeting import Meeting
from viewer.webrtc.release import release_agent


async def test_an_agent_that_is_closed_amid_its_checks_is_freed_without_the_collector() -> None:
    gc.collect()
    gc.disable()
    try:
        agent = Connection(ice_controlling=False)
        agent.remote_username, agent.remote_password = "name", "a-password-of-some-length"
        await agent.gather_candidates()
        await agent.add_remote_candidate(Candidate.from_sdp("1 1 udp 2122194687 192.0.2.9 9 typ host"))
        connecting = asyncio.ensure_future(agent.connect())
        while not any(pair.task for pair in agent._check_list):  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0)
        await agent.close()
        with pytest.raises(ConnectionError):
            await connecting
        left = weakref.ref(agent)
        release_agent(agent)
        del agent, connecting
        await asyncio.sleep(0)
        assert left() is None
    finally:
        gc.enable()


@pytest.mark.wire
async def test_a_connection_that_carried_everything_is_freed_without_the_collector() -> None:
    gc.collect()
    gc.disable()
    try:
        async with asyncio.timeout(PATIENCE):
            meeting = Meeting()
            channel, opened = meeting.client.createDataChannel("session"), asyncio.Event()
            channel.on("open", opened.set)
            meeting.client.addTransceiver(AudioStreamTrack(), direction="sendrecv")
            await meeting.connect()
            await opened.wait()
            await meeting.see(3)
            connection = meeting.peer._connection
            transport = connection.getTransceivers()[0].receiver.transport
            things = (
                *(meeting.peer, connection, connection.sctp, transport, transport.transport._connection),
                *connection.getSenders(),
                *connection.getReceivers(),
            )
            parts = [weakref.ref(thing) for thing in things]
            del connection, transport, things
            await meeting.close()
            del meeting.peer
            while any(part() is not None for part in parts):  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0.01)
    except TimeoutError:
        raise AssertionError(f"there is still: {[part() for part in parts if part()]}") from None
    finally:
        gc.enable()
