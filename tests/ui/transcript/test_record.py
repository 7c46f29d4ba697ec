"""What was said, by whom and when, folded from what a session tells."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.protocol import data_channel, events
from viewer.protocol.events import CloseReason, Phase, PhaseChanged
from viewer.protocol.transcript import Message
from viewer.redaction import forget_secret, remember_secret
from viewer.ui.transcript import record
from viewer.ui.transcript.line import Line
from viewer.ui.transcript.record import Change, Record

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC).timestamp()


class Talk:
    """A record whose clock a test turns: 100 s is noon."""

    def __init__(self) -> None:
        self.now = 100.0
        self.record = Record(lambda: self.now, lambda: NOON + self.now - 100)
        self.record.name_persona("Lena")
        self.tell(PhaseChanged(Phase.ASKING_BROKER))
        self.tell(PhaseChanged(Phase.LIVE))

    def tell(self, event: events.Event) -> tuple[Change, ...]:
        return self.record.add(event)

    def persona(self, content: str, at: float = 101.0, name: str = "p", **state: Any) -> tuple[Change, ...]:
        message = Message(f"persona::{name}", "persona", content, marks=((len(content), at),))
        return self.tell(events.MessageUpdated(replace(message, **state)))

    def user(self, content: str, at: float = 101.0, name: str = "u", **state: Any) -> tuple[Change, ...]:
        message = Message(f"user::{name}", "user", content, complete=True, marks=((len(content), at),))
        return self.tell(events.MessageUpdated(replace(message, **state)))

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.record.lines

    @property
    def texts(self) -> list[str]:
        return [line.text for line in self.lines]


@pytest.fixture
def talk() -> Talk:
    return Talk()


def test_what_the_persona_says_is_a_line_that_grows_in_its_place(talk: Talk) -> None:
    assert talk.persona("Good") == (Change(0, "new"),)
    talk.tell(events.TextTyped("Hi", 101.5))
    assert talk.persona("Good day.", complete=True, ended=102.0) == (Change(0, "changed"),)
    assert talk.persona("Good day.", complete=True, ended=102.0) == ()
    line = talk.lines[0]
    assert (line.role, line.name, line.text, line.complete) == ("persona", "Lena", "Good day.", True)
    assert (line.began, line.ended) == (101.0, 102.0)
    assert line.at.astimezone(UTC) == datetime(2026, 3, 14, 12, 0, 1, tzinfo=UTC)


def test_marks_go_with_the_words_where_a_message_begins_with_space(talk: Talk) -> None:
    talk.persona("  Good day ", marks=((2, 100.5), (6, 101.0), (11, 102.0)))
    (line,) = talk.lines
    assert (line.text, line.began, line.marks) == ("Good day", 101.0, ((4, 101.0), (8, 102.0)))


def test_what_is_said_after_its_end_corrects_it(talk: Talk) -> None:
    talk.persona("Four.", complete=True)
    assert not talk.lines[0].corrected
    talk.persona("Four. No, five.", complete=True)
    talk.persona("Four. No, five.", complete=True, interrupted=True)
    assert [(line.text, line.corrected, line.interrupted) for line in talk.lines] == [
        ("Four. No, five.", True, True)
    ]


def test_words_that_were_told_before_they_were_spoken_end_when_they_can_have_been(talk: Talk) -> None:
    text = "A sentence that takes a while to be said aloud."
    talk.persona(text, complete=True, ended=101.0)
    assert talk.lines[0].ended == pytest.approx(101 + len(text.replace(" ", "")) * 0.065)
    talk.persona(text, name="cut", complete=True, interrupted=True, ended=101.5)
    assert talk.lines[1].ended == 101.5


def test_what_is_typed_stands_there_at_once_and_its_repetition_adds_nothing(talk: Talk) -> None:
    assert talk.tell(events.TextTyped("What is\nyour name?", 105.0)) == (Change(0, "new"),)
    assert talk.user("What is your name?", 105.2) == ()
    assert talk.user("What is your name?", 105.2) == ()
    (line,) = talk.lines
    assert (line.role, line.how, line.text, line.began) == ("user", "typed", "What is\nyour name?", 105.0)


def test_the_same_said_aloud_again_is_another_line(talk: Talk) -> None:
    talk.tell(events.TextTyped("Yes", 105.0))
    talk.user("Yes", 106.0, "1")
    talk.user("Yes", 107.0, "2")
    assert [line.how for line in talk.lines] == ["typed", "spoken"]


def test_what_the_user_says_aloud_has_the_time_of_the_speech_not_of_its_text(talk: Talk) -> None:
    talk.tell(events.UserSpeechChanged(True, 103.0, "k"))
    talk.tell(events.UserSpeechChanged(False, 105.0, "k"))
    talk.user("How are you?", 106.5, correlation_id="k")
    (line,) = talk.lines
    assert (line.role, line.how, line.began, line.ended) == ("user", "spoken", 103.0, 105.0)
    assert line.marks[0][1] == 103.0
    assert 104 < line.marks[-1][1] < 105


def test_a_noise_does_not_lend_its_time_to_what_is_said_later(talk: Talk) -> None:
    talk.tell(events.UserSpeechChanged(True, 103.0))
    talk.tell(events.UserSpeechChanged(False, 103.1))
    talk.tell(events.UserSpeechChanged(True, 120.0))
    talk.tell(events.UserSpeechChanged(False, 121.0))
    talk.user("Hello?", 121.5)
    talk.user("And this was told without any speech.", 130.0, "v")
    assert [line.began for line in talk.lines] == [120.0, 130.0]


def test_the_parts_of_one_utterance_are_one_line_from_the_first_to_the_last(talk: Talk) -> None:
    for began in (103.0, 105.0):
        talk.tell(events.UserSpeechChanged(True, began, "k"))
        talk.tell(events.UserSpeechChanged(False, began + 1, "k"))
    talk.user("One. Two.", 107, correlation_id="k")
    assert (talk.lines[0].began, talk.lines[0].ended) == (103.0, 106.0)


def test_a_text_that_comes_late_stands_where_it_was_said(talk: Talk) -> None:
    talk.persona("First.", 101.0, "a")
    talk.tell(events.UserSpeechChanged(True, 102.0))
    talk.persona("An answer", 104.0, "b")
    talk.tell(events.TextTyped("typed", 104.5))
    assert talk.user("A question?", 105.0) == (Change(1, "new"),)
    assert talk.persona("An answer.", 104.0, "b") == (Change(2, "changed"),)
    assert talk.user("typed", 106.0, "echo") == ()
    assert talk.texts == ["First.", "A question?", "An answer.", "typed"]


def test_what_the_persona_never_got_is_told_as_such(talk: Talk) -> None:
    talk.tell(events.TextTyped("Arrived", 105.0))
    talk.user("Arrived")
    talk.tell(events.TextTyped("One", 106.0))
    talk.tell(events.TextTyped("Two", 107.0))
    closed = events.SessionClosed(CloseReason.WEBRTC_FAILURE, None, ("One", "Two"))
    assert talk.tell(closed) == (Change(1, "changed"), Change(2, "changed"))
    assert [line.lost for line in talk.lines] == [False, True, True]


def test_messages_of_one_id_in_two_talks_are_two(talk: Talk) -> None:
    talk.persona("One")
    talk.now = 200.0
    talk.record.name_persona("Joe")
    talk.tell(PhaseChanged(Phase.ASKING_BROKER))
    talk.now = 203.0
    talk.tell(PhaseChanged(Phase.LIVE))
    talk.persona("Two", 204.0)
    talk.tell(PhaseChanged(Phase.RECONNECTING))
    talk.now = 210.0
    talk.tell(PhaseChanged(Phase.LIVE))
    talk.persona("Three", 211.0, "1/p")
    assert talk.texts == ["One", "Two", "Three"]
    assert [line.name for line in talk.lines] == ["Lena", "Joe", "Joe"]
    assert [line.talk.began for line in talk.lines] == [100.0, 203.0, 203.0]


def test_a_persona_that_calls_itself_otherwise_is_named_so_from_then_on(talk: Talk) -> None:
    talk.persona("I am Lena.", name="a")
    change = {"name": data_channel.FieldChange(before="Lena", after="Ann\n")}
    talk.tell(events.PersonaUpdated(data_channel.PersonaConfigUpdateApplied(changed_fields=change)))
    talk.persona("Now I am Ann.", name="b")
    assert [line.name for line in talk.lines] == ["Lena", "Ann"]


def test_blank_messages_are_no_lines(talk: Talk) -> None:
    talk.persona(" ")
    talk.tell(events.TextTyped("\n \t", 105.0))
    assert not talk.lines


def test_secrets_are_hidden_whoever_says_them(talk: Talk) -> None:
    remember_secret("s3cr3t-session-token")
    try:
        talk.persona("Your token is s3cr3t-session-token, keep it.")
        talk.tell(events.TextTyped("It is s3cr3t-session-token.", 105.0))
        talk.user("s3cr3t-session-token")
    finally:
        forget_secret("s3cr3t-session-token")
    assert not [text for text in talk.texts if "s3cr3t" in text]
    assert talk.lines[0].marks == ((len(talk.lines[0].text), 101.0),)


def test_old_lines_make_room_for_new_ones_and_are_counted(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record, "MAX_LINES", 3)
    monkeypatch.setattr(record, "MAX_CHARACTERS", 100)
    for number in range(5):
        changes = talk.persona(f"Line {number}", name=str(number))
    assert changes == (Change(0, "dropped"), Change(2, "new"))
    assert (talk.texts, talk.record.dropped) == (["Line 2", "Line 3", "Line 4"], 2)
    assert talk.persona("Line 0 grew", name="0") == ()
    assert talk.persona("x" * 90, name="4") == (Change(0, "dropped"), Change(1, "changed"))
    talk.persona("x" * 190, name="4")
    assert (talk.texts, talk.record.dropped) == (["x" * 190], 4)


def test_what_was_cleared_can_be_restored_with_what_became_of_it(talk: Talk) -> None:
    talk.persona("Old", name="a")
    talk.persona("Still speak", name="b")
    talk.record.clear()
    assert talk.texts == []
    assert talk.persona("Still speaking.", name="b", complete=True) == ()
    assert talk.persona("New", name="c") == (Change(0, "new"),)
    talk.record.restore()
    assert talk.texts == ["Old", "Still speaking.", "New"]
    assert talk.persona("New.", name="c") == (Change(2, "changed"),)


def test_what_was_cleared_for_good_does_not_come_back(talk: Talk) -> None:
    talk.persona("Still speak", name="b")
    talk.record.clear()
    talk.record.forget_cleared()
    assert talk.persona("Still speaking.", name="b") == ()
    talk.persona("New", name="c")
    talk.record.restore()
    assert talk.texts == ["New"]


def test_room_is_made_from_what_was_cleared_first(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record, "MAX_LINES", 3)
    for number in range(5):
        talk.persona(f"Line {number}", name=str(number))
    talk.record.clear()
    assert talk.record.dropped == 0
    assert talk.persona("New", name="new") == (Change(0, "new"),)
    talk.record.restore()
    assert (talk.texts, talk.record.dropped) == (["Line 3", "Line 4", "New"], 3)


@given(
    st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from(["say", "type", "hear", "clear", "undo"])))
)
def test_whoever_follows_the_changes_sees_the_lines(steps: list[tuple[str, str]]) -> None:
    talk = Talk()
    shown: list[Line] = []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(record, "MAX_LINES", 4)
        for number, (name, step) in enumerate(steps):
            changes: tuple[Change, ...] = ()
            match step:
                case "say":
                    changes = talk.persona(f"{name} {number}", 101 + number, name)
                case "type":
                    changes = talk.tell(events.TextTyped(name, 101 + number))
                case "hear":
                    talk.tell(events.UserSpeechChanged(True, 100 + number / 2))
                    changes = talk.user(name, 101 + number, name)
                case "clear":
                    talk.record.clear()
                    shown = []
                case _:
                    talk.record.restore()
                    shown = list(talk.lines)
            for change in changes:
                if change.what == "dropped":
                    del shown[change.index]
                elif change.what == "new":
                    shown.insert(change.index, talk.record[change.index])
                else:
                    shown[change.index] = talk.record[change.index]
            assert shown == list(talk.lines)
            assert len(talk.record) <= 4
