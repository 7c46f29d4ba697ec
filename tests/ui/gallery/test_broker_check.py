"""What is said of the URL that somebody types."""

import pytest
from PySide6.QtWidgets import QApplication

from viewer import errors
from viewer.protocol.commands import ListPersonas
from viewer.protocol.events import PersonasListed
from viewer.protocol.personas import Persona
from viewer.ui.gallery.brokers.check import BrokerCheck, Finding, finding_of

URL = "https://broker.example"


@pytest.mark.parametrize(
    ("answer", "words", "mood"),
    [
        (PersonasListed(URL, (Persona("a", "A"),)), "Personas: 1", "good"),
        (PersonasListed(URL), "by their ID", "good"),
        (PersonasListed(URL, is_page=True), "A web page answers", "warning"),
        (PersonasListed(URL, error=errors.TokenWanted()), "wants a token", "warning"),
        (PersonasListed(URL, error=errors.BrokerUnreachable()), "Nobody answers", "bad"),
        (PersonasListed(URL, error=errors.BrokerTimeout()), "Nobody answers", "bad"),
        (PersonasListed(URL, error=errors.BrokerUntrusted()), "not trusted", "bad"),
        (PersonasListed(URL, error=errors.BadAnswer()), "not a broker", "bad"),
        (PersonasListed(URL, error=errors.BrokerMoved("It has moved to x.")), "moved to x", "bad"),
    ],
)
def test_an_answer_is_told_in_words(answer: PersonasListed, words: str, mood: str) -> None:
    found = finding_of(answer)
    assert words in found.words
    assert found.mood == mood


def test_only_the_newest_url_is_asked_about_when_the_typing_rests(qapp: QApplication) -> None:
    check = BrokerCheck("none")
    asked: list[ListPersonas] = []
    said: list[Finding] = []
    check.asked.connect(asked.append)
    check.found.connect(said.append)
    for text in ("b", "broker.example"):
        check.type(text)
    assert asked == []
    check.rest.timeout.emit()
    assert asked == [ListPersonas(URL, "none")]
    check.listed(PersonasListed("https://b", (Persona("a", "A"),)))
    assert said[-1].mood == "quiet"
    check.type("broker.example/")
    check.listed(PersonasListed(URL))
    assert said[-1].mood == "quiet"
    assert check.answer is None


@pytest.mark.parametrize("typed", ["ftp://x", "a b", "https://me:secret@x"])
def test_what_is_no_url_yet_is_not_asked_about(qapp: QApplication, typed: str) -> None:
    check = BrokerCheck()
    asked: list[ListPersonas] = []
    said: list[Finding] = []
    check.asked.connect(asked.append)
    check.found.connect(said.append)
    check.type(typed)
    check.rest.timeout.emit()
    assert asked == []
    assert said[-1].mood == "bad"
