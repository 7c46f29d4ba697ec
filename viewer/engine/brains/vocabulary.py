"""Words as they are compared: stems without accents, forgiving what a speech recogniser got wrong."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

import snowballstemmer
from rapidfuzz import fuzz, process

_ALGORITHMS: Final[Mapping[str, str]] = {"en": "english", "de": "german", "es": "spanish"}
_WORD: Final = re.compile(r"[^\W_]+")
_APOSTROPHE: Final = re.compile(r"['’`]")
# A word is taken for a known one that it resembles so much, if neither is short.
_ALIKE: Final = 81.0
_LONG: Final = 5
_LONGEST: Final = 40
_MAX_WORDS: Final = 80


class Vocabulary:
    """The stems of one language that matter; words are read as the stem that they resemble.

    ``texts`` are what they are taken from; ``fillers`` is text of words that are never mistaken for others.
    Use from one thread.
    """

    def __init__(self, language: str, texts: Iterable[str], fillers: str) -> None:
        self._stemmer = snowballstemmer.stemmer(_ALGORITHMS[language])
        self._known: dict[str, str] = {}
        self.fillers = frozenset(self.stems(fillers))
        # Most words come often, and stems take most of the time that this takes.
        once = dict.fromkeys(word for text in texts for word in _words(text))
        self._known = known = {word: self._stem(word) for word in once}
        self._stems = self.fillers | frozenset(known.values())
        self._long = {
            word: stem for word, stem in known.items() if stem not in self.fillers and len(word) >= _LONG
        }
        # One word may hold two.
        self._has_compounds = language == "de"

    def stems(self, text: str) -> list[str]:
        """The stems of the words of ``text``, without accents."""
        return [self._stem(word) for word in _words(text)]

    def read(self, text: str) -> frozenset[str]:
        """The stems that ``text`` is heard as; of a long text the first ones. What resembles none stays."""
        words = _words(text[: _LONGEST * _MAX_WORDS])[:_MAX_WORDS]
        read: set[str] = set()
        while words:
            word = words.pop(0)
            # “fire wall” is heard for “firewall”.
            if words and (joined := self._known.get(word + words[0])) is not None:
                words.pop(0)
                read.add(joined)
            else:
                read.add(self._nearest(word))
        return frozenset(read)

    def _stem(self, word: str) -> str:
        if (known := self._known.get(word)) is not None:
            return known
        return _without_accents(self._stemmer.stemWord(word[:_LONGEST]))

    def _nearest(self, word: str) -> str:
        """The stem of ``word`` or, where that is unknown, of the known word that it resembles."""
        stem = self._stem(word)
        if stem in self._stems or len(word) < _LONG:
            return stem
        alike = [known for known in self._long if known[0] == word[0]]
        found = process.extractOne(word, alike, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if found is not None:
            return self._long[found[0]]
        if self._has_compounds:
            parts = [known for known in self._long if word.startswith(known) or word.endswith(known)]
            return self._long[max(parts, key=len)] if parts else stem
        return stem


def _words(text: str) -> list[str]:
    return _WORD.findall(_APOSTROPHE.sub("", text.lower()))


def _without_accents(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word.replace("ß", "ss"))
    return "".join(letter for letter in folded if not unicodedata.combining(letter))
