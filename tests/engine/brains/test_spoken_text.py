import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.engine.brains.spoken_text import SpokenText, spoken


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("**Yes**, it *really* is `true`.", "Yes, it really is true."),
        ("See [the page](https://example.org/a) now.", "See the page now."),
        ("Go to https://www.example.org/a/b?c=d today", "Go to example.org today"),
        ("# Title\nText", "Title. Text"),
        ("Three:\n- apples\n* pears\n• plums", "Three: apples. pears. plums"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\nend", "a, b. 1, 2. end"),
        ("Fine! 😀👍🏽 ❤️ Good ☀️.", "Fine! Good ."),
        ("20 °C © 3 * 4 = 12, 5 - 2", "20 °C © 3 * 4 = 12, 5 - 2"),
        ("snake_case stays, _so_ not", "snake_case stays, so not"),
        ("Grüße, ¿qué tal?", "Grüße, ¿qué tal?"),
    ],
)
def test_markup_and_emoji_are_not_spoken(text: str, said: str) -> None:
    assert spoken(text) == said


def given_out(pieces: list[str]) -> list[str]:
    text = SpokenText()
    return [out for out in [*map(text.add, pieces), text.rest()] if out]


def test_sentences_come_out_when_they_are_whole() -> None:
    assert given_out(["Hel", "lo the", "re! How", " are you? I ", "am fine"]) == [
        "Hello there! ",
        "How are you? ",
        "I am fine",
    ]


def test_thoughts_and_code_are_left_out_however_they_are_cut() -> None:
    text = "<think>Hmm. Let me see.</think>Here. ```python\nprint(1)\n``` Done. 1 < 2."
    for size in (1, 2, 3, 5, 100):
        pieces = [text[start : start + size] for start in range(0, len(text), size)]
        assert "".join(given_out(pieces)).split() == ["Here.", "Done.", "1", "<", "2."]


def test_what_never_ends_a_sentence_is_given_out_nevertheless() -> None:
    text = SpokenText()
    assert any(text.add("word ") for _ in range(100))


@given(st.lists(st.text(max_size=60), max_size=20))
def test_any_text_can_be_spoken(pieces: list[str]) -> None:
    for out in given_out(pieces):
        assert "\n" not in out
        assert "**" not in out
