"""Whom this engine's personas look, sound and speak like."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Character:
    """Somebody to talk to.

    ``avatar_id`` names the drawing, ``voice_id`` the voice, ``language`` is a BCP 47 tag, and ``size`` the
    width and height of the pictures where a client asks for none.
    """

    name: str
    avatar_id: str
    voice_id: str
    language: str
    size: tuple[int, int]


JOE: Final = Character("Joe", "joe", "joe", "en-US", (720, 480))
LENA: Final = Character("Lena", "lena", "lena", "de-DE", (480, 720))
MATEO: Final = Character("Mateo", "mateo", "mateo", "es-ES", (720, 480))

CHARACTERS: Final[Mapping[str, Character]] = {"joe": JOE, "lena": LENA, "mateo": MATEO}
"""By persona ID."""

VOICES: Final[Mapping[str, str]] = {each.voice_id: each.language for each in CHARACTERS.values()}
"""What each voice speaks, as a BCP 47 tag, by voice ID."""


def primary_language(tag: str) -> str:
    """The language of a BCP 47 ``tag``, without region or script, in small letters."""
    return tag.partition("-")[0].lower()
