"""The voices this engine has, by voice ID."""

import asyncio
from collections.abc import Mapping
from typing import Final

from viewer.engine.voice.espeak import Espeak, Timbre
from viewer.engine.voice.espeak_voice import EspeakVoice
from viewer.engine.voice.piper import PiperVoice
from viewer.engine.voice.speaking import Voice
from viewer.errors import UsageError

# Those of eSpeak NG: a woman's, and an elderly man's, who takes his time.
_TIMBRES: Final[Mapping[str, Timbre]] = {
    "lena": Timbre("de+f2", rate=165, pitch=55, range=60),
    "mateo": Timbre("es+grandpa", rate=145, pitch=40, range=50),
}


class Voices:
    """Loads each voice when it is first asked for; all sessions share it. Use from one event loop."""

    def __init__(self) -> None:
        self._loading = asyncio.Lock()
        self._voices: dict[str, Voice] = {}
        self._piper: PiperVoice | None = None
        self._espeak: Espeak | None = None

    async def load(self, voice_id: str) -> Voice:
        """The voice of that ID; Joe's where there is none.

        Raises:
            UsageError: it cannot be loaded.
        """
        async with self._loading:
            if voice_id not in self._voices:
                try:
                    self._voices[voice_id] = await self._load(voice_id)
                except Exception as error:  # the libraries have many kinds
                    raise UsageError(
                        f"The voice “{voice_id}” cannot be loaded: {error}.",
                        hint="Install it anew: pip install --force-reinstall 'persona-viewer[engine]'.",
                    ) from error
            return self._voices[voice_id]

    def close(self) -> None:
        """Let go of all of them. What waits to be spoken is dropped."""
        self._voices.clear()
        for synthesiser in (self._piper, self._espeak):
            if synthesiser is not None:
                synthesiser.close()

    async def _load(self, voice_id: str) -> Voice:
        if voice_id in _TIMBRES:
            if self._espeak is None:
                self._espeak = await asyncio.to_thread(Espeak)
            return EspeakVoice(self._espeak, _TIMBRES[voice_id])
        if self._piper is None:
            self._piper = await asyncio.to_thread(PiperVoice)
        return self._piper
