"""REST messages and the error table of protocol/README.md section 1.3."""

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

from viewer import errors
from viewer.protocol.api import (
    BrokerRequest,
    BrokerSession,
    IceServer,
    SessionInfo,
    SessionTokenRequest,
    parse_answer,
    parse_error,
    refusal,
)

ANSWER: dict[str, Any] = {
    "sessionId": "s-1",
    "region": None,
    "engineHost": "engine.test:8443/cell/7",
    "engineProtocol": "https",
    "signallingEndpoint": "/ws",
    "clientConfig": {"iceServers": [{"urls": "stun:stun.test"}]},
    "sessionToken": "token",
}
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def answer(**changes: Any) -> bytes:
    return json.dumps(ANSWER | changes).encode()


def test_missing_numbers_mean_five_and_one_url_is_a_list_of_one() -> None:
    config = parse_answer(BrokerSession, answer()).client_config
    assert (config.heartbeat_interval_seconds, config.max_ws_reconnection_attempts) == (5, 5)
    assert config.ice_servers == (IceServer(urls=("stun:stun.test",)),)
    assert config.ice_transport_policy == "all"


def test_fields_that_nobody_knows_yet_are_kept() -> None:
    session = parse_answer(BrokerSession, answer(somethingNew={"a": [1]}))
    assert session.model_dump(by_alias=True)["somethingNew"] == {"a": [1]}


@pytest.mark.parametrize(
    ("protocol", "socket", "talk"),
    [
        (
            "https",
            "wss://engine.test:8443/ws?session_id=s-1",
            "https://engine.test:8443/cell/7/talk?session_id=s-1",
        ),
        (
            "http",
            "ws://engine.test:8443/ws?session_id=s-1",
            "http://engine.test:8443/cell/7/talk?session_id=s-1",
        ),
    ],
)
def test_the_hosts_path_belongs_to_talk_and_not_to_signalling(protocol: str, socket: str, talk: str) -> None:
    session = parse_answer(BrokerSession, answer(engineProtocol=protocol))
    assert (session.signalling_url, session.talk_url) == (socket, talk)


def test_a_session_id_cannot_add_to_the_query() -> None:
    session = parse_answer(BrokerSession, answer(sessionId="a&b=c#d /"))
    assert session.signalling_url.endswith("/ws?session_id=a%26b%3Dc%23d%20%2F")
    assert session.talk_url.endswith("/talk?session_id=a%26b%3Dc%23d%20%2F")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"sessionId": ""}, "sessionId"),
        ({"sessionToken": None}, "sessionToken"),
        ({"engineHost": "user@engine.test"}, "engineHost"),
        ({"engineHost": "engine.test?x"}, "engineHost"),
        ({"engineProtocol": "ftp"}, "engineProtocol"),
        ({"signallingEndpoint": "//ws?x=1"}, "signallingEndpoint"),
        ({"clientConfig": {"heartbeatIntervalSeconds": 0}}, "clientConfig.heartbeatIntervalSeconds"),
        ({"clientConfig": {"heartbeatIntervalSeconds": "5"}}, "clientConfig.heartbeatIntervalSeconds"),
        ({"clientConfig": {"maxWsReconnectionAttempts": -1}}, "clientConfig.maxWsReconnectionAttempts"),
        ({"clientConfig": {"iceTransportPolicy": "none"}}, "clientConfig.iceTransportPolicy"),
    ],
)
def test_a_wrong_field_is_named_and_its_value_is_not(changes: dict[str, Any], field: str) -> None:
    with pytest.raises(errors.BadAnswer) as refused:
        parse_answer(BrokerSession, answer(**changes))
    assert refused.value.message == f"The answer's field {field} is missing or wrong."


@given(st.binary() | JSON.map(lambda value: json.dumps(value).encode()))
def test_no_answer_breaks_the_parser(body: bytes) -> None:
    with pytest.raises(errors.BadAnswer) as refused:
        parse_answer(BrokerSession, body)
    assert refused.value.message.endswith(".")


def test_the_secrets_of_a_session_are_its_token_and_every_relays_credential() -> None:
    servers = [
        {"urls": "stun:stun.test"},
        {"urls": "turn:one.test", "username": "me", "credential": "first"},
        {"urls": ["turn:two.test", "turns:two.test"], "username": "me", "credential": "second"},
    ]
    session = parse_answer(BrokerSession, answer(clientConfig={"iceServers": servers}))
    assert session.secrets == ("token", "first", "second")


