"""REST messages and the error table of protocol/README.md section 1.3."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from viewer import errors
from viewer.protocol.api import (
    BrokerRequest,
    BrokerSession,
    ClientConfig,
    IceServer,
    SessionInfo,
    SessionTokenAnswer,
    SessionTokenRequest,
    parse_answer,
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


@pytest.mark.parametrize("value", [None, "left out"])
def test_what_is_optional_may_be_left_out_or_null(value: str | None) -> None:
    optional = {"region": value, "signallingEndpoint": value, "sessionToken": value}
    numbers = ("heartbeatIntervalSeconds", "maxWsReconnectionAttempts")
    config = dict.fromkeys((*numbers, "iceServers", "iceTransportPolicy"), value)
    wanted = ANSWER | optional | {"clientConfig": config}
    if value:
        wanted = {name: value for name, value in wanted.items() if name not in optional} | {
            "clientConfig": {}
        }
    session = parse_answer(BrokerSession, json.dumps(wanted).encode())
    assert session.signalling_url == "wss://engine.test:8443/ws?session_id=s-1"
    assert (session.region, session.session_token, session.secrets) == (None, None, ())
    assert session.client_config == ClientConfig()


def test_a_server_may_have_null_for_its_credentials() -> None:
    servers = [{"urls": "stun:stun.test", "username": None, "credential": None}]
    config = parse_answer(BrokerSession, answer(clientConfig={"iceServers": servers})).client_config
    assert config.ice_servers == (IceServer(urls=("stun:stun.test",)),)


@pytest.mark.parametrize("ours", [{}, {"heartbeatIntervalSeconds": None, "maxWsReconnectionAttempts": None}])
def test_the_numbers_may_have_the_names_of_the_kotlin_client(ours: dict[str, None]) -> None:
    theirs = {"expectedHeartbeatIntervalSecs": 2, "maxWsReconnectAttempts": 7}
    config = parse_answer(BrokerSession, answer(clientConfig=ours | theirs)).client_config
    assert (config.heartbeat_interval_seconds, config.max_ws_reconnection_attempts) == (2, 7)
    both = {"heartbeatIntervalSeconds": 3, "maxWsReconnectionAttempts": 4} | theirs
    config = parse_answer(BrokerSession, answer(clientConfig=both)).client_config
    assert (config.heartbeat_interval_seconds, config.max_ws_reconnection_attempts) == (3, 4)


@pytest.mark.parametrize("model", [BrokerSession, SessionInfo])
@pytest.mark.parametrize("host", [None, "left out"])
def test_a_session_in_a_third_partys_room_has_a_sentence_of_its_own(
    model: type[SessionInfo], host: str | None
) -> None:
    # What else such an answer lacks, as there is no engine, is of no interest.
    room = {"sessionId": "s-1", "engineHost": host, "environment": {"type": "livekit"}}
    if host:
        del room["engineHost"]
    with pytest.raises(errors.BadAnswer) as refused:
        parse_answer(model, json.dumps(room).encode())
    assert refused.value.message == "This session is in another service's room, which cannot be joined here."
    assert refused.value.hint.startswith("Ask the broker's operator")


def test_a_byte_order_mark_is_skipped() -> None:
    assert parse_answer(BrokerSession, b"\xef\xbb\xbf" + answer()).session_id == "s-1"


SAID_WITH_200: list[tuple[dict[str, Any], type[errors.SessionRefused], str]] = [
    (
        {"error": "Unauthorized", "message": "Invalid API key"},
        errors.KeyRefused,
        "The avatar service refused the broker's key: Invalid API key.",
    ),
    (
        {"error": "Concurrent session limit reached", "message": "1 of 1"},
        errors.ConcurrencyLimit,
        "Every session of this account is in use: 1 of 1.",
    ),
    ({"error": "Spend cap reached"}, errors.SpendCapReached, "The account's spend cap is reached."),
    ({"error": "Service Unavailable"}, errors.ServiceBusy, "No avatar is free right now."),
    (
        {"sessionId": None, "error": "No luck", "message": None},
        errors.SessionRefused,
        "The avatar service refused the session: No luck.",
    ),
    (
        {"message": ["name is empty", "avatarId is none"]},
        errors.SessionRefused,
        "The avatar service refused the session: name is empty; avatarId is none.",
    ),
]


@pytest.mark.parametrize("model", [BrokerSession, SessionTokenAnswer])
@pytest.mark.parametrize(("body", "kind", "sentence"), SAID_WITH_200)
def test_a_refusal_in_a_success_is_the_refusal_that_it_is(
    model: type[SessionInfo], body: dict[str, Any], kind: type[errors.SessionRefused], sentence: str
) -> None:
    with pytest.raises(errors.SessionRefused) as refused:
        parse_answer(model, json.dumps(body).encode())
    assert type(refused.value) is kind
    assert refused.value.message == sentence


def test_a_session_with_a_message_is_a_session() -> None:
    assert parse_answer(BrokerSession, answer(message="Welcome", error=None)).session_id == "s-1"
    with pytest.raises(errors.BadAnswer, match="engineProtocol"):
        parse_answer(BrokerSession, answer(message="Welcome", engineProtocol="ftp"))


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
        ({"sessionToken": ""}, "sessionToken"),
        ({"engineHost": "user@engine.test"}, "engineHost"),
        ({"engineHost": "engine.test?x"}, "engineHost"),
        ({"engineProtocol": "ftp"}, "engineProtocol"),
        ({"signallingEndpoint": "//ws?x=1"}, "signallingEndpoint"),
        ({"clientConfig": {"heartbeatIntervalSeconds": 0}}, "clientConfig.heartbeatIntervalSeconds"),
        ({"clientConfig": {"heartbeatIntervalSeconds": "5"}}, "clientConfig.heartbeatIntervalSeconds"),
        ({"clientConfig": {"maxWsReconnectionAttempts": -1}}, "clientConfig.maxWsReconnectionAttempts"),
        ({"clientConfig": {"maxWsReconnectAttempts": -1}}, "clientConfig.maxWsReconnectAttempts"),
        ({"clientConfig": None}, "clientConfig"),
        ({"clientConfig": {"iceTransportPolicy": "none"}}, "clientConfig.iceTransportPolicy"),
    ],
)
def test_a_wrong_field_is_named_and_its_value_is_not(changes: dict[str, Any], field: str) -> None:
    with pytest.raises(errors.BadAnswer) as refused:
        parse_answer(BrokerSession, answer(**changes))
    assert refused.value.message == f"The answer's field {field} is missing or wrong."


@given(st.binary() | JSON.map(lambda value: json.dumps(value).encode()))
def test_no_answer_breaks_the_parser(body: bytes) -> None:
    with pytest.raises((errors.BadAnswer, errors.SessionRefused)) as refused:
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


def test_a_session_without_a_token_is_what_the_api_answers() -> None:
    without = {name: value for name, value in ANSWER.items() if name != "sessionToken"}
    assert parse_answer(SessionInfo, json.dumps(without).encode()).session_id == "s-1"


@pytest.mark.parametrize(("said", "wants"), [(True, True), (False, False), (None, False), ("yes", False)])
def test_a_broker_wants_to_know_of_the_end_only_if_it_says_so(said: object, wants: bool) -> None:
    assert parse_answer(BrokerSession, answer(wantsStop=said)).wants_stop is wants


@pytest.mark.parametrize(
    ("said", "means"),
    [(600, 600), (0, None), (-1, None), ("600", None), (True, None), (6.5, None), (None, None)],
)
def test_how_long_a_session_may_be_is_told_in_whole_seconds(said: object, means: int | None) -> None:
    assert (
        parse_answer(BrokerSession, answer(maxSessionLengthSeconds=said)).max_session_length_seconds == means
    )
