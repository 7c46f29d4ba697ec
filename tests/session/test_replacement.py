"""What goes over from a connection or a session that broke to the one in its place, in virtual time."""

import asyncio
from collections.abc import AsyncIterator, Callable

import numpy as np
import pytest

from tests.e2e.running_session import RunningSession, running_session
from tests.session.timed_engine import TimedEngine, timed_engine
from viewer.media.pcm import SAMPLE_RATE
from viewer.session import events
from viewer.session.conversation import Conversation
from viewer.session.events import Phase

pytestmark = pytest.mark.virtual_time

SECOND = np.ones((SAMPLE_RATE, 2), np.int16)


@pytest.fixture
async def engine(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TimedEngine]:
    async with timed_engine(monkeypatch) as engine:
        yield engine


async def second_live(running: RunningSession) -> None:
    await running.seen(events.PhaseChanged, lambda _: running.phases.count(Phase.LIVE) == 2, within=60)


@pytest.mark.parametrize(
    ("breaks", "sessions"),
    [(lambda engine: engine.peer.break_off(), 1), (lambda engine: engine.lose_session(), 2)],
    ids=["connection", "session"],
)
async def test_the_rest_of_the_sound_is_not_played_into_what_takes_its_place(
    engine: TimedEngine, breaks: Callable[[TimedEngine], None], sessions: int
) -> None:
    async with running_session(engine.url, kind=Conversation) as running:
        await running.phase(Phase.LIVE)
        running.speaker.write(SECOND)
        breaks(engine)
        await running.phase(Phase.RECONNECTING)
        running.speaker.write(SECOND)  # what was on its way still came in
        await second_live(running)
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
