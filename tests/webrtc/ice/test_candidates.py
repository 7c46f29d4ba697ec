"""The peer connection's way with candidates, against an answering aiortc on this machine."""

import asyncio
import re
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TypeAlias

import pytest
from aioice.mdns import create_mdns_hostname, create_mdns_protocol
from aiortc import RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from aiortc.sdp import candidate_from_sdp

from tests.timing.stolen_time import Stopwatch
from tests.webrtc.ice.test_server import StunServer
from viewer.media.pcm import SAMPLE_RATE, PcmBuffer
from viewer.media.picture import PictureSlot
from viewer.media.receive.reception import Reception
from viewer.protocol import inputs
from viewer.protocol.api import ClientConfig, IceServer
from viewer.protocol.connectivity import Outcome
from viewer.protocol.sdp import local_candidates, split_candidates
from viewer.protocol.signalling import IceCandidate
from viewer.webrtc.ice.server import IceUrl
from viewer.webrtc.peer import Peer


@dataclass
class Observer:
    """Hands the viewer's candidates to the engine and waits for the connection."""

    engine: RTCPeerConnection
    candidates: list[IceCandidate] = field(default_factory=list)
    asked: list[tuple[str, Outcome]] = field(default_factory=list)
    connected: asyncio.Event = field(default_factory=asyncio.Event)
    gathered: asyncio.Event = field(default_factory=asyncio.Event)
    answered: asyncio.Event = field(default_factory=asyncio.Event)

    def take(self, happened: inputs.Input) -> None:
        match happened:
            case inputs.CandidateGathered(candidate):
                self.candidates.append(candidate)
                self.gathered.set()
            case inputs.IceServerAsked(url, outcome):
                self.asked.append((url, outcome))
                self.answered.set()
            case inputs.PeerConnected():
                self.connected.set()


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
        viewer = Peer(observer.take, Reception(PictureSlot(), speaker, lambda: None), None)
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


@pytest.mark.wire
async def test_candidates_inside_the_answer_are_used(pair: MakePair) -> None:
    peers = await pair()
    assert "a=candidate" not in peers.offer
    assert "a=candidate" in peers.answer
    assert "a=end-of-candidates" in peers.answer
    await peers.viewer.apply_answer(peers.answer)
    await peers.connect()
    assert peers.viewer.route
    assert (peers.viewer.route.local, peers.viewer.route.relay) == ("host", None)


@pytest.mark.wire
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
        connecting = Stopwatch()
        await peers.viewer.apply_answer(answer)
        for candidate in peers.told:
            await peers.viewer.add_candidate(candidate)
        await peers.connect()
        took.append(connecting.seconds())
    # aioice waits a second for each name.
    assert took[1] < took[0] + 1


@pytest.mark.wire
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


@pytest.mark.wire
async def test_candidates_that_cannot_be_used_are_skipped(pair: MakePair) -> None:
    peers = await pair()
    for line in ("", "nonsense", "1 1 udp 1 no-address 9 typ host", "1 1 tcp 1 10.0.0.1 9 typ host"):
        await peers.viewer.add_candidate(IceCandidate(line, "0", 0))
    await peers.viewer.apply_answer(peers.answer)
    await peers.connect()


