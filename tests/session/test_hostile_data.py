"""Whatever comes over the data channel: the session goes on, and keeps no more than it says."""

import json
from typing import Any

import pytest
from aiortc.rtcsctptransport import SCTP_DATA_FIRST_FRAG, WEBRTC_STRING, DataChunk, tsn_plus_one
from pydantic import JsonValue

from tests.session.script import Script, Send, Step, with_sdp
from tests.session.watch import watched_session
from viewer import errors
from viewer.protocol.dialogue import MAX_TOOL_CALLS
from viewer.protocol.transcript import MAX_CONTENT, MAX_MESSAGES, MAX_UTTERANCES
from viewer.session import events
from viewer.session.events import Phase
from viewer.session.peer import MAX_BUFFERED_BYTES
from viewer.session.session import Session


def message(kind: Any, data: Any) -> str:
    return json.dumps({"messageType": kind, "data": data})


def speech(content: Any, message_id: Any = "m", role: Any = "persona", **more: Any) -> str:
    return message("speechText", {"message_id": message_id, "role": role, "content": content, **more})


def tool_call(number: Any, **more: Any) -> str:
    call = {
        "session_id": "scripted-1",
        "tool_call_id": str(number),
        "tool_name": "paint",
        "tool_type": "client",
        "arguments": {},
    }
    return message("toolCallStarted", call | more)


OURS = {"message_type": "interrupt", "session_id": "scripted-1"}
DEEP: JsonValue = json.loads("[" * 240 + "]" * 240)
NOISE: dict[str, list[str | bytes]] = {
    "nothing": ["", b""],
    "no JSON": ["{", "nul", "\x00", "\ufeff{}"],
    "no object": ["null", "7", "[]", '"speechText"'],
    "bytes": [b"\x00\xff\xfe", speech("ignored").encode()[:-3], b"\xff\xfe{\x00}\x00", bytes(60_000)],
    "deep": ["[" * 50_000, '{"a":' * 10_000, tool_call("d", arguments=DEEP)],
    "long numbers": [speech("", content_index=10**4000), '{"messageType":' + "9" * 5000 + "}"],
    "no numbers": [tool_call(1, arguments=float("nan")), speech("", content_index=float("inf"))],
    "numbers too great": [speech("", content_index=1).replace(": 1", ": 1e999")],
    "half characters": [speech("\ud800"), speech("x", "\udfff", cue_tag="\ud800"), tool_call("\ud800")],
    "wrong types": [speech(7), speech(None), speech("x", 7), speech("x", None), message([], 7)],
    "another role": [speech("x", role=["user"]), speech("x", role={}), speech("x", role="USER\u202e")],
    "no data": [message(kind, None) for kind in ("speechText", "toolCallStarted", "userSpeechStarted")],
    "unknown": [message("news", {}), message("x" * 50_000, {}), message("", {}), message("SPEECHTEXT", {})],
    "our own messages": [json.dumps(OURS)],
    "large": [speech("x" * 50_000), speech("x", "i" * 50_000), tool_call(2, arguments="y" * 50_000)],
    "very large": [speech("z" * 250_000)],
    "for others": [tool_call(3, session_id="another"), tool_call(4, session_id=None)],
    "late ends": [
        message("toolCallCompleted", {"tool_call_id": "never begun"}),
        message("toolCallFailed", 1),
    ],
    "configuration": [message("personaConfigUpdateApplied", {"changed_fields": {"a": 1, "b": [DEEP]}})],
}


@pytest.mark.parametrize("messages", NOISE.values(), ids=NOISE)
async def test_noise_on_the_data_channel_hurts_nobody(messages: list[str | bytes]) -> None:
    script: Script = {Step.CHANNEL: [Send([*messages, speech("Still there.", "last")])]}
    async with watched_session(script) as (engine, running):
        await running.phase(Phase.LIVE)
        await running.seen(events.MessageUpdated, lambda event: event.message.content == "Still there.")
        running.session.perform(events.SendText("So am I."))
        await engine.session.until(lambda: any("So am I." in str(said) for said in engine.session.data))
    assert running.closed.error is None


async def test_text_that_is_no_utf8_is_skipped() -> None:
    async with watched_session({Step.CHANNEL: [Send([])]}) as (engine, running):
        await running.phase(Phase.LIVE)
        await engine.session.channel_open()
        assert engine.session.peer
        engine.session.peer.say_as_text(b"\xff\xfe")
        await engine.session.say(speech("Still there."))
        await running.seen(events.MessageUpdated)
    assert running.closed.error is None


async def test_a_message_without_end_is_kept_to_twice_the_window() -> None:
    async with watched_session() as (engine, running):
        await running.phase(Phase.LIVE)
        await engine.session.channel_open()
        assert engine.session.peer
        assert isinstance(running.session, Session)
        assert running.session._link
        transport = running.session._link._peer._channel.transport
        for number in range(3000):
            chunk = DataChunk(flags=SCTP_DATA_FIRST_FRAG if number == 0 else 0)
            chunk.tsn = tsn_plus_one(transport._last_received_tsn or 0)
            chunk.stream_id, chunk.stream_seq, chunk.protocol = 9, 0, WEBRTC_STRING
            chunk.user_data = bytes(1200)
            await transport._receive_data_chunk(chunk)
        assert transport._advertised_rwnd > -(1 << 20) - 1200
        kept = transport._inbound_streams[9].reassembly
        assert sum(len(chunk.user_data) for chunk in kept) <= (2 << 20) + 1200


