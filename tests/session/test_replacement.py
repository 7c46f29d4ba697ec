"""What goes over from a connection or a session that broke to the one in its place, in virtual time."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TypeAlias

import numpy as np
import pytest

from tests.e2e.running_session import RunningSession, running_session
from tests.session.timed_engine import TimedEngine, timed_engine
from viewer.media.pcm import SAMPLE_RATE
from viewer.protocol import commands, events
from viewer.protocol.events import Phase
from viewer.session.conversation import Conversation

pytestmark = pytest.mark.virtual_time

Breaks: TypeAlias = Callable[[TimedEngine], Awaitable[None]]

SECOND = np.ones((SAMPLE_RATE, 2), np.int16)


@pytest.fixture
async def engine(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TimedEngine]:
    async with timed_engine(monkeypatch) as engine:
        yield engine


async def live_again(running: RunningSession, times: int = 2) -> None:
    await running.seen(events.PhaseChanged, lambda _: running.phases.count(Phase.LIVE) == times, within=60)


async def break_connection(engine: TimedEngine) -> None:
    engine.peer.break_off()


async def break_session(engine: TimedEngine) -> None:
    engine.lose_session()


async def break_both(engine: TimedEngine) -> None:
    """The session, before there is another connection."""
    engine.way.connects = False
    engine.peer.break_off()
    await asyncio.sleep(1)
    engine.way.connects = True
    engine.lose_session()


@pytest.mark.parametrize(("breaks", "sessions"), [(break_connection, 1), (break_session, 2)])
async def test_the_rest_of_the_sound_is_not_played_into_what_takes_its_place(
    engine: TimedEngine, breaks: Breaks, sessions: int
) -> None:
    async with running_session(engine.url, kind=Conversation) as running:
        await running.phase(Phase.LIVE)
        running.speaker.write(SECOND)
        await breaks(engine)
        await running.phase(Phase.RECONNECTING)
        running.speaker.write(SECOND)  # what was on its way still came in
        await live_again(running)
        assert len(running.speaker) == 0
        running.speaker.write(SECOND)
        await asyncio.sleep(5)
        assert len(running.speaker) == SAMPLE_RATE  # what comes now stays
    assert len(engine.asked) == sessions


@pytest.mark.parametrize("phase", [Phase.CONNECTING, Phase.LIVE])
async def test_nothing_is_heard_any_more_once_a_session_is_closed(engine: TimedEngine, phase: Phase) -> None:
    async with running_session(engine.url) as running:
        await running.phase(phase)
        running.speaker.write(SECOND)
    assert len(running.speaker) == 0


async def test_nothing_of_a_broken_session_is_heard_while_another_is_asked_for(engine: TimedEngine) -> None:
    async with running_session(engine.url, kind=Conversation) as running:
        await running.phase(Phase.LIVE)
        running.speaker.write(SECOND)
        engine.broker_hangs = True
        engine.lose_session()
        await asyncio.sleep(5)
        assert len(engine.asked) == 2
        assert running.phases[-1] is Phase.RECONNECTING
        assert len(running.speaker) == 0


@pytest.mark.parametrize(
    "breaks",
    [
        (break_session,),
        (break_connection,),
        (break_both,),
        (break_session, break_connection, break_session),
    ],
    ids=["session", "connection", "both", "one after the other"],
)
async def test_what_is_said_at_any_moment_of_a_replacement_is_said_once_and_in_its_order(
    engine: TimedEngine, breaks: tuple[Breaks, ...]
) -> None:
    engine.way.repeats, engine.way.closes_in = True, 0.5
    said: list[str] = []

    async def talk_on(running: RunningSession) -> None:
        while True:
            said.append(f"Sentence {len(said)}.")
            running.session.perform(commands.SendText(said[-1]))
            await asyncio.sleep(0.06)

    async with running_session(engine.url, kind=Conversation) as running:
        talking = asyncio.create_task(talk_on(running))
        for number, breaks_now in enumerate(breaks, 1):
            await live_again(running, number)
            await asyncio.sleep(2)
            await breaks_now(engine)
        await live_again(running, len(breaks) + 1)
        await asyncio.sleep(2)
        talking.cancel()
        await asyncio.sleep(1)
    heard = [sent["content"] for peer in engine.way.peers for sent in peer.sent if "content" in sent]
    assert heard == said
    assert [event.text for event in running.events if isinstance(event, events.TextTyped)] == said
    assert not any(isinstance(event, events.CommandRefused) for event in running.events)