def test_secrets_are_not_in_representations() -> None:
    config = {"iceServers": [{"urls": "turn:t", "username": "u", "credential": "turn-credential"}]}
    shown = repr(parse_answer(BrokerSession, answer(sessionToken="session-token", clientConfig=config)))
    assert "session-token" not in shown
    assert "turn-credential" not in shown


def test_requests_are_camel_case_on_the_wire() -> None:
    request = SessionTokenRequest(persona_config={"personaId": "p"}, client_label="viewer")
    assert json.loads(request.model_dump_json(by_alias=True, exclude_none=True)) == {
        "personaConfig": {"personaId": "p"},
        "clientLabel": "viewer",
    }


@pytest.mark.parametrize("persona", ["", "  ", "p" * 201, 7, None])
def test_a_persona_has_a_name(persona: Any) -> None:
    with pytest.raises(ValidationError):
        BrokerRequest.model_validate({"personaId": persona})


@pytest.mark.parametrize(
    ("status", "error", "kind"),
    [
        (400, "", errors.InvalidRequest),
        (404, "", errors.InvalidRequest),
        (422, "", errors.InvalidRequest),
        (401, "", errors.KeyRefused),
        (403, "", errors.KeyRefused),
        (402, "", errors.NoPlan),
        (429, "Concurrent session limit reached", errors.ConcurrencyLimit),
        (429, "Spend cap reached", errors.SpendCapReached),
        (429, "Out of minutes", errors.UsageLimit),
        (429, "", errors.UsageLimit),
        (503, "", errors.ServiceBusy),
        (500, "", errors.ServerError),
        (418, "", errors.ServerError),
    ],
)
def test_each_row_of_the_table_is_its_own_failure(
    status: int, error: str, kind: type[errors.SessionRefused]
) -> None:
    assert type(refusal(status, json.dumps({"error": error}).encode())) is kind
    # Some services write null for what they do not say.
    assert type(refusal(status, json.dumps({"error": error, "message": None}).encode())) is kind


@pytest.mark.parametrize(
    ("status", "body", "sentence"),
    [
        (400, {"message": "No persona."}, "The avatar service did not accept the request: No persona."),
        (400, {"error": "No persona"}, "The avatar service did not accept the request: No persona."),
        (400, {"error": "Bad Request"}, "The avatar service did not accept the request."),
        (402, {"error": "No!", "message": "Payment Required"}, "The account has no active plan."),
        (429, {"error": "Spend cap reached"}, "The account's spend cap is reached."),
        (402, {"message": "\u202eline\none\x00"}, "The account has no active plan: line one."),
        # What our own broker wrote is not wrapped once more.
        (402, {"message": "The account has no active plan."}, "The account has no active plan."),
        (402, {"message": "The account has no active plan: pay."}, "The account has no active plan: pay."),
        (502, {"message": "The broker cannot reach the service."}, "The broker cannot reach the service."),
        (500, {"message": "boom"}, "The avatar service reported an error: boom."),
    ],
)  # fmt: skip
def test_the_services_words_are_added_when_they_say_more(
    status: int, body: dict[str, str], sentence: str
) -> None:
    assert refusal(status, json.dumps(body).encode()).message == sentence


def test_a_brokers_own_hint_is_told_where_it_is_the_broker_that_failed() -> None:
    body = json.dumps(
        {"message": "The service is out of reach.", "hint": "Check\nthe upstream URL."}
    ).encode()
    assert refusal(502, body).hint == "Check the upstream URL."
    assert refusal(500, body).hint == errors.ServerError.hint
    assert refusal(504, b"{}").hint == errors.ServerError.hint


@given(st.integers(0, 999), st.binary() | JSON.map(lambda value: json.dumps(value).encode()))
@example(429, b'{"error": ["Spend cap reached"], "message": {}}')
@example(502, b"<html>Bad Gateway</html>")
@example(500, b"[" * 100_000)
def test_every_refusal_is_a_sentence_with_a_hint(status: int, body: bytes) -> None:
    refused = refusal(status, body)
    assert refused.message.strip(" .")
    assert refused.message.endswith(".")
    assert len(refused.message) < 400
    assert refused.hint


@given(st.text(), st.text())
def test_error_answers_are_read_whole(error: str, message: str) -> None:
    read = parse_error(json.dumps({"error": error, "message": message}).encode())
    assert (read.error, read.message) == (error, message)


def test_a_session_without_a_token_is_what_the_api_answers() -> None:
    without = {name: value for name, value in ANSWER.items() if name != "sessionToken"}
    assert parse_answer(SessionInfo, json.dumps(without).encode()).session_id == "s-1"
