"""One URL of one STUN or TURN server: what it means, and whether the server does what it is for."""

import asyncio
import logging
import re
import ssl
import struct
import time
from dataclasses import dataclass
from typing import Any, Final

from aioice import stun, turn

from viewer.protocol.api import IceServer
from viewer.protocol.connectivity import Outcome

_log = logging.getLogger(__name__)

CHECK_SECONDS: Final = 5.0

Address = tuple[str, int]

# RFC 7064 section 3.1 and RFC 7065 section 3.1; aiortc's parser takes no IPv6 addresses.
_URL: Final = re.compile(
    r"(?P<scheme>stuns?|turns?):(?P<host>\[[0-9a-f:.]+\]|[^\s\x00:?/@\[\]]+)(?::(?P<port>\d{1,5}))?"
    r"(?:\?transport=(?P<transport>\w+))?",
    re.IGNORECASE,
)

# What there is to be had; STUN over TLS finds the address of a TCP socket, which is of no use to media.
_KINDS: Final = (("stun", "udp"), ("turn", "udp"), ("turn", "tcp"), ("turns", "tcp"))

_TURN_CLIENT: Final = "_TurnTransport__inner_protocol"

# RFC 8489 section 14.8 and RFC 8656 section 19.
_REFUSING: Final = frozenset({401, 403, 441})
_FULL: Final = frozenset({486, 508})


@dataclass(frozen=True, slots=True)
class IceUrl:
    """A STUN or TURN URL that this viewer can use. ``rank``: the lower, the better for media."""

    scheme: str
    host: str
    port: int
    transport: str

    @property
    def address(self) -> Address:
        """Host (an IPv6 address without brackets) and port."""
        return self.host, self.port

    @property
    def is_relay(self) -> bool:
        """TURN, not STUN."""
        return self.scheme.startswith("turn")

    @property
    def rank(self) -> int:
        """A relay is quickest over UDP; TLS gets through where nothing else does."""
        return _KINDS.index((self.scheme, self.transport))


class IceServerFailed(Exception):
    """A server did not do what it is for. ``problem`` is a sentence without secrets."""

    def __init__(self, outcome: Outcome, problem: str) -> None:
        super().__init__(problem)
        self.outcome = outcome
        self.problem = problem


@dataclass(frozen=True, slots=True)
class IceServerReport:
    """What :func:`check_ice_server` found. ``problem`` is None if ``ok``, else a sentence."""

    url: str
    ok: bool
    milliseconds: float
    mapped_address: Address | None
    """As which address and port the server sees this machine."""
    relayed_address: Address | None
    """Where the server would relay from; None for STUN."""
    problem: str | None
    outcome: Outcome


async def check_ice_server(server: IceServer, url: str) -> IceServerReport:
    """Whether ``url`` of ``server`` works: a Binding for STUN, an allocation with credentials for TURN.

    Takes :data:`CHECK_SECONDS` at most and never raises for what a server or a network does. The
    allocation is given back.
    """
    began = time.monotonic()
    mapped = relayed = None
    outcome, problem = Outcome.WORKS, None
    try:
        parsed = parse_url(url)
        async with asyncio.timeout(CHECK_SECONDS):
            if parsed.is_relay:
                mapped, relayed = await _try_allocation(parsed, server)
            else:
                mapped = await _ask_binding(parsed)
    except (TimeoutError, OSError, stun.TransactionError, IceServerFailed) as error:
        failure = as_failure(error)
        outcome, problem = failure.outcome, failure.problem
    elapsed = round((time.monotonic() - began) * 1000, 1)
    return IceServerReport(url, problem is None, elapsed, mapped, relayed, problem, outcome)


def parse_url(url: str) -> IceUrl:
    """``url`` with the defaults of RFC 7064 and RFC 7065 filled in.

    Raises:
        IceServerFailed: it is no such URL, or one for something that media cannot use.
    """
    found = _URL.fullmatch(url.strip())
    if not found:
        raise IceServerFailed(Outcome.FAILED, "That is not a STUN or TURN URL.")
    scheme = found["scheme"].lower()
    transport = (found["transport"] or ("tcp" if scheme == "turns" else "udp")).lower()
    port = int(found["port"] or ("5349" if scheme.endswith("s") else "3478"))
    if (scheme, transport) not in _KINDS or not 0 < port <= 65535:
        raise IceServerFailed(Outcome.FAILED, "Such a server is of no use to this viewer.")
    host = found["host"].strip("[]")
    try:
        host.encode("idna")  # as resolving does
    except UnicodeError:
        raise IceServerFailed(Outcome.FAILED, "That host's name cannot be one.") from None
    return IceUrl(scheme, host, port, transport)


