"""What becomes of what the ear heard, with a recogniser that answers when the test wants."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator

import numpy as np
import pytest

from viewer.engine.hearing.spectrogram import Sound
from viewer.engine.persona.behaviour import Persona
from viewer.engine.persona.listening import Listening
from viewer.engine.persona.speech import Speech
from viewer.engine.voice.soundtrack import Speaker
from viewer.engine.voice.speaking import SpokenSentence, Voice
from viewer.protocol.data_channel import EngineMessage, SpeechText, UserSpeechEnded, UserSpeechStarted

ANSWER = "So you like the sea. Tell me more."
AGAIN = "Again, please."


class CountingVoice:
    """A voice that remembers what it was asked to speak."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self.spoken: list[str] = []

    async def speak(self, sentence: str) -> SpokenSentence:
        self.spoken.append(sentence)
        return await self._voice.speak(sentence)


class Stage:
    """A persona that listens; the sound n is recognised as ``said[n]``, once ``understood`` is set."""

    def __init__(self, voice: Voice) -> None:
        self.said: list[str | None] = ["I like", "the sea.", "", "Bye.", None]
        self.understood = asyncio.Event()
        self.understood.set()
        self.news = asyncio.Event()
        self.messages: list[EngineMessage] = []
        self.voice = CountingVoice(voice)
        self.speaker = Speaker()
        self.persona = Persona(self.voice, self.speaker, self, self.answer, lambda _: ANSWER)
        self.listening = Listening(self.persona, self.recognise, AGAIN)

    async def recognise(self, sound: Sound) -> str | None:
        await self.understood.wait()
        return self.said[len(sound)]

    async def answer(self, text: str, correlation_id: str) -> AsyncGenerator[str]:
        yield ANSWER

    def send(self, message: EngineMessage) -> None:
        self.messages.append(message)
        self.news.set()

    def cue_tag(self) -> str | None:
        return None

    def speech_began(self) -> None:
        self.news.set()

    def speech_ended(self, speech: Speech) -> None:
        self.news.set()

    def speech_cut(self, speech: Speech) -> None:
        self.news.set()

    @property
    def words(self) -> list[str]:
        return [m.content for m in self.messages if isinstance(m, SpeechText) and m.role == "user"]

    def say(self, number: int) -> None:
        self.listening.speech_began()
        self.listening.speech_paused(np.zeros(number, np.float32))
        self.listening.speech_ended()

    async def until_words(self) -> None:
        async with asyncio.timeout(20):
            while not self.words:
                self.news.clear()
                await self.news.wait()

    @property
    def spoken(self) -> list[SpeechText]:
        """What the persona says."""
        return [m for m in self.messages if isinstance(m, SpeechText) and m.role == "persona"]

    async def until_spoken(self, messages: int = 0) -> None:
        """The first words of the answer are told with its sound; or wait until so many are over."""
        async with asyncio.timeout(20):
            while not self.spoken or sum(m.end_of_speech for m in self.spoken) < messages:
                self.speaker.read()
                await asyncio.sleep(0)


@pytest.fixture
async def stage(quick_voice: Voice) -> AsyncIterator[Stage]:
    stage = Stage(quick_voice)
    yield stage
    await stage.listening.close()
    await stage.persona.close()


async def test_what_was_said_belongs_to_the_speech_it_was_heard_in(stage: Stage) -> None:
    stage.say(1)
    await stage.until_words()
    started, ended, words = stage.messages
    assert isinstance(started, UserSpeechStarted)
    assert isinstance(ended, UserSpeechEnded)
    assert isinstance(words, SpeechText)
    assert words.content == "the sea."
    ids = {message.user_action_correlation_id for message in (started, ended, words)}
    assert len(ids) == 1
    assert None not in ids


async def test_who_goes_on_before_being_understood_has_said_it_all(stage: Stage) -> None:
    stage.understood.clear()
    stage.say(0)
    await asyncio.sleep(0)
    stage.say(1)
    stage.understood.set()
    await stage.until_words()
    assert stage.words == ["I like the sea."]


async def test_pieces_of_long_speech_are_put_together(stage: Stage) -> None:
    stage.listening.speech_began()
    stage.listening.speech_goes_on(np.zeros(0, np.float32))
    stage.listening.speech_paused(np.zeros(1, np.float32))
    stage.listening.speech_ended()
    await stage.until_words()
    assert stage.words == ["I like the sea."]


async def test_what_is_not_understood_is_not_there(stage: Stage) -> None:
    stage.say(2)
    stage.say(3)
    await stage.until_words()
    assert stage.words == ["Bye."]


async def test_the_answer_is_made_while_the_pause_is_waited_for_and_made_once(stage: Stage) -> None:
    stage.listening.speech_began()
    stage.listening.speech_paused(np.zeros(1, np.float32))
    async with asyncio.timeout(20):
        while not stage.voice.spoken:  # noqa: ASYNC110 - the voice has no event for it
            await asyncio.sleep(0)
    assert stage.voice.spoken == ["So you like the sea."]
    assert stage.words == []
    assert not stage.speaker.speaking
    stage.listening.speech_ended()
    await stage.until_spoken()
    assert stage.voice.spoken.count("So you like the sea.") == 1


async def test_a_pause_that_was_none_leaves_nothing(stage: Stage) -> None:
    stage.understood.clear()
    stage.listening.speech_began()
    stage.listening.speech_paused(np.zeros(0, np.float32))
    await asyncio.sleep(0)
    stage.listening.speech_resumed()
    stage.understood.set()
    stage.listening.speech_paused(np.zeros(1, np.float32))
    stage.listening.speech_ended()
    await stage.until_words()
    assert stage.words == ["the sea."]


async def test_who_surely_spoke_is_asked_to_say_it_again(stage: Stage) -> None:
    stage.say(4)
    await stage.until_spoken(1)
    assert "".join(m.content for m in stage.spoken) == AGAIN
    started = next(m for m in stage.messages if isinstance(m, UserSpeechStarted))
    assert {m.user_action_correlation_id for m in stage.spoken} == {started.user_action_correlation_id}
    assert stage.words == []


async def test_of_what_was_said_the_part_that_was_understood_is_answered(stage: Stage) -> None:
    stage.listening.speech_began()
    stage.listening.speech_goes_on(np.zeros(4, np.float32))
    stage.listening.speech_paused(np.zeros(1, np.float32))
    stage.listening.speech_ended()
    await stage.until_spoken(1)
    assert stage.words == ["the sea."]
    assert "".join(m.content for m in stage.spoken) == ANSWER


async def test_an_echo_is_not_talked_to_for_ever(stage: Stage) -> None:
    async def hear(sound: int, spoken: int) -> None:
        stage.say(sound)
        await stage.until_spoken(spoken)

    await hear(4, 1)
    await hear(4, 2)
    for _ in range(3):
        stage.say(4)
        for _ in range(100):
            stage.speaker.read()
            await asyncio.sleep(0)
    assert sum(m.end_of_speech for m in stage.spoken) == 2
    await hear(1, 3)
    await hear(4, 4)
    assert "".join(m.content for m in stage.spoken) == AGAIN + AGAIN + ANSWER + AGAIN


async def test_where_the_client_brings_the_mind_nobody_is_asked_again(quick_voice: Voice) -> None:
    stage = Stage(quick_voice)
    silent = Listening(stage.persona, stage.recognise)
    stage.listening, before = silent, stage.listening
    stage.say(4)
    stage.say(3)
    await stage.until_words()
    assert stage.words == ["Bye."]
    assert stage.spoken == []
    for listening in (silent, before):
        await listening.close()
    await stage.persona.close()
