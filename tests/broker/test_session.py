"""Sections 1.1, 1.2 and 2: what goes up, what comes back."""

import json

import httpx
import pytest

from tests.broker.conftest import running_broker
from tests.broker.upstream import API_KEY, SESSION, TOKEN, Reply, ScriptedUpstream, Seen
from viewer import __version__
from viewer.protocol.api import SESSION_PATH, TOKEN_PATH, BrokerSession, parse_answer
from viewer.settings import BrokerSettings

METADATA = {"clientMetadata": {"client": "persona-viewer", "version": __version__}}


def test_a_viewer_gets_every_field_of_the_service_and_the_token(
    broker: httpx.Client, upstream: ScriptedUpstream
) -> None:
    answer = broker.post(SESSION_PATH, json={"personaId": "p-1"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.json() == SESSION | {"sessionToken": TOKEN}
    assert parse_answer(BrokerSession, answer.content).session_token == TOKEN
    assert API_KEY not in answer.text


def test_the_post_form_names_the_persona_when_it_asks_for_the_token(
    broker: httpx.Client, upstream: ScriptedUpstream
) -> None:
    broker.post(SESSION_PATH, json={"personaId": "p-1"})
    assert upstream.seen == [
        Seen(
            "POST",
            TOKEN_PATH,
            f"Bearer {API_KEY}",
            {
                "personaConfig": {"personaId": "p-1"},
                "sessionOptions": {"sessionReplay": {"enableSessionReplay": False}},
                "clientLabel": "persona-viewer",
            },
        ),
        Seen("POST", SESSION_PATH, f"Bearer {TOKEN}", METADATA),
    ]


def test_the_get_form_names_the_persona_when_it_starts_the_session(upstream: ScriptedUpstream) -> None:
    with running_broker(BrokerSettings(upstream=upstream.url, token_form="get")) as broker:
        assert broker.post(SESSION_PATH, json={"personaId": "p-1"}).status_code == 200
    assert upstream.seen == [
        Seen("GET", TOKEN_PATH, f"Bearer {API_KEY}", None),
        Seen("POST", SESSION_PATH, f"Bearer {TOKEN}", METADATA | {"personaConfig": {"personaId": "p-1"}}),
    ]


def test_without_a_token_the_key_starts_the_session_in_one_call(upstream: ScriptedUpstream) -> None:
    granted = SESSION | {"debug": f"asked with {API_KEY}", "sessionToken": "of somebody else"}
    upstream.play(SESSION_PATH, Reply(201, granted))
    with running_broker(BrokerSettings(upstream=upstream.url, token_form="none")) as broker:
        answer = broker.post(SESSION_PATH, json={"personaId": "p-1"})
    assert upstream.seen == [
        Seen(
            "POST",
            SESSION_PATH,
            f"Bearer {API_KEY}",
            METADATA
            | {
                "personaConfig": {"personaId": "p-1"},
                "sessionOptions": {"sessionReplay": {"enableSessionReplay": False}},
                "clientLabel": "persona-viewer",
            },
        )
    ]
    assert answer.status_code == 200
    assert "sessionToken" not in answer.json()
    assert API_KEY not in answer.text
    assert parse_answer(BrokerSession, answer.content).session_token is None


def test_the_api_may_live_under_a_path(upstream: ScriptedUpstream) -> None:
    upstream.play(f"/api{TOKEN_PATH}", Reply(200, {"sessionToken": TOKEN}))
    upstream.play(f"/api{SESSION_PATH}", Reply(200, SESSION))
    with running_broker(BrokerSettings(upstream=f"{upstream.url}/api/")) as broker:
        assert broker.post(SESSION_PATH, json={"personaId": "p-1"}).status_code == 200


def test_a_client_may_send_more(broker: httpx.Client, upstream: ScriptedUpstream) -> None:
    body = json.dumps({"personaId": "pérsona", "theme": "dark"})
    answer = broker.post(
        SESSION_PATH, content=body, headers={"Content-Type": "application/json; charset=utf-8"}
    )
    assert answer.status_code == 200
    assert upstream.seen[0].body["personaConfig"] == {"personaId": "pérsona"}


def test_a_byte_order_mark_is_skipped_on_both_sides(broker: httpx.Client, upstream: ScriptedUpstream) -> None:
    mark = b"\xef\xbb\xbf"
    for path, answer in ((TOKEN_PATH, {"sessionToken": TOKEN}), (SESSION_PATH, SESSION)):
        upstream.play(path, Reply(200, mark + json.dumps(answer).encode()))
    answered = broker.post(
        SESSION_PATH, content=mark + b'{"personaId": "p-1"}', headers={"Content-Type": "application/json"}
    )
    assert answered.json() == SESSION | {"sessionToken": TOKEN}


def test_what_the_service_leaves_out_is_left_out(broker: httpx.Client, upstream: ScriptedUpstream) -> None:
    less = {name: value for name, value in SESSION.items() if name != "signallingEndpoint"}
    less |= {"clientConfig": {"heartbeatIntervalSeconds": None, "expectedHeartbeatIntervalSecs": 7}}
    upstream.play(SESSION_PATH, Reply(200, less))
    answered = broker.post(SESSION_PATH, json={"personaId": "p-1"})
    assert answered.json() == less | {"sessionToken": TOKEN}


def test_a_token_in_the_services_answer_does_not_win_over_the_real_one(
    broker: httpx.Client, upstream: ScriptedUpstream
) -> None:
    upstream.play(SESSION_PATH, Reply(200, SESSION | {"sessionToken": "other"}))
    assert broker.post(SESSION_PATH, json={"personaId": "p-1"}).json()["sessionToken"] == TOKEN


def test_a_key_echoed_in_a_success_is_hidden(broker: httpx.Client, upstream: ScriptedUpstream) -> None:
    upstream.play(SESSION_PATH, Reply(200, SESSION | {"debug": f"key {API_KEY}"}))
    answer = broker.post(SESSION_PATH, json={"personaId": "p-1"})
    assert answer.status_code == 200
    assert API_KEY not in json.dumps(answer.json())
    assert answer.json()["clientConfig"] == SESSION["clientConfig"]


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"", "The request is not JSON."),
        (b"persona", "The request is not JSON."),
        (b'{"personaId": "\xff"}', "The request is not JSON."),
        (b"[" * 10_000, "The request is not JSON."),
        (b"[]", "The request's personaId has to be text of 1 to 200 characters."),
        (b"{}", "The request's personaId has to be text of 1 to 200 characters."),
        (b'{"personaId": null}', "The request's personaId has to be text of 1 to 200 characters."),
        (b'{"personaId": 7}', "The request's personaId has to be text of 1 to 200 characters."),
        (b'{"personaId": " "}', "The request's personaId has to be text of 1 to 200 characters."),
        (
            json.dumps({"personaId": "p" * 201}).encode(),
            "The request's personaId has to be text of 1 to 200 characters.",
        ),
        (json.dumps({"personaId": "p" * 70_000}).encode(), "The request is too long."),
    ],
)
def test_a_request_that_is_none_is_refused_and_never_reaches_the_service(
    broker: httpx.Client, upstream: ScriptedUpstream, body: bytes, sentence: str
) -> None:
    answer = broker.post(SESSION_PATH, content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.json() == {
        "error": "invalid-request",
        "message": sentence,
        "hint": 'Send {"personaId": "…"} as JSON.',
        "attempts": 0,
    }
    assert upstream.seen == []


def test_health_is_told_without_asking_the_service(broker: httpx.Client, upstream: ScriptedUpstream) -> None:
    answer = broker.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok", "version": __version__})
    assert upstream.seen == []


@pytest.mark.parametrize(("method", "path", "status"), [("GET", SESSION_PATH, 405), ("GET", "/other", 404)])
def test_other_pages_are_refused_in_the_same_form(
    broker: httpx.Client, method: str, path: str, status: int
) -> None:
    answer = broker.request(method, path)
    assert answer.status_code == status
    assert answer.json()["error"] == "no-such-page"
    assert SESSION_PATH in answer.json()["hint"]


def test_the_openapi_page_describes_request_answer_and_every_refusal(broker: httpx.Client) -> None:
    assert broker.get("/docs").status_code == 200
    described = broker.get("/openapi.json").json()
    operation = described["paths"][SESSION_PATH]["post"]
    assert "personaId" in operation["requestBody"]["content"]["application/json"]["schema"]["properties"]
    assert set(operation["responses"]) == {
        *("200", "400", "401", "402", "403", "404", "408", "415", "421", "422", "429", "502", "503", "504"),
    }
    schemas = described["components"]["schemas"]
    assert {"sessionToken", "engineHost", "clientConfig"} <= set(schemas["BrokerSession"]["properties"])
    refusal = operation["responses"]["429"]["content"]["application/json"]["schema"]
    assert set(refusal["properties"]) == {"error", "message", "hint", "attempts"}
