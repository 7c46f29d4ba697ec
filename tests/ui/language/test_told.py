"""Sentences from code without Qt, in the user's language, with what was put into them."""

from collections.abc import Callable

import pytest

from viewer import errors
from viewer.protocol import refusals
from viewer.protocol.events import Phase
from viewer.ui import view_state
from viewer.ui.language.told import told

Speaking = Callable[[str], str]


@pytest.mark.parametrize(
    ("said", "in_german"),
    [
        ("The broker cannot be reached.", "Der Broker ist nicht erreichbar."),
        ("The broker has moved to https://b.example.", "Der Broker ist nach https://b.example umgezogen."),
        (
            "The microphone “Studio {x} 5” is not there. Plug it in or choose another one.",
            "Mikrofon „Studio {x} 5“ ist nicht da. Schließen Sie es an, oder wählen Sie ein anderes.",
        ),
        ("The microphone of this computer is in use.", "Mikrofon dieses Computers wird schon benutzt."),
        (
            "That is not a broker: it answers with a web page (404 Not Found).",
            "Das ist kein Broker: sie antwortet mit einer Webseite (404 Not Found).",
        ),
        ("Try again in 2 minutes.", "Versuchen Sie es in 2 Minuten erneut."),
        ("Try again in 1 second.", "Versuchen Sie es in 1 Sekunde erneut."),
        ("The broker's URL is missing.", "Die URL des Brokers fehlt."),
        (
            "The setting broker is wrong: it has to be a URL like http://host:port or https://host/path.",
            "Die Einstellung broker ist falsch: sie muss eine URL wie http://host:port oder "
            "https://host/path sein.",
        ),
        # What a broker or the service says for itself stays as it is.
        ("Every seat is taken", "Every seat is taken"),
        (
            "The avatar service reported an error: out of paint.",
            "Der Avatar-Dienst hat einen Fehler gemeldet: out of paint.",
        ),
        ("", ""),
    ],
)
def test_sentences_are_translated_and_what_is_put_in_stays(
    speaking: Speaking, said: str, in_german: str
) -> None:
    speaking("de")
    assert told(said) == in_german


def test_in_english_all_stays_as_it_is(speaking: Speaking) -> None:
    speaking("en")
    assert told("Try again in 1 second.") == "Try again in 1 second."


def tree(root: type[errors.ViewerError] = errors.ViewerError) -> list[type[errors.ViewerError]]:
    return [root, *(each for child in root.__subclasses__() for each in tree(child))]


@pytest.mark.parametrize("language", ["de", "es", "fr", "ar", "ja"])
def test_every_failure_and_notice_is_told_in_every_language(speaking: Speaking, language: str) -> None:
    speaking(language)
    here = [kind for kind in tree() if kind.__module__ == "viewer.errors"]
    said = [text for kind in here for text in (kind.default_message, kind.hint)]
    said += [view_state.SLOW_NOTICE, view_state.RECONNECTING_NOTICE, view_state.STALLED_NOTICE]
    said += [view_state.ViewState(phase).words for phase in Phase]
    # “Live” is German, too.
    assert {text for text in said if told(text) == text} <= {"Live"}


def test_what_a_refusal_is_made_of_is_told_in_parts(speaking: Speaking) -> None:
    speaking("fr")
    busy = refusals.refusal(429, b'{"error": "Concurrent session limit reached"}', asked=90)
    assert told(busy.message) == "Toutes les sessions de ce compte sont utilisées."
    assert told(busy.hint) == "Terminez une autre session, ou réessayez dans 90 secondes."
    speaking("ar")
    assert told(busy.hint).endswith("بعد 90 ثانية.")
