"""The persona's behaviour: it greets, answers, speaks what it is told, and can be interrupted."""

import asyncio
import uuid
from collections import deque
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from functools import partial
from typing import Final, Protocol

import numpy as np

from viewer.engine.persona.speech import Delivery, Passage, Speech, timestamp, whole_sentences
from viewer.engine.voice.soundtrack import Cue, Speaker
from viewer.engine.voice.speaking import SpokenSentence, Voice, sentences
from viewer.protocol.data_channel import EngineMessage, SpeechText, UserSpeechEnded, UserSpeechStarted
from viewer.tasks import BackgroundTasks

MAX_TEXT: Final = 5000
_MAX_WAITING: Final = 20

Answer = Callable[[str, str], AsyncGenerator[str]]
"""Takes what the user said and the correlation id of that; gives what to say piece by piece, until closed."""

Foresee = Callable[[str], str | None]
"""Takes what the user has perhaps said; gives how the answer would begin, None when that cannot be told."""

SentAfter = Callable[[Speech], bool]
"""Whether a speech, which may have come sooner, was sent later than what is happening now."""


def _nothing(_: Speech) -> bool:
    return False


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

    def __init__(
        self,
        voice: Voice,
        speaker: Speaker,
        stage: Stage,
        answer: Answer,
        foresee: Foresee = lambda _: None,
    ) -> None:
        self._voice = voice
        self._speaker = speaker
        self._stage = stage
        self._answer = answer
        self._foresee = foresee
        self._prepared: tuple[str, asyncio.Task[SpokenSentence]] | None = None
        self._waiting: deque[Speech] = deque()
        self._news = asyncio.Event()
        self._delivery: Delivery | None = None
        self._answering: asyncio.Task[None] | None = None
        self._answer_speech: Speech | None = None
        self._heard_id = ""
        self._tasks = BackgroundTasks("persona")
        self._tasks.spawn("speak", self._speak_in_turn())
        self.listening = False

    @property
    def speaking(self) -> bool:
        """Whether its voice is to be heard, or is about to be."""
        return self._delivery is not None or self._speaker.speaking

    @property
    def thinking(self) -> bool:
        """Whether an answer is being worked on of which nothing is to be heard yet."""
        if self._answering is None or self._answering.done():
            return False
        return self._delivery is None or not self._delivery.planned

    def say(self, text: str) -> bool:
        """The client posted ``text``: speak it verbatim after what is being said; False when too much waits
        already."""
        return self.begin(Speech.of(text[:MAX_TEXT], arrived=asyncio.get_running_loop().time()))

    def greet(self, text: str, *, interruptible: bool) -> None:
        """Speak ``text``; where it is not ``interruptible``, to its end, whatever the user does."""
        speech = Speech.of(text[:MAX_TEXT])
        speech.interruptible = interruptible
        self.begin(speech)

    def speak_up(self) -> None:
        """The user has said nothing for long: say something to that."""
        self._answering = self._tasks.spawn("answer", self._say_answer("", str(uuid.uuid4())))

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

    def hear_text(self, text: str, sent_after: SentAfter = _nothing) -> None:
        """The user typed ``text``: stop speaking and answer. See :meth:`interrupt`."""
        self._hear(text, str(uuid.uuid4()), sent_after)

    def hear_words(self, text: str) -> None:
        """The user's speech, which has ended, was ``text``: stop speaking and answer."""
        self._hear(text, self._heard_id, _nothing)

    def reply(self, text: str) -> None:
        """Say ``text`` to the user's speech, which has ended and is not known."""
        self.begin(Speech.of(text, self._heard_id))

    def prepare(self, text: str) -> None:
        """The user has perhaps said ``text``: have the voice ready to answer that, and nothing else.

        Nothing is heard of it unless the answer begins so.
        """
        if self._prepared is not None:
            self._prepared[1].cancel()
            self._prepared = None
        if (words := self._foresee(text) if text else None) and (sentence := _first_sentence(words)):
            self._prepared = sentence, self._tasks.spawn("prepare", self._voice.speak(sentence))

    def _hear(self, text: str, correlation_id: str, sent_after: SentAfter) -> None:
        self.interrupt(sent_after)
        text = text[:MAX_TEXT]
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

    def interrupt(self, sent_after: SentAfter = _nothing) -> None:
        """Stop speaking at once, forget what was still to be said, and think of no answer.

        What the client has ``sent_after`` that is spoken all the same.
        """
        if self._answering is not None:
            self._answering.cancel()
        for speech in self._all():
            if speech.interruptible and not sent_after(speech):
                self.cut(speech)

    def cut(self, speech: Speech) -> None:
        """Say no more of ``speech``, and look for no more of an answer that it is."""
        speech.cut = True
        speech.close()
        if speech is self._answer_speech and self._answering is not None:
            self._answering.cancel()
        delivery = self._delivery
        if delivery is not None and delivery.speech is speech:
            self._speaker.cut()
            delivery.finish(interrupted=True)
        elif speech in self._waiting:
            self._waiting.remove(speech)
        self._stage.speech_cut(speech)

    async def close(self) -> None:
        """Fall silent, and tell nobody anything any more."""
        await self._tasks.cancel()
        self._speaker.cut()

    def _all(self) -> list[Speech]:
        current = self._delivery
        return [*([current.speech] if current and not current.finished.is_set() else []), *self._waiting]

    async def _say_answer(self, text: str, correlation_id: str) -> None:
        self._answer_speech = None
        speech = Speech(correlation_id)
        room = MAX_TEXT
        try:
            async with aclosing(self._answer(text, correlation_id)) as pieces:
                async for piece in pieces:
                    if self._answer_speech is None:
                        if not self.begin(speech):
                            return
                        self._answer_speech = speech
                    speech.add_text(piece[:room], None)
                    room -= len(piece)
                    if room <= 0:
                        return
        finally:
            speech.close()

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
            spoken = await self._spoken(sentence)
            if delivery.finished.is_set():
                return
            self._speaker.add(spoken.pcm, delivery.cues(spoken, passage), spoken.mouths)
        self._speaker.add(_NO_SOUND, [delivery.end_passage(passage)])

    async def _spoken(self, sentence: str) -> SpokenSentence:
        prepared, self._prepared = self._prepared, None
        if prepared is not None and prepared[0] == sentence:
            return await prepared[1]
        return await self._voice.speak(sentence)


def _first_sentence(words: str) -> str | None:
    """What the voice would be asked to speak first of ``words``."""
    return next(iter(sentences(words[: whole_sentences(words) or None])), None)


_NO_SOUND: Final = np.zeros(0, np.int16)
