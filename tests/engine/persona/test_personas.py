"""Who plays an ephemeral persona, and how it speaks."""

from typing import Any

import pytest

from viewer.engine.cast.characters import JOE
from viewer.engine.persona.personas import BadPersonaConfig, choose

UUID = "b7bf471f-5435-49f8-a979-4483e4ccc10f"


@pytest.mark.parametrize(
    ("config", "voice_id", "language"),
    [
        ({}, "joe", "en-US"),
        ({"languageCode": "de"}, "lena", "de"),
        ({"languageCode": "DE-at"}, "lena", "DE-at"),
        ({"languageCode": "es-MX", "voiceId": UUID}, "mateo", "es-MX"),
        ({"languageCode": "en-GB", "avatarId": UUID}, "joe", "en-GB"),
        ({"voiceId": "mateo"}, "mateo", "es-ES"),
        ({"voiceId": "mateo", "languageCode": "de"}, "mateo", "es-ES"),
        ({"voiceId": UUID}, "joe", "en-US"),
        ({"languageCode": "fr"}, "joe", "en-US"),
        ({"languageCode": "deu"}, "joe", "en-US"),
    ],
)
def test_the_voice_counts_then_the_language_then_it_is_joes(
    config: dict[str, Any], voice_id: str, language: str
) -> None:
    character = choose({"name": "Ann"} | config).character
    assert (character.voice_id, character.language) == (voice_id, language)


def test_a_language_alone_is_a_persona_and_a_drawing_keeps_any_voice() -> None:
    assert choose({"languageCode": "de"}).character.voice_id == "lena"
    joe = choose({"avatarId": "joe", "voiceId": "lena"}).character
    assert (joe.avatar_id, joe.voice_id, joe.language) == ("joe", "lena", "de-DE")


def test_a_stored_persona_keeps_its_own_voice() -> None:
    assert choose({"personaId": "joe", "languageCode": "de", "voiceId": "mateo"}).character == JOE


@pytest.mark.parametrize("code", ["", "d", "de_DE", "de-", "de\n", "deutsche-" * 5, "ger man", 7])
def test_what_cannot_be_a_language_is_refused(code: object) -> None:
    with pytest.raises(BadPersonaConfig, match="languageCode"):
        choose({"name": "Ann", "languageCode": code})
