"""What a kiosk says to whoever passes by, in all languages at one time, and what they say when they leave.

These are no translations of the window's words: a visitor's language is not known yet.
"""

import re
from dataclasses import dataclass
from typing import Final

from viewer.kiosk_settings import LANGUAGES, KioskSettings, Language, LanguageWords

# With so many words more it is a sentence about something else.
_MORE_WORDS: Final = 4
_MORE_CHARACTERS: Final = 8
_MARKS: Final = re.compile(r"[^\w\s']+")


@dataclass(frozen=True, slots=True)
class Phrases:
    """In one language. ``name``: the language's own for itself."""

    name: str
    title: str
    invitation: str
    goodbye: tuple[str, ...]
    questions: tuple[str, ...] = ()
    persona: str = ""


_BUILT_IN: Final[dict[Language, Phrases]] = {
    "en": Phrases(
        "English", "Hello! Let's talk.", "Touch the screen", ("goodbye", "good bye", "bye", "see you")
    ),
    "de": Phrases(
        "Deutsch",
        "Hallo! Reden wir?",
        "Berühren Sie den Bildschirm",
        ("auf wiedersehen", "tschüss", "tschüs", "ciao"),
    ),
    "es": Phrases(
        "Español", "¡Hola! ¿Hablamos?", "Toque la pantalla", ("adiós", "adios", "hasta luego", "chao")
    ),
    "fr": Phrases("Français", "Bonjour ! Parlons.", "Touchez l'écran", ("au revoir", "à bientôt", "adieu")),
    "ar": Phrases("العربية", "مرحبًا! لنتحدث.", "المس الشاشة", ("مع السلامة", "وداعا", "وداعًا")),
    "ja": Phrases(
        "日本語",
        "こんにちは！お話ししませんか。",
        "画面にタッチしてください",
        ("さようなら", "バイバイ", "さよなら"),
    ),
}


def phrases(settings: KioskSettings) -> dict[Language, Phrases]:
    """Those of each language that the operator wants, with what he says differently."""
    if not settings.languages:
        return dict(_BUILT_IN)
    return {language: _changed(language, words) for language, words in settings.languages.items()}


class Vocabulary:
    """What a kiosk says and understands, as its operator has it."""

    def __init__(self, settings: KioskSettings) -> None:
        self.languages: dict[str, Phrases] = dict(phrases(settings).items())

    def said_in(self, language: str) -> Phrases:
        """What it says there, or the usual."""
        return self.languages.get(language) or built_in(language)

    def is_goodbye(self, text: str, language: str) -> bool:
        """Whether ``text`` takes leave, in any of the languages or in ``language``."""
        every = (word for said in self.languages.values() for word in said.goodbye)
        return says_goodbye(text, (*every, *built_in(language).goodbye))


def built_in(language: str) -> Phrases:
    """Those of ``language``, or of English."""
    return next((_BUILT_IN[known] for known in LANGUAGES if known == language), _BUILT_IN["en"])


def says_goodbye(text: str, goodbye: tuple[str, ...]) -> bool:
    """Whether ``text`` takes leave: it is one of ``goodbye`` with few words more, and no question."""
    if text.rstrip().endswith(("?", "？", "؟")):
        return False
    plain = " ".join(_MARKS.sub(" ", text.casefold()).split())
    for phrase in goodbye:
        wanted = " ".join(_MARKS.sub(" ", phrase.casefold()).split())
        if not wanted:
            continue
        if wanted.isascii() or " " in wanted or " " in plain:
            rest = re.sub(rf"(?<!\w){re.escape(wanted)}(?!\w)", " ", plain)
            if rest != plain and len(rest.split()) <= _MORE_WORDS:
                return True
        elif wanted in plain and len(plain) <= len(wanted) + _MORE_CHARACTERS:
            return True
    return False


def _changed(language: Language, words: LanguageWords) -> Phrases:
    usual = _BUILT_IN[language]
    return Phrases(
        usual.name,
        words.title or usual.title,
        words.invitation or usual.invitation,
        (*usual.goodbye, *words.goodbye),
        words.questions,
        words.persona,
    )
