"""Whatever comes over the signalling socket: the session goes on, or ends with its sentence.

What it means to the codecs and the state machine is in ``tests/protocol``; here it meets a living session.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.e2e.running_session import RunningSession
from tests.session.hostile.messages import SIGNALS, UNUSABLE_SDP, candidate, signal
from tests.session.hostile.script import (
    CloseSocket,
    Delay,
    Drop,
    Flush,
    Hold,
    Release,
    Repeat,
    Reverse,
    Script,
    Send,
    Step,
    with_sdp,
)
from tests.session.hostile.scripted_engine import ScriptedSession
from tests.session.hostile.watch import watched_session, watched_sessions
from viewer import errors
from viewer.protocol import commands, events
from viewer.protocol.events import Phase
from viewer.protocol.negotiation import MAX_CANDIDATES
from viewer.protocol.signalling import Signal
from viewer.session.session import Session
from viewer.session.signalling import MAX_OUTBOX_BYTES

pytestmark = pytest.mark.wire


async def still_heard(engine: ScriptedSession, running: RunningSession, text: str) -> None:
    """The session lives: it shows what the engine says."""
    await engine.send(Signal("warning", engine.id, text))
    await running.seen(events.Warned, lambda event: event.text == text)


async def test_noise_at_any_time_hurts_nobody() -> None:
    early = [frame for frames in SIGNALS.values() for frame in frames]
    async with watched_session({Step.OPENED: [Send(early), Flush()]}) as (engine, running):
        await running.phase(Phase.LIVE)
        for name, frames in SIGNALS.items():
            await engine.session.send(*frames)
            await still_heard(engine.session, running, f"After {name}.")
        await running.seen(events.MilestoneReached, lambda event: event.milestone == "session_ready")
        assert engine.session.sockets == 1
    assert running.closed.error is None


async def test_floods_cost_neither_memory_nor_pictures() -> None:
    many = range(1, 2 * MAX_CANDIDATES)
    flood = [candidate(f"{n} 1 udp {n} 10.0.{n >> 8}.{n & 255} 9 typ host") for n in many]
    async with watched_session({Step.OPENED: [Send(flood)]}) as (engine, running):
        await running.phase(Phase.LIVE)
        await engine.session.send(*flood)
        await engine.session.send(*(Signal("warning", "s", f"<b>{n}</b>\u202e") for n in range(300)))
        last = await running.seen(events.Warned, lambda event: event.text.startswith("<b>299"))
        assert last.text == "<b>299</b>"
        assert isinstance(running.session, Session)
        assert running.session._protocol
        assert running.session._link
        assert len(running.session._protocol._negotiation._early) <= MAX_CANDIDATES
        assert running.session._link._work.qsize() <= MAX_CANDIDATES
        assert len(running.session._link._peer._agent.remote_candidates) <= MAX_CANDIDATES + 1
        assert len(running.session._link._peer._tasks._tasks) < 20
        before = (await running.seen(events.Statistics)).frames_received
        await running.seen(events.Statistics, lambda event: event.frames_received > before)
    assert running.closed.error is None


# What WebRTC takes and cannot connect with; the other answers are refused as they are.
CONNECTS_NOT = {
    "halves of characters": errors.ConnectionBlocked,
    "a fingerprint of noise": errors.EncryptionFailed,
    "another hash": errors.EncryptionFailed,
}


async def test_an_answer_that_cannot_be_used_ends_the_session_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # What does not connect is given up soon.
    monkeypatch.setattr("viewer.protocol.client.CONNECT_WITHIN", 4.0)
    monkeypatch.setattr("viewer.protocol.client.PICTURE_WITHIN", 4.0)
    edits = UNUSABLE_SDP.items()
    async with watched_sessions({name: {Step.ANSWER: [with_sdp(edit)]} for name, edit in edits}) as sessions:
        ends = {name: await running.seen(events.SessionClosed) for name, (_, running) in sessions.items()}
    expected = dict.fromkeys(UNUSABLE_SDP, errors.BadAnswerFromEngine) | CONNECTS_NOT
    assert {name: type(end.error) for name, end in ends.items()} == expected
    assert all(end.error and end.error.message for end in ends.values())


@asynccontextmanager
async def all_live(scripts: dict[str, Script]) -> AsyncIterator[list[ScriptedSession]]:
    """Every session has pictures and the engine's word that it is ready, and ends without an error."""
    async with watched_sessions(scripts) as sessions:
        for _, running in sessions.values():
            await running.phase(Phase.LIVE)
            await running.seen(events.MilestoneReached, lambda event: event.milestone == "session_ready")
        yield [engine for engine, _ in sessions.values()]
    ends = {name: running.closed.error for name, (_, running) in sessions.items()}
    assert ends == dict.fromkeys(scripts)


async def test_a_socket_that_closes_at_any_step_is_opened_again() -> None:
    codes = (1000, 1006, 1011, 4000, 1006)
    scripts: dict[str, Script] = {
        f"{code} at {step.name}": {step: [CloseSocket(code)]} for code, step in zip(codes, Step, strict=True)
    }
    async with all_live(scripts) as engines:
        for engine in engines:
            await engine.connected(2)
            await engine.heard("heartbeat")


async def test_order_number_and_time_of_messages_do_not_matter() -> None:
    scripts: dict[str, Script] = {
        "everything ten times": {step: [Repeat(10)] for step in Step},
        "candidates in reverse order": {Step.CANDIDATES: [Reverse()]},
        "candidates before the answer": {Step.ANSWER: [Hold()], Step.CANDIDATES: [Release()]},
        "the end of candidates before the answer": {Step.OPENED: [Send([candidate("")])]},
        "everything too late": {
            Step.ANSWER: [Hold()],
            Step.CANDIDATES: [Hold()],
            Step.READY: [Delay(1), Release()],
        },
        "ready before the answer": {
            Step.OPENED: [Send([Signal("sessionready", "s")])],
            Step.READY: [Drop()],
        },
        "no candidates": {Step.CANDIDATES: [Drop()]},
        "noise in binary frames": {step: [Send([bytes(1000)] * 20)] for step in Step},
    }
    async with all_live(scripts) as engines:
        assert [engine.sockets for engine in engines] == [1] * len(scripts)


async def test_a_frame_over_the_limit_costs_the_socket_and_five_of_them_the_session() -> None:
    huge = signal("news", "x" * (1 << 20))
    async with watched_session() as (engine, running):
        await running.phase(Phase.LIVE)
        for number in range(6):
            await engine.session.connected(number + 1)
            await engine.session.send(huge)
        closed = await running.seen(events.SessionClosed)
    assert isinstance(closed.error, errors.SignallingLost)


async def test_an_engine_that_reads_nothing_fills_no_memory() -> None:
    async with watched_session() as (engine, running):
        await running.phase(Phase.LIVE)
        assert isinstance(running.session, Session)
        socket = running.session._socket
        assert socket
        await engine.session.deafen()
        for _ in range(20):
            running.session.perform(commands.SendAgentAudio(bytes(400_000)))
        refused = await running.seen(events.CommandRefused)
        assert isinstance(refused.error, errors.NotSent)
        assert sum(map(len, socket._outbox)) == socket._outbox_bytes <= MAX_OUTBOX_BYTES
        assert not any(isinstance(event, events.SessionClosed) for event in running.events)
    assert running.closed.error is None
