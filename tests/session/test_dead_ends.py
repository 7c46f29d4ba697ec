"""Whatever breaks inside the program, a conversation ends with a sentence or goes on."""

import asyncio
import random
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Final

import pytest

from tests.e2e.running_session import RunningSession
from tests.proxy_server import proxy_server
from tests.session.every_await import Await, Plan, awaits_of, plant
from tests.session.timed_engine import StandInPeer, TimedEngine, timed_engine
from viewer import errors
from viewer.protocol import commands, events, inputs
from viewer.protocol.actions import Output
from viewer.protocol.api import BrokerSession
from viewer.protocol.client import ClientProtocol
from viewer.protocol.events import CloseReason, Phase
from viewer.session import (
    broker,
    bypass,
    conversation,
    errands,
    goodbye,
    link,
    proxy,
    session,
    signalling,
    tools,
)
from viewer.session.conversation import Conversation

pytestmark = pytest.mark.virtual_time

SHELL: Final = (broker, bypass, conversation, errands, goodbye, link, proxy, session, signalling, tools)
# What a handler's own loop awaits is the handler's failure (test_tools.py); to enter a stack does nothing.
ELSEWHERE: Final = (
    "session.tools._awaited",
    "session.session.Session._release: enter AsyncExitStack()",
    "session.goodbye.say_goodbye: await asyncio.sleep(wait)",
)
AWAITS: Final = [
    place for module in SHELL for place in awaits_of(module) if not str(place).startswith(ELSEWHERE)
]
# Longer than anything is waited for before a picture comes.
PATIENCE: Final = 40.0


class Planted(Exception):
    """What fails in here."""


@asynccontextmanager
async def conversing(
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[tuple[TimedEngine, RunningSession, asyncio.Task[None]]]:
    monkeypatch.setattr("random.random", lambda: 1.0)  # the longest of the waits that chance shortens
    monkeypatch.setattr("tests.session.timed_engine.FRAME_SECONDS", 0.5)  # pictures cost more than all else
    async with timed_engine(monkeypatch) as engine, proxy_server(buffered=4096) as between:
        engine.wants_stop = True
        # The timed engine takes no talks; its broker answers whatever is posted.
        monkeypatch.setattr(BrokerSession, "talk_url", engine.url)
        request = commands.Connect(engine.url, "joe", proxy=between.url("socks5"))
        running = RunningSession(request, Conversation, tools={"add": lambda _: 3})
        life = asyncio.create_task(running.session.run())
        yield engine, running, life
        running.session.close()
        await asyncio.wait([life], timeout=2)
        assert life.done(), "it did not end"


async def live_through_everything(engine: TimedEngine, running: RunningSession) -> None:
    """A broker that fails once, a talk, a tool, a network that fails, an engine that dies, and another."""
    engine.refusal, engine.attempts = 502, 1
    await asyncio.sleep(0.1)
    engine.refusal, engine.attempts = None, 3
    await asyncio.sleep(2)
    running.session.perform(commands.Talk("Hello."))
    with suppress(IndexError):  # no peer, as it failed before
        ids = {"session_id": f"session-{len(engine.asked)}", "tool_call_id": "1"}
        engine.peer.hear("toolCallStarted", {**ids, "tool_name": "add", "tool_type": "client"})
    await asyncio.sleep(8)
    engine.way.packets = False
    await asyncio.sleep(5)
    engine.way.packets = True
    await asyncio.sleep(5)
    with suppress(IndexError):
        engine.die()
    await asyncio.sleep(3)
    engine.come_back()
    await asyncio.sleep(PATIENCE)


def say_more_than_a_socket_takes(running: RunningSession) -> None:
    """At once, so that the goodbye has to wait for it."""
    noise = random.Random(1).randbytes(1 << 19)  # what can be compressed is soon sent
    for _ in range(8):
        running.session.perform(commands.SendAgentAudio(noise))


async def test_such_a_life_passes_every_await_of_the_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = Plan()
    for module in SHELL:
        plant(plan, module, monkeypatch)
    async with conversing(monkeypatch) as (engine, running, _):
        await live_through_everything(engine, running)
        say_more_than_a_socket_takes(running)
    assert running.closed == events.SessionClosed(CloseReason.NORMAL, None)
    assert [str(place) for place in AWAITS if place not in plan.reached] == []


# A life for each takes its time; the faults that matter most have a test each below.
@pytest.mark.long
@pytest.mark.parametrize("failure", [Planted, asyncio.CancelledError])
@pytest.mark.parametrize("place", AWAITS, ids=str)
async def test_an_await_that_fails_ends_with_a_sentence_or_is_got_over(
    place: Await, failure: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = Plan(place, failure("planted"))
    plant(plan, sys.modules[f"viewer.{place.module}"], monkeypatch)
    before = asyncio.all_tasks()
    async with conversing(monkeypatch) as (engine, running, life):
        await live_through_everything(engine, running)
        if not life.done():
            assert running.phases[-1] is Phase.LIVE
            if place.function == "SignallingSocket.close":
                say_more_than_a_socket_takes(running)
        else:
            assert running.closed.error, "it ended without a word"
    assert plan.has_failed
    assert life.exception() is None
    assert running.phases[-1] is Phase.CLOSED
    assert [isinstance(event, events.SessionClosed) for event in running.events].count(True) == 1
    await asyncio.sleep(10)  # the engine's end notices
    assert asyncio.all_tasks() == before
    assert all(peer.is_closed for peer in engine.way.peers)


async def test_a_failure_after_the_brokers_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> ClientProtocol:
        raise Planted

    monkeypatch.setattr("viewer.session.session.ClientProtocol", fail)
    async with conversing(monkeypatch) as (_, running, life):
        await life
    assert running.phases == [Phase.ASKING_BROKER, Phase.CLOSED]
    assert isinstance(running.closed.error, errors.InternalError)
    assert str(running.closed.error) == "Something in this program failed (Planted)."


async def test_work_on_the_connection_that_fails_blames_nobody_else_and_no_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def fail(*_: object) -> str:
        raise Planted

    monkeypatch.setattr(StandInPeer, "offer", fail)
    async with conversing(monkeypatch) as (engine, running, life):
        await life
        assert asyncio.get_running_loop().time() < 1
    assert isinstance(running.closed.error, errors.InternalError)
    assert len(engine.times("endsession")) == 1


async def test_a_state_machine_that_fails_ends_its_session_with_a_goodbye(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    receive = ClientProtocol.receive

    def fail(protocol: ClientProtocol, happened: inputs.Input, now: float) -> list[Output]:
        if isinstance(happened, inputs.OfferMade):
            raise Planted
        return receive(protocol, happened, now)

    monkeypatch.setattr(ClientProtocol, "receive", fail)
    async with conversing(monkeypatch) as (engine, running, life):
        await life
    assert isinstance(running.closed.error, errors.InternalError)
    assert len(engine.times("endsession")) == 1
