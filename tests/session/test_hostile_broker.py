"""Whatever a broker answers: a session, or a failure with its sentence."""

import json
from typing import Any

import pytest

from tests.broker.upstream import Reply
from tests.session.scripted_engine import granted
from tests.session.watch import watched_session
from viewer import errors
from viewer.protocol.api import SESSION_PATH
from viewer.session import events
from viewer.session.broker import MAX_ANSWER_BYTES
from viewer.session.events import Phase

HOSTS = (
    "a..b",
    "." * 300,
    "x" * 70 + ".example",
    "host:99999",
    "host:-1",
    "host:port",
    "[::1",
    "[x]",
    "host\x00name",
    "127.0.0.1:0",
    "<b>host</b>\u202e",
    ":8080",
    "h" * 100_000,
)


@pytest.mark.parametrize("host", HOSTS, ids=range(len(HOSTS)))
async def test_an_engine_at_an_impossible_address_is_no_answer(host: str) -> None:
    async with watched_session() as (engine, running):
        engine.broker.play(SESSION_PATH, Reply(200, granted("s", 9) | {"engineHost": host}))
        closed = await running.seen(events.SessionClosed)
    assert isinstance(closed.error, errors.BadAnswer | errors.SignallingLost)


ANSWERS: dict[str, Any] = {
    "no JSON": b"<html>\xff",
    "deep": b"[" * 100_000,
    "half characters": json.dumps(granted("\ud800", 9)).encode(),
    "a session without end": granted("s" * 100_000, 9),
    "an endpoint elsewhere": granted("s", 9) | {"signallingEndpoint": "//elsewhere\x00"},
    "no configuration": granted("s", 9) | {"clientConfig": None},
    "endless heartbeats": json.dumps(granted("s", 9)).replace('Seconds": 1', 'Seconds": NaN').encode(),
    "servers that are none": granted("s", 9) | {"clientConfig": {"iceServers": [7]}},
    "more than an answer": b'{"x": "' + b"y" * (MAX_ANSWER_BYTES + 1) + b'"}',
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
async def test_what_is_no_session_gets_its_sentence(answer: Any) -> None:
    async with watched_session() as (engine, running):
        engine.broker.play(SESSION_PATH, Reply(200, answer))
        closed = await running.seen(events.SessionClosed)
    assert isinstance(closed.error, errors.BadAnswer)
    assert len(closed.error.message) < 200


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd", "news"])
async def test_an_answer_that_cannot_be_unpacked_gets_its_sentence(coding: str) -> None:
    async with watched_session() as (engine, running):
        engine.broker.play(SESSION_PATH, Reply(200, b"\x1f\x8bnoise", {"Content-Encoding": coding}))
        closed = await running.seen(events.SessionClosed)
    assert isinstance(closed.error, errors.BadAnswer)


async def test_a_refusal_without_end_gets_its_sentence() -> None:
    async with watched_session() as (engine, running):
        engine.broker.play(
            SESSION_PATH, Reply(403, {"message": "\u202e<b>" + "no" * (MAX_ANSWER_BYTES // 2)})
        )
        closed = await running.seen(events.SessionClosed)
    assert isinstance(closed.error, errors.KeyRefused)
    assert len(closed.error.message) < 500


NOISE = ["", "stun:", "turn:\x00", "http://a", "stun:[::", "stun:a..b", "turn:a..b?transport=tcp"]
SERVERS: dict[str, list[Any]] = {
    "noise": [{"urls": NOISE}],
    "ports": [{"urls": [f"stun:127.0.0.1:{port}" for port in (0, 1, 65535, 99999, "x")]}],
    "no credentials": [{"urls": "turn:127.0.0.1:9"}, {"urls": "turns:127.0.0.1:9", "username": "u"}],
    "long labels": [{"urls": ["stun:" + "x" * 70 + ".example", "stun:" + "y." * 500]}],
    "other letters": [{"urls": ["stun:ä.example", "stun:\u202e.example"], "username": "ü\x00"}],
    "many": [{"urls": [f"stun:127.0.0.1:{port}" for port in range(10_000, 10_300)]}] * 3,
}


@pytest.mark.parametrize("servers", SERVERS.values(), ids=SERVERS)
async def test_ice_servers_of_no_use_keep_nobody_from_connecting(servers: list[Any]) -> None:
    async with watched_session() as (engine, running):
        port = engine.port
        config = {"heartbeatIntervalSeconds": 1, "iceServers": servers}
        engine.broker.play(SESSION_PATH, Reply(200, granted("s", port) | {"clientConfig": config}))
        await running.phase(Phase.LIVE)
    assert running.closed.error is None
