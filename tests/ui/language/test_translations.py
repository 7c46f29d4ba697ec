"""The translations that are shipped: whole, with everything in its place, and in step with the code."""

import re
from typing import Final, NamedTuple
from xml.etree import ElementTree

import pytest

from translations.__main__ import main, source_of
from viewer.settings import ViewerSettings
from viewer.ui.language.speech import LANGUAGES, SYSTEM
from viewer.ui.language.templates import places

# How many plural forms each language has (Unicode CLDR, as Qt counts them).
FORMS: Final = {"en": 2, "de": 2, "es": 2, "fr": 2, "ar": 6, "ja": 1}
TRANSLATED: Final = [language for language in LANGUAGES if language != "en"]


class Text(NamedTuple):
    """A text and how it is translated: once, or in each plural form."""

    source: str
    forms: list[str]
    plural: bool


def texts(language: str) -> list[Text]:
    found = []
    for message in ElementTree.parse(source_of(language)).iter("message"):
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, f"not translated: {message.findtext('source')}"
        plural = message.get("numerus") == "yes"
        forms = [form.text or "" for form in translation] if plural else [translation.text or ""]
        found.append(Text(message.findtext("source", ""), forms, plural))
    return found


def test_they_are_what_the_code_says_and_whole(capsys: pytest.CaptureFixture[str]) -> None:
    # With “dev.py translations” they are gathered and compiled; what it then names has to be translated.
    assert main(["--check"]) == 0, capsys.readouterr().out


def test_the_setting_offers_each_of_them() -> None:
    offered = ViewerSettings.fields["language"].annotation
    assert set(getattr(offered, "__args__", ())) == {SYSTEM, *LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_empty_and_plural_forms_are_as_many_as_the_language_has(language: str) -> None:
    for text in texts(language):
        assert all(form.strip() for form in text.forms), text
        assert len(text.forms) == (FORMS[language] if text.plural else 1), text


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_is_put_in_has_its_place_in_every_form(language: str) -> None:
    wrong = [
        text
        for text in texts(language)
        if any(sorted(places(form)) != sorted(places(text.source)) for form in text.forms)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_is_underlined_and_no_name_of_a_command_or_address_is_changed(language: str) -> None:
    kept = re.compile(r"--[a-z-]+|https?://\S+\w|\b[A-Z]{2,}(?:_[A-Z]+)+\b|F\d+\b")
    for text in texts(language):
        assert not any(re.search(r"&\w", form) for form in text.forms), text
        assert all(sorted(kept.findall(form)) == sorted(kept.findall(text.source)) for form in text.forms), (
            text
        )


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_sentence_ends_as_one_and_a_name_does_not(language: str) -> None:
    ends = (".", "。", "…", "?", "؟", "!")
    for text in texts(language):
        if text.source.endswith((".", "…")):
            # In Japanese nothing follows an address or a command, which it would become part of.
            at_command = language == "ja" and re.search(r"[\w']$", text.forms[0], re.ASCII)
            assert at_command or all(form.endswith(ends) for form in text.forms), text
        elif text.source[-1:].isalpha():
            assert not any(form.endswith(ends) for form in text.forms), text