async def test_an_end_of_a_character_in_the_next_chunk_costs_no_word() -> None:
    script: Script = {Step.CHANNEL: [Send([speech("Good \ud83d"), speech("\ude00 day", end_of_speech=True)])]}
    async with watched_session(script) as (_, running):
        said = await running.seen(events.MessageUpdated, lambda event: event.message.complete)
    assert said.message.content.replace("\ufffd", "") == "Good  day"


async def test_what_is_said_is_shown_as_plain_text() -> None:
    script: Script = {Step.CHANNEL: [Send([speech("<b>x</b>\u202e\x1b[31m\u2066", end_of_speech=True)])]}
    async with watched_session(script) as (_, running):
        said = await running.seen(events.MessageUpdated)
        wire = await running.seen(events.WireMessage, lambda event: event.kind == "speechText")
    assert said.message.content == "<b>x</b>[31m"
    assert "\u202e" not in wire.text


async def test_messages_and_utterances_without_end_are_forgotten_from_the_oldest_on() -> None:
    flood = [
        speech("x" * 500, str(number % 900), utterance_id=str(number), role=("user", "persona")[number % 2])
        for number in range(3000)
    ]
    script: Script = {Step.CHANNEL: [Send([*flood, speech("Over.", "last", end_of_speech=True)])]}
    async with watched_session(script) as (_, running):
        await running.seen(events.MessageUpdated, lambda event: event.message.content == "Over.", within=60)
        assert isinstance(running.session, Session)
        assert running.session._protocol
        messages = running.session._protocol.dialogue.transcript.messages
    assert len(messages) == MAX_MESSAGES
    assert messages[-1].content == "Over."
    assert running.closed.error is None


async def test_one_message_without_end_is_cut() -> None:
    flood = [speech("word " * 100, utterance_id=str(number)) for number in range(300)]
    script: Script = {Step.CHANNEL: [Send([*flood, speech("", end_of_speech=True)])]}
    async with watched_session(script) as (_, running):
        said = await running.seen(events.MessageUpdated, lambda event: event.message.complete, within=60)
    assert len(said.message.content) == MAX_CONTENT
    assert len(said.message.utterances) <= MAX_UTTERANCES
    assert sum(len(utterance.content) for utterance in said.message.utterances) <= MAX_CONTENT


async def test_tool_calls_without_end_are_answered_each_and_forgotten_from_the_oldest_on() -> None:
    script: Script = {Step.CHANNEL: [Send([tool_call(number) for number in range(600)])]}
    async with watched_session(script) as (engine, running):
        session = await engine.begun()
        await session.until(lambda: len(session.data) >= 600, within=60)
        assert isinstance(running.session, Session)
        assert running.session._protocol
        assert len(running.session._protocol.dialogue._tool_calls) == MAX_TOOL_CALLS
        assert len(running.session._tasks._tasks) < 20
    assert running.closed.error is None


async def test_ends_of_calls_that_never_began_are_forgotten_from_the_oldest_on() -> None:
    ends = [tool_call(number, result=1).replace("Started", "Completed") for number in range(600)]
    script: Script = {Step.CHANNEL: [Send([*ends, speech("Over.", "last")])]}
    async with watched_session(script) as (_, running):
        await running.seen(events.MessageUpdated, within=60)
        assert isinstance(running.session, Session)
        assert running.session._protocol
        assert len(running.session._protocol.dialogue._tool_calls) == MAX_TOOL_CALLS


async def test_an_engine_that_takes_only_short_messages_gets_them_and_the_user_hears_of_the_others() -> None:
    def short(sdp: str) -> str:
        return sdp.replace("a=max-message-size:", "a=max-message-size:9").replace(":9262144", ":200")

    async with watched_session({Step.ANSWER: [with_sdp(short)]}) as (engine, running):
        await running.phase(Phase.LIVE)
        await engine.session.channel_open()
        running.session.perform(events.SendText("Open."))
        await engine.session.until(lambda: engine.session.data)
        running.session.perform(events.SendText("word " * 100))
        refused = await running.seen(events.CommandRefused)
        running.session.perform(events.SendText("Short."))
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
        running.session.perform(events.SendText("The channel is open."))
        await engine.session.until(lambda: engine.session.data)
        engine.session.peer.acknowledge_nothing()
        for _ in range(600):
            running.session.perform(events.AddContext("x" * 9000))
        refused = await running.seen(events.CommandRefused)
        assert running.session._link._peer._channel.bufferedAmount <= MAX_BUFFERED_BYTES
    assert isinstance(refused.error, errors.NotSent)
    assert running.closed.error is None
