"""When the engine is reached through the broker, and what is told when that way is shut."""

import asyncio
from typing import Any

import pytest
from websockets.asyncio.server import ServerConnection, serve

from tests.session.test_broker import SESSION
from viewer import errors
from viewer.protocol import inputs
from viewer.protocol.api import BrokerSession
from viewer.protocol.commands import Connect
from viewer.protocol.gateway import Way
from viewer.session.broker import way_to_engine
from viewer.session.signalling import SignallingSocket

DIRECT = Way(
    "wss://engine.example:8443/v1/ws?session_id=s1",
    "https://engine.example:8443/v1/engines/7/talk?session_id=s1",
)
THROUGH = Way(
    "ws://broker.example:8080/base/v1/gateway/ws"
    "?target_url=wss%3A%2F%2Fengine.example%3A8443%2Fv1%2Fws%3Fsession_id%3Ds1",
    "http://broker.example:8080/base/v1/gateway/talk?session_id=s1",
    {"X-Anam-Target-Url": "https://engine.example:8443/v1/engines/7/talk?session_id=s1"},
)


@pytest.mark.parametrize(
    ("offer", "asked_for", "way"),
    [
        (None, False, DIRECT),
        ({"path": "/v1/gateway", "required": False}, False, DIRECT),
        ({"path": "/v1/gateway"}, True, THROUGH),
        ({"path": "/v1/gateway", "required": True}, False, THROUGH),
        # Others may mean something else by the name.
        ("https://gateway.example", False, DIRECT),
        ({"path": "//elsewhere.example\n", "required": True}, False, DIRECT),
        ({"path": "@elsewhere.example", "required": True}, False, DIRECT),
        ({"required": True}, False, DIRECT),
    ],
)
@pytest.mark.parametrize(
    "broker", ["http://broker.example:8080/base", "http://broker.example:8080/base/v1/engine/session"]
)
def test_the_engine_is_reached_through_the_broker_where_that_is_wanted(
    broker: str, offer: Any, asked_for: bool, way: Way
) -> None:
    granted = BrokerSession.model_validate(SESSION | {"gateway": offer})
    assert way_to_engine(Connect(broker, "joe", gateway=asked_for), granted) == way


def test_a_broker_without_a_gateway_is_said_to_have_none() -> None:
    with pytest.raises(errors.UsageError, match="has no gateway") as refused:
        way_to_engine(Connect("http://b", "joe", gateway=True), BrokerSession.model_validate(SESSION))
    assert "without --gateway" in refused.value.hint


@pytest.mark.parametrize(
    ("code", "reason", "for_good"),
    [
        (1008, "Backend WebSocket: cannot be reached", True),
        (1008, "Backend WebSocket closed", True),
        (1008, "rate limited", False),
        (1011, "Backend WebSocket closed", False),
        (1000, "", False),
    ],
)
async def test_a_gateway_that_closes_for_good_is_not_tried_again(
    code: int, reason: str, for_good: bool
) -> None:
    told: list[inputs.SocketInput] = []

    async def close(connection: ServerConnection) -> None:
        await connection.close(code, reason)

    async with serve(close, "127.0.0.1", 0) as server, asyncio.timeout(20):
        port = next(iter(server.sockets)).getsockname()[1]
        await SignallingSocket(f"ws://127.0.0.1:{port}", "", told.append).run()
    lost = told[-1]
    assert isinstance(lost, inputs.SocketLost)
    assert lost.for_good is for_good
    if for_good:
        assert isinstance(lost.why, errors.SignallingLost)
        assert lost.why.message == "The gateway does not let this session through to the avatar engine."
