import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.engine.voice import Voice, sentences, words
from viewer.media.pcm import SAMPLE_RATE, rms


async def test_the_voice_speaks_at_about_minus_20_dbfs(voice: Voice) -> None:
    spoken = await voice.speak("The quick brown fox jumps over the lazy dog.")
    loud = spoken.pcm[np.abs(spoken.pcm.astype(int)) > 600]
    assert -23 < 20 * np.log10(rms(loud)) < -17
    assert 1.5 < len(spoken.pcm) / SAMPLE_RATE < 5


async def test_words_come_in_step_with_the_sound(voice: Voice) -> None:
    spoken = await voice.speak("One, two, three, four. ")
    assert "".join(word.text for word in spoken.words) == "One, two, three, four. "
    positions = [word.position for word in spoken.words]
    assert positions == sorted(positions)
    assert positions[-1] < len(spoken.pcm)


@pytest.mark.parametrize("text", ["…", "🙂 ", "[[ ", "--- "])
async def test_what_cannot_be_pronounced_keeps_its_text(voice: Voice, text: str) -> None:
    spoken = await voice.speak(text)
    assert "".join(word.text for word in spoken.words) == text


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
