"""A conversation whose engine freezes, comes back, dies and is replaced. All the waits: tests/session."""

import asyncio
import os
import signal
import sys
from urllib.parse import urlsplit

import pytest

from tests.e2e.running_session import running_session
from tests.processes import API_KEY, start_broker, start_engine
from viewer.protocol import commands, events, retry
from viewer.protocol.events import CloseReason, Phase
from viewer.protocol.retry import RetryPolicy
from viewer.session.conversation import Conversation

pytestmark = pytest.mark.wire


async def test_a_conversation_outlives_a_silence_of_the_network_and_its_engine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if sys.platform == "win32":
        pytest.skip("processes cannot be stopped there")
    # As many tries as this machine needs to start an engine.
    monkeypatch.setattr(retry, "HEALING", RetryPolicy(attempts=100, longest=0.5))
    engine = start_engine()
    broker = start_broker(engine.url)
    try:
        async with running_session(broker.url, kind=Conversation) as running:

            async def live(times: int) -> None:
                await running.seen(
                    events.PhaseChanged, lambda _: running.phases.count(Phase.LIVE) == times, within=60
                )

            await live(1)
            await running.seen(events.Statistics)
            os.kill(engine.process.pid, signal.SIGSTOP)
            await running.seen(events.MediaStalled)
            await running.phase(Phase.RECONNECTING)
            os.kill(engine.process.pid, signal.SIGCONT)
            await live(2)
            engine.kill()
            await running.seen(events.PhaseChanged, lambda _: running.phases.count(Phase.RECONNECTING) == 2)
            running.session.perform(commands.SendText("What are you?"))
            port = urlsplit(engine.url).port or 0
            engine = await asyncio.to_thread(start_engine, API_KEY, port)
            await live(3)
            said = await running.seen(events.MessageUpdated, lambda event: event.message.role == "user")
            await running.seen(
                events.MessageUpdated,
                lambda event: event.message.role == "persona" and "/" in event.message.id,
            )
    finally:
        broker.stop()
        engine.kill()
    assert said.message.content == "What are you?"
    healed = [Phase.RECONNECTING, Phase.LIVE]
    assert running.phases[3:] == [Phase.LIVE, *healed, *healed, Phase.CLOSED]
    started = [event.session_id for event in running.events if isinstance(event, events.SessionStarted)]
    assert len(set(started)) == len(started) >= 2
    assert len([event for event in running.events if isinstance(event, events.SessionClosed)]) == 1
    assert running.closed == events.SessionClosed(CloseReason.NORMAL, None)
