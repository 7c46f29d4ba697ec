"""Messages, endings and bounds between a client and its engine, over real sockets."""

import asyncio
import json
from contextlib import suppress

import pytest
import websockets
from websockets import Origin

from tests.broker.gateway.conftest import RunningGateway, closed_with
from tests.broker.gateway.engine import Engine
from viewer.broker.gateway.grants import MAX_SOCKETS
from viewer.protocol.gateway import way_through


@pytest.fixture(autouse=True)
async def granted(gateway: RunningGateway, engine: Engine) -> None:
    assert gateway.grants.remember(engine.session())


async def test_text_and_bytes_go_both_ways_in_order(gateway: RunningGateway, engine: Engine) -> None:
    messages: list[str | bytes] = ["first", "ü" * 10_000, b"\x00\xff" * 500, "last"]
    async with websockets.connect(gateway.through(engine.session()), proxy=None) as client:
        for message in messages:
            await client.send(message)
        assert [await client.recv() for _ in messages] == messages
    assert engine.reached == ["GET /v1/ws?session_id=s-1"]


async def test_the_engine_learns_nothing_of_the_client(gateway: RunningGateway, engine: Engine) -> None:
    shown = {"Authorization": "Bearer of-the-broker", "Cookie": "a=b", "X-Forwarded-For": "10.0.0.1"}
    async with websockets.connect(
        gateway.through(engine.session()),
        proxy=None,
        additional_headers=shown,
        origin=Origin("https://app.example"),
    ) as client:
        await client.send("x")
        await client.recv()
    answered = await gateway.talk(engine.session().talk_url, json={"content": "Hello"}, headers=shown)
    assert answered.json() == {"spoken": True}
    assert json.loads(engine.bodies[0]) == {"content": "Hello"}
    for headers in engine.headers:
        assert headers.keys().isdisjoint({"Authorization", "Cookie", "X-Forwarded-For", "Origin"})


@pytest.mark.parametrize(
    ("code", "reason"), [(1000, "bye"), (1001, ""), (4321, "of its own"), (1011, "ü" * 61)]
)
async def test_the_clients_ending_reaches_the_engine(
    gateway: RunningGateway, engine: Engine, code: int, reason: str
) -> None:
    async with websockets.connect(gateway.through(engine.session()), proxy=None) as client:
        await client.close(code, reason)
    await engine.gone.wait()
    assert engine.closed == [code]


@pytest.mark.parametrize(("code", "reason"), [(1000, "bye"), (4000, "over"), (1013, "later")])
async def test_the_engines_ending_reaches_the_client(
    gateway: RunningGateway, engine: Engine, code: int, reason: str
) -> None:
    async with websockets.connect(gateway.through(engine.session()), proxy=None) as client:
        await engine.opened.wait()
        assert engine.socket
        await engine.socket.close(code=code, message=reason.encode())
        with pytest.raises(websockets.ConnectionClosed):
            await client.recv()
        assert (client.close_code, client.close_reason) == (code, reason)


async def test_a_client_that_breaks_off_is_no_goodbye(gateway: RunningGateway, engine: Engine) -> None:
    client = await websockets.connect(gateway.through(engine.session()), proxy=None)
    await engine.opened.wait()
    client.transport.abort()
    await engine.gone.wait()
    assert engine.closed == [1001]


async def test_an_engine_that_breaks_off_is_a_fault_worth_another_try(
    gateway: RunningGateway, engine: Engine
) -> None:
    async with websockets.connect(gateway.through(engine.session()), proxy=None) as client:
        await engine.opened.wait()
        assert engine.socket
        transport = engine.socket._req.transport  # type: ignore[union-attr]
        assert transport
        transport.abort()
        with pytest.raises(websockets.ConnectionClosed):
            await client.recv()
        assert client.close_code == 1011


