"""What is said is spoken sentence by sentence."""

from hypothesis import given
from hypothesis import strategies as st

from viewer.engine.voice.speaking import sentences, words


def test_sentences_are_spoken_one_by_one() -> None:
    assert sentences("Hi  there! How are\nyou? Fine") == ["Hi there! ", "How are you? ", "Fine"]


def test_a_long_sentence_begins_with_a_clause_so_that_it_is_heard_soon() -> None:
    text = "You can type to me, interrupt me while I speak, and talk into your microphone whenever you like."
    assert sentences(text) == ["You can type to me, ", text.removeprefix("You can type to me, ")]
    short = "Well, you can type to me, and talk."
    assert sentences(short) == [short]
    unbroken = "This sentence is rather long and has no place at all where anybody could take a breath in it."
    assert sentences(unbroken) == [unbroken]


@given(st.text(alphabet=st.sampled_from("ab .,!?;\n…é"), max_size=2000))
def test_nothing_is_lost_between_sentences_and_none_is_long(text: str) -> None:
    pieces = sentences(text)
    assert "".join(pieces) == " ".join(text.split())
    assert all(len(words(piece)) == 1 or len(piece) <= 240 for piece in pieces)
