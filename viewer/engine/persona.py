"""The persona's behaviour: it greets, answers, speaks what it is told, and can be interrupted."""

import asyncio
import uuid
from collections import deque
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Final, Protocol

import numpy as np

from viewer.engine.script import GREETING
from viewer.engine.soundtrack import Cue, Speaker
from viewer.engine.speech import Delivery, Passage, Speech, timestamp
from viewer.engine.voice import Voice, sentences
from viewer.protocol.data_channel import EngineMessage, SpeechText, UserSpeechEnded, UserSpeechStarted
from viewer.tasks import TaskGroup

MAX_TEXT: Final = 5000
_MAX_WAITING: Final = 20

Answer = Callable[[str, str], Awaitable[str | None]]
"""Takes what the user typed and the correlation id of that; answers what to say, None for nothing."""


class Stage(Protocol):
    """Whom the persona tells how its speeches go."""

    def send(self, message: EngineMessage) -> None:
        """Say ``message`` to the client."""

    def cue_tag(self) -> str | None:
        """The director's cue in force."""

    def speech_began(self) -> None:
        """The first sound of a speech is played."""

    def speech_ended(self, speech: Speech) -> None:
        """``speech`` is over, spoken to its end or cut off."""

    def speech_cut(self, speech: Speech) -> None:
        """``speech`` is cut off, or will not be spoken at all."""


class Persona:
    """One persona in one session. Its words go out in step with its voice."""

    def __init__(self, voice: Voice, speaker: Speaker, stage: Stage, answer: Answer) -> None:
        self._voice = voice
        self._speaker = speaker
        self._stage = stage
        self._answer = answer
        self._waiting: deque[Speech] = deque()
        self._news = asyncio.Event()
        self._delivery: Delivery | None = None
        self._answering: asyncio.Task[None] | None = None
        self._heard_id = ""
        self._tasks = TaskGroup("persona")
        self._tasks.spawn("speak", self._speak_in_turn())
        self.listening = False

    @property
    def speaking(self) -> bool:
        """Whether its voice is to be heard, or is about to be."""
        return self._delivery is not None or self._speaker.speaking

    def greet(self, greeting: str = GREETING) -> None:
        """Welcome the user."""
        self.say(greeting)

    def say(self, text: str) -> bool:
        """Speak ``text`` verbatim after what is being said; False when too much waits already."""
        return self.begin(Speech.of(text[:MAX_TEXT]))

    def begin(self, speech: Speech) -> bool:
        """Speak ``speech`` after what is being said; False when too much waits already.

        One that is still open would keep others waiting: it is cut off.
        """
        for unfinished in [other for other in self._all() if not other.closed]:
            self.cut(unfinished)
        if len(self._waiting) >= _MAX_WAITING:
            return False
        self._waiting.append(speech)
        self._news.set()
        return True

    def hear_text(self, text: str) -> None:
        """The user typed ``text``: stop speaking and answer."""
        self.interrupt()
        text = text[:MAX_TEXT]
        correlation_id = str(uuid.uuid4())
        self._stage.send(
            SpeechText(
                message_id=str(uuid.uuid4()),
                role="user",
                content=text,
                end_of_speech=True,
                timestamp=timestamp(),
                user_action_correlation_id=correlation_id,
            )
        )
        self._answering = self._tasks.spawn("answer", self._say_answer(text, correlation_id))

    def hear_speech(self, speaking: bool) -> None:
        """The user began to speak, which silences the persona, or stopped."""
        self.listening = speaking
        if speaking:
            self._heard_id = str(uuid.uuid4())
            self._stage.send(UserSpeechStarted(user_action_correlation_id=self._heard_id))
            self.interrupt()
        else:
            self._stage.send(UserSpeechEnded(user_action_correlation_id=self._heard_id))

    def interrupt(self) -> None:
        """Stop speaking at once, forget what was still to be said, and think of no answer."""
        if self._answering is not None:
            self._answering.cancel()
        for speech in self._all():
            self.cut(speech)

    def cut(self, speech: Speech) -> None:
        """Say no more of ``speech``."""
        speech.cut = True
        speech.close()
        delivery = self._delivery
        if delivery is not None and delivery.speech is speech:
            self._speaker.cut()
            delivery.finish(interrupted=True)
        elif speech in self._waiting:
            self._waiting.remove(speech)
        self._stage.speech_cut(speech)

    async def close(self) -> None:
        """End its tasks."""
        await self._tasks.cancel()

    def _all(self) -> list[Speech]:
        current = self._delivery
        return [*([current.speech] if current and not current.finished.is_set() else []), *self._waiting]

    async def _say_answer(self, text: str, correlation_id: str) -> None:
        words = await self._answer(text, correlation_id)
        if words:
            self.begin(Speech.of(words[:MAX_TEXT], correlation_id))

    async def _speak_in_turn(self) -> None:
        while True:
            while not self._waiting:
                self._news.clear()
                await self._news.wait()
            speech = self._waiting.popleft()
            stage = self._stage
            self._delivery = Delivery(speech, stage.send, stage.cue_tag, stage.speech_began)
            try:
                await self._speak(self._delivery)
            finally:
                self._delivery = None
                stage.speech_ended(speech)

    async def _speak(self, delivery: Delivery) -> None:
        while (part := await delivery.speech.next()) is not None:
            if delivery.finished.is_set():
                return
            if isinstance(part, Passage):
                await self._speak_passage(delivery, part)
            else:
                self._speaker.add(part, delivery.begin_with_sound())
        self._speaker.add(_NO_SOUND, [Cue(0, partial(delivery.finish, interrupted=False))])
        await delivery.finished.wait()

    async def _speak_passage(self, delivery: Delivery, passage: Passage) -> None:
        for sentence in sentences(passage.text):
            spoken = await self._voice.speak(sentence)
            if delivery.finished.is_set():
                return
            self._speaker.add(spoken.pcm, delivery.cues(spoken, passage))
        self._speaker.add(_NO_SOUND, [delivery.end_passage(passage)])


_NO_SOUND: Final = np.zeros(0, np.int16)
