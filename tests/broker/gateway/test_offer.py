"""What a session's answer says of the gateway."""

import json

import httpx
import pytest

from tests.broker.conftest import running_broker
from tests.broker.upstream import SESSION, TOKEN, ScriptedUpstream
from viewer.broker.gateway.gateway import running_gateway
from viewer.broker.gateway.grants import Grants
from viewer.broker.rules import Rules
from viewer.protocol.api import SESSION_PATH, BrokerSession, parse_answer
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


def test_a_gateway_that_is_off_is_not_there(broker: httpx.Client) -> None:
    assert broker.post(SESSION_PATH, json={"personaId": "p-1"}).json() == ANSWER
    assert broker.post("/v1/gateway/talk", json={}).json()["error"] == "no-such-page"


async def test_a_session_without_room_goes_without_it() -> None:
    answer = json.dumps(ANSWER)
    async with running_gateway(is_required=False) as gateway:
        gateway._grants = Grants(most=0)
        assert gateway.offered_in(answer) == answer
        assert gateway.offered_in("{}") == "{}"
