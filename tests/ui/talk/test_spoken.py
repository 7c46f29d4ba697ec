"""Captions word by word: what has been heard when."""

import pytest

from viewer.ui.talk.spoken import Spoken


def test_words_that_come_with_the_voice_are_shown_when_they_are_heard() -> None:
    spoken = Spoken()
    for number, text in enumerate(["Good", "Good morning,", "Good morning, Joe."]):
        spoken.grow(text, number * 0.4, 0.2)
        assert spoken.heard(number * 0.4 + 0.19).split() == text.split()[:number]
        assert spoken.heard(number * 0.4 + 0.21) == text
    assert spoken.next_change() is None


def test_a_sentence_that_comes_at_one_time_is_shown_word_after_word() -> None:
    spoken = Spoken()
    text = "One two three four five six seven eight nine ten."
    spoken.grow(text, 10.0, 0.1)
    assert spoken.heard(10.05) == ""
    seen = [spoken.heard(10.1 + step / 10) for step in range(60)]
    lengths = [len(each.split()) for each in seen]
    assert lengths == sorted(lengths)
    assert lengths[0] == 1
    assert lengths[10] < 5
    assert seen[-1] == text
    assert 2.5 < next(step / 10 for step, each in enumerate(seen) if each == text) < 4


def test_the_voice_that_is_faster_than_expected_is_caught_up_with() -> None:
    spoken = Spoken()
    text = ""
    for number in range(100):
        text += "absolutely "
        spoken.grow(text, number * 0.3, 0.2)
    assert spoken.heard(99 * 0.3 + 0.2) == text


def test_what_was_not_heard_before_it_was_cut_off_is_never_shown() -> None:
    spoken = Spoken()
    spoken.grow("One two three four five six seven eight", 0.0, 0.0)
    heard = spoken.heard(0.6)
    assert heard.startswith("One two")
    spoken.cut(0.6)
    assert spoken.heard(60.0) == heard
    assert spoken.next_change() is None


def test_a_script_without_spaces_is_shown_letter_by_letter() -> None:
    spoken = Spoken()
    spoken.grow("こんにちは、元気ですか", 0.0, 0.0)
    assert 0 < len(spoken.heard(0.2)) < 8


@pytest.mark.parametrize("delay", [-1.0, 100.0])
def test_a_delay_that_cannot_be_is_not_believed(delay: float) -> None:
    spoken = Spoken()
    spoken.grow("Hello", 0.0, delay)
    assert spoken.heard(1.0) == "Hello"


def test_another_text_begins_anew() -> None:
    spoken = Spoken()
    spoken.grow("One two", 0.0)
    spoken.grow("Three", 5.0, 0.1)
    assert spoken.heard(5.0) == ""
    assert spoken.heard(5.2) == "Three"
