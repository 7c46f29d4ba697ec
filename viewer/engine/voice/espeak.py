"""The library eSpeak NG: sound, phonemes and words with their times (espeak-ng's speak_lib.h, API 12)."""

import asyncio
import ctypes
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Final

import espeakng_loader
import numpy as np

from viewer.media.pcm import Samples

_SYNCHRONOUS: Final = 2
_PHONEMES_IN_IPA: Final = 0x0003
_DO_NOT_EXIT: Final = 0x8000
_BUFFER_MS: Final = 60
_AT_CHARACTER: Final = 1
# Plain UTF-8: neither SSML nor [[phonemes]] in a text mean anything.
_UTF8: Final = 1
_RATE, _PITCH, _RANGE = 1, 3, 4
_WORD, _PHONEME = 1, 7
_SPELLING_BYTES: Final = 8
# Control characters are commands to it.
_NOT_TEXT: Final = dict.fromkeys((*range(32), *range(0x7F, 0xA0)), " ")


class _Identity(ctypes.Union):
    _fields_ = (
        ("number", ctypes.c_int),
        ("name", ctypes.c_char_p),
        ("string", ctypes.c_char * _SPELLING_BYTES),
    )


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _Identity),
    )


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


@dataclass(frozen=True, slots=True)
class Timbre:
    """Who speaks: eSpeak's voice and variant, words a minute, pitch and its range from 0 to 99."""

    voice: str
    rate: int
    pitch: int
    range: int


@dataclass(slots=True)
class Utterance:
    """Mono sound at the library's rate. ``phonemes`` (IPA) and ``words`` (index of the first character)
    come with the sample at which they begin, ascending."""

    sound: Samples
    phonemes: list[tuple[str, int]] = field(default_factory=list)
    words: list[tuple[int, int]] = field(default_factory=list)


class Espeak:
    """The loaded library, on a thread of its own. It keeps its state in globals: one in a process.

    Raises:
        OSError: it does not start.
    """

    def __init__(self) -> None:
        self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        self._closed = False
        self._parts: list[Samples] = []
        self._utterance = Utterance(np.zeros(0, np.int16))
        # Kept here: the library does not count references.
        self._callback = _Callback(self._take)
        self.rate = self._start()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="espeak")

    async def utter(self, text: str, timbre: Timbre) -> Utterance:
        """Say ``text``."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._utter, text, timbre)

    def close(self) -> None:
        """End what it is saying, drop what waits, and give its memory back. May be called twice."""
        if not self._closed:
            self._closed = True
            self._thread.shutdown(cancel_futures=True)
            self._library.espeak_Terminate()

    def _start(self) -> int:
        path = espeakng_loader.get_data_path().encode()
        rate: int = self._library.espeak_Initialize(
            _SYNCHRONOUS, _BUFFER_MS, path, _PHONEMES_IN_IPA | _DO_NOT_EXIT
        )
        if rate <= 0:
            raise OSError("eSpeak NG does not start")
        self._library.espeak_SetSynthCallback(self._callback)
        return rate

    def _utter(self, text: str, timbre: Timbre) -> Utterance:
        self._parts.clear()
        self._utterance = utterance = Utterance(np.zeros(0, np.int16))
        library = self._library
        if library.espeak_SetVoiceByName(timbre.voice.encode()):
            raise OSError(f"eSpeak NG has no voice {timbre.voice}")
        for parameter, value in ((_RATE, timbre.rate), (_PITCH, timbre.pitch), (_RANGE, timbre.range)):
            library.espeak_SetParameter(parameter, value, 0)
        plain = text.translate(_NOT_TEXT).encode("utf-8", "replace")
        size = ctypes.c_size_t(len(plain) + 1)
        library.espeak_Synth(plain, size, 0, _AT_CHARACTER, 0, _UTF8, None, None)
        if self._parts:
            utterance.sound = np.concatenate(self._parts)
        return utterance

    def _take(
        self, sound: "ctypes._Pointer[ctypes.c_short]", count: int, events: "ctypes._Pointer[_Event]"
    ) -> int:
        if count > 0:
            self._parts.append(np.ctypeslib.as_array(sound, (count,)).astype(np.int16))
        index = 0
        while (event := events[index]).type:
            if event.type == _WORD:
                self._utterance.words.append((event.text_position - 1, event.sample))
            elif event.type == _PHONEME:
                # Eight bytes, without an end where all are used.
                spelling = ctypes.string_at(ctypes.addressof(event.id), _SPELLING_BYTES).split(b"\0")[0]
                self._utterance.phonemes.append((spelling.decode("utf-8", "ignore"), event.sample))
            index += 1
        return int(self._closed)
