"""STUN and TURN servers of every temper, on loopback."""

import asyncio
import socket
import struct
import time
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from viewer.protocol.api import ClientConfig
from viewer.session.ice import with_answering_servers


class StunServer(asyncio.DatagramProtocol):
    """Answers Binding requests as RFC 8489 says."""

    def connection_made(self, transport: Any) -> None:
        self._transport: asyncio.DatagramTransport = transport

    def datagram_received(self, data: bytes, addr: tuple[str | Any, int]) -> None:
        kind, _, cookie = struct.unpack("!HHI", data[:8])
        assert (kind, cookie) == (0x0001, 0x2112A442)
        self._transport.sendto(struct.pack("!HHI", 0x0101, 0, cookie) + data[8:20], addr)


@pytest.fixture
async def living() -> AsyncIterator[int]:
    """The port of a server that answers over UDP."""
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(StunServer, local_addr=("127.0.0.1", 0))
    yield transport.get_extra_info("sockname")[1]
    transport.close()


@pytest.fixture
async def tcp_only() -> AsyncIterator[int]:
    """The port of a server that takes TCP connections."""

    async def take(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    server = await asyncio.start_server(take, "127.0.0.1", 0)
    yield server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()


@pytest.fixture
def silent() -> Iterator[int]:
    """The port of a server that takes datagrams and says nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as hole:
        hole.bind(("127.0.0.1", 0))
        yield hole.getsockname()[1]


def config(*urls: str, policy: str = "all") -> ClientConfig:
    servers = [{"urls": [url], "username": "u", "credential": "c"} for url in urls]
    return ClientConfig.model_validate({"iceServers": servers, "iceTransportPolicy": policy})


async def chosen(offered: ClientConfig) -> list[str]:
    return [url for server in (await with_answering_servers(offered)).ice_servers for url in server.urls]


async def test_the_first_server_that_answers_is_taken_and_silent_ones_are_left_out(
    living: int, silent: int
) -> None:
    dead, good = f"stun:127.0.0.1:{silent}", f"stun:127.0.0.1:{living}"
    assert await chosen(config(dead, good)) == [good]
    assert await chosen(config(dead)) == []


async def test_many_silent_servers_are_asked_at_the_same_time(silent: int) -> None:
    alone = await elapsed(config(f"stun:127.0.0.1:{silent}"))
    together = await elapsed(config(*[f"turn:127.0.0.1:{silent}"] * 20))
    assert together < 5 * alone


async def elapsed(offered: ClientConfig) -> float:
    began = time.monotonic()
    await with_answering_servers(offered)
    return time.monotonic() - began


async def test_a_relay_over_udp_is_preferred_and_one_over_tcp_is_the_way_out(
    living: int, tcp_only: int, silent: int
) -> None:
    tcp = f"turn:127.0.0.1:{tcp_only}?transport=tcp"
    tls = f"turns:127.0.0.1:{tcp_only}?transport=tcp"
    udp = f"turn:127.0.0.1:{living}?transport=udp"
    assert await chosen(config(tls, tcp, udp)) == [udp]
    assert await chosen(config(f"turn:127.0.0.1:{silent}", tls, tcp)) == [tcp]


async def test_one_server_of_each_kind_is_kept_with_its_credentials(living: int) -> None:
    offered = config(f"turn:127.0.0.1:{living}", f"stun:127.0.0.1:{living}")
    kept = (await with_answering_servers(offered)).ice_servers
    assert [server.urls[0].partition(":")[0] for server in kept] == ["stun", "turn"]
    assert kept[1].credential == "c"


async def test_where_only_a_relay_is_allowed_a_silent_one_is_tried_all_the_same(silent: int) -> None:
    relay = f"turn:127.0.0.1:{silent}"
    assert await chosen(config(relay, policy="relay")) == [relay]


@pytest.mark.parametrize("url", ["", "http://x", "stun:", "stun:host:port", "turn:[", "stuns:127.0.0.1:1"])
async def test_a_url_that_cannot_be_used_is_left_out(url: str) -> None:
    assert await chosen(config(url)) == []
