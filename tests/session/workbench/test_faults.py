"""Faults that are made on purpose, and what the session makes of them, in virtual time."""

import asyncio
from collections.abc import AsyncIterator

import numpy as np
import pytest

from tests.e2e.running_session import RunningSession, running_session
from tests.session.timed_engine import TimedEngine, timed_engine
from viewer import errors
from viewer.media.capture.microphone import FRAME_SAMPLES
from viewer.protocol import commands, events
from viewer.protocol.events import CloseReason, Phase
from viewer.protocol.insight import Noted
from viewer.session.conversation import Conversation
from viewer.session.workbench.lent_voice import RATE

pytestmark = pytest.mark.virtual_time


@pytest.fixture
async def engine(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TimedEngine]:
    async with timed_engine(monkeypatch) as engine:
        yield engine


def conversation(running: RunningSession) -> Conversation:
    assert isinstance(running.session, Conversation)
    return running.session


def noted(running: RunningSession) -> list[str]:
    return [event.kind for event in running.events if isinstance(event, Noted)]


async def test_a_websocket_that_is_cut_is_opened_again_and_the_talk_goes_on(engine: TimedEngine) -> None:
    async with running_session(engine.url, kind=Conversation) as running:
        await running.phase(Phase.LIVE)
        conversation(running).suffer(commands.CutSignalling())
        await asyncio.sleep(2)
        running.session.perform(commands.StreamTalk("s", "still here"))
        await asyncio.sleep(1)
        kinds = noted(running)
        assert kinds.index("CutSignalling") < kinds.index("SocketLost")
        assert kinds.count("SocketOpened") == 2
        assert running.phases[-1] is Phase.LIVE
    assert engine.times("talkstream")
    assert len(engine.asked) == 1


async def test_a_fault_without_a_websocket_is_refused_in_a_sentence(engine: TimedEngine) -> None:
    engine.broker_hangs = True
    async with running_session(engine.url, kind=Conversation) as running:
        await running.phase(Phase.ASKING_BROKER)
        for fault in (commands.CutSignalling(), commands.ExpireSession()):
            conversation(running).suffer(fault)
        conversation(running).suffer(commands.LoseMedia(101))
    refused = [event.error.message for event in running.events if isinstance(event, events.CommandRefused)]
    assert refused == [*["The WebSocket is not open."] * 2, "Of a hundred, 0 to 100 can be lost."]


async def test_a_session_that_expires_ends_with_why_and_keeps_no_engine_in_use(engine: TimedEngine) -> None:
    async with running_session(engine.url, kind=Conversation) as running:
        await running.phase(Phase.LIVE)
        conversation(running).suffer(commands.ExpireSession())
        closed = await running.seen(events.SessionClosed)
    assert closed.reason is CloseReason.SERVER_CLOSED
    assert isinstance(closed.error, errors.EndedByService)
    assert closed.error.message == "The avatar service ended the session: The session's time is over."
    assert len(engine.times("endsession")) == 1


async def test_media_that_stall_are_told_of_and_looked_for_until_they_come_back(engine: TimedEngine) -> None:
    async with running_session(engine.url, kind=Conversation) as running:
        await running.phase(Phase.LIVE)
        conversation(running).suffer(commands.LoseMedia(100))
        await running.seen(events.MediaStalled)
        await running.phase(Phase.RECONNECTING)
        await asyncio.sleep(1)
        assert len(engine.way.peers) > 1, "another connection, over which as much is lost"
        assert running.phases[-1] is Phase.RECONNECTING
        conversation(running).suffer(commands.LoseMedia(0))
        await running.seen(events.PhaseChanged, lambda _: running.phases.count(Phase.LIVE) == 2, within=60)


async def test_what_the_microphone_hears_is_spoken_by_the_persona_while_it_is_lent(
    engine: TimedEngine,
) -> None:
    frame = np.full((FRAME_SAMPLES, 1), 1000, np.int16)
    async with running_session(engine.url, kind=Conversation) as running:
        await running.phase(Phase.LIVE)
        assert engine.peer.takes_voice is None
        running.session.perform(commands.LendVoice(True))
        take = engine.peer.takes_voice
        assert take
        for _ in range(12):
            take(frame)
        await asyncio.sleep(0.1)  # so that what is on its way is not lost with the WebSocket
        engine.peer.break_off()
        await running.seen(events.PhaseChanged, lambda _: running.phases.count(Phase.LIVE) == 2)
        assert engine.peer.takes_voice == take, "a connection that takes the place of another"
        running.session.perform(commands.LendVoice(False))
        assert engine.peer.takes_voice is None
        await asyncio.sleep(1)
    sound = [
        heard.signal["payload"] for heard in engine.heard if heard.signal["actionType"] == "agentaudioinput"
    ]
    assert [payload["sequenceNumber"] for payload in sound] == [0, 1, 2]
    assert {payload["sampleRate"] for payload in sound} == {RATE}
    assert len(engine.times("agentaudioinputend")) == 1
