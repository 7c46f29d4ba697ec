"""The peer connection's way with candidates, against an answering aiortc on this machine."""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeAlias

import pytest
from aioice.mdns import create_mdns_hostname, create_mdns_protocol
from aiortc import RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from aiortc.sdp import candidate_from_sdp

from viewer.media.pcm import SAMPLE_RATE, PcmBuffer
from viewer.media.picture import PictureSlot
from viewer.protocol.api import ClientConfig
from viewer.protocol.connectivity import Outcome
from viewer.protocol.sdp import local_candidates, split_candidates
from viewer.protocol.signalling import IceCandidate
from viewer.session.peer import Peer
from viewer.session.reception import Reception


@dataclass
class Observer:
    """Hands the viewer's candidates to the engine and waits for the connection."""

    engine: RTCPeerConnection
    candidates: list[IceCandidate] = field(default_factory=list)
    asked: list[tuple[str, Outcome]] = field(default_factory=list)
    connected: asyncio.Event = field(default_factory=asyncio.Event)
    gathered: asyncio.Event = field(default_factory=asyncio.Event)
    answered: asyncio.Event = field(default_factory=asyncio.Event)

    def candidate_gathered(self, candidate: IceCandidate) -> None:
        self.candidates.append(candidate)
        self.gathered.set()

    def ice_server_asked(self, url: str, outcome: Outcome) -> None:
        self.asked.append((url, outcome))
        self.answered.set()

    def ice_connected(self) -> None: ...

    def peer_connected(self) -> None:
        self.connected.set()

    def peer_failed(self) -> None: ...
    def channel_opened(self) -> None: ...
    def channel_closed(self) -> None: ...
    def data_received(self, text: str | bytes) -> None: ...


@dataclass
class Pair:
    """A viewer's peer and an engine's, as far as offer and answer; ``told`` are the engine's candidates."""

    viewer: Peer
    observer: Observer
    offer: str
    answer: str
    told: list[IceCandidate]

    async def connect(self) -> None:
        async with asyncio.timeout(20):
            await self.observer.connected.wait()


MakePair: TypeAlias = Callable[[], Awaitable[Pair]]


@pytest.fixture
async def pair() -> AsyncIterator[MakePair]:
    made: list[Pair] = []

    async def make() -> Pair:
        engine = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        observer = Observer(engine)
        speaker = PcmBuffer(channels=2, capacity=SAMPLE_RATE)
        viewer = Peer(observer, Reception(PictureSlot(), speaker, lambda: None), None)
        offer = await viewer.offer(ClientConfig(), "auto")
        await observer.gathered.wait()
        await engine.setRemoteDescription(RTCSessionDescription(offer, "offer"))
        for candidate in observer.candidates:
            parsed = candidate_from_sdp(candidate.candidate.removeprefix("candidate:"))
            parsed.sdpMid = candidate.sdp_mid
            await engine.addIceCandidate(parsed)
        await engine.setLocalDescription(await engine.createAnswer())
        sdp = engine.localDescription.sdp
        made.append(Pair(viewer, observer, offer, sdp, local_candidates(sdp)))
        return made[-1]

    yield make
    for each in made:
        await each.viewer.close()
        await each.observer.engine.close()


async def test_candidates_inside_the_answer_are_used(pair: MakePair) -> None:
    peers = await pair()
    assert "a=candidate" not in peers.offer
    assert "a=candidate" in peers.answer
    assert "a=end-of-candidates" in peers.answer
    await peers.viewer.apply_answer(peers.answer)
    await peers.connect()
    assert peers.viewer.route
    assert (peers.viewer.route.local, peers.viewer.route.relay) == ("host", None)


async def test_names_that_nobody_answers_for_hold_nothing_up(
    pair: MakePair,
) -> None:
    took = []
    for unknown in (0, 8):
        peers = await pair()
        names = [f"{n} 1 udp 2130706431 {create_mdns_hostname()} 9 typ host" for n in range(unknown)]
        lines = "".join(f"a=candidate:{name}\r\n" for name in names)
        answer, _ = split_candidates(peers.answer)
        answer = answer.replace("a=ice-ufrag", f"{lines}a=ice-ufrag", 1)
        began = time.monotonic()
        await peers.viewer.apply_answer(answer)
        for candidate in peers.told:
            await peers.viewer.add_candidate(candidate)
        await peers.connect()
        took.append(time.monotonic() - began)
    # aioice waits a second for each name.
    assert took[1] < took[0] + 1


async def test_a_name_that_somebody_answers_for_is_connected_to(
    pair: MakePair,
) -> None:
    responder = await create_mdns_protocol()
    peers = await pair()
    answer, candidates = split_candidates(peers.answer)
    await peers.viewer.apply_answer(answer)
    for candidate in candidates:
        if candidate and (found := re.search(r" (\d+\.\d+\.\d+\.\d+) (?=\d+ typ host)", candidate.candidate)):
            name = create_mdns_hostname()
            await responder.publish(name, found[1])
            line = candidate.candidate.replace(f" {found[1]} ", f" {name} ", 1)
            await peers.viewer.add_candidate(IceCandidate(line, candidate.sdp_mid, candidate.sdp_mline_index))
    await peers.connect()
    await responder.close()


@pytest.mark.parametrize(
    "line", ["", "nonsense", "1 1 udp 1 no-address 9 typ host", "1 1 tcp 1 10.0.0.1 9 typ host"]
)
async def test_a_candidate_that_cannot_be_used_is_skipped(pair: MakePair, line: str) -> None:
    peers = await pair()
    await peers.viewer.add_candidate(IceCandidate(line, "0", 0))
    await peers.viewer.apply_answer(peers.answer)
    await peers.connect()


@pytest.mark.parametrize(("policy", "told"), [("all", {"host"}), ("relay", set())])
async def test_nothing_is_gathered_before_the_policy_is_known_nor_against_it(
    policy: str, told: set[str]
) -> None:
    engine = RTCPeerConnection(RTCConfiguration(iceServers=[]))
    observer = Observer(engine)
    speaker = PcmBuffer(channels=2, capacity=SAMPLE_RATE)
    viewer = Peer(observer, Reception(PictureSlot(), speaker, lambda: None), None)
    assert not viewer._agent.local_candidates
    # A server that is asked last of all tells when the rest has been gathered.
    config = ClientConfig.model_validate({"iceTransportPolicy": policy, "iceServers": [{"urls": "nonsense"}]})
    await viewer.offer(config, "auto")
    async with asyncio.timeout(20):
        await observer.answered.wait()
    assert {re.sub(r".* typ (\w+).*", r"\1", c.candidate) for c in observer.candidates} == told
    assert {candidate.type for candidate in viewer._agent.local_candidates} == told
    await viewer.close()
    await engine.close()
