"""Whatever comes over the data channel: the session goes on, and keeps no more than it says.

What it means to the codecs and the state machine is in ``tests/protocol``; here it meets a living session.
"""

import pytest
from aiortc.rtcsctptransport import SCTP_DATA_FIRST_FRAG, WEBRTC_STRING, DataChunk, tsn_plus_one

from tests.e2e.running_session import RunningSession
from tests.session.hostile.messages import DATA, speech, tool_call
from tests.session.hostile.script import Step, with_sdp
from tests.session.hostile.scripted_engine import ScriptedSession
from tests.session.hostile.watch import watched_session
from viewer import errors
from viewer.protocol import commands, events
from viewer.protocol.dialogue import MAX_TOOL_CALLS
from viewer.protocol.events import Phase
from viewer.session.session import Session
from viewer.webrtc.peer import MAX_BUFFERED_BYTES

pytestmark = pytest.mark.wire


async def still_heard(engine: ScriptedSession, running: RunningSession, text: str) -> None:
    """The session lives: it shows what the engine says."""
    await engine.say(speech(text, text))
    await running.seen(events.MessageUpdated, lambda event: event.message.content == text)


async def test_noise_on_the_data_channel_hurts_nobody() -> None:
    async with watched_session() as (engine, running):
        await running.phase(Phase.LIVE)
        for name, messages in DATA.items():
            await engine.session.say(*messages)
            await still_heard(engine.session, running, f"After {name}.")
        assert engine.session.peer
        engine.session.peer.say_as_text(b"\xff\xfe")
        await still_heard(engine.session, running, "After what is no UTF-8.")
        await engine.session.say(speech("<b>x</b>\u202e\x1b[31m\u2066", "plain", end_of_speech=True))
        said = await running.seen(events.MessageUpdated, lambda event: event.message.id.endswith(":plain"))
        assert said.message.content == "<b>x</b>[31m"
        running.session.perform(commands.SendText("So am I."))
        await engine.session.until(lambda: any("So am I." in str(said) for said in engine.session.data))
    assert running.closed.error is None


async def test_floods_are_answered_and_fill_no_memory() -> None:
    calls = MAX_TOOL_CALLS + 50
    async with watched_session() as (engine, running):
        await running.phase(Phase.LIVE)
        await engine.session.say(*map(tool_call, range(calls)))
        await engine.session.until(lambda: len(engine.session.data) >= calls)
        await still_heard(engine.session, running, "Over.")
        assert isinstance(running.session, Session)
        assert running.session._protocol
        assert len(running.session._protocol._dialogue._tool_calls) == MAX_TOOL_CALLS
        assert running.session._errands
        assert len(running.session._errands._tasks._tasks) < 20
        await _message_without_end(running.session)
    assert running.closed.error is None


async def _message_without_end(session: Session) -> None:
    """Is kept to twice the window."""
    assert session._link
    transport = session._link._peer._channel.transport
    for number in range(3000):
        chunk = DataChunk(flags=SCTP_DATA_FIRST_FRAG if number == 0 else 0)
        chunk.tsn = tsn_plus_one(transport._last_received_tsn or 0)
        chunk.stream_id, chunk.stream_seq, chunk.protocol = 9, 0, WEBRTC_STRING
        chunk.user_data = bytes(1200)
        await transport._receive_data_chunk(chunk)
    assert transport._advertised_rwnd > -(1 << 20) - 1200
    kept = transport._inbound_streams[9].reassembly
    assert sum(len(chunk.user_data) for chunk in kept) <= (2 << 20) + 1200


async def test_an_engine_that_takes_only_short_messages_gets_them_and_the_user_hears_of_the_others() -> None:
    def short(sdp: str) -> str:
        return sdp.replace("a=max-message-size:", "a=max-message-size:9").replace(":9262144", ":200")

    async with watched_session({Step.ANSWER: [with_sdp(short)]}) as (engine, running):
        await running.phase(Phase.LIVE)
        await engine.session.channel_open()
        running.session.perform(commands.SendText("Open."))
        await engine.session.until(lambda: engine.session.data)
        running.session.perform(commands.SendText("word " * 100))
        refused = await running.seen(events.CommandRefused)
        running.session.perform(commands.SendText("Short."))
        await engine.session.until(lambda: any("Short." in str(said) for said in engine.session.data))
    assert isinstance(refused.error, errors.NotSent)
    assert running.closed.error is None


async def test_a_data_channel_that_takes_nothing_fills_no_memory() -> None:
    async with watched_session() as (engine, running):
        await running.phase(Phase.LIVE)
        await engine.session.channel_open()
        assert engine.session.peer
        assert isinstance(running.session, Session)
        assert running.session._link
        running.session.perform(commands.SendText("The channel is open."))
        await engine.session.until(lambda: engine.session.data)
        engine.session.peer.acknowledge_nothing()
        for _ in range(600):
            running.session.perform(commands.AddContext("x" * 9000))
        refused = await running.seen(events.CommandRefused)
        assert running.session._link._peer._channel.bufferedAmount <= MAX_BUFFERED_BYTES
    assert isinstance(refused.error, errors.NotSent)
    assert running.closed.error is None
