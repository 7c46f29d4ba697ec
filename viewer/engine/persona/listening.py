"""Understands the user: has what the ear heard recognised, and tells the persona what was said."""

import asyncio
from typing import Final

from viewer.engine.hearing.recogniser import Recognise
from viewer.engine.hearing.spectrogram import Sound
from viewer.engine.persona.behaviour import Persona
from viewer.tasks import BackgroundTasks

# So often in a row is asked: an echo of the persona, or a radio, is never understood.
_MOST_TIMES: Final = 2


class Listening:
    """The persona's attention to the user's voice; an ear's listener. Use from the event loop.

    ``again`` asks who could not be understood to say it again; None: the client's mind decides about that.
    """

    def __init__(self, persona: Persona, recognise: Recognise, again: str | None = None) -> None:
        self._persona = persona
        self._recognise = recognise
        self._again = again
        self._asked_again = 0
        self._pieces: list[asyncio.Task[str | None]] = []
        self._last: asyncio.Task[str | None] | None = None
        self._turn: asyncio.Task[None] | None = None
        self._tasks = BackgroundTasks("listening")

    def speech_began(self) -> None:
        """The user begins, or goes on before the persona had understood."""
        if self._turn is not None and not self._turn.done():
            self._turn.cancel()
            self._pieces += [self._last] if self._last is not None else []
        else:
            self._pieces = []
        self._last = None
        self._persona.hear_speech(True)

    def speech_paused(self, sound: Sound) -> None:
        """Begin to recognise ``sound``, and to prepare an answer, before it is known to be the end."""
        self._last = self._tasks.spawn("recognise", self._understand(sound))

    def speech_resumed(self) -> None:
        """The pause was none; what was begun for it is dropped."""
        if self._last is not None:
            self._last.cancel()
            self._last = None
        self._persona.prepare("")

    def speech_goes_on(self, piece: Sound) -> None:
        """Recognise ``piece`` while the user speaks on."""
        self._pieces.append(self._tasks.spawn("recognise", self._recognise(piece)))

    def speech_ended(self) -> None:
        """Tell the persona what was said, as soon as that is known."""
        self._persona.hear_speech(False)
        if self._last is not None:
            self._turn = self._tasks.spawn("turn", self._tell([*self._pieces, self._last]))

    async def close(self) -> None:
        """End its tasks."""
        await self._tasks.cancel()

    async def _understand(self, sound: Sound) -> str | None:
        text = await self._recognise(sound)
        self._persona.prepare(text or "")
        return text

    async def _tell(self, parts: list[asyncio.Task[str | None]]) -> None:
        # Shielded: when the user goes on, what was said before still counts.
        texts = [await asyncio.shield(part) for part in parts]
        if words := " ".join(filter(None, texts)):
            self._asked_again = 0
            self._persona.hear_words(words)
        elif None in texts and self._again is not None and self._asked_again < _MOST_TIMES:
            self._asked_again += 1
            self._persona.reply(self._again)
