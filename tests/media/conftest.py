"""Speech to process: the engine's voice, loaded once."""

import asyncio

import numpy as np
import onnxruntime
import pytest

from viewer.engine.piper_voice import PiperVoice
from viewer.media.pcm import SAMPLE_RATE, Samples

PERSONA = (
    "Hello, I am Joe, and I live on this computer without any network at all.",
    "Ask me about the weather, about music, or about anything else that you would like to hear.",
    "It was a bright cold day in April, and the clocks were striking thirteen.",
)
USER = ("Could you please tell me what the time is in London?", "I would like a large pizza with mushrooms.")


@pytest.fixture(scope="session")
def speech() -> tuple[Samples, Samples]:
    """What a persona says, and what a user says; mono at 48 kHz, about −20 dBFS."""

    async def speak() -> list[Samples]:
        # It would be a little different each time, and so would what is left of its echo.
        onnxruntime.set_seed(1)
        voice = PiperVoice()
        spoken = [(await voice.speak(sentence)).pcm for sentence in (*PERSONA, *USER)]
        voice.close()
        return spoken

    spoken = asyncio.run(speak())
    pause = np.zeros(SAMPLE_RATE // 5, np.int16)
    persona = [part for sentence in spoken[: len(PERSONA)] for part in (sentence, pause)]
    return np.concatenate(persona), np.concatenate(spoken[len(PERSONA) :])
