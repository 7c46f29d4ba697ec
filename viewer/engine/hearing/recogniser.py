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

# Of noise, coughs and silence Whisper makes “you” and “Thank you.”, and says itself how little that is worth:
# measured, 0.63 and more for the first, where speech has 0.55 at most.
_NO_SPEECH: Final = 0.6
_LEAST_LOG_PROBABILITY: Final = -1.9
# Text that packs so well is one word over and over.
_COMPRESSION: Final = 2.4

Recognise: TypeAlias = Callable[[Sound], Coroutine[Any, Any, str]]
"""Gives what is said in a sound; empty when nobody said anything that can be understood."""


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

    async def recognise(self, sound: Sound, language: str) -> str:
        """What is said in ``sound`` in ``language``, a BCP 47 tag; empty when nothing can be understood."""
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

    def _recognise(self, sound: Sound, language: str) -> str:
        if self._model is None:
            return ""
        heard = self._model.recognise(sound, primary_language(language))
        return heard.text if _is_understood(heard) else ""


def _is_understood(heard: Recognition) -> bool:
    data = heard.text.encode()
    return (
        any(character.isalnum() for character in heard.text)
        and heard.no_speech < _NO_SPEECH
        and heard.log_probability > _LEAST_LOG_PROBABILITY
        and len(data) < _COMPRESSION * len(zlib.compress(data))
    )
