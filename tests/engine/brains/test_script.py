"""The guide: what it understands, in words that its table has not seen, and what it answers."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from viewer.engine.brains.brain import Conversation, Turn
from viewer.engine.brains.intents import LANGUAGES, guide, intents
from viewer.engine.brains.script import greeting, reply
from viewer.engine.cast.characters import CHARACTERS

# Of each intent's paraphrases the first ones were looked at when the table was written.
_SEEN = 2


def paraphrases(language: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parents[1] / f"paraphrases/{language}.toml").read_text("utf-8"))


def understood(language: str, text: str) -> str | None:
    intent = intents(language).find(text)
    return intent.name if intent else None


def talk(*texts: str, language: str = "en-US") -> list[str]:
    """The guide's answers to ``texts``, said one after the other."""
    history: list[Turn] = []
    answers = []
    for text in texts:
        answers.append(reply(Conversation(text, tuple(history), language=language)))
        history += [Turn("user", text), Turn("persona", answers[-1])]
    return answers


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_asked_is_understood_in_words_that_were_not_seen(language: str) -> None:
    asked = paraphrases(language)["asked"]
    assert set(asked) == set(guide(language).intents)
    assert len(asked) >= 36
    unseen = [(name, text) for name, texts in asked.items() for text in texts[_SEEN:]]
    missed = [(text, name, found) for name, text in unseen if (found := understood(language, text)) != name]
    assert len(missed) <= 0.1 * len(unseen), missed


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_recogniser_misheard_is_still_understood(language: str) -> None:
    for name, text in paraphrases(language)["misheard"].items():
        assert understood(language, text) == name, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_off_topic_falls_back(language: str) -> None:
    off_topic = paraphrases(language)["off_topic"]
    taken = [(text, found) for text in off_topic if (found := understood(language, text))]
    assert len(taken) <= 0.05 * len(off_topic), taken


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_answers_everything_that_it_suggests(language: str) -> None:
    for name, intent in guide(language).intents.items():
        for text in (*intent.answers, *intent.more):
            assert not any(mark in text for mark in ("--", "_", "`", "*", "http")), text
            assert text[-1] in ".!?}", text
        if intent.title:
            assert understood(language, intent.title) == name, intent.title


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_answered_is_repeated_and_something_else_suggested(language: str) -> None:
    one, other, *_ = talk("Zyx {one} qwv", "Zyx {other} qwv", "Zyx", language=language)
    assert "Zyx {one} qwv" in one
    assert "Zyx {other} qwv" in other
    assert one.partition(".")[2] != other.partition(".")[2]
    titles = {intent.title for intent in guide(language).intents.values() if intent.title}
    assert sum(title in one for title in titles) >= 2


def test_whoever_asks_on_hears_more_until_there_is_none() -> None:
    broker = guide("en").intents["broker"]
    answers = talk("what is the broker", "tell me more", "go on", "tell me more")
    assert answers == [broker.answers[0], *broker.more, guide("en").nothing_more[0]]
    assert "about what" in talk("tell me more")[0]


def test_the_last_words_are_repeated() -> None:
    first, again, and_again = talk("what is the broker", "repeat that", "say that again")
    assert first == again == and_again
    assert talk("repeat that") == [guide("en").nothing_said]


def test_who_asks_again_hears_it_in_other_words() -> None:
    first, second, third = talk("what is the broker", "what is the broker", "what is the broker")
    assert first == third != second


def test_it_calls_itself_what_it_is_called() -> None:
    assert "Ann" in reply(Conversation("who are you", name="Ann"))


def test_a_persona_speaks_its_language_and_english_where_the_guide_knows_none() -> None:
    assert "Mikrofon" in reply(Conversation("Wie wähle ich mein Mikrofon?", language="de-DE"))
    assert "micrófono" in reply(Conversation("¿Cómo elijo el micrófono?", language="es-ES"))
    assert "microphone" in reply(Conversation("which microphone", language="fr-FR"))


@pytest.mark.parametrize("character", CHARACTERS.values(), ids=lambda character: character.name)
def test_each_character_greets_by_name(character: Any) -> None:
    assert character.name in greeting(character, character.name)
    assert "Ann" in greeting(character, "Ann")
