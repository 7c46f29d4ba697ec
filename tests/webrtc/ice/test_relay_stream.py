"""A relay over TCP, on loopback: what cannot be handled of its stream costs nothing but itself."""

import asyncio
import logging
import struct
from collections.abc import AsyncIterator
from typing import Any, Final

import pytest
from aioice import stun

from viewer.protocol.api import IceServer
from viewer.webrtc.ice.server import allocate, parse_url

RELAYED: Final = ("192.0.2.1", 4000)
PEER: Final = ("192.0.2.7", 9)
_HEADER: Final = 20


class Relay:
    """Allocates for whoever asks, and keeps the way back."""

    def __init__(self) -> None:
        self.writer: asyncio.StreamWriter
        self.channel = 0
        self.bound = asyncio.Event()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.writer = writer
        while header := await reader.read(_HEADER):
            if header[0] & 0xC0:  # channel data
                continue
            request = stun.parse_message(
                header + await reader.readexactly(int.from_bytes(header[2:4], "big"))
            )
            self._answer(request)

    def relay(self, data: bytes) -> None:
        """Hand ``data`` on, which comes from the peer."""
        self.writer.write(struct.pack("!HH", self.channel, len(data)) + data + bytes(-len(data) % 4))

    def _answer(self, request: stun.Message) -> None:
        answer = stun.Message(request.message_method, stun.Class.RESPONSE, request.transaction_id)
        answer.attributes["LIFETIME"] = 600
        if request.message_method == stun.Method.ALLOCATE:
            answer.attributes |= {"XOR-MAPPED-ADDRESS": PEER, "XOR-RELAYED-ADDRESS": RELAYED}
        self.writer.write(bytes(answer))
        if request.message_method == stun.Method.CHANNEL_BIND:
            self.channel = request.attributes["CHANNEL-NUMBER"]
            self.bound.set()


@pytest.fixture
async def relay() -> AsyncIterator[tuple[Relay, str]]:
    relay = Relay()
    server = await asyncio.start_server(relay.serve, "127.0.0.1", 0)
    yield relay, f"turn:127.0.0.1:{server.sockets[0].getsockname()[1]}?transport=tcp"
    server.close()
    relay.writer.close()
    await relay.writer.wait_closed()


class Agent(asyncio.DatagramProtocol):
    """Cannot handle everything."""

    def __init__(self) -> None:
        self.received: list[bytes] = []
        self.news, self.lost = asyncio.Event(), asyncio.Event()

    def datagram_received(self, data: bytes, addr: Any) -> None:
        if data == b"odd":
            raise IndexError
        self.received.append(data)
        self.news.set()

    def connection_lost(self, exc: Exception | None) -> None:
        self.lost.set()


async def test_a_relayed_packet_that_cannot_be_handled_costs_nothing_but_itself(
    relay: tuple[Relay, str], caplog: pytest.LogCaptureFixture
) -> None:
    far, url = relay
    agent = Agent()
    near = await allocate(parse_url(url), IceServer(urls=(url,)), agent)
    async with asyncio.timeout(10):
        near.sendto(b"hello", PEER)
        await far.bound.wait()
        await asyncio.sleep(0)
        with caplog.at_level(logging.ERROR):
            for data in (b"odd", b"next", b"odd"):
                far.relay(data)
            await agent.news.wait()
        assert agent.received == [b"next"]
        assert not agent.lost.is_set()
        assert {record.name for record in caplog.records} == {"viewer.webrtc.ice.server"}
        near.close()
        await agent.lost.wait()
