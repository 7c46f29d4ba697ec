"""Voices of eSpeak NG, for the languages that no model is there for."""

from typing import Final

import numpy as np

from viewer.engine.voice.espeak import Espeak, Timbre, Utterance
from viewer.engine.voice.speaking import SpokenSentence, Word, unspoken, words
from viewer.engine.voice.viseme import Phone, mouth_track
from viewer.engine.voice.voice_sound import persona_sound
from viewer.media.pcm import SAMPLE_RATE

_FULL_SCALE: Final = 32768
_PAUSE_SECONDS: Final = 0.25
_HOLD: Final = SAMPLE_RATE * 45 // 1000
_BURST: Final = SAMPLE_RATE * 10 // 1000


class EspeakVoice:
    """One way in which ``library`` speaks."""

    def __init__(self, library: Espeak, timbre: Timbre) -> None:
        self._library = library
        self._timbre = timbre

    async def speak(self, sentence: str) -> SpokenSentence:
        """``sentence`` as sound; empty sound when there is nothing in it to pronounce."""
        texts = words(sentence)
        utterance = await self._library.utter(sentence, self._timbre)
        if not any(_symbol(symbol) for symbol, _ in utterance.phonemes):
            return unspoken(texts)
        rate = self._library.rate
        sound = _with_pause(utterance.sound, rate)
        pcm = persona_sound((sound / _FULL_SCALE).astype(np.float32), rate)
        phones = _phones(utterance, SAMPLE_RATE / rate)
        starts = _word_starts(texts, utterance, SAMPLE_RATE / rate)
        timed = tuple(Word(text, min(start, len(pcm))) for text, start in zip(texts, starts, strict=True))
        return SpokenSentence(pcm, timed, mouth_track(phones, pcm))


def _symbol(symbol: str) -> str:
    # “(en)” says that what follows is said in another language.
    return "" if symbol.startswith("(") else symbol.strip("ˈˌ")


def _phones(utterance: Utterance, scale: float) -> list[Phone]:
    heard: list[tuple[str, int]] = []
    for spelling, sample in utterance.phonemes:
        symbol, start = _symbol(spelling), round(sample * scale)
        if symbol.startswith("p"):
            # Its time is when the lips burst open: they have been shut before that.
            heard += [("p", max(0, start - _HOLD)), (symbol[1:] or "h", start + _BURST)]
        elif symbol or not heard or heard[-1][0]:
            heard.append((symbol, start))
    ends = [start for _, start in heard[1:]] + [round(len(utterance.sound) * scale)]
    return [Phone(symbol, start, end) for (symbol, start), end in zip(heard, ends, strict=True)]


def _word_starts(texts: list[str], utterance: Utterance, scale: float) -> list[int]:
    """A word begins with the first that the library says at or after its first character."""
    starts: list[int] = []
    events = iter([*utterance.words, (1 << 30, len(utterance.sound))])
    position, sample = next(events)
    first = 0
    for text in texts:
        while position < first:
            position, sample = next(events)
        starts.append(round(sample * scale))
        first += len(text)
    return starts


def _with_pause(sound: np.ndarray, rate: int) -> np.ndarray:
    heard = np.flatnonzero(np.abs(sound.astype(np.int32)) > 100)
    last = int(heard[-1]) if heard.size else 0
    end = last + round(_PAUSE_SECONDS * rate)
    return np.pad(sound[:end], (0, max(0, end - len(sound))))
