"""Each odd message as the codecs, the state machine and the fuzzer's checks see it."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.fuzz.targets import TARGETS
from tests.protocol.play import live
from tests.session.hostile.messages import DATA, SIGNALS, UNUSABLE_SDP, candidate, speech, tool_call
from viewer.protocol import actions, inputs
from viewer.protocol.dialogue import MAX_TOOL_CALLS
from viewer.protocol.negotiation import MAX_CANDIDATES
from viewer.protocol.transcript import MAX_CONTENT, MAX_MESSAGES, MAX_UTTERANCES

CHECKS = {target.name: target.check for target in TARGETS}
SDP = "v=0\r\nm=video 9 X 96\r\na=ice-pwd:x\r\na=rtpmap:96 VP8/90000\r\na=fingerprint:sha-256 AA\r\n"


@pytest.mark.parametrize("frames", SIGNALS.values(), ids=SIGNALS)
def test_a_signal_that_nobody_would_send_changes_nothing(frames: list[str | bytes]) -> None:
    play = live()
    for frame in frames:
        play.tell(inputs.FrameReceived(frame), 1.0)
        if isinstance(frame, str):
            CHECKS["signals"](frame)
            CHECKS["candidates"](frame)
    assert not play.finished
    said = [action for action in play.outputs() if isinstance(action, actions.SendFrame)]
    assert said == []


@pytest.mark.parametrize("messages", DATA.values(), ids=DATA)
def test_a_message_that_nobody_would_send_hurts_nobody(messages: list[str | bytes]) -> None:
    play = live()
    for message in messages:
        play.tell(inputs.DataReceived(message))
        if isinstance(message, str):
            CHECKS["data"](message)
    play.tell(inputs.DataReceived(speech("Still there.", "last")))
    assert play.protocol._dialogue.transcript.messages[-1].content == "Still there."
    assert not play.finished


@pytest.mark.parametrize("edit", UNUSABLE_SDP.values(), ids=UNUSABLE_SDP)
def test_a_description_that_nobody_would_send_is_read(edit: Callable[[str], Any]) -> None:
    if isinstance(sdp := edit(SDP), str):
        CHECKS["sdp"](sdp)


def test_ten_thousand_candidates_are_no_more_than_a_hundred() -> None:
    play = live()
    for n in range(10_000):
        line = f"{n} 1 udp {n} 10.{n >> 16}.{n >> 8 & 255}.{n & 255} 9 typ host"
        play.tell(inputs.FrameReceived(candidate(line)), 1.0)
    added = [action for action in play.outputs() if isinstance(action, actions.AddCandidate)]
    assert len(added) == MAX_CANDIDATES


def test_messages_and_utterances_without_end_are_forgotten_from_the_oldest_on() -> None:
    play = live()
    for number in range(2 * MAX_MESSAGES):
        role = ("user", "persona")[number % 2]
        play.tell(inputs.DataReceived(speech("x", str(number), utterance_id=str(number), role=role)))
    play.tell(inputs.DataReceived(speech("Over.", "last", end_of_speech=True)))
    messages = play.protocol._dialogue.transcript.messages
    assert len(messages) == MAX_MESSAGES
    assert messages[-1].content == "Over."
    assert messages[0].id == f"persona::{MAX_MESSAGES + 1}"


def test_one_message_without_end_is_cut() -> None:
    play = live()
    for number in range(300):
        play.tell(inputs.DataReceived(speech("word " * 100, utterance_id=str(number))))
    play.tell(inputs.DataReceived(speech("", end_of_speech=True)))
    (message,) = play.protocol._dialogue.transcript.messages
    assert message.complete
    assert len(message.content) == MAX_CONTENT
    assert len(message.utterances) <= MAX_UTTERANCES
    assert sum(len(utterance.content) for utterance in message.utterances) <= MAX_CONTENT


def test_an_end_of_a_character_in_the_next_chunk_costs_no_word() -> None:
    play = live()
    play.tell(inputs.DataReceived(speech("Good \ud83d")))
    play.tell(inputs.DataReceived(speech("\ude00 day", end_of_speech=True)))
    (message,) = play.protocol._dialogue.transcript.messages
    assert message.content.replace("\ufffd", "") == "Good  day"


@pytest.mark.parametrize("kind", ["Started", "Completed"])
def test_tool_calls_without_end_are_forgotten_from_the_oldest_on(kind: str) -> None:
    play = live()
    for number in range(2 * MAX_TOOL_CALLS):
        call = tool_call(number, session_id="s1", result=1)
        play.tell(inputs.DataReceived(call.replace("Started", kind)))
    kept = list(play.protocol._dialogue._tool_calls)
    assert kept == [str(n) for n in range(MAX_TOOL_CALLS, 2 * MAX_TOOL_CALLS)]
