"""Speech to process: the engine's voice, loaded once."""

import asyncio
import os
from pathlib import Path
from tempfile import NamedTemporaryFile

import numpy as np
import onnxruntime
import pytest

from viewer.engine.voice.piper import PiperVoice
from viewer.media.pcm import SAMPLE_RATE, Samples

PERSONA = (
    "Hello, I am Joe, and I live on this computer without any network at all.",
    "Ask me about the weather, about music, or about anything else that you would like to hear.",
)
USER = "Could you please tell me what the time is in London?"


@pytest.fixture(scope="session")
def speech(tmp_path_factory: pytest.TempPathFactory) -> tuple[Samples, Samples]:
    """What a persona says, and what a user says; mono at 48 kHz, about −20 dBFS.

    Said once for all workers of a run: loading the voice takes as long as many tests.
    """
    own = tmp_path_factory.getbasetemp()
    file = (own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own) / "speech.npz"
    if not file.exists():
        with NamedTemporaryFile(dir=file.parent, delete=False) as being_written:
            np.savez(being_written, *asyncio.run(_speak()))
        Path(being_written.name).replace(file)
    with np.load(file) as said:
        *persona, user = said.values()
    pause = np.zeros(SAMPLE_RATE // 5, np.int16)
    return np.concatenate([part for sentence in persona for part in (sentence, pause)]), user


async def _speak() -> list[Samples]:
    # It would be a little different each time, and so would what is left of its echo.
    onnxruntime.set_seed(1)
    voice = PiperVoice()
    spoken = [(await voice.speak(sentence)).pcm for sentence in (*PERSONA, USER)]
    voice.close()
    return spoken
