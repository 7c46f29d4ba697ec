"""ICE restarts: one that succeeds takes over, and after any other the connection goes on as it was."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aioice import Candidate

import viewer.webrtc.ice_restart
from tests.engine.client import PATIENCE
from tests.webrtc.meeting import Meeting, sockets
from viewer.engine.service.peer import Peer, UnusableOffer
from viewer.protocol.signalling import IceCandidate
from viewer.webrtc.ice_restart import IceRestart

pytestmark = pytest.mark.wire

NOBODY = IceCandidate("1 1 udp 2122194687 127.0.0.1 9 typ host", "0", 0)


@pytest.fixture
async def meeting() -> AsyncIterator[Meeting]:
    meeting = Meeting()
    async with asyncio.timeout(PATIENCE):
        await meeting.connect()
        await meeting.see(2)
        yield meeting
        await meeting.close()


async def until_restarts_end(peer: Peer) -> None:
    """Wait for the restart that goes on."""
    await asyncio.gather(*peer._restarts._tasks, return_exceptions=True)


async def restart(meeting: Meeting) -> None:
    """Begin ICE anew at both ends; the client does it as the engine does, since aiortc cannot."""
    ours = IceRestart(meeting.client)
    agent = ours._new
    answer = await meeting.peer.accept(meeting.restart_offer(agent.local_username, agent.local_password))
    await ours.prepare(answer)
    for candidate in agent.local_candidates:
        meeting.peer.add_candidate(IceCandidate(candidate.to_sdp(), "0", 0))
    for own in await meeting.peer.gather():
        await agent.add_remote_candidate(Candidate.from_sdp(own.candidate.removeprefix("candidate:")))
    await ours.finish()
    await until_restarts_end(meeting.peer)


async def test_a_restart_that_succeeds_takes_over_and_the_old_way_is_closed(meeting: Meeting) -> None:
    for _ in range(2):
        old, before = meeting.agent, sockets()
        await restart(meeting)
        assert meeting.agent is not old
        assert sockets() == before
        await meeting.see(3)
    assert not meeting.lost.is_set()


async def test_after_a_restart_that_failed_another_succeeds(
    meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, before = meeting.agent, sockets()
    with monkeypatch.context() as hurried:
        hurried.setattr(viewer.webrtc.ice_restart, "PATIENCE", 0.1)
        await meeting.peer.accept(meeting.restart_offer())
        await until_restarts_end(meeting.peer)
    await restart(meeting)
    assert meeting.agent is not old
    assert sockets() == before
    await meeting.see(3)


async def test_a_restart_that_nobody_answers_is_given_up_and_the_old_way_stays(
    meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(viewer.webrtc.ice_restart, "PATIENCE", 0.3)
    old, before = meeting.agent, sockets()
    answer = await meeting.peer.accept(meeting.restart_offer())
    assert "a=ice-ufrag:" in answer
    assert meeting.agent is not old
    meeting.peer.add_candidate(NOBODY)
    await meeting.see(3)  # meanwhile, too
    await until_restarts_end(meeting.peer)
    assert meeting.agent is old
    assert sockets() == before
    await meeting.see(3)
    assert not meeting.lost.is_set()


async def test_another_restart_ends_the_one_that_goes_on(meeting: Meeting) -> None:
    old, before = meeting.agent, sockets()
    await meeting.peer.accept(meeting.restart_offer())
    first, opened = meeting.agent, sockets()
    await meeting.peer.accept(meeting.restart_offer("third"))
    assert meeting.agent not in (old, first)
    assert sockets() == opened > before
    await meeting.see(3)


async def test_closing_amid_a_restart_leaves_nothing_open(meeting: Meeting) -> None:
    await meeting.peer.accept(meeting.restart_offer())
    await meeting.close()
    assert meeting.peer.state == "closed"
    assert sockets() <= meeting.sockets_before


@pytest.mark.parametrize("broken", ["", "m=video 9 UDP/TLS/RTP/SAVPF none\r\n"])
async def test_a_restart_that_cannot_be_answered_leaves_the_connection_as_it_is(
    meeting: Meeting, broken: str
) -> None:
    old, before = meeting.agent, sockets()
    offer = meeting.restart_offer() + broken if broken else meeting.restart_offer(password="")
    with pytest.raises(UnusableOffer):
        await meeting.peer.accept(offer)
    assert meeting.agent is old
    assert sockets() == before
    await meeting.see(3)
