"""Whatever a broker answers: a session, or a failure with its sentence."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from tests.broker.upstream import Reply, ScriptedUpstream
from tests.e2e.running_session import RunningSession
from tests.session.hostile.messages import ANSWERS, HOSTS, ICE_SERVERS
from tests.session.hostile.scripted_engine import granted
from tests.session.hostile.watch import no_unhandled_failure, watched_session
from viewer import errors
from viewer.protocol import events, inputs
from viewer.protocol.api import SESSION_PATH
from viewer.protocol.events import Phase
from viewer.protocol.retry import RetryPolicy
from viewer.session.broker import MAX_ANSWER_BYTES, request_session
from viewer.session.signalling import SignallingSocket

ONCE = RetryPolicy(attempts=1)


@pytest.fixture(scope="module")
def broker() -> Iterator[ScriptedUpstream]:
    broker = ScriptedUpstream()
    yield broker
    broker.close()


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
async def test_what_is_no_session_gets_its_sentence(broker: ScriptedUpstream, answer: Any) -> None:
    broker.play(SESSION_PATH, Reply(200, answer))
    with pytest.raises(errors.BadAnswer) as bad:
        await request_session(broker.url, "joe", ONCE)
    assert len(bad.value.message) < 200


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd", "news"])
async def test_an_answer_that_cannot_be_unpacked_gets_its_sentence(
    broker: ScriptedUpstream, coding: str
) -> None:
    broker.play(SESSION_PATH, Reply(200, b"\x1f\x8bnoise", {"Content-Encoding": coding}))
    with pytest.raises(errors.BadAnswer):
        await request_session(broker.url, "joe", ONCE)


async def test_a_refusal_without_end_gets_its_sentence(broker: ScriptedUpstream) -> None:
    broker.play(SESSION_PATH, Reply(403, {"message": "\u202e<b>" + "no" * (MAX_ANSWER_BYTES // 2)}))
    with pytest.raises(errors.NotPermitted) as refused:
        await request_session(broker.url, "joe", ONCE)
    assert len(refused.value.message) < 500


@pytest.mark.parametrize("host", HOSTS, ids=range(len(HOSTS)))
async def test_an_engine_at_an_impossible_address_is_no_answer_or_cannot_be_reached(
    broker: ScriptedUpstream, host: str
) -> None:
    broker.play(SESSION_PATH, Reply(200, granted("s", 9) | {"engineHost": host}))
    try:
        session = await request_session(broker.url, "joe", ONCE)
    except errors.BadAnswer:
        return
    told: list[inputs.SocketInput] = []
    with no_unhandled_failure():
        url = session.signalling_url
        await SignallingSocket(url, "", told.append).run()
    assert [type(happened) for happened in told][-1:] == [inputs.SocketLost]


@asynccontextmanager
async def session_with(answer: Any) -> AsyncIterator[RunningSession]:
    async with watched_session() as (engine, running):
        engine.broker.play(SESSION_PATH, Reply(200, answer))
        yield running


@pytest.mark.wire
async def test_a_session_ends_with_the_sentence() -> None:
    async with session_with(b"<html>") as running:
        closed = await running.seen(events.SessionClosed)
    assert isinstance(closed.error, errors.BadAnswer)
    async with session_with(granted("s", 9) | {"engineHost": HOSTS[10]}) as running:
        closed = await running.seen(events.SessionClosed)
    assert isinstance(closed.error, errors.SignallingLost)


@pytest.mark.wire
async def test_ice_servers_of_no_use_keep_nobody_from_connecting() -> None:
    few = [server for name, servers in ICE_SERVERS.items() if name != "many" for server in servers]
    for servers in (few, ICE_SERVERS["many"]):
        async with watched_session() as (engine, running):
            config = {"heartbeatIntervalSeconds": 1, "iceServers": servers}
            answer = granted("s", engine.port) | {"clientConfig": config}
            engine.broker.play(SESSION_PATH, Reply(200, answer))
            await running.phase(Phase.LIVE)
        assert running.closed.error is None
