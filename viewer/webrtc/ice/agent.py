"""Candidates through every STUN and TURN server, trickled: nothing ever waits for a server.

aiortc 1.16.0 uses the first STUN and the first TURN URL only, and its gathering holds everything up until
they have answered, 5 s for a silent one. So its agent gathers host candidates alone, and what the servers
yield is added here to the living agent (aioice 0.13.0), as if it had gathered that itself. Trickle ICE with
all servers in aiortc would make this file unnecessary.
"""

import asyncio
import logging
import socket
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Final, cast

from aioice import Candidate, Connection, TransportPolicy, stun, turn
from aioice.candidate import candidate_foundation, candidate_priority
from aioice.ice import StunProtocol
from aioice.mdns import is_mdns_hostname

from viewer.protocol.api import ClientConfig, IceServer
from viewer.protocol.connectivity import Outcome
from viewer.protocol.insight import CandidatePair
from viewer.protocol.text import plain
from viewer.tasks import BackgroundTasks
from viewer.webrtc.ice.checks import LowLatencyChecks
from viewer.webrtc.ice.server import (
    Address,
    IceServerFailed,
    IceUrl,
    allocate,
    as_failure,
    binding_request,
    mapped_address,
    parse_url,
    turn_client,
)

_log = logging.getLogger(__name__)

# Shorter than the state machine waits for a connection (10 s), so that it knows who was silent.
GATHER_SECONDS: Final = 9.0
MAX_URLS: Final = 32
# Doubling from 0.5 s (RFC 8489 section 6.2.1): given up after 7.5 s.
RETRANSMISSIONS: Final = 3

_POLICIES: Final = {"all": TransportPolicy.ALL, "relay": TransportPolicy.RELAY}
_COMPONENT: Final = 1
_LOCAL_PREFERENCE: Final = 65535


@dataclass(frozen=True, slots=True)
class Route:
    """How media travels: types of both ends' candidates (RFC 8445), and the TURN server's URL or None."""

    local: str
    remote: str
    relay: str | None


