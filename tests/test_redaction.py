"""Secrets in every shape in which they turn up."""

import json
import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.redaction import (
    RedactingFormatter,
    forget_secret,
    hide_spellings,
    redact,
    remember_secret,
    spellings,
)

JWT = "eyJhbGciOiJIUzI1NiJ9.eyJ0eXBlIjoic3RhdGVmdWwifQ.sIgNaTuRe-_9"
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
# Not a word that stands around it in the shapes below.
OPAQUE = st.text(LETTERS, min_size=8, max_size=40).map(lambda text: f"Q{text}7")
ICE_PASSWORD = st.text(f"{LETTERS}+/", min_size=22, max_size=60).map(lambda text: f"Q{text}7")
# Every character that a key could have: JSON and URLs spell some of them otherwise.
ANY_SECRET = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=8, max_size=40).map(
    lambda text: f"Q{text}7"
)

SHAPES = [
    "Authorization: Bearer {}",
    "authorization: Basic {}",
    "Authorization: {}",
    "X-Api-Key: {}",
    "[('authorization', 'Bearer {}')]",
    "[(b'x-api-key', b'{}')]",
    '{{"sessionToken": "{}"}}',
    '{{"sessionToken":"{}","sessionId":"s"}}',
    "{{'api_key': '{}'}}",
    '{{"apiKey": "{}"}}',
    '{{"urls": "turn:t", "username": "u", "credential": "{}"}}',
    '{{"access-token": "{}"}}',
    '{{"payload": "{{\\"sessionToken\\": \\"{}\\"}}"}}',
    "https://host/ws?session_id=1&sessionToken={}&x=1",
    "https://host/?access_token={}",
    "ANAM_API_KEY={} persona-viewer broker",
    "http://user:{}@host/path",
    "turns://{}@host",
]


@contextmanager
def known(*secrets: str) -> Iterator[None]:
    for secret in secrets:
        remember_secret(secret)
    try:
        yield
    finally:
        for secret in secrets:
            forget_secret(secret)


@pytest.mark.parametrize("shape", SHAPES)
@given(secret=OPAQUE)
def test_a_secret_is_known_by_where_it_stands(shape: str, secret: str) -> None:
    assert secret not in redact(shape.format(secret))


@given(ICE_PASSWORD)
def test_ice_passwords_leave_sdp_also_inside_json(password: str) -> None:
    sdp = f"v=0\r\na=ice-ufrag:abcd\r\na=ice-pwd:{password}\r\na=setup:actpass\r\n"
    frame = json.dumps({"actionType": "offer", "payload": {"sdp": sdp}})
    for text in (sdp, frame, json.dumps({"frame": frame}), repr(sdp)):
        shown = redact(text)
        assert password not in shown
        assert "a=setup:actpass" in shown


@pytest.mark.parametrize(
    "text",
    [
        JWT,
        f"token {JWT}, again {JWT}.",
        f"x_{JWT}",
        quote(json.dumps({"t": JWT})),
        json.dumps(json.dumps([JWT])),
        f"https://host/{JWT}/ws",
    ],
)
def test_jwts_are_known_by_their_looks(text: str) -> None:
    shown = redact(text)
    for part in JWT.split("."):
        assert part not in shown


@given(ANY_SECRET, st.text(max_size=20), st.text(max_size=20))
def test_a_remembered_secret_is_hidden_however_it_is_spelled(secret: str, before: str, after: str) -> None:
    with known(secret):
        for spelled in (secret, json.dumps(secret), quote(secret), quote(secret, safe="")):
            shown = redact(f"{before}{spelled}{after}")
            assert spelled.strip('"') not in shown
        assert secret not in redact(urlencode({"x": secret})).replace("+", " ")


def test_a_secret_that_begins_like_another_leaves_no_tail() -> None:
    with known("abcdef123", "abcdef123-and-the-rest"):
        assert "rest" not in redact("it is abcdef123-and-the-rest")


def test_a_secret_is_hidden_until_everybody_has_forgotten_it() -> None:
    with known("remembered-twice"):
        with known("remembered-twice"):
            pass
        assert "remembered-twice" not in redact("remembered-twice")
    assert redact("remembered-twice") == "remembered-twice"


def test_short_texts_are_no_secrets() -> None:
    with known("local"):
        assert redact("http://localhost:8090") == "http://localhost:8090"
    assert hide_spellings("localhost", spellings("local")) == "localhost"


@pytest.mark.parametrize(
    "text",
    [
        "The account has no active plan.",
        "session granted after 120 ms",
        '{"sessionId": "s-1", "engineHost": "engine.test:8443/x"}',
        "https://engine.test:8443/ws?session_id=s-1",
        "a=ice-ufrag:abcd",
        "viewer.session.broker 1.2.3 file.name.py",
        '{"tokens": 12, "max_tokens": "12"}',
    ],
)
def test_what_is_not_secret_stays(text: str) -> None:
    assert redact(text) == text


@given(st.text())
def test_redacting_never_fails_and_once_is_enough(text: str) -> None:
    assert redact(redact(text)) == redact(text)


@given(OPAQUE)
def test_json_stays_json(secret: str) -> None:
    message = {"credential": secret, "sdp": f"a=ice-pwd:{secret}\r\n", "said": f"Bearer {secret}", "n": 1}
    shown = json.loads(redact(json.dumps(message)))
    assert shown["n"] == 1
    assert secret not in json.dumps(shown)


def test_logs_and_their_tracebacks_are_clean() -> None:
    formatter = RedactingFormatter("%(levelname)s %(message)s")
    try:
        raise ValueError(f"refused Bearer {JWT}")
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "f", 1, "token=%s", (JWT,), sys.exc_info())
    shown = formatter.format(record)
    assert "Traceback" in shown
    for part in JWT.split("."):
        assert part not in shown


def test_a_text_of_backslashes_takes_time_in_proportion_to_its_length() -> None:
    def seconds(length: int) -> float:
        began = time.process_time()
        redact("\\" * length)
        return time.process_time() - began

    # 16 times the length; were every backslash a place to begin at, it would be 256 times as long.
    assert min(seconds(160_000) for _ in range(3)) < 100 * min(seconds(10_000) for _ in range(3)) + 0.5
