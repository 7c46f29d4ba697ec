"""Each odd message as the codecs, the state machine and the fuzzer's checks see it."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.fuzz.targets import TARGETS
from tests.protocol.test_client import live
from tests.session.hostile import DATA, SIGNALS, UNUSABLE_SDP, candidate, speech, tool_call
from viewer.protocol import actions
from viewer.protocol.dialogue import MAX_TOOL_CALLS
from viewer.protocol.negotiation import MAX_CANDIDATES
from viewer.protocol.transcript import MAX_CONTENT, MAX_MESSAGES, MAX_UTTERANCES

CHECKS = {target.name: target.check for target in TARGETS}
SDP = "v=0\r\nm=video 9 X 96\r\na=ice-pwd:x\r\na=rtpmap:96 VP8/90000\r\na=fingerprint:sha-256 AA\r\n"


@pytest.mark.parametrize("frames", SIGNALS.values(), ids=SIGNALS)
def test_a_signal_that_nobody_would_send_changes_nothing(frames: list[str | bytes]) -> None:
    protocol = live()
    for frame in frames:
        protocol.frame_received(frame, 1.0)
        if isinstance(frame, str):
            CHECKS["signals"](frame)
            CHECKS["candidates"](frame)
    assert not protocol.finished
    said = [action for action in protocol.actions() if isinstance(action, actions.SendFrame)]
    assert said == []


@pytest.mark.parametrize("messages", DATA.values(), ids=DATA)
def test_a_message_that_nobody_would_send_hurts_nobody(messages: list[str | bytes]) -> None:
    protocol = live()
    for message in messages:
        protocol.dialogue.data_received(message)
        if isinstance(message, str):
            CHECKS["data"](message)
    protocol.dialogue.data_received(speech("Still there.", "last"))
    assert protocol.dialogue.transcript.messages[-1].content == "Still there."
    assert not protocol.finished


@pytest.mark.parametrize("edit", UNUSABLE_SDP.values(), ids=UNUSABLE_SDP)
def test_a_description_that_nobody_would_send_is_read(edit: Callable[[str], Any]) -> None:
    if isinstance(sdp := edit(SDP), str):
        CHECKS["sdp"](sdp)


def test_ten_thousand_candidates_are_no_more_than_a_hundred() -> None:
    protocol = live()
    for n in range(10_000):
        line = f"{n} 1 udp {n} 10.{n >> 16}.{n >> 8 & 255}.{n & 255} 9 typ host"
        protocol.frame_received(candidate(line), 1.0)
    added = [action for action in protocol.actions() if isinstance(action, actions.AddCandidate)]
    assert len(added) == MAX_CANDIDATES


def test_messages_and_utterances_without_end_are_forgotten_from_the_oldest_on() -> None:
    dialogue = live().dialogue
    for number in range(2 * MAX_MESSAGES):
        role = ("user", "persona")[number % 2]
        dialogue.data_received(speech("x", str(number), utterance_id=str(number), role=role))
    dialogue.data_received(speech("Over.", "last", end_of_speech=True))
    messages = dialogue.transcript.messages
    assert len(messages) == MAX_MESSAGES
    assert messages[-1].content == "Over."
    assert messages[0].id == f"persona::{MAX_MESSAGES + 1}"


def test_one_message_without_end_is_cut() -> None:
    dialogue = live().dialogue
    for number in range(300):
        dialogue.data_received(speech("word " * 100, utterance_id=str(number)))
    dialogue.data_received(speech("", end_of_speech=True))
    (message,) = dialogue.transcript.messages
    assert message.complete
    assert len(message.content) == MAX_CONTENT
    assert len(message.utterances) <= MAX_UTTERANCES
    assert sum(len(utterance.content) for utterance in message.utterances) <= MAX_CONTENT


def test_an_end_of_a_character_in_the_next_chunk_costs_no_word() -> None:
    dialogue = live().dialogue
    dialogue.data_received(speech("Good \ud83d"))
    dialogue.data_received(speech("\ude00 day", end_of_speech=True))
    (message,) = dialogue.transcript.messages
    assert message.content.replace("\ufffd", "") == "Good  day"


@pytest.mark.parametrize("kind", ["Started", "Completed"])
def test_tool_calls_without_end_are_forgotten_from_the_oldest_on(kind: str) -> None:
    dialogue = live().dialogue
    for number in range(2 * MAX_TOOL_CALLS):
        call = tool_call(number, session_id="s1", result=1)
        dialogue.data_received(call.replace("Started", kind))
    assert list(dialogue._tool_calls) == [str(n) for n in range(MAX_TOOL_CALLS, 2 * MAX_TOOL_CALLS)]
