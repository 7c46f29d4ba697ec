"""The user speaks: an engine that understands, a plain client, and a real voice as the microphone."""

from typing import Any

import numpy as np
import pytest

from tests.engine.client import granted, joined
from tests.engine.microphone import Microphone
from tests.engine.sounds import noise
from tests.engine.words import error_rate
from tests.processes import API_KEY, Server
from viewer.engine.brains.brain import Conversation
from viewer.engine.brains.script import reply
from viewer.engine.voice.speaking import Voice
from viewer.media.pcm import SAMPLE_RATE

pytestmark = pytest.mark.wire


async def test_what_is_said_in_noise_silences_the_persona_and_is_understood_and_answered_aloud(
    hearing_engine: Server, voice: Voice
) -> None:
    question = "Do you like bananas?"
    spoken = (await voice.speak(question)).pcm
    hiss = noise(-40, len(spoken) / SAMPLE_RATE)[: len(spoken)]
    microphone = Microphone()
    session = await granted(hearing_engine.url, API_KEY, skipGreeting=False)

    def answer() -> list[dict[str, Any]]:
        """What is said once the greeting is cut off."""
        chunks = client.speech("persona")
        ends = [number for number, chunk in enumerate(chunks) if chunk["interrupted"]]
        return chunks[ends[0] + 1 :] if ends else []

    async with joined(session, microphone) as client:
        await client.until(lambda: len(client.speech("persona")) > 3)
        await microphone.hear((spoken.astype(np.int32) + hiss).clip(-32768, 32767).astype(np.int16))
        await client.until(lambda: client.speech("user"))
        heard = len(client.sounds)
        await client.until(lambda: len(answer()) > 8)
        (started,), (over,) = client.told("userSpeechStarted"), client.told("userSpeechEnded")
        (words,) = client.speech("user")
        assert error_rate(question, words["content"]) <= 0.25
        assert words["end_of_speech"]
        said = "".join(chunk["content"] for chunk in answer())
        assert reply(Conversation(words["content"])).startswith(said)
        assert started == over == {"user_action_correlation_id": words["user_action_correlation_id"]}
        (cut,) = [chunk for chunk in client.speech("persona") if chunk["interrupted"]]
        assert {chunk["user_action_correlation_id"] for chunk in answer()} == set(started.values())
        # It is silenced by the voice, not by the words, which come much later.
        kinds = [message["messageType"] for message in client.messages]
        place = next(number for number, message in enumerate(client.messages) if message["data"] is cut)
        assert kinds[place - 1] == "userSpeechStarted"
        assert max(sound.rms for sound in client.sounds[heard:]) > 0.05