class ServerGathering:
    """Server-reflexive and relay candidates for one ICE agent.

    Args:
        agent: begins to gather after :meth:`use`, and has got its host candidates when :meth:`start` is
            called.
        found: called with each candidate that the other side has to know now.
        usable: called when the agent has got a candidate that it can send from.
        asked: called once a URL, as soon as it is known what became of it.
    """

    def __init__(
        self,
        agent: Connection,
        found: Callable[[Candidate], None],
        usable: Callable[[], None],
        asked: Callable[[str, Outcome], None],
    ) -> None:
        self._agent = agent
        self._urls: list[tuple[str, IceServer]] = []
        self._found = found
        self._usable = usable
        self._asked = asked
        self._relays: dict[StunProtocol, str] = {}
        self._tasks = BackgroundTasks("ice servers")
        self._asking: set[asyncio.Task[Any]] = set()
        self._remote_known = asyncio.Event()
        self._checks = LowLatencyChecks(agent)

    def use(self, config: ClientConfig) -> None:
        """The servers, :data:`MAX_URLS` of them at most, and the policy: with ``relay`` the agent gathers
        nothing of its own.
        """
        self._agent._transport_policy = _POLICIES[config.ice_transport_policy]
        self._urls = [(url, server) for server in config.ice_servers for url in server.urls][:MAX_URLS]

    def start(self) -> None:
        """Ask the servers, all at the same time."""
        hosts = [p for p in self._agent._protocols if p.local_candidate.type == "host"]
        for url, server in self._urls:
            self._spawn(self._ask(url, server, hosts))

    def remote_candidate_added(self) -> None:
        """The agent has got a candidate of the other side."""
        self._remote_known.set()
        self._checks.go_on()

    async def ended(self) -> None:
        """Wait until no more servers will answer."""
        while self._asking:
            await asyncio.wait(self._asking)

    @property
    def route(self) -> Route | None:
        """How the agent is connected, if it is."""
        if (pair := self._agent._nominated.get(_COMPONENT)) is None:
            return None
        relay = self._relays.get(pair.protocol)
        return Route(pair.local_candidate.type, pair.remote_candidate.type, relay)

    @property
    def pairs(self) -> tuple[CandidatePair, ...]:
        """What was tried so far, and what came of it."""
        nominated = self._agent._nominated.get(_COMPONENT)
        return tuple(
            CandidatePair(
                _named(pair.local_candidate),
                _named(pair.remote_candidate),
                pair.state.name.lower().replace("_", "-"),
                pair is nominated,
            )
            for pair in self._agent._check_list
        )

    async def settle(self) -> None:
        """The agent is connected: ask no more, and give back the relays that nobody can be using.

        A pair that was checked may have been chosen by the other side; the agent forgets all others.
        """
        await self._tasks.cancel()
        checked = {pair.protocol for pair in self._agent._check_list}
        for relay in [relay for relay in self._relays if relay not in checked]:
            del self._relays[relay]
            self._agent._protocols.remove(relay)
            relay.transport.close()

    async def close(self) -> None:
        """Begin to give all allocations back; the agent's own closing waits for that."""
        self._checks.stop()
        await self._tasks.cancel()
        # Of its own accord the agent would wait for the first before it begins with the second.
        for relay in self._relays:
            relay.transport.close()

    def _spawn(self, question: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        task = self._tasks.spawn("ask", question)
        self._asking.add(task)
        task.add_done_callback(self._asking.discard)
        return task

    async def _ask(self, url: str, server: IceServer, hosts: list[StunProtocol]) -> None:
        outcome = Outcome.WORKS
        try:
            parsed = parse_url(url)
            async with asyncio.timeout(GATHER_SECONDS):
                if parsed.is_relay:
                    await self._gather_relay(parsed, url, server)
                elif self._agent._transport_policy is TransportPolicy.ALL:
                    await self._gather_reflexive(parsed, hosts)
        except (OSError, stun.TransactionError, IceServerFailed) as error:
            failure = as_failure(error)
            outcome = failure.outcome
            _log.info("%s: %s", plain(url, 200), failure.problem)
        self._asked(url, outcome)

    async def _gather_reflexive(self, url: IceUrl, hosts: list[StunProtocol]) -> None:
        servers = await _resolve(url)
        questions = [
            self._spawn(self._ask_binding(host, servers[version]))
            for host in hosts
            if (version := _version(host.local_candidate.host)) in servers
        ]
        # An interface that leads nowhere hides no answer that came through another.
        for question in asyncio.as_completed(questions):
            if await question:
                return
        raise IceServerFailed(Outcome.SILENT, "The server does not answer.")

    async def _ask_binding(self, host: StunProtocol, server: Address) -> bool:
        try:
            response, _ = await host.request(binding_request(), server, retransmissions=RETRANSMISSIONS)
        except stun.TransactionError:
            return False
        base = host.local_candidate
        known = {(candidate.host, candidate.port) for candidate in self._agent.local_candidates}
        # Without NAT it is the host candidate again (RFC 8445 section 5.1.3).
        if (mapped := mapped_address(response)) and mapped not in known and not self._agent._closing:
            candidate = Candidate(
                foundation=candidate_foundation("srflx", "udp", base.host),
                component=_COMPONENT,
                transport="udp",
                priority=candidate_priority(_COMPONENT, "srflx"),
                host=mapped[0],
                port=mapped[1],
                type="srflx",
                related_address=base.host,
                related_port=base.port,
            )
            # Its checks are sent from its base, which is in the agent already (RFC 8445 section 6.1.2.4).
            self._agent._local_candidates.append(candidate)
            self._found(candidate)
        return True

    async def _gather_relay(self, url: IceUrl, name: str, server: IceServer) -> None:
        protocol = StunProtocol(self._agent)
        transport = await allocate(url, server, protocol)
        if self._agent._closing:
            transport.close()
            return
        host, port = transport.get_extra_info("sockname")
        base = transport.get_extra_info("related_address")
        if self._agent._transport_policy is TransportPolicy.RELAY:
            # RFC 9429 section 3.5.3: the related address would give away what is not to be used.
            base = ("0.0.0.0" if _version(host) == 4 else "::", 9)  # noqa: S104 - says “hidden”
        protocol.local_candidate = Candidate(
            foundation=candidate_foundation("relay", url.transport, host),
            component=_COMPONENT,
            transport="udp",
            priority=candidate_priority(_COMPONENT, "relay", _LOCAL_PREFERENCE - url.rank),
            host=host,
            port=port,
            type="relay",
            related_address=base[0],
            related_port=base[1],
        )
        self._relays[protocol] = name
        self._agent._protocols.append(protocol)
        self._agent._local_candidates.append(protocol.local_candidate)
        for remote in self._agent.remote_candidates:
            self._agent._pair_remote_candidate(remote)
        self._agent.sort_check_list()
        self._checks.go_on()
        self._usable()
        self._tasks.spawn("permit", self._permit_and_tell(protocol))

    async def _permit_and_tell(self, relay: StunProtocol) -> None:
        """Tell of a relay candidate once the other side's packets are let through to it.

        A TURN server drops what comes from addresses that nothing was sent to (RFC 8656 section 9). The other
        side's first check would be lost, and an aiortc engine sends the second one half a second later.
        """
        await self._remote_known.wait()
        client = turn_client(cast("turn.TurnTransport", relay.transport))
        # It has no effect beside its way through (RFC 8445 section 11).
        nudge = bytes(stun.Message(stun.Method.BINDING, stun.Class.INDICATION))
        local = relay.local_candidate
        reached = [
            client.send_data(nudge, (remote.host, remote.port))
            for remote in self._agent.remote_candidates
            if not is_mdns_hostname(remote.host) and local.can_pair_with(remote)
        ]
        for failure in await asyncio.gather(*reached, return_exceptions=True):
            if failure:
                _log.info("a relay refuses one of the engine's addresses: %s", failure)
        self._found(local)


async def _resolve(url: IceUrl) -> dict[int, Address]:
    """The first address of each IP version."""
    found = await asyncio.get_running_loop().getaddrinfo(*url.address, type=socket.SOCK_DGRAM)
    addresses: dict[int, Address] = {}
    for family, _, _, _, address in found:
        addresses.setdefault(6 if family == socket.AF_INET6 else 4, (str(address[0]), int(address[1])))
    return addresses


def _version(address: str) -> int:
    return 6 if ":" in address else 4


def _named(candidate: Candidate) -> str:
    """Its kind and address, as people write it."""
    return f"{candidate.type} {candidate.transport} {candidate.host} {candidate.port}"
