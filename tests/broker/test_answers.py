"""Of the API's answers no more is read than an answer can be long, packed or not."""

import gzip
import json
import zlib

import httpx
import pytest

from tests.broker.upstream import SESSION, TOKEN, Endless, Half, Reply, ScriptedUpstream, Step
from viewer.broker.answer import MAX_ANSWER_BYTES
from viewer.protocol.api import SESSION_PATH, TOKEN_PATH

ASK = {"personaId": "p-1"}
BOTH_CALLS = pytest.mark.parametrize("path", [TOKEN_PATH, SESSION_PATH])
HUGE = b" " * (MAX_ANSWER_BYTES + 1)
TOO_LONG = "The broker cannot use what the avatar service answered. The answer is longer than 1 MB."


def packed(body: bytes, window: int) -> bytes:
    packing = zlib.compressobj(wbits=window)
    return packing.compress(body) + packing.flush()


@BOTH_CALLS
@pytest.mark.parametrize(
    "step",
    [
        Reply(200, HUGE),
        Reply(200, gzip.compress(HUGE), {"Content-Encoding": "gzip"}),
        Reply(200, packed(HUGE, -zlib.MAX_WBITS), {"Content-Encoding": "deflate"}),
        Reply(500, HUGE),
        Endless(),
    ],
)
def test_an_answer_that_is_too_long_is_not_read_to_its_end(
    broker: httpx.Client, upstream: ScriptedUpstream, path: str, step: Step
) -> None:
    upstream.play(path, step)
    answer = broker.post(SESSION_PATH, json=ASK)
    assert (answer.status_code, answer.json()["error"]) == (502, "upstream-bad-answer")
    assert answer.json()["message"] == TOO_LONG
    assert upstream.count(path) == 1
    if isinstance(step, Endless):
        assert upstream.hung_up.wait(30)


@BOTH_CALLS
def test_an_answer_as_long_as_may_be_is_read(
    broker: httpx.Client, upstream: ScriptedUpstream, path: str
) -> None:
    body = json.dumps({"sessionToken": TOKEN} | SESSION).encode()
    upstream.play(path, Reply(200, body.ljust(MAX_ANSWER_BYTES)))
    assert broker.post(SESSION_PATH, json=ASK).status_code == 200


@pytest.mark.parametrize(
    ("name", "window"),
    [
        ("gzip", 16 + zlib.MAX_WBITS),
        ("X-Gzip", 16 + zlib.MAX_WBITS),
        ("deflate", zlib.MAX_WBITS),
        ("deflate", -zlib.MAX_WBITS),
    ],
)
def test_a_packed_answer_is_understood_though_none_was_asked_for(
    broker: httpx.Client, upstream: ScriptedUpstream, name: str, window: int
) -> None:
    body = packed(json.dumps(SESSION).encode(), window)
    upstream.play(SESSION_PATH, Reply(200, body, {"Content-Encoding": name}))
    assert broker.post(SESSION_PATH, json=ASK).json() == SESSION | {"sessionToken": TOKEN}


@pytest.mark.parametrize(
    ("name", "body"),
    [("gzip", gzip.compress(json.dumps(SESSION).encode())[:-9]), ("br", b"?"), ("gzip, gzip", b"?")],
)
def test_what_cannot_be_unpacked_is_garbled(
    broker: httpx.Client, upstream: ScriptedUpstream, name: str, body: bytes
) -> None:
    upstream.play(SESSION_PATH, Reply(200, body, {"Content-Encoding": name}))
    answer = broker.post(SESSION_PATH, json=ASK)
    assert (answer.status_code, answer.json()["error"]) == (502, "upstream-bad-answer")
    assert answer.json()["message"].endswith("The answer is garbled.")


@BOTH_CALLS
def test_a_line_that_breaks_in_an_answer_is_tried_again(
    broker: httpx.Client, upstream: ScriptedUpstream, path: str
) -> None:
    assert "attempts" not in broker.post(SESSION_PATH, json=ASK).json()
    upstream.script[path].appendleft(Half())
    granted = broker.post(SESSION_PATH, json=ASK)
    assert (granted.status_code, granted.json()["attempts"]) == (200, 2)
    upstream.play(path, Half())
    answer = broker.post(SESSION_PATH, json=ASK)
    assert (answer.status_code, answer.json()["error"]) == (502, "upstream-unreachable")
    assert answer.json()["attempts"] == 3


@BOTH_CALLS
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(
    broker: httpx.Client, upstream: ScriptedUpstream, path: str, status: int
) -> None:
    upstream.play(path, Reply(status, b"", {"Location": f"{upstream.url}/elsewhere"}))
    assert broker.post(SESSION_PATH, json=ASK).json()["error"] == "upstream-moved"
    assert upstream.count("/elsewhere") == 0
