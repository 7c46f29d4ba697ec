"""A conversation whose engine dies, freezes or stays away."""

import asyncio
import os
import signal
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from tests.e2e.running_session import RunningSession, running_session
from tests.processes import API_KEY, Server, start_broker, start_engine
from viewer import errors
from viewer.protocol import actions, healing
from viewer.protocol.actions import CloseReason
from viewer.protocol.retry import RetryPolicy
from viewer.session import events
from viewer.session.conversation import Conversation
from viewer.session.events import Phase


class Stage:
    """An engine that can be replaced behind its broker."""

    def __init__(self) -> None:
        self.engine = start_engine()
        self.broker = start_broker(self.engine.url)

    def replace_engine(self) -> None:
        """A new engine at the address of the old one, which is gone."""
        self.engine = start_engine(API_KEY, urlsplit(self.engine.url).port or 0)

    def end(self) -> None:
        self.broker.stop()
        self.engine.kill()


@pytest.fixture
def stage() -> Iterator[Stage]:
    stage = Stage()
    yield stage
    stage.end()


async def live_again(running: RunningSession) -> None:
    """Wait for the second LIVE."""
    await running.seen(events.PhaseChanged, lambda _: running.phases.count(Phase.LIVE) == 2, within=40)


def stay_away(server: Server) -> None:
    """Stop answering without going: the network is cut, as far as a client can tell."""
    os.kill(server.process.pid, signal.SIGSTOP)


def come_back(server: Server) -> None:
    os.kill(server.process.pid, signal.SIGCONT)


async def test_with_another_engine_in_its_place_the_conversation_goes_on(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As many tries as this machine needs to start an engine.
    monkeypatch.setattr(healing, "POLICY", RetryPolicy(attempts=100, longest=0.5))
    async with running_session(stage.broker.url, kind=Conversation) as running:
        await running.seen(events.MessageUpdated, lambda event: event.message.complete)
        stage.engine.kill()
        await running.phase(Phase.RECONNECTING)
        running.session.perform(events.SendText("What are you?"))
        await asyncio.to_thread(stage.replace_engine)
        await live_again(running)
        said = await running.seen(events.MessageUpdated, lambda event: event.message.role == "user")
        answer = await running.seen(
            events.MessageUpdated,
            lambda event: (
                event.message.role == "persona" and "/" in event.message.id and event.message.complete
            ),
            within=40,
        )
    assert said.message.content == "What are you?"
    assert answer.message.content
    assert running.phases == [
        Phase.ASKING_BROKER,
        Phase.SIGNALLING,
        Phase.CONNECTING,
        Phase.LIVE,
        Phase.RECONNECTING,
        Phase.LIVE,
        Phase.CLOSED,
    ]
    started = [event.session_id for event in running.events if isinstance(event, events.SessionStarted)]
    assert len(set(started)) == len(started) >= 2
    assert len([event for event in running.events if isinstance(event, events.SessionClosed)]) == 1
    assert running.closed == events.SessionClosed(CloseReason.NORMAL, None)


async def test_a_silence_of_the_network_is_told_and_healed(stage: Stage) -> None:
    async with running_session(stage.broker.url, kind=Conversation) as running:
        await running.phase(Phase.LIVE)
        await running.seen(events.Statistics)
        stay_away(stage.engine)
        await running.seen(events.MediaStalled)
        await running.phase(Phase.RECONNECTING)
        come_back(stage.engine)
        await live_again(running)
    assert running.closed.error is None


async def test_an_engine_that_stays_away_is_given_up_with_its_sentence(stage: Stage) -> None:
    async with running_session(stage.broker.url, kind=Conversation) as running:
        await running.phase(Phase.LIVE)
        stage.engine.kill()
        await running.phase(Phase.RECONNECTING)
        running.session.perform(events.SendText("Are you there?"))
        closed = await running.seen(events.SessionClosed, within=60)
    assert isinstance(closed.error, errors.ServerError)
    assert closed.unsaid == ("Are you there?",)
    assert running.phases[-2:] == [Phase.RECONNECTING, Phase.CLOSED]


async def test_the_user_can_leave_while_it_reconnects(stage: Stage) -> None:
    async with running_session(stage.broker.url, kind=Conversation) as running:
        await running.phase(Phase.LIVE)
        stage.engine.kill()
        await running.phase(Phase.RECONNECTING)
    assert running.closed == events.SessionClosed(CloseReason.NORMAL, None)
    assert running.phases[-1] is Phase.CLOSED


async def test_a_first_connection_that_fails_is_told_at_once(stage: Stage) -> None:
    stage.engine.kill()
    async with running_session(stage.broker.url, kind=Conversation) as running:
        closed = await running.seen(events.SessionClosed, within=30)
    assert closed.error is not None
    assert Phase.RECONNECTING not in running.phases


async def test_what_is_said_while_a_broken_session_is_being_released_is_said_in_the_next(
    stage: Stage,
) -> None:
    async with running_session(stage.broker.url, kind=Conversation) as running:
        await running.phase(Phase.LIVE)
        session = running.session
        assert isinstance(session, Conversation)
        broken = session._session
        broken._end(actions.Finish(CloseReason.WEBRTC_FAILURE, errors.MediaLost()))
        session.perform(events.SendText("Said at the wrong moment."))
        await running.seen(
            events.MessageUpdated, lambda event: event.message.content == "Said at the wrong moment."
        )
