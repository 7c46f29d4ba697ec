"""What one end writes the other end reads, whatever is in it."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import json_values, models
from viewer.protocol import data_channel, signalling
from viewer.protocol.codec import MalformedMessage, load_object
from viewer.protocol.data_channel import _FROM_CLIENT, _FROM_ENGINE
from viewer.protocol.signalling import AgentAudio, IceCandidate, Signal, TalkChunk


@pytest.mark.parametrize("kind", _FROM_ENGINE.values(), ids=_FROM_ENGINE)
@given(data=st.data())
def test_what_the_engine_says_is_what_the_client_hears(kind: type[Any], data: st.DataObject) -> None:
    message = data.draw(models(kind))
    assert data_channel.decode_from_engine(data_channel.encode(message)) == message


@pytest.mark.parametrize("kind", _FROM_CLIENT.values(), ids=_FROM_CLIENT)
@given(data=st.data())
def test_what_the_client_says_is_what_the_engine_hears(kind: type[Any], data: st.DataObject) -> None:
    message = data.draw(models(kind))
    assert data_channel.decode_from_client(data_channel.encode(message)) == message


@given(action=st.text().map(str.lower), session_id=st.text(), payload=json_values)
def test_a_signal_survives_the_wire(action: str, session_id: str, payload: Any) -> None:
    signal = Signal(action, session_id, payload)
    assert signalling.decode(signalling.encode(signal)) == Signal(action.lower(), session_id, payload)


@given(sdp=st.text(min_size=1, max_size=1000))
def test_offers_and_answers_survive_the_wire(sdp: str) -> None:
    offer = signalling.decode(signalling.encode(signalling.offer("s", sdp)))
    answer = signalling.decode(signalling.encode(signalling.answer("s", sdp)))
    assert signalling.parse_offer(offer.payload) == sdp
    assert signalling.parse_answer(answer.payload) == sdp


@given(
    line=st.text(min_size=1, max_size=300)
    .map(str.strip)
    .filter(lambda line: line and not line.startswith("candidate:")),
    mid=st.none() | st.text(max_size=100),
    index=st.integers(0, 64),
    fragment=st.none() | st.text(max_size=100),
)
def test_candidates_survive_the_wire(line: str, mid: str | None, index: int, fragment: str | None) -> None:
    candidate = IceCandidate(line, mid, index, fragment)
    heard = signalling.decode(signalling.encode(signalling.ice_candidate("s", candidate)))
    assert signalling.parse_ice_candidate(heard.payload) == candidate


@given(chunk=models(TalkChunk), audio=models(AgentAudio))
def test_talk_survives_the_wire(chunk: TalkChunk, audio: AgentAudio) -> None:
    text, sound = signalling.talk_stream("s", chunk), signalling.agent_audio("s", audio)
    assert TalkChunk.model_validate(signalling.decode(signalling.encode(text)).payload) == chunk
    assert AgentAudio.model_validate(signalling.decode(signalling.encode(sound)).payload) == audio


@given(value=json_values | st.text(st.characters(codec=None)), key=st.text(st.characters(codec=None)))
def test_whatever_is_read_can_be_written_again(value: Any, key: str) -> None:
    for read in (load_object(json.dumps({key: value})), load_object(json.dumps({key: value}).encode())):
        json.dumps(read, ensure_ascii=False, allow_nan=False).encode()


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity", '"\\udc00', "9" * 5000, "[" * 5000])
def test_what_is_no_json_is_malformed_whatever_pythons_parser_thinks(constant: str) -> None:
    with pytest.raises(MalformedMessage, match="not JSON"):
        load_object('{"a": ' + constant + "}")
    with pytest.raises(MalformedMessage, match="not JSON"):
        load_object(b'{"a": "\xed\xa0\x80"}')
