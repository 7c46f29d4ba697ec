"""The user speaks: the engine as a process of its own, a plain client, and a real voice as the microphone."""

import asyncio
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from tests.engine.client import Client, granted, joined, start_session
from tests.engine.microphone import Microphone
from tests.engine.sounds import noise
from tests.engine.words import error_rate
from tests.processes import API_KEY, Server, start_engine
from viewer.engine.brain import Conversation
from viewer.engine.script import reply
from viewer.engine.voice import Voice
from viewer.media.pcm import SAMPLE_RATE, Samples

SILENCE: Samples = np.zeros(SAMPLE_RATE, np.int16)


def told(client: Client, kind: str) -> list[dict[str, Any]]:
    return [message["data"] for message in client.messages if message["messageType"] == kind]


def ended(client: Client, times: int = 1) -> Callable[[], bool]:
    return lambda: len(told(client, "userSpeechEnded")) == times


async def test_a_spoken_question_is_understood_and_answered_aloud(engine: Server, voice: Voice) -> None:
    question = "Do you like bananas?"
    microphone = Microphone()
    async with joined(await granted(engine.url, API_KEY), microphone) as client:
        await microphone.hear((await voice.speak(question)).pcm)
        await client.until(lambda: client.finished("persona"))
        (started,), (over,) = told(client, "userSpeechStarted"), told(client, "userSpeechEnded")
        (words,) = client.speech("user")
        assert error_rate(question, words["content"]) <= 0.25
        assert words["end_of_speech"]
        assert client.finished("persona") == [reply(Conversation(words["content"]))]
        ids = {chunk["user_action_correlation_id"] for chunk in client.speech("persona")}
        assert ids == {words["user_action_correlation_id"]}
        assert started == over == {"user_action_correlation_id": words["user_action_correlation_id"]}
        assert max(sound.rms for sound in client.sounds) > 0.05


async def test_what_is_said_in_noise_is_understood(engine: Server, voice: Voice) -> None:
    question = "What time is it on my computer?"
    spoken = (await voice.speak(question)).pcm
    hiss = noise(-40, len(spoken) / SAMPLE_RATE)
    microphone = Microphone()
    async with joined(await granted(engine.url, API_KEY), microphone) as client:
        await microphone.hear(spoken + hiss[: len(spoken)])
        await client.until(lambda: client.speech("user"))
        assert error_rate(question, client.speech("user")[0]["content"]) <= 0.3


async def test_nothing_is_said_to_what_is_not_speech(engine: Server, voice: Voice) -> None:
    cough = noise(-10, 0.4) * np.exp(-np.arange(round(0.4 * SAMPLE_RATE)) / 5000)
    microphone = Microphone()
    async with joined(await granted(engine.url, API_KEY), microphone) as client:
        for sound in (SILENCE, noise(-30, 2), cough.astype(np.int16), noise(-20, 1)):
            await microphone.hear(np.concatenate([sound, SILENCE]))
        # What comes after all this shows that it was listened to.
        await microphone.hear((await voice.speak("Do you like bananas?")).pcm)
        await client.until(lambda: client.finished("persona"))
        assert len(client.finished("user")) == 1
        assert len(client.finished("persona")) == 1


async def test_speaking_silences_the_persona(engine: Server, voice: Voice) -> None:
    microphone = Microphone()
    async with joined(await granted(engine.url, API_KEY, skipGreeting=False), microphone) as client:
        await client.until(lambda: len(client.speech("persona")) > 3)
        await microphone.hear((await voice.speak("Good morning, can you hear me?")).pcm)
        await client.until(lambda: client.speech("user"))
        (cut,) = [chunk for chunk in client.speech("persona") if chunk["interrupted"]]
        assert cut["end_of_speech"]
        order = [message["messageType"] for message in client.messages]
        # It is silenced by the voice, not by the words, which come much later.
        place = next(i for i, m in enumerate(client.messages) if m["data"] is cut)
        assert order[place - 1] == "userSpeechStarted"


async def test_the_client_says_how_soon_a_pause_is_the_end(engine: Server, voice: Voice) -> None:
    spoken = (await voice.speak("What is your name?")).pcm
    waits = []
    for sensitivity in (0.0, 1.0):
        persona = {"personaId": "joe", "skipGreeting": True}
        options = {"voiceDetection": {"endOfSpeechSensitivity": sensitivity}}
        answer = await start_session(
            engine.url, API_KEY, {"personaConfig": persona, "sessionOptions": options}
        )
        microphone = Microphone()
        async with joined(answer.json(), microphone) as client:
            end = await microphone.hear(spoken)
            await client.until(ended(client))
            waits.append(asyncio.get_running_loop().time() - end)
    assert waits[0] > waits[1] + 0.4


@pytest.mark.parametrize("sensitivity", [-0.1, 1.1, "high"])
async def test_a_sensitivity_that_is_none_is_refused(engine: Server, sensitivity: object) -> None:
    options = {"voiceDetection": {"endOfSpeechSensitivity": sensitivity}}
    body = {"personaConfig": {"personaId": "joe"}, "sessionOptions": options}
    answer = await start_session(engine.url, API_KEY, body)
    assert answer.status_code == 400
    assert "endOfSpeechSensitivity" in answer.text


async def test_without_hearing_it_is_noticed_that_somebody_speaks(voice: Voice) -> None:
    engine = start_engine()
    try:
        microphone = Microphone()
        async with joined(await granted(engine.url, API_KEY), microphone) as client:
            await microphone.hear((await voice.speak("Do you like bananas?")).pcm)
            await client.until(ended(client))
            client.say("Hello")
            await client.until(lambda: client.finished("persona"))
            assert client.finished("user") == ["Hello"]
    finally:
        assert engine.stop() == 0
