import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from viewer.protocol.data_channel import SpeechText
from viewer.protocol.text import plain
from viewer.protocol.transcript import MAX_CONTENT, MAX_MESSAGES, Transcript


def test_direction_overrides_and_control_characters_are_taken_out() -> None:
    assert plain("a\u202eb\x1b[31mc\x00\u2066d") == "ab[31mcd"
    assert plain("one\ntwo\tthree") == "one two three"
    assert plain("👩\u200d🚀 क्\u200dष") == "👩\u200d🚀 क्\u200dष"


@given(st.text(), st.integers(1, 50))
def test_the_result_is_one_short_line(text: str, limit: int) -> None:
    shown = plain(text, limit)
    assert len(shown) <= limit
    assert not [c for c in shown if unicodedata.category(c) in {"Cc", "Zl", "Zp"}]


def test_chunks_of_one_role_and_id_are_one_message_and_interruption_sticks() -> None:
    transcript = Transcript()
    transcript.add(SpeechText(message_id="1", role="persona", content="I was ", interrupted=True))
    transcript.add(SpeechText(message_id="1", role="user", content="Stop"))
    message = transcript.add(SpeechText(message_id="1", role="persona", content="saying", end_of_speech=True))
    assert (message.content, message.complete, message.interrupted) == ("I was saying", True, True)
    assert [m.role for m in transcript.messages] == ["persona", "user"]


def test_a_transcript_is_bounded() -> None:
    transcript = Transcript()
    for number in range(MAX_MESSAGES + 10):
        transcript.add(SpeechText(message_id=str(number), role="persona", content="x"))
    assert len(transcript.messages) == MAX_MESSAGES
    for _ in range(3):
        message = transcript.add(SpeechText(message_id="long", role="persona", content="y" * MAX_CONTENT))
    assert len(message.content) == MAX_CONTENT
