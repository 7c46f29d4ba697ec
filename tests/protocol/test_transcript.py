"""Messages and thoughts built from chunks, as the official clients build them."""

from typing import Any

from viewer.protocol.data_channel import ReasoningText, SpeechText
from viewer.protocol.transcript import (
    MAX_CONTENT,
    MAX_MARKS,
    MAX_MESSAGES,
    MAX_UTTERANCES,
    Message,
    Transcript,
)


def told(*chunks: dict[str, Any]) -> Message:
    """The message that ``chunks`` of one message become."""
    transcript = Transcript()
    for chunk in chunks:
        transcript.add(SpeechText.model_validate({"message_id": "m", "role": "persona", **chunk}))
    (message,) = transcript.messages
    return message


def test_chunks_are_joined_in_the_order_of_their_arrival_whatever_their_index() -> None:
    message = told(
        {"content": "b", "content_index": 2}, {"content": "a", "content_index": 1, "end_of_speech": True}
    )
    assert (message.content, message.complete) == ("ba", True)


def test_an_interruption_sticks_and_completion_too() -> None:
    message = told(
        {"content": "a", "interrupted": True}, {"content": "b", "end_of_speech": True}, {"content": "c"}
    )
    assert (message.content, message.interrupted, message.complete) == ("abc", True, True)


def test_user_and_persona_may_use_the_same_message_id() -> None:
    transcript = Transcript()
    for role in ("user", "persona"):
        transcript.add(SpeechText(message_id="m", role="user" if role == "user" else "persona", content=role))
    assert [message.content for message in transcript.messages] == ["user", "persona"]


def test_a_new_utterance_may_open_with_one_joining_space() -> None:
    message = told(
        {"content": "One.", "utterance_id": "1"},
        {"content": " Two", "utterance_id": "2"},
        {"content": " more.", "utterance_id": "2"},
    )
    assert message.content == "One. Two more."
    assert [(part.id, part.content) for part in message.utterances] == [("1", "One."), ("2", "Two more.")]


def test_the_last_correlation_id_and_cue_stay() -> None:
    message = told({"user_action_correlation_id": "k", "cue_tag": "happy"}, {"correlationId": "l"}, {})
    assert (message.correlation_id, message.cue_tag) == ("l", "happy")


def test_thoughts_are_kept_apart_from_messages() -> None:
    transcript = Transcript()
    transcript.add(SpeechText(message_id="m", role="persona", content="said"))
    transcript.add_thought(ReasoningText(message_id="m", content="thou"))
    transcript.add_thought(ReasoningText(message_id="m", content="ght", end_of_thought=True))
    assert [message.content for message in transcript.messages] == ["said"]
    (thought,) = transcript.thoughts
    assert (thought.content, thought.complete) == ("thought", True)


def test_nothing_grows_without_bound() -> None:
    transcript = Transcript()
    for number in range(MAX_MESSAGES + 5):
        transcript.add(SpeechText(message_id=str(number), role="user", content="x"))
        transcript.add_thought(ReasoningText(message_id=str(number)))
    assert len(transcript.messages) == len(transcript.thoughts) == MAX_MESSAGES
    assert transcript.messages[0].id == "user::5"
    endless = told(*[{"content": "x" * 9_000, "utterance_id": str(number)} for number in range(200)])
    assert len(endless.content) == MAX_CONTENT
    assert len(endless.utterances) == MAX_UTTERANCES


def heard(*chunks: tuple[str, float]) -> Message:
    """The message whose ``chunks`` were heard at those times, and which ended with the last."""
    transcript = Transcript()
    for content, at in chunks:
        transcript.add(SpeechText(message_id="m", role="persona", content=content), at)
    return transcript.add(SpeechText(message_id="m", role="persona", end_of_speech=True), chunks[-1][1] + 0.5)


def test_each_word_is_marked_with_the_time_it_is_heard_at() -> None:
    message = heard(("Good", 7.0), (" day,", 7.2), (" friend.", 7.5))
    assert (message.marks, message.ended) == (((4, 7.0), (9, 7.2), (17, 7.5)), 8.0)


def test_what_comes_at_once_is_one_piece() -> None:
    assert heard(("Good", 7.0), (" day.", 7.01), ("", 7.1)).marks == ((9, 7.0),)


def test_marks_follow_the_clock_also_when_the_sound_is_played_sooner_than_was_foreseen() -> None:
    assert heard(("Good", 7.0), (" day", 6.9), (".", 7.1)).marks == ((8, 7.0), (9, 7.1))


def test_the_first_end_counts() -> None:
    transcript = Transcript()
    transcript.add(SpeechText(message_id="m", role="persona", content="a", interrupted=True), 1.0)
    assert transcript.add(SpeechText(message_id="m", role="persona", end_of_speech=True), 2.0).ended == 1.0


def test_the_marks_of_a_message_are_bounded() -> None:
    message = heard(*(("x", float(second)) for second in range(MAX_MARKS + 10)))
    assert len(message.marks) == MAX_MARKS
    assert message.marks[-1][0] == len(message.content)
