"""Conversations whose sessions break, for as long as it takes, in virtual time."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import pairwise

import pytest

from tests.e2e.running_session import RunningSession, running_session
from tests.session.timed_engine import TimedEngine, timed_engine
from tests.timing.virtual_time import VirtualTimeLoop
from viewer import errors
from viewer.protocol import commands, events, signalling
from viewer.protocol.events import CloseReason, Phase
from viewer.protocol.retry import OUT_OF_REACH, PATIENCE_SECONDS, STEADY_SECONDS
from viewer.protocol.signalling import Signal
from viewer.session.conversation import Conversation
from viewer.session.statistics import POLL_SECONDS

pytestmark = pytest.mark.virtual_time

FIRST_CONNECTION = [Phase.ASKING_BROKER, Phase.SIGNALLING, Phase.CONNECTING, Phase.LIVE]
# A connection is looked at so often, and a picture comes so often.
ROUGHLY = POLL_SECONDS + 0.1


@pytest.fixture
async def engine(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TimedEngine]:
    monkeypatch.setattr("random.random", lambda: 1.0)  # the longest of the waits that chance shortens
    async with timed_engine(monkeypatch) as engine:
        yield engine


def now() -> float:
    return asyncio.get_running_loop().time()


async def count(running: RunningSession, phase: Phase, times: int) -> float:
    """When the session entered ``phase`` so often."""
    await running.seen(events.PhaseChanged, lambda _: running.phases.count(phase) >= times, within=600)
    return now()


async def test_an_engine_that_stays_away_is_asked_for_three_times_and_given_up(engine: TimedEngine) -> None:
    async with running_session(engine.url, kind=Conversation) as running:
        await running.phase(Phase.LIVE)
        engine.die()
        await running.phase(Phase.RECONNECTING)
        running.session.perform(commands.SendText("Are you there?"))
        closed = await running.seen(events.SessionClosed, within=60)
    assert isinstance(closed.error, errors.ServerError)
    assert closed.unsaid == ("Are you there?",)
    assert running.phases == [*FIRST_CONNECTION, Phase.RECONNECTING, Phase.CLOSED]
    granted, *tries = engine.asked
    assert granted < tries[0]
    assert [later - earlier for earlier, later in pairwise(tries)] == pytest.approx([1, 2], abs=0.1)


@pytest.mark.parametrize(("live_seconds", "healed"), [(1, 3), (STEADY_SECONDS + 1, 6)])
async def test_a_session_that_was_live_for_half_a_minute_ends_an_outage(
    engine: TimedEngine, live_seconds: float, healed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.session.timed_engine.FRAME_SECONDS", 0.5)  # pictures cost more than all else
    async with running_session(engine.url, kind=Conversation) as running:
        for number in range(1, healed + 2):
            await count(running, Phase.LIVE, number)
            await asyncio.sleep(live_seconds)
            engine.lose_session()
        if live_seconds < STEADY_SECONDS:
            closed = await running.seen(events.SessionClosed)
            assert isinstance(closed.error, errors.MediaLost)
        else:
            await count(running, Phase.LIVE, healed + 2)
    assert len(engine.asked) == healed + 1 + (live_seconds > STEADY_SECONDS)


@asynccontextmanager
async def left_alone(engine: TimedEngine) -> AsyncIterator[RunningSession]:
    """A conversation that was live, and noticed that broker and engine are gone."""
    async with running_session(engine.url, kind=Conversation) as running:
        await running.phase(Phase.LIVE)
        await engine.close_broker()
        engine.die()
        await running.phase(Phase.RECONNECTING)
        yield running


async def test_a_broker_out_of_reach_is_asked_for_five_minutes(engine: TimedEngine) -> None:
    async with left_alone(engine) as running:
        began = now()
        closed = await running.seen(events.SessionClosed, within=1000)
    assert isinstance(closed.error, errors.BrokerUnreachable)
    assert now() - began == pytest.approx(PATIENCE_SECONDS, abs=10)


async def test_a_broker_that_is_back_after_four_minutes_is_enough(engine: TimedEngine) -> None:
    async with left_alone(engine) as running:
        await asyncio.sleep(240)
        engine.come_back()
        await engine.open_broker()
        back = now()
        # No longer than the longest wait and the tries within one asking.
        assert await count(running, Phase.LIVE, 2) - back < OUT_OF_REACH.longest + 2
    assert running.closed.error is None


async def test_the_user_can_leave_while_it_waits_to_try_again(engine: TimedEngine) -> None:
    async with left_alone(engine) as running:
        await asyncio.sleep(20)
        asked = now()
    assert now() - asked < 0.5
    assert running.closed == events.SessionClosed(CloseReason.NORMAL, None)
    assert running.phases[-2:] == [Phase.RECONNECTING, Phase.CLOSED]


async def test_a_first_connection_that_fails_is_told_and_not_healed(engine: TimedEngine) -> None:
    engine.refusal = 502
    async with running_session(engine.url, kind=Conversation) as running:
        closed = await running.seen(events.SessionClosed)
    assert isinstance(closed.error, errors.ServerError)
    assert len(engine.asked) == 1
    assert running.phases == [Phase.ASKING_BROKER, Phase.CLOSED]


@pytest.mark.parametrize("asleep", [5, pytest.param(60, marks=pytest.mark.long), 3600])
async def test_a_computer_that_slept_gives_nothing_up_before_it_has_looked(
    engine: TimedEngine, asleep: float
) -> None:
    async with running_session(engine.url, kind=Conversation) as running:
        await running.phase(Phase.LIVE)
        await asyncio.sleep(10)
        loop = asyncio.get_running_loop()
        assert isinstance(loop, VirtualTimeLoop)
        engine.way.packets = False  # the network sleeps a little longer, at both ends
        await asyncio.sleep(2 * POLL_SECONDS)
        loop.advance(asleep)
        await asyncio.sleep(0.1)
        engine.way.packets = True
        await asyncio.sleep(10)
    assert running.phases == [*FIRST_CONNECTION, Phase.CLOSED]
    assert not any(isinstance(event, events.MediaStalled) for event in running.events)
    assert len(engine.times("offer")) == 1
    assert running.closed.error is None


async def test_a_computer_that_slept_too_long_for_the_engine_gets_a_new_session(engine: TimedEngine) -> None:
    async with running_session(engine.url, kind=Conversation) as running:
        await running.phase(Phase.LIVE)
        await asyncio.sleep(10)
        loop = asyncio.get_running_loop()
        assert isinstance(loop, VirtualTimeLoop)
        engine.way.packets = False
        await engine.say(Signal(signalling.END_SESSION, "session-1", "Nobody was there."))
        loop.advance(3600)
        await running.phase(Phase.RECONNECTING)
        engine.way.packets = True
        await count(running, Phase.LIVE, 2)
    assert len(engine.asked) == 2
    assert running.closed.error is None