async def test_an_engine_that_cannot_be_reached_is_said_so_for_good(gateway: RunningGateway) -> None:
    nobody = Engine(port=1).session("s-2")
    gateway.grants.remember(nobody)
    assert await closed_with(gateway.through(nobody)) == (1008, "Backend WebSocket: cannot be reached")
    refused = await gateway.talk(nobody.talk_url, "session_id=s-2")
    assert (refused.status_code, refused.json()["error"]) == (502, "engine-unreachable")


async def test_a_message_that_is_too_long_ends_it_on_both_sides(
    gateway: RunningGateway, engine: Engine
) -> None:
    async with websockets.connect(gateway.through(engine.session()), proxy=None, max_size=None) as client:
        await client.send("x" * ((1 << 20) + 1))
        with pytest.raises(websockets.ConnectionClosed):
            await client.recv()
        assert client.close_code == 1009
    await engine.gone.wait()


async def test_a_message_of_the_engine_that_is_too_long_ends_it(
    gateway: RunningGateway, engine: Engine
) -> None:
    async with websockets.connect(gateway.through(engine.session()), proxy=None, max_size=None) as client:
        await engine.opened.wait()
        assert engine.socket
        await engine.socket.send_str("x" * ((1 << 20) + 1))
        with pytest.raises(websockets.ConnectionClosed):
            await client.recv()
        assert client.close_code == 1009


async def test_one_who_reads_nothing_holds_the_other_up(gateway: RunningGateway, engine: Engine) -> None:
    """Nothing piles up in the gateway: with neither side reading, only sockets' own buffers fill."""
    engine.is_deaf = True
    sent = 0
    async with websockets.connect(gateway.through(engine.session()), proxy=None, compression=None) as client:
        with suppress(TimeoutError):
            while sent < 200:
                async with asyncio.timeout(1):
                    await client.send("x" * (1 << 19))
                sent += 1
        client.transport.abort()
    assert 0 < sent < 100


async def test_silence_ends_it(
    gateway: RunningGateway, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    grant = gateway.grants.of_socket(engine.session().signalling_url)
    assert grant
    grant.idle_seconds = 0.2
    assert await closed_with(gateway.through(engine.session())) == (1001, "Nothing was said for too long")
    await engine.gone.wait()
    assert grant.sockets == 0


async def test_one_session_has_few_sockets(gateway: RunningGateway, engine: Engine) -> None:
    url = gateway.through(engine.session())
    clients = [await websockets.connect(url, proxy=None) for _ in range(MAX_SOCKETS)]
    assert await closed_with(url) == (1008, "Backend WebSocket: too many for one session")
    for client in clients:
        await client.close()
    async with websockets.connect(url, proxy=None) as again:
        await again.send("still here")
        assert await again.recv() == "still here"


async def test_words_that_are_too_long_do_not_reach_the_engine(
    gateway: RunningGateway, engine: Engine
) -> None:
    refused = await gateway.talk(engine.session().talk_url, content=b"x" * (1 << 18))
    assert (refused.status_code, refused.json()["error"]) == (413, "too-long")
    assert engine.reached == []


async def test_no_session_is_named_in_the_log(
    gateway: RunningGateway, engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    async with websockets.connect(gateway.through(engine.session()), proxy=None) as client:
        await client.send("x")
        await client.recv()
    await closed_with(gateway.through(Engine(port=1).session("s-2")))
    told = [record.getMessage() for record in caplog.records if record.name.startswith(("uvicorn", "viewer"))]
    assert not [line for line in told if "session_id" in line]


async def test_the_official_form_is_ours(engine: Engine) -> None:
    way = way_through("https://broker.example/v1/gateway/", engine.session())
    assert way.signalling_url == (
        "wss://broker.example/v1/gateway/ws?target_url="
        f"ws%3A%2F%2F127.0.0.1%3A{engine.port}%2Fv1%2Fws%3Fsession_id%3Ds-1"
    )
    assert way.talk_url == "https://broker.example/v1/gateway/talk?session_id=s-1"
    assert way.talk_headers == {
        "X-Anam-Target-Url": f"http://127.0.0.1:{engine.port}/cell/7/talk?session_id=s-1"
    }
