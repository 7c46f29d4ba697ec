"""Checks of UDP: sockets of this computer, and the STUN and TURN servers of a session."""

import os
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Final

import ifaddr

from viewer.doctor.finding import Verdict
from viewer.errors import ConnectionBlocked
from viewer.protocol.api import IceServer
from viewer.protocol.connectivity import Outcome
from viewer.webrtc.ice.server import IceServerReport, check_ice_server

# Of the documentation networks (RFC 5737, RFC 3849): nobody is there, the way there is the way out.
_OUTSIDE: Final = {4: "192.0.2.1", 6: "2001:db8::1"}
_DISCARD_PORT: Final = 9  # RFC 863
_FIREWALL: Final = "Let UDP out in this computer's firewall: pictures and sound travel by it."

_OPERATOR: Final = "Ask the broker's operator to mend or remove this server."
_MENDING: Final = {
    Outcome.WORKS: _OPERATOR,
    Outcome.REFUSED: "Ask the broker's operator for valid credentials of this server.",
    Outcome.UNTRUSTED: "Name your network's certificate in SSL_CERT_FILE, or ask the broker's operator.",
    Outcome.SILENT: f"Let it through the firewall. {_OPERATOR[:-1]} if it is down.",
    Outcome.FAILED: _OPERATOR,
}


def udp(broker_host: str) -> Verdict:
    """Whether this computer's addresses can send datagrams and receive them, and whether one leaves.

    Args:
        broker_host: where a datagram is sent to; empty: nowhere, only the route is looked up.

    Raises:
        ConnectionBlocked: no datagram can be sent.
    """
    addresses = _addresses()
    working = [address for address in addresses if _echoes(address)]
    if not working:
        raise ConnectionBlocked("No UDP socket of this computer can send and receive.", hint=_FIREWALL)
    if broker_host and not _leaves(broker_host):
        raise ConnectionBlocked(f"No UDP datagram to {broker_host} leaves this computer.", hint=_FIREWALL)
    out = [f"IPv{version}" for version in _OUTSIDE if _has_route(version)]
    text = f"{', '.join(map(str, working))} can send and receive; "
    text += f"there is a route out by {' and '.join(out)}" if out else "there is no route to other networks"
    dead = [str(address) for address in addresses if address not in working]
    return Verdict(f"{text}. {', '.join(dead)} cannot.", _FIREWALL) if dead else Verdict(text)


async def ice_server(server: IceServer, url: str) -> Verdict:
    """Whether ``url`` of ``server`` does what it is for; else a warning, as a session may do without."""
    report = await check_ice_server(server, url)
    if report.ok:
        return Verdict(_seen(report))
    return Verdict(report.problem or "It does not work.", _MENDING[report.outcome])


def _seen(report: IceServerReport) -> str:
    if report.relayed_address:
        return f"relays from {_written(report.relayed_address)}"
    return f"sees this computer as {_written(report.mapped_address)}" if report.mapped_address else "answers"


def _written(address: tuple[str, int]) -> str:
    host, port = address
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _addresses() -> list[IPv4Address | IPv6Address]:
    """Those of this computer that media can use; loopback if there are no others."""
    found = []
    for adapter in ifaddr.get_adapters():
        for ip in adapter.ips:
            found.append(ip_address(ip.ip if isinstance(ip.ip, str) else ip.ip[0]))
    outward = [address for address in found if not address.is_loopback and not address.is_link_local]
    return outward or [address for address in found if address.is_loopback]


def _echoes(address: IPv4Address | IPv6Address) -> bool:
    """Whether a datagram sent from ``address`` to itself arrives."""
    word = os.urandom(8)
    try:
        with socket.socket(_family(address.version), socket.SOCK_DGRAM) as here:
            here.settimeout(0.5)
            here.bind((str(address), 0))
            here.sendto(word, here.getsockname())
            return here.recv(64) == word
    except OSError:
        return False


def _leaves(host: str) -> bool:
    """Whether the system takes a datagram for ``host``; a name that is not known says nothing."""
    try:
        found = socket.getaddrinfo(host, _DISCARD_PORT, type=socket.SOCK_DGRAM)
    except (OSError, UnicodeError):
        return True
    for family, kind, protocol, _, address in found:
        with socket.socket(family, kind, protocol) as here:
            try:
                here.sendto(b"\0", address)
            except OSError:
                continue
            return True
    return False


def _has_route(version: int) -> bool:
    """Whether the system knows a way to other networks; nothing is sent."""
    try:
        with socket.socket(_family(version), socket.SOCK_DGRAM) as here:
            here.connect((_OUTSIDE[version], _DISCARD_PORT))
    except OSError:
        return False
    return True


def _family(version: int) -> socket.AddressFamily:
    return socket.AF_INET if version == 4 else socket.AF_INET6
