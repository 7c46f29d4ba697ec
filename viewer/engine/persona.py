"""The persona's behaviour: it greets, answers, speaks what it is told, and can be interrupted."""

import asyncio
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Final

import numpy as np

from viewer.engine.script import GREETING, reply
from viewer.engine.soundtrack import Cue, Speaker
from viewer.engine.voice import SpokenSentence, Voice, sentences
from viewer.protocol.data_channel import EngineMessage, SpeechText, UserSpeechEnded, UserSpeechStarted
from viewer.tasks import TaskGroup

MAX_TEXT: Final = 5000
_MAX_WAITING: Final = 20


class Persona:
    """One persona in one session. Its words go out through ``send`` in step with its voice."""

    def __init__(self, voice: Voice, speaker: Speaker, send: Callable[[EngineMessage], None]) -> None:
        self._voice = voice
        self._speaker = speaker
        self._send = send
        self._waiting: asyncio.Queue[str] = asyncio.Queue(_MAX_WAITING)
        self._utterance: _Utterance | None = None
        self._tasks = TaskGroup("persona")
        self._tasks.spawn("speak", self._speak_in_turn())
        self.listening = False

    @property
    def speaking(self) -> bool:
        """Whether its voice is to be heard, or is about to be."""
        return self._utterance is not None or self._speaker.speaking

    def greet(self) -> None:
        """Welcome the user."""
        self.say(GREETING)

    def say(self, text: str) -> bool:
        """Speak ``text`` verbatim after what is being said; False when too much waits already."""
        try:
            self._waiting.put_nowait(text[:MAX_TEXT])
        except asyncio.QueueFull:
            return False
        return True

    def hear_text(self, text: str) -> None:
        """The user typed ``text``: stop speaking and answer."""
        self.interrupt()
        text = text[:MAX_TEXT]
        self._send(
            SpeechText(
                message_id=str(uuid.uuid4()), role="user", content=text, end_of_speech=True, timestamp=_now()
            )
        )
        self.say(reply(text))

    def hear_speech(self, speaking: bool) -> None:
        """The user began or stopped to speak."""
        self.listening = speaking
        self._send(UserSpeechStarted() if speaking else UserSpeechEnded())

    def interrupt(self) -> None:
        """Stop speaking at once and forget what was still to be said."""
        while not self._waiting.empty():
            self._waiting.get_nowait()
        if self._utterance is not None:
            self._speaker.cut()
            self._utterance.finish(interrupted=True)

    async def close(self) -> None:
        """End its tasks."""
        await self._tasks.cancel()

    async def _speak_in_turn(self) -> None:
        while True:
            text = await self._waiting.get()
            utterance = self._utterance = _Utterance(self._send)
            try:
                await self._speak(utterance, text)
            finally:
                self._utterance = None

    async def _speak(self, utterance: "_Utterance", text: str) -> None:
        for sentence in sentences(text):
            spoken = await self._voice.speak(sentence)
            if utterance.finished.is_set():
                return
            self._speaker.add(spoken.pcm, utterance.cues(spoken))
        self._speaker.add(np.zeros(0, np.int16), [Cue(0, partial(utterance.finish, interrupted=False))])
        await utterance.finished.wait()


class _Utterance:
    """One message of the persona, sent word by word."""

    def __init__(self, send: Callable[[EngineMessage], None]) -> None:
        self._send = send
        self._id = str(uuid.uuid4())
        self._index = 0
        self.finished = asyncio.Event()

    def cues(self, spoken: SpokenSentence) -> list[Cue]:
        return [Cue(word.position, partial(self._send_chunk, word.text)) for word in spoken.words]

    def finish(self, *, interrupted: bool) -> None:
        if not self.finished.is_set():
            self.finished.set()
            if self._index:
                self._send_chunk("", end_of_speech=True, interrupted=interrupted)

    def _send_chunk(self, content: str, *, end_of_speech: bool = False, interrupted: bool = False) -> None:
        self._send(
            SpeechText(
                message_id=self._id,
                role="persona",
                content=content,
                content_index=self._index,
                end_of_speech=end_of_speech,
                interrupted=interrupted,
                timestamp=_now(),
            )
        )
        self._index += 1


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