@pytest.mark.wire
async def test_ipv6_alone_is_enough(pair: MakePair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aioice.ice.get_host_addresses", lambda use_ipv4, use_ipv6: ["::1"])
    peers = await pair()
    assert [candidate.candidate.split()[4] for candidate in peers.observer.candidates] == ["::1"]
    await peers.viewer.apply_answer(peers.answer)
    await peers.connect()
    assert peers.viewer.route
    assert peers.viewer.route.local == "host"


@asynccontextmanager
async def gathering(policy: str, *urls: str) -> AsyncIterator[tuple[Peer, Observer]]:
    """A viewer's peer that has made its offer and has asked every server, the last of which is of no use."""
    engine = RTCPeerConnection(RTCConfiguration(iceServers=[]))
    observer = Observer(engine)
    speaker = PcmBuffer(channels=2, capacity=SAMPLE_RATE)
    viewer = Peer(observer.take, Reception(PictureSlot(), speaker, lambda: None), None)
    assert not viewer._agent.local_candidates
    servers = [{"urls": [*urls, "nonsense"], "username": "u", "credential": "a-credential"}]
    config = ClientConfig.model_validate({"iceTransportPolicy": policy, "iceServers": servers})
    await viewer.offer(config, "auto")
    async with asyncio.timeout(20):
        while len(observer.asked) <= len(urls):
            observer.answered.clear()
            await observer.answered.wait()
    yield viewer, observer
    await viewer.close()
    await engine.close()


def kinds(observer: Observer) -> set[str]:
    return {re.sub(r".* typ (\w+).*", r"\1", c.candidate) for c in observer.candidates}


@pytest.mark.parametrize(("policy", "told"), [("all", {"host"}), ("relay", set())])
async def test_nothing_is_gathered_before_the_policy_is_known_nor_against_it(
    policy: str, told: set[str]
) -> None:
    async with gathering(policy) as (viewer, observer):
        assert kinds(observer) == told
        assert {candidate.type for candidate in viewer._agent.local_candidates} == told


OUTER = ("203.0.113.7", 4242)


@pytest.mark.virtual_time
@pytest.mark.parametrize(("policy", "told"), [("all", {"host", "srflx"}), ("relay", set())])
async def test_behind_a_nat_the_outer_address_is_told_though_another_server_is_silent(
    policy: str, told: set[str]
) -> None:
    loop = asyncio.get_running_loop()
    transport, server = await loop.create_datagram_endpoint(
        lambda: StunServer("XOR-MAPPED-ADDRESS", OUTER), local_addr=("127.0.0.1", 0)
    )
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as silent:
        silent.bind(("127.0.0.1", 0))
        ports = silent.getsockname()[1], transport.get_extra_info("sockname")[1]
        async with gathering(policy, *(f"stun:127.0.0.1:{port}" for port in ports)) as (_, observer):
            assert kinds(observer) == told
            outer = [c.candidate for c in observer.candidates if " typ srflx " in c.candidate]
            assert len(outer) <= 1
            assert all(" {} {} typ srflx ".format(*OUTER) in candidate for candidate in outer)
            outcomes = [outcome for url, outcome in observer.asked if "127" in url]
        if policy == "all":
            assert outcomes == [Outcome.WORKS, Outcome.SILENT]
            assert server.asked
        else:
            # Whoever wants to be seen by relays only asks nobody else, and blames nobody else.
            assert outcomes == [Outcome.WORKS, Outcome.WORKS]
            assert server.asked == 0
            silent.setblocking(False)
            with pytest.raises(BlockingIOError):
                silent.recv(1)
    transport.close()


class Allocation:
    """What a TURN server grants, without one."""

    def __init__(self, protocol: asyncio.DatagramProtocol) -> None:
        self._protocol = protocol
        self._TurnTransport__inner_protocol = None
        protocol.connection_made(self)  # type: ignore[arg-type]

    def get_extra_info(self, name: str) -> tuple[str, int]:
        return {"sockname": ("198.51.100.1", 5000), "related_address": ("192.0.2.1", 6000)}[name]

    def close(self) -> None:
        asyncio.get_running_loop().call_soon(self._protocol.connection_lost, None)


async def test_a_relay_over_udp_is_tried_before_one_over_tcp_and_that_before_one_over_tls(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def allocate(url: IceUrl, _: IceServer, protocol: asyncio.DatagramProtocol) -> Allocation:
        if url.host == "refuses.test":
            raise ConnectionError
        return Allocation(protocol)

    monkeypatch.setattr("viewer.webrtc.ice.agent.allocate", allocate)
    urls = ("turn:refuses.test", "turns:a.test", "turn:a.test?transport=tcp", "turn:a.test")
    async with gathering("all", *urls) as (viewer, observer):
        relays = {url: protocol.local_candidate.priority for protocol, url in viewer._servers._relays.items()}
        hosts = [
            candidate.priority for candidate in viewer._agent.local_candidates if candidate.type == "host"
        ]
    assert sorted(relays, key=lambda url: relays[url]) == list(urls[1:])
    assert max(relays.values()) < min(hosts)
    assert dict(observer.asked)["turn:refuses.test"] is Outcome.SILENT
