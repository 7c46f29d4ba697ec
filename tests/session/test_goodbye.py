"""A broker that wants to know is told when a session is over, and nobody waits long for that."""

import asyncio
import logging
from collections.abc import AsyncIterator

import pytest

from tests.e2e.running_session import running_session
from tests.session.timed_engine import TimedEngine, timed_engine
from viewer.protocol import events
from viewer.protocol.events import CloseReason, Phase
from viewer.session.conversation import Conversation
from viewer.session.goodbye import PARTING_SECONDS, say_goodbye
from viewer.session.session import Session

pytestmark = pytest.mark.virtual_time


@pytest.fixture
async def engine(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TimedEngine]:
    monkeypatch.setattr("random.random", lambda: 1.0)
    async with timed_engine(monkeypatch) as engine:
        yield engine


def now() -> float:
    return asyncio.get_running_loop().time()


@pytest.mark.parametrize("kind", [Session, Conversation])
@pytest.mark.parametrize("phase", [Phase.SIGNALLING, Phase.CONNECTING, Phase.LIVE])
async def test_a_broker_that_wants_to_know_is_told_once(
    engine: TimedEngine, kind: type[Session] | type[Conversation], phase: Phase
) -> None:
    engine.wants_stop = True
    async with running_session(engine.url, kind=kind) as running:
        await running.phase(phase)
    await asyncio.sleep(0.1)
    assert [path for _, path in engine.stopped] == ["/v1/sessions/session-1/stop"]


async def test_any_other_broker_is_not_bothered(engine: TimedEngine) -> None:
    async with running_session(engine.url, kind=Conversation) as running:
        await running.phase(Phase.LIVE)
    assert engine.stopped == []


async def test_nobody_waits_for_a_broker_that_does_not_answer(engine: TimedEngine) -> None:
    engine.wants_stop, engine.stopping_takes = True, 60
    before = asyncio.all_tasks()
    async with running_session(engine.url, kind=Conversation) as running:
        await running.phase(Phase.LIVE)
        asked = now()
        running.session.close()
        assert await running.seen(events.SessionClosed) == events.SessionClosed(CloseReason.NORMAL, None)
        assert now() - asked < 0.1
    assert now() - asked == pytest.approx(PARTING_SECONDS, abs=0.1)
    await asyncio.sleep(800)
    assert asyncio.all_tasks() == before


async def test_the_broker_knows_before_the_next_session_is_asked_for(engine: TimedEngine) -> None:
    engine.wants_stop, engine.stopping_takes = True, 0.8
    async with running_session(engine.url, kind=Conversation) as running:
        await running.phase(Phase.LIVE)
        engine.die()
        await running.phase(Phase.RECONNECTING)
        await asyncio.sleep(5)
        engine.come_back()
    stopped, path = engine.stopped[0]
    assert path == "/v1/sessions/session-1/stop"
    assert engine.asked[1] >= stopped + engine.stopping_takes


async def test_a_broker_that_was_away_is_told_once_it_is_back(
    engine: TimedEngine,
) -> None:
    engine.wants_stop = True
    async with running_session(engine.url, kind=Conversation) as running:
        await running.phase(Phase.LIVE)
        await engine.close_broker()
    await asyncio.sleep(100)
    assert engine.stopped == []
    await engine.open_broker()
    await asyncio.sleep(31)
    assert [path for _, path in engine.stopped] == ["/v1/sessions/session-1/stop"]


@pytest.mark.parametrize("broker", ["http://127.0.0.1:1", "http://", "nonsense"])
async def test_a_broker_that_cannot_be_reached_is_no_failure(
    broker: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    await say_goodbye(broker, "s/1", "none")
    assert "the broker was not told that the session is over" in caplog.text
    assert "s/1" not in caplog.text