async def allocate(url: IceUrl, server: IceServer, protocol: asyncio.DatagramProtocol) -> turn.TurnTransport:
    """An allocation (RFC 8656 section 7) whose datagrams go to ``protocol``; close it to give it back.

    The server's certificate is checked against what this machine trusts (``SSL_CERT_FILE`` counts).

    Raises:
        OSError, stun.TransactionError: see :func:`as_failure`.
    """
    trust = await asyncio.to_thread(ssl.create_default_context) if url.scheme == "turns" else None
    transport, _ = await turn.create_turn_endpoint(
        lambda: protocol,
        server_addr=url.address,
        username=server.username,
        password=server.credential,
        ssl=trust,
        transport=url.transport,
    )
    _skip_what_cannot_be_handled(turn_client(transport))
    return transport


def turn_client(transport: turn.TurnTransport) -> turn.TurnClientProtocol:
    """What talks to the server that ``transport`` goes through."""
    client: turn.TurnClientProtocol = getattr(transport, _TURN_CLIENT)
    return client


def as_failure(error: Exception) -> IceServerFailed:
    """What ``error``, which came of asking a server, means."""
    outcome, problem = Outcome.SILENT, "The server does not answer."
    match error:
        case IceServerFailed():
            return error
        case stun.TransactionFailed():
            outcome, problem = _meaning(error.response.error_code)
        case ssl.SSLCertVerificationError():
            outcome, problem = Outcome.UNTRUSTED, "The server's certificate is not trusted."
        case ssl.SSLError():
            outcome, problem = Outcome.FAILED, "The server does not speak TLS as expected."
        case OSError() if not isinstance(error, TimeoutError):
            problem = "The server cannot be reached."
    return IceServerFailed(outcome, problem)


def mapped_address(response: stun.Message) -> Address | None:
    """As whom a Binding response (RFC 8489 section 14.1 and 14.2) addresses the one who asked."""
    attributes = response.attributes
    mapped: Address | None = attributes.get("XOR-MAPPED-ADDRESS") or attributes.get("MAPPED-ADDRESS")
    return mapped


def binding_request() -> stun.Message:
    """A fresh Binding request."""
    return stun.Message(stun.Method.BINDING, stun.Class.REQUEST)


def _skip_what_cannot_be_handled(client: turn.TurnClientProtocol) -> None:
    """Log what ``client`` raises over a packet. asyncio does so with datagrams, but closes a stream."""
    receive = client.datagram_received

    def receive_or_skip(data: bytes | str, addr: Address) -> None:
        try:
            receive(data, addr)
        except Exception:  # whatever an odd packet leads to, in aioice or behind it
            _log.exception("a relayed packet could not be handled")

    client.datagram_received = receive_or_skip  # type: ignore[method-assign]


def _meaning(code: int | None) -> tuple[Outcome, str]:
    if code in _REFUSING:
        return Outcome.REFUSED, "The server refused the credentials."
    if code in _FULL:
        return Outcome.FAILED, "The server has no room for another allocation."
    return Outcome.FAILED, f"The server answered with the error {code}."


async def _ask_binding(url: IceUrl) -> Address:
    transport, client = await asyncio.get_running_loop().create_datagram_endpoint(
        _BindingClient, remote_addr=url.address
    )
    try:
        mapped = mapped_address(await client.ask(url.address, transport))
    finally:
        transport.close()
    if mapped is None:
        raise IceServerFailed(Outcome.FAILED, "The server's answer has no address in it.")
    return mapped


async def _try_allocation(url: IceUrl, server: IceServer) -> tuple[Address | None, Address | None]:
    protocol = _Closable()
    transport = await allocate(url, server, protocol)
    addresses = transport.get_extra_info("related_address"), transport.get_extra_info("sockname")
    transport.close()
    await protocol.closed.wait()
    return addresses


class _BindingClient(asyncio.DatagramProtocol):
    """Carries one STUN transaction over a socket of its own."""

    _transport: asyncio.DatagramTransport

    def __init__(self) -> None:
        self._request = binding_request()
        self._transaction: stun.Transaction | None = None

    async def ask(self, server: Address, transport: asyncio.DatagramTransport) -> stun.Message:
        """The response to a Binding request, sent through ``transport``."""
        self._transport = transport
        self._transaction = stun.Transaction(self._request, server, self)
        response, _ = await self._transaction.run()
        return response

    def send_stun(self, message: stun.Message, addr: Address) -> None:
        """Called by the transaction; the socket knows only one ``addr``."""
        self._transport.sendto(bytes(message))

    def datagram_received(self, data: bytes, addr: tuple[str | Any, int]) -> None:
        try:
            message = stun.parse_message(data)
        except (ValueError, struct.error):
            return
        if self._transaction and message.transaction_id == self._request.transaction_id:
            self._transaction.response_received(message, addr)


class _Closable(asyncio.DatagramProtocol):
    def __init__(self) -> None:
        self.closed = asyncio.Event()

    def connection_lost(self, exc: Exception | None) -> None:
        self.closed.set()
