"""Clients that are slow, on purpose or not, do not hold a connection."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from tests.broker.in_memory import InMemory
from tests.broker.operation.service import Service
from tests.broker.upstream import API_KEY
from viewer.broker.app import create_app
from viewer.broker.operation.slow_clients import (
    BODY_WITHIN,
    HEADERS_WITHIN,
    MAX_HEADER_BYTES,
    TAKEN_WITHIN,
    HurriedProtocol,
)
from viewer.broker.server import server_config
from viewer.broker.start import ANSWER_WITHIN
from viewer.protocol.api import SESSION_PATH
from viewer.settings import BrokerSettings

HEAD = (
    f"POST {SESSION_PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    "Content-Length: 19\r\n\r\n"
).encode()
BODY = b'{"personaId":"p-1"}'

pytestmark = pytest.mark.virtual_time


class Wire(asyncio.Transport):
    """The other end is the test: what was ``sent`` to it, and when the connection was ``closed``."""

    def __init__(self) -> None:
        super().__init__()
        self.sent = b""
        self.closed = asyncio.get_running_loop().create_future()

    def connect(self, protocol: Any) -> None:
        self.protocol = protocol
        protocol.connection_made(self)

    def get_protocol(self) -> Any:
        return self.protocol

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        return default

    def write(self, data: Any) -> None:
        self.sent += bytes(data)

    def is_closing(self) -> bool:
        return self.closed.done()

    def close(self) -> None:
        if not self.closed.done():
            self.closed.set_result(asyncio.get_running_loop().time())
            asyncio.get_running_loop().call_soon(self.protocol.connection_lost, None)

    abort = close

    def pause_reading(self) -> None:
        return

    def resume_reading(self) -> None:
        return


@asynccontextmanager
async def connected(http: str) -> AsyncIterator[Wire]:
    app = create_app(BrokerSettings(), API_KEY, http=InMemory(Service()))
    config = server_config(app)
    if http == "h11":
        config.http = type("Hurried", (HurriedProtocol,), {"spoken": H11Protocol})
    config.load()
    server = uvicorn.Server(config)
    async with app.router.lifespan_context(app):
        wire = Wire()
        wire.connect(
            config.http_protocol_class(  # type: ignore[call-arg]
                config=config, server_state=server.server_state, app_state={}
            )
        )
        yield wire
        wire.close()
        await asyncio.sleep(0)
        assert not server.server_state.connections


async def drip(wire: Wire, text: bytes, every: float = 1.0) -> float:
    """Send a byte now and then; the seconds after which the connection was closed."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    for number in range(len(text)):
        if wire.is_closing():
            break
        wire.protocol.data_received(text[number : number + 1])
        await asyncio.wait([wire.closed], timeout=every)
    await asyncio.wait([wire.closed], timeout=1000)
    closed: float = wire.closed.result()
    return closed - began


@pytest.fixture(params=["httptools", "h11"])
async def wire(request: pytest.FixtureRequest) -> AsyncIterator[Wire]:
    async with connected(request.param) as wire:
        yield wire


async def test_who_says_nothing_is_let_go(wire: Wire) -> None:
    assert await drip(wire, b"") == pytest.approx(HEADERS_WITHIN, abs=0.1)


async def test_headers_that_drip_have_an_end(wire: Wire) -> None:
    assert await drip(wire, HEAD + BODY) == pytest.approx(HEADERS_WITHIN, abs=0.1)
    assert wire.sent == b""


async def test_headers_that_drip_after_a_request_have_an_end(wire: Wire) -> None:
    wire.protocol.data_received(HEAD + BODY)
    await asyncio.sleep(2)
    assert wire.sent.startswith(b"HTTP/1.1 200 OK")
    assert await drip(wire, HEAD) == pytest.approx(HEADERS_WITHIN, abs=0.1)


@pytest.mark.parametrize("every", [1.0, 1e6])
async def test_a_body_that_drips_or_ends_half_way_is_answered_with_408(wire: Wire, every: float) -> None:
    wire.protocol.data_received(HEAD)
    seconds = await drip(wire, BODY, every)
    assert seconds == pytest.approx(ANSWER_WITHIN, abs=0.1)
    assert wire.sent.startswith(b"HTTP/1.1 408 ")
    assert b"The request did not come to its end in time." in wire.sent


async def test_the_rest_of_a_body_that_nobody_wanted_has_an_end(wire: Wire) -> None:
    wire.protocol.data_received(HEAD.replace(b"application/json", b"text/plain"))
    assert await drip(wire, BODY) == pytest.approx(BODY_WITHIN, abs=0.1)
    assert wire.sent.startswith(b"HTTP/1.1 415 ")


async def test_headers_without_end_are_refused(wire: Wire) -> None:
    line = b"X-Much: " + b"a" * 1000 + b"\r\n"
    wire.protocol.data_received(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n")
    sent = 0
    while not wire.is_closing() and sent < 100 * MAX_HEADER_BYTES:
        wire.protocol.data_received(line)
        sent += len(line)
    assert sent < MAX_HEADER_BYTES + 2 * len(line)
    assert wire.sent.startswith((b"HTTP/1.1 431 ", b"HTTP/1.1 400 "))


async def test_headers_without_end_behind_a_request_that_waits_are_refused(wire: Wire) -> None:
    line = b"X-Much: " + b"a" * 1000 + b"\r\n"
    wire.protocol.data_received(HEAD + BODY + b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n")
    sent = 0
    while not wire.is_closing() and sent < 100 * MAX_HEADER_BYTES:
        wire.protocol.data_received(line)
        sent += len(line)
    assert sent < MAX_HEADER_BYTES + 2 * len(line)


async def test_who_does_not_take_its_answer_is_let_go(wire: Wire) -> None:
    began = asyncio.get_running_loop().time()
    wire.protocol.data_received(HEAD)
    wire.protocol.pause_writing()
    wire.protocol.data_received(BODY)
    assert await wire.closed - began == pytest.approx(TAKEN_WITHIN, abs=0.1)


async def test_who_takes_it_in_time_is_not(wire: Wire) -> None:
    wire.protocol.data_received(HEAD + BODY)
    for _ in range(3):
        wire.protocol.pause_writing()
        await asyncio.sleep(0.9)
        wire.protocol.resume_writing()
    assert not wire.is_closing()
    assert wire.sent.startswith(b"HTTP/1.1 200 OK")


@pytest.mark.parametrize(
    "lengths",
    [
        b"Content-Length: 19\r\nContent-Length: 5\r\n",
        b"Content-Length: 19\r\nTransfer-Encoding: chunked\r\n",
        b"Content-Length: +19\r\n",
        b"Content-Length: 19, 5\r\n",
        b"Content-Length: 0x13\r\n",
        b"Content-Length: -1\r\n",
        b"Content-Length: 99999999999999999999999\r\n",
        b"Transfer-Encoding: chunked, identity\r\n",
        b"Transfer-Encoding: xchunked\r\n",
        b"Transfer-Encoding : chunked\r\n",
    ],
)
async def test_lengths_that_can_be_read_two_ways_start_no_session(wire: Wire, lengths: bytes) -> None:
    head = HEAD.replace(b"Content-Length: 19\r\n", lengths)
    wire.protocol.data_received(head + BODY + HEAD + BODY)
    await asyncio.sleep(30)
    assert b" 200 OK" not in wire.sent
    assert wire.is_closing()
