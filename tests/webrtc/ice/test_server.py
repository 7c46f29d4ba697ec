"""STUN and TURN servers of every temper, on loopback."""

import asyncio
import socket
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aioice import stun

from tests.network.coturn import CREDENTIAL, USERNAME, Coturn
from viewer.protocol.api import IceServer
from viewer.protocol.connectivity import Outcome
from viewer.webrtc.ice.server import (
    CHECK_SECONDS,
    Address,
    IceServerFailed,
    IceUrl,
    check_ice_server,
    parse_url,
)


class StunServer(asyncio.DatagramProtocol):
    """Tells as whom it sees who asks, in the older attribute if ``attribute`` is that.

    Args:
        behind: what a NAT has made of the address.
    """

    def __init__(self, attribute: str, behind: Address | None = None) -> None:
        self._attribute = attribute
        self._behind = behind
        self.asked = 0
        """How many requests came."""

    def connection_made(self, transport: Any) -> None:
        self._transport: asyncio.DatagramTransport = transport

    def datagram_received(self, data: bytes, addr: tuple[str | Any, int]) -> None:
        self.asked += 1
        request = stun.parse_message(data)
        answer = stun.Message(request.message_method, stun.Class.RESPONSE, request.transaction_id)
        answer.attributes[self._attribute] = self._behind or addr
        # What is no answer to this request is passed over.
        self._transport.sendto(b"not STUN", addr)
        self._transport.sendto(bytes(stun.Message(stun.Method.BINDING, stun.Class.RESPONSE)), addr)
        self._transport.sendto(bytes(answer), addr)


@pytest.fixture(params=["XOR-MAPPED-ADDRESS", "MAPPED-ADDRESS"])
async def stun_port(request: pytest.FixtureRequest) -> AsyncIterator[int]:
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(
        lambda: StunServer(request.param), local_addr=("127.0.0.1", 0)
    )
    yield transport.get_extra_info("sockname")[1]
    transport.close()


def server(url: str, credential: str | None = CREDENTIAL) -> IceServer:
    return IceServer(urls=(url,), username=USERNAME, credential=credential)


async def test_a_stun_server_tells_as_whom_it_sees_us(stun_port: int) -> None:
    url = f"stun:127.0.0.1:{stun_port}"
    report = await check_ice_server(server(url), url)
    assert report.ok
    assert report.problem is None
    assert report.mapped_address
    assert report.mapped_address[0] == "127.0.0.1"
    assert report.relayed_address is None


@pytest.mark.wire
@pytest.mark.parametrize("kind", ["udp", "tcp", "tls"])
async def test_a_turn_server_relays_for_the_right_credentials_only(
    coturn: Coturn, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(coturn.certificate))
    url = coturn.url(kind)
    right, wrong, none = [
        await check_ice_server(server(url, credential), url) for credential in (CREDENTIAL, "wrong", None)
    ]
    assert right.ok
    assert right.relayed_address
    assert right.mapped_address
    for refused in (wrong, none):
        assert (refused.ok, refused.outcome) == (False, Outcome.REFUSED)
        assert refused.relayed_address is None


@pytest.mark.wire
async def test_a_certificate_that_nobody_vouches_for_is_not_taken(coturn: Coturn) -> None:
    url = coturn.url("tls")
    report = await check_ice_server(server(url), url)
    assert report.outcome is Outcome.UNTRUSTED
    assert report.problem == "The server's certificate is not trusted."


@pytest.mark.virtual_time
@pytest.mark.parametrize("kind", ["stun", "turn"])
async def test_a_silent_server_is_not_waited_for_longer_than_that(kind: str) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as hole:
        hole.bind(("127.0.0.1", 0))
        url = f"{kind}:127.0.0.1:{hole.getsockname()[1]}"
        report = await check_ice_server(server(url), url)
    assert report.outcome is Outcome.SILENT
    assert asyncio.get_running_loop().time() == pytest.approx(CHECK_SECONDS)


async def test_a_closed_port_is_told_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    url = f"turn:127.0.0.1:{port}?transport=tcp"
    report = await check_ice_server(server(url), url)
    assert (report.outcome, report.problem) == (Outcome.SILENT, "The server cannot be reached.")


@pytest.mark.parametrize(
    ("url", "parsed"),
    [
        ("stun:a.example", IceUrl("stun", "a.example", 3478, "udp")),
        ("TURN:a.example:5", IceUrl("turn", "a.example", 5, "udp")),
        ("turn:a.example?transport=TCP", IceUrl("turn", "a.example", 3478, "tcp")),
        ("turns:a.example", IceUrl("turns", "a.example", 5349, "tcp")),
        ("turns:[2001:db8::1]:443?transport=tcp", IceUrl("turns", "2001:db8::1", 443, "tcp")),
    ],
)
def test_urls_are_read_with_their_defaults(url: str, parsed: IceUrl) -> None:
    assert parse_url(url) == parsed


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://x",
        "stun:",
        "stun:host:port",
        "turn:[",
        "turn:::1",
        "stuns:a",
        "turns:a?transport=udp",
        "stun:a:0",
    ],
)
async def test_a_url_that_is_of_no_use_is_a_failure_and_no_exception(url: str) -> None:
    with pytest.raises(IceServerFailed):
        parse_url(url)
    assert (await check_ice_server(server(url), url)).outcome is Outcome.FAILED


def test_a_relay_over_udp_ranks_before_one_over_tcp_and_that_before_one_over_tls() -> None:
    urls = ["turns:a", "turn:a?transport=tcp", "turn:a"]
    ranks = [parse_url(url).rank for url in urls]
    assert ranks == sorted(ranks, reverse=True)
