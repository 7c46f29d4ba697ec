"""The broker's side of the API without a network: its deadline, its secrets, and past which proxy it goes."""

import asyncio
import json

import httpx
import pytest

from tests.broker.conftest import running_broker
from tests.broker.in_memory import asking
from tests.broker.upstream import API_KEY, P1, SESSION, ScriptedUpstream
from viewer.broker.refusal import SessionNotGranted
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
async def test_a_session_has_one_deadline_for_both_calls_and_all_attempts() -> None:
    loop = asyncio.get_running_loop()
    for service in (Service(503, seconds=4), Service(200, seconds=6)):
        began = loop.time()
        with pytest.raises(SessionNotGranted) as refused:
            await asking(service).start_session(P1)
        assert loop.time() - began == pytest.approx(10)
        assert refused.value.status == 504
        assert len(service.asked) > 1


@pytest.mark.virtual_time
async def test_three_attempts_are_made_over_both_calls_together_and_each_waits_longer() -> None:
    service = Service(503, seconds=0)
    with pytest.raises(SessionNotGranted) as refused:
        await asking(service).start_session(P1)
    assert (refused.value.status, refused.value.refusal.attempts, len(service.asked)) == (503, 3, 3)
    first, second = (b - a for a, b in zip(service.asked, service.asked[1:], strict=False))
    assert 0.125 <= first <= 0.25 <= second <= 0.5


@pytest.mark.virtual_time
async def test_a_refusal_is_not_tried_again() -> None:
    for status in (400, 401, 402, 403, 404, 429):
        service = Service(status, seconds=0)
        with pytest.raises(SessionNotGranted):
            await asking(service).start_session(P1)
        assert len(service.asked) == 1


@pytest.mark.virtual_time
async def test_a_token_is_a_secret_only_until_the_viewer_has_it() -> None:
    service = Service(200, seconds=0)
    assert json.loads(await asking(service).start_session(P1))["sessionToken"] == TOKEN
    assert service.redacted[0] == TOKEN
    assert TOKEN not in service.redacted[1]
    assert redact(TOKEN) == TOKEN


@pytest.mark.parametrize("name", ["HTTP_PROXY", "ALL_PROXY"])
def test_a_service_on_this_machine_is_asked_past_any_proxy(
    upstream: ScriptedUpstream, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    for variable in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv(name, "http://127.0.0.1:1")  # where nobody listens
    with running_broker(BrokerSettings(upstream=upstream.url)) as broker:
        assert broker.post(SESSION_PATH, json={"personaId": "p-1"}).status_code == 200


def test_no_token_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    asyncio.run(asking(Service(200, seconds=0)).start_session(P1))
    assert TOKEN not in caplog.text
    assert API_KEY not in caplog.text
