"""Text streamed to the persona's speech, chunk by chunk."""

import uuid

import pytest

from viewer import errors
from viewer.protocol.talk_streams import MAX_OPEN, TalkStreams

FIRST, SECOND = str(uuid.UUID(int=1, version=4)), str(uuid.UUID(int=2, version=4))


def test_only_the_first_chunk_starts_speech() -> None:
    streams = TalkStreams()
    assert streams.chunk("a", "x", False, None, 0.0).start_of_speech
    assert not streams.chunk("a", "y", False, None, 0.0).start_of_speech
    assert streams.chunk("b", "z", False, None, 0.0).start_of_speech


def test_a_chunk_that_merely_ends_the_stream_begins_no_new_utterance() -> None:
    streams = TalkStreams()
    assert streams.chunk("a", "x", False, FIRST, 0.0).utterance_id == FIRST
    assert streams.chunk("a", "y", False, None, 0.0).utterance_id is None
    assert streams.chunk("a", "z", False, SECOND, 0.0).utterance_id == SECOND
    assert streams.chunk("a", "", True, None, 0.0).utterance_id == SECOND


def test_empty_chunks_do_not_keep_a_stream_open() -> None:
    streams = TalkStreams()
    streams.chunk("a", "x", False, None, 0.0)
    streams.chunk("a", "", False, None, 10.0)
    assert streams.close_silent(15.0) == ["a"]
    streams.chunk("b", "x", False, None, 20.0)
    streams.chunk("b", "y", False, None, 30.0)
    assert streams.close_silent(35.0) == []
    assert streams.deadline == 45.0


@pytest.mark.parametrize(
    "utterance", ["", "x", FIRST.upper().replace("0", "A"), str(uuid.UUID(int=1, version=1))]
)
def test_an_utterance_id_that_engines_would_replace_is_refused(utterance: str) -> None:
    with pytest.raises(errors.UsageError, match="UUID v4"):
        TalkStreams().chunk("a", "x", False, utterance, 0.0)


def test_a_stream_that_is_over_stays_over() -> None:
    streams = TalkStreams()
    streams.chunk("a", "x", True, None, 0.0)
    with pytest.raises(errors.UsageError, match="over"):
        streams.chunk("a", "y", False, None, 0.0)
    with pytest.raises(errors.UsageError):
        streams.chunk("", "y", False, None, 0.0)


def test_streams_that_are_never_ended_are_bounded() -> None:
    streams = TalkStreams()
    for number in range(MAX_OPEN):
        streams.chunk(str(number), "x", False, None, 0.0)
    with pytest.raises(errors.UsageError, match="are open"):
        streams.chunk("one more", "x", False, None, 0.0)
    assert len(streams.close_all()) == MAX_OPEN
