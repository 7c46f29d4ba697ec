"""The broker's side of the API: its secrets, and past which proxy it goes."""

import asyncio
import json
from dataclasses import replace

import httpx
import pytest

from tests.broker.conftest import running_broker
from tests.broker.in_memory import asking
from tests.broker.upstream import API_KEY, P1, SESSION, ScriptedUpstream
from viewer.protocol.api import SESSION_PATH, TOKEN_PATH
from viewer.redaction import redact
from viewer.settings import BrokerSettings

# None that looks like a secret: it is hidden only while it is known for one.
TOKEN = "opaque/token 4711"


class Service(httpx.AsyncBaseTransport):
    """Answers each request with ``status`` after ``seconds``."""

    def __init__(self, status: int, seconds: float) -> None:
        self.status = status
        self.seconds = seconds
        self.asked: list[float] = []
        self.redacted: list[str] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(asyncio.get_running_loop().time())
        self.redacted.append(redact(TOKEN))
        await asyncio.sleep(self.seconds)
        answer = {"sessionToken": TOKEN} if request.url.path == TOKEN_PATH else SESSION
        return httpx.Response(self.status, json=answer if self.status < 400 else {})


@pytest.mark.virtual_time
async def test_a_token_is_a_secret_only_until_the_viewer_has_it() -> None:
    service = Service(200, seconds=0)
    assert json.loads((await asking(service).start_session(P1)).text)["sessionToken"] == TOKEN
    assert service.redacted[0] == TOKEN
    assert TOKEN not in service.redacted[1]
    assert redact(TOKEN) == TOKEN


@pytest.mark.virtual_time
async def test_what_rules_bind_comes_without_its_token() -> None:
    granted = await asking(Service(200, seconds=0)).start_session(replace(P1, is_bound=True))
    assert granted.session.session_id == SESSION["sessionId"]
    assert "sessionToken" not in json.loads(granted.text)


@pytest.mark.virtual_time
async def test_a_key_echoed_in_what_is_asked_of_the_account_is_hidden() -> None:
    class Echo(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            return httpx.Response(200, json={"data": [{"name": request.headers["Authorization"]}]})

    said = await asking(Echo()).ask("/v1/personas")
    assert API_KEY not in str(said)
    assert said["data"][0]["name"].startswith("Bearer ")


@pytest.mark.parametrize("name", ["HTTP_PROXY", "ALL_PROXY"])
def test_a_service_on_this_machine_is_asked_past_any_proxy(
    upstream: ScriptedUpstream, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    for variable in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv(name, "http://127.0.0.1:1")  # where nobody listens
    with running_broker(BrokerSettings(upstream=upstream.url)) as broker:
        assert broker.post(SESSION_PATH, json={"personaId": "p-1"}).status_code == 200
