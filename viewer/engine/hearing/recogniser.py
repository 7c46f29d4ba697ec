"""Makes text of what users say: one model for all sessions, on a thread of its own."""

import asyncio
import logging
import zlib
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final, TypeAlias

from viewer.engine.cast.characters import primary_language
from viewer.engine.hearing.spectrogram import Sound
from viewer.engine.hearing.whisper import ModelMissing, Recognition, Whisper

_log = logging.getLogger(__name__)

# Of noise, coughs and silence Whisper makes “you” and “Thank you.”, and says itself how little that is worth.
# Measured, 0.72 and more for that nobody speaks; but quiet speech has up to 0.71. What tells the two apart is
# then how likely it takes the words to be: noise has −1.03 at best, and such speech, where the words are
# right, −0.82 at worst.
_NO_SPEECH: Final = 0.6
_LOG_PROBABILITY_OF_SPEECH: Final = -0.9
# Less likely words than that are wrong ones, whoever speaks.
_LEAST_LOG_PROBABILITY: Final = -1.9
# Text that packs so well is one word over and over.
_COMPRESSION: Final = 2.4

Recognise: TypeAlias = Callable[[Sound], Coroutine[Any, Any, str | None]]
"""Gives what is said in a sound; empty when nobody said anything, None when somebody surely did who cannot be
understood."""


class Recogniser:
    """Recognises one sound at a time, in the order in which they come; those no longer wanted are left out.

    Until the model is loaded, nothing is understood.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="recogniser")
        self._model: Whisper | None = None

    def load(self) -> asyncio.Future[None]:
        """Begin to load the model, in the background; done when it is. What is missing is logged, once.

        Sounds that come meanwhile wait for it. Call from the event loop.
        """
        return asyncio.get_running_loop().run_in_executor(self._thread, self._load)

    async def recognise(self, sound: Sound, language: str) -> str | None:
        """What is said in ``sound`` in ``language``, a BCP 47 tag; see :data:`Recognise`."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, self._recognise, sound, language)

    def close(self) -> None:
        """Let go of the thread. What waits is dropped."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _load(self) -> None:
        try:
            self._model = Whisper()
        except ModelMissing as error:
            _log.warning("what users say aloud is not understood: %s", error)
        except Exception:  # a thread's failure must not be lost
            _log.exception("what users say aloud is not understood")

    def _recognise(self, sound: Sound, language: str) -> str | None:
        if self._model is None:
            return ""
        return _understood(self._model.recognise(sound, primary_language(language)))


def _understood(heard: Recognition) -> str | None:
    somebody_spoke = heard.no_speech < _NO_SPEECH
    if not any(character.isalnum() for character in heard.text):
        return ""
    if not somebody_spoke and heard.log_probability < _LOG_PROBABILITY_OF_SPEECH:
        return ""
    data = heard.text.encode()
    repeats = len(data) >= _COMPRESSION * len(zlib.compress(data))
    if repeats or heard.log_probability <= _LEAST_LOG_PROBABILITY:
        return None if somebody_spoke else ""
    return heard.text
