"""What a session's answer says of the gateway."""

import json

import httpx
import pytest

from tests.broker.conftest import running_broker
from tests.broker.upstream import SESSION, TOKEN, ScriptedUpstream
from viewer.broker.gateway.gateway import running_gateway
from viewer.broker.gateway.grants import Grants
from viewer.broker.granted import Granted
from viewer.broker.rules import Rules
from viewer.protocol.api import SESSION_PATH, BrokerSession, SessionInfo, parse_answer
from viewer.settings import BrokerSettings

ANSWER = SESSION | {"sessionToken": TOKEN}


@pytest.mark.parametrize(("mode", "required"), [("offered", False), ("required", True)])
def test_the_answer_names_the_gateway_and_says_whether_to_use_it(
    upstream: ScriptedUpstream, mode: str, required: bool
) -> None:
    rules = Rules.model_validate({"gateway": {"mode": mode}})
    with running_broker(BrokerSettings(upstream=upstream.url), rules=rules) as broker:
        answer = broker.post(SESSION_PATH, json={"personaId": "p-1"})
    assert answer.json() == ANSWER | {"gateway": {"path": "/v1/gateway", "required": required}}
    gateway = parse_answer(BrokerSession, answer.content).gateway
    assert gateway
    assert (gateway.path, gateway.required) == ("/v1/gateway", required)


def test_a_gateway_that_is_off_lets_nobody_through(broker: httpx.Client) -> None:
    granted = broker.post(SESSION_PATH, json={"personaId": "p-1"})
    assert granted.json() == ANSWER
    target = parse_answer(BrokerSession, granted.content).talk_url
    answer = broker.post("/v1/gateway/talk", json={}, headers={"X-Anam-Target-Url": target})
    assert (answer.status_code, answer.json()["error"]) == (403, "not-ours")


async def test_a_session_without_room_goes_without_it() -> None:
    granted = Granted(SessionInfo.model_validate(ANSWER), json.dumps(ANSWER))
    async with running_gateway() as gateway:
        gateway._grants = Grants(most=0)
        assert gateway.offered_in(granted, is_required=False) is granted
