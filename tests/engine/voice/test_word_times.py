from hypothesis import given
from hypothesis import strategies as st

from viewer.engine.voice.viseme import Phone
from viewer.engine.voice.word_times import word_starts


def said(sounds: str) -> list[Phone]:
    """Each sound takes ten samples; a space is a pause."""
    return [Phone(symbol.strip(), 10 * index, 10 * index + 10) for index, symbol in enumerate(sounds)]


def test_a_word_begins_with_its_first_sound() -> None:
    assert word_starts(["wʌn", "tu", "θɹi"], said(" wʌn tu θɹi ")) == [10, 50, 80]


def test_joined_words_weak_vowels_and_expected_sounds_that_are_missing_do_not_put_it_out() -> None:
    # “on the shelf” with the first two in one, “the” weakened, and an “f” swallowed.
    assert word_starts(["ɑn", "ði", "ʃɛlf", "ɪz"], said("ɔnðə ʃɛl ɪz")) == [0, 20, 50, 90]


def test_what_has_no_sound_begins_with_what_comes_after_it() -> None:
    assert word_starts(["a", "", "ba", ""], said("a ba")) == [0, 20, 20, 40]
    assert word_starts(["", ""], []) == [0, 0]


@given(st.lists(st.text("abkt", max_size=6), max_size=30), st.text("abkt ", max_size=150))
def test_words_begin_one_after_the_other_within_the_sentence(words: list[str], sounds: str) -> None:
    starts = word_starts(words, said(sounds))
    assert len(starts) == len(words)
    assert starts == sorted(starts)
    assert all(0 <= start <= 10 * len(sounds) for start in starts)
