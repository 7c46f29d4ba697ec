"""Which words have been heard at a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.protocol.transcript import Mark
from viewer.ui.heard import Word, heard, words

SENTENCE = "Good day, friend."
BY_WORD: list[Mark] = [(4, 7.0), (9, 7.3), (17, 8.0)]


def test_words_told_in_step_with_the_voice_are_heard_when_they_are_told() -> None:
    assert [word.began for word in words(SENTENCE, BY_WORD)] == [7.0, 7.3, 8.0]
    good, day, friend = words(SENTENCE, BY_WORD, ended=8.4)
    assert (good.start, good.end) == (0, 4)
    assert 7.0 < good.ended <= 7.3
    assert day.ended < 8.0  # a pause follows
    assert friend == Word(10, 17, 8.0, 8.4)


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (6.9, ""),
        (7.0, "Good"),
        (7.29, "Good"),
        (7.3, "Good day,"),
        (8.0, SENTENCE),
        (99.0, SENTENCE),
    ],
)
def test_what_has_been_heard_grows_word_by_word(now: float, told: str) -> None:
    assert SENTENCE[: heard(SENTENCE, BY_WORD, now)] == told


def test_a_sentence_told_at_once_is_spread_over_the_time_that_it_takes_to_speak() -> None:
    one, two, three = words("One two three.", [(14, 5.0)], ended=5.01)
    assert one.began == 5.0
    assert 5.1 < two.began < three.began < 5.6
    assert three.ended == pytest.approx(5.0 + 12 * 0.065)
    assert heard("One two three.", [(14, 5.0)], 5.0, ended=5.01) == 3


def test_a_piece_does_not_last_into_the_next_one() -> None:
    long, next_one = "A sentence that would take two seconds and more.", " No."
    spoken = words(long + next_one, [(len(long), 0.0), (len(long + next_one), 0.8)])
    assert spoken[-2].ended == pytest.approx(0.8)
    assert spoken[-1].began == 0.8


def test_what_is_written_without_spaces_is_heard_character_by_character() -> None:
    text = "今日は、元気？"
    assert [text[word.start : word.end] for word in words(text, [(len(text), 0.0)])] == [
        "今",
        "日",
        "は、",
        "元",
        "気？",
    ]


def test_nothing_is_known_of_words_without_marks() -> None:
    assert words("Hello", []) == []
    assert heard("Hello", [], 5.0) == 0


@st.composite
def spoken(draw: st.DrawFn) -> tuple[str, list[Mark], float | None]:
    """Any text, told in any pieces at any times."""
    text = draw(st.text(max_size=60))
    ends = sorted(draw(st.sets(st.integers(1, max(len(text), 1)), min_size=1, max_size=8)) | {len(text)})
    times = sorted(draw(st.lists(st.floats(0, 100), min_size=len(ends), max_size=len(ends))))
    return text, list(zip(ends, times, strict=True)), draw(st.none() | st.floats(0, 200))


@given(spoken())
def test_whatever_is_told_is_heard_in_its_order_and_all_of_it(
    message: tuple[str, list[Mark], float | None],
) -> None:
    text, marks, ended = message
    timed = words(text, marks, ended)
    assert "".join(text[word.start : word.end] for word in timed) == "".join(text.split())
    times = [time for word in timed for time in (word.began, word.ended)]
    assert times == sorted(times)
    counts = [heard(text, marks, now / 2, ended) for now in range(0, 500, 7)]
    assert counts == sorted(counts)
    assert counts[-1] == (timed[-1].end if timed else 0)
