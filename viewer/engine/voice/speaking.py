"""What a voice is, and how a text is cut into what it speaks at one time."""

import re
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np

from viewer.engine.voice.viseme import MouthTrack, mouth_track
from viewer.media.pcm import Samples

_LONGEST_SENTENCE: Final = 240
# What comes first is heard sooner the shorter it is: a sentence longer than that begins with a clause of it.
_LONGEST_BEGINNING: Final = 70
_SHORTEST_BEGINNING: Final = 16
_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])\s")
_CLAUSE_END: Final = re.compile(r"(?<=[,;:—–])\s")


@dataclass(frozen=True, slots=True)
class Word:
    """A word with the space after it, and the sample at which it begins."""

    text: str
    position: int


@dataclass(frozen=True, slots=True)
class SpokenSentence:
    """Mono sound at 48 kHz, about −20 dBFS where it speaks, when each word begins, and the mouth to it."""

    pcm: Samples
    words: tuple[Word, ...]
    mouths: MouthTrack


class Voice(Protocol):
    """Somebody's voice, shared by all sessions. It speaks one sentence at a time."""

    async def speak(self, sentence: str) -> SpokenSentence:
        """``sentence`` as sound; empty sound when there is nothing in it to pronounce."""


def unspoken(texts: list[str]) -> SpokenSentence:
    """Words in which there is nothing to pronounce."""
    silence = np.zeros(0, np.int16)
    return SpokenSentence(silence, tuple(Word(text, 0) for text in texts), mouth_track((), silence))


def sentences(text: str) -> list[str]:
    """``text`` in pieces to speak one by one; each but the last ends in its space. Joined they are ``text``
    with every run of white space as one space."""
    pieces: list[str] = []
    for sentence in _split(" ".join(text.split()), _SENTENCE_END):
        clauses = [sentence] if len(sentence) <= _LONGEST_SENTENCE else _split(sentence, _CLAUSE_END)
        for clause in clauses:
            pieces.extend(_chunks(clause))
    return [*_begun_soon(pieces[0]), *pieces[1:]] if pieces else []


def words(sentence: str) -> list[str]:
    """The words of ``sentence``, each with the space after it."""
    return re.findall(r"\S+\s*", sentence)


def _split(text: str, boundary: re.Pattern[str]) -> list[str]:
    ends = [match.end() for match in boundary.finditer(text)]
    return [text[a:b] for a, b in zip([0, *ends], [*ends, len(text)], strict=True) if text[a:b]]


def _begun_soon(sentence: str) -> list[str]:
    if len(sentence) <= _LONGEST_BEGINNING:
        return [sentence]
    ends = (match.end() for match in _CLAUSE_END.finditer(sentence))
    end = next((end for end in ends if _SHORTEST_BEGINNING <= end <= _LONGEST_BEGINNING), 0)
    return [piece for piece in (sentence[:end], sentence[end:]) if piece]


def _chunks(text: str) -> list[str]:
    chunks = [""]
    for word in words(text):
        if chunks[-1] and len(chunks[-1]) + len(word) > _LONGEST_SENTENCE:
            chunks.append("")
        chunks[-1] += word
    return [chunk for chunk in chunks if chunk]
