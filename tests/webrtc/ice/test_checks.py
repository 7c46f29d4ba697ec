"""Connectivity checks begin when there is something to check, at the pace of the RFC."""

import asyncio
from collections.abc import AsyncIterator
from itertools import pairwise

import pytest
from aioice import Candidate, Connection
from aioice.ice import CandidatePair

from viewer.webrtc.ice.checks import PACE_SECONDS, LowLatencyChecks


@pytest.fixture
async def agents() -> AsyncIterator[tuple[Connection, Connection]]:
    """Ours, controlling, and another, each with its host candidates and the other's credentials."""
    ours, other = Connection(ice_controlling=True), Connection(ice_controlling=False)
    for agent, peer in ((ours, other), (other, ours)):
        await agent.gather_candidates()
        agent.remote_username, agent.remote_password = peer.local_username, peer.local_password
    yield ours, other
    await ours.close()
    await other.close()


def _elsewhere(port: int) -> Candidate:
    """Where nobody answers."""
    return Candidate(str(port), 1, "udp", 2130706431, "192.0.2.1", port, "host")


async def test_a_candidate_that_comes_while_connecting_is_checked_at_once(
    agents: tuple[Connection, Connection],
) -> None:
    ours, other = agents
    checks = LowLatencyChecks(ours)
    connecting = [asyncio.create_task(agent.connect()) for agent in agents]
    await asyncio.sleep(0)
    for candidate in other.local_candidates:
        await ours.add_remote_candidate(candidate)
    assert not [pair for pair in ours._check_list if pair.task]
    checks.go_on()
    assert len([pair for pair in ours._check_list if pair.task]) == 1
    await asyncio.gather(*connecting)
    await ours.send(b"through")
    assert await other.recv() == b"through"


@pytest.mark.virtual_time
async def test_of_many_candidates_one_is_checked_at_a_time(agents: tuple[Connection, Connection]) -> None:
    ours, _ = agents
    checks = LowLatencyChecks(ours)
    connecting = asyncio.create_task(ours.connect())
    await asyncio.sleep(0)
    begun: asyncio.Queue[float] = asyncio.Queue()
    begin = ours.check_start_task
    loop = asyncio.get_running_loop()

    def watched(pair: CandidatePair) -> None:
        begun.put_nowait(loop.time())
        begin(pair)

    vars(ours)["check_start_task"] = watched
    for port in range(1000, 1003):
        await ours.add_remote_candidate(_elsewhere(port))
        checks.go_on()
    assert begun.qsize() == 1
    times = [await begun.get() for _ in range(3)]
    assert [later - earlier for earlier, later in pairwise(times)] == pytest.approx([PACE_SECONDS] * 2)
    checks.stop()
    await ours.close()
    with pytest.raises(ConnectionError):
        await connecting


async def test_an_agent_that_can_get_no_pair_any_more_fails(agents: tuple[Connection, Connection]) -> None:
    ours, _ = agents
    LowLatencyChecks(ours)
    await ours.add_remote_candidate(None)
    with pytest.raises(ConnectionError):
        await ours.connect()
    assert not ours._nominated
