"""What the guide can be asked, and which of it a sentence means.

A table (``assets/guide/LANGUAGE.toml``) names for each intent what it is ``heard`` in: single words, and
phrases whose words may come in any order and with others between them.
"""

import math
import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field

from viewer.engine.brains.vocabulary import Vocabulary
from viewer.engine.cast.characters import primary_language
from viewer.resources import asset

LANGUAGES: Final = ("en", "de", "es")

_HAS_A_WORD: Final = re.compile(r"[^\W_]")
_FILLER_WEIGHT: Final = 0.2
# So much of a phrase must be there, and a phrase must explain so much of a sentence.
_COVERED: Final = 0.8
_ENOUGH: Final = 0.5
# How much words that a phrase does not explain count against it.
_DOUBT: Final = 0.35

Texts = Annotated[tuple[str, ...], Field(min_length=1)]


class Intent(BaseModel):
    """Something that may be asked: how that is ``heard``, answers in turn, and ``more`` for whoever asks on.

    ``title`` is what a suggestion calls it; without one it is never suggested.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = ""
    heard: Texts
    answers: Texts
    more: tuple[str, ...] = ()
    title: str | None = None


class Guide(BaseModel):
    """One language's table.

    ``fillers`` are words that say little about what is meant. ``apologies`` are by the name of what failed.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    greetings: dict[str, str]
    fallbacks: Texts
    silence: str
    unclear: str
    nothing_more: Texts
    nothing_said: str
    prompt: str
    apologies: dict[str, str]
    fillers: str
    intents: dict[str, Intent]


@dataclass(frozen=True, slots=True)
class _Phrase:
    intent: Intent
    stems: frozenset[str]
    weight: float


class Intents:
    """Finds what is meant, and remembers nothing. Use from one thread."""

    def __init__(self, guide: Guide, language: str) -> None:
        named = [intent.model_copy(update={"name": name}) for name, intent in guide.intents.items()]
        texts = [text for intent in named for text in intent.heard]
        self._vocabulary = Vocabulary(language, texts, guide.fillers)
        stems = {text: frozenset(self._vocabulary.stems(text)) for text in texts}
        used = Counter(
            stem for intent in named for stem in frozenset().union(*map(stems.__getitem__, intent.heard))
        )
        # A word that few intents use says more about what is meant.
        self._weights = {stem: 1 + math.log(len(named) / count) / 2 for stem, count in used.items()}
        self._weights |= dict.fromkeys(self._vocabulary.fillers, _FILLER_WEIGHT)
        self._unknown = max(self._weights.values())
        self._phrases = [
            _Phrase(intent, stems[text], self._weigh(stems[text]))
            for intent in named
            for text in intent.heard
        ]

    def find(self, text: str) -> Intent | None:
        """What ``text`` means; None when it is nothing that is known. Takes a millisecond or less."""
        said = self._vocabulary.read(text)
        total = self._weigh(said)
        best, intent = _ENOUGH, None
        for phrase in self._phrases:
            common = self._weigh(phrase.stems & said)
            if common < _COVERED * phrase.weight:
                continue
            doubt = _DOUBT * (total - common)
            score = common * common / phrase.weight / (common + doubt)
            if score > best:
                best, intent = score, phrase.intent
        return intent

    def _weigh(self, stems: frozenset[str]) -> float:
        return sum(self._weights.get(stem, self._unknown) for stem in stems)


def guide(language: str) -> Guide:
    """The table for ``language``, a BCP 47 tag; English where there is none."""
    return _loaded(_ours(language))[0]


def intents(language: str) -> Intents:
    """The intents of :func:`guide`."""
    return _loaded(_ours(language))[1]


def intents_of(heard: Mapping[str, Sequence[str]], language: str) -> Intents:
    """Intents of one's own: by name, what each is heard in. Texts without a word count for nothing."""
    own = {
        name: Intent(heard=texts, answers=("",))
        for name, given in heard.items()
        if (texts := tuple(text for text in given if _HAS_A_WORD.search(text)))
    }
    return Intents(guide(language).model_copy(update={"intents": own}), _ours(language))


@cache
def _loaded(language: str) -> tuple[Guide, Intents]:
    """Takes some 50 ms."""
    table = Guide.model_validate(tomllib.loads(asset(f"guide/{language}.toml").read_text("utf-8")))
    return table, Intents(table, language)


def _ours(tag: str) -> str:
    language = primary_language(tag)
    return language if language in LANGUAGES else LANGUAGES[0]
