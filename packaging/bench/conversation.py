"""How soon the local engine's persona answers: ``dev.py bench --conversation``.

A plain client on loopback asks aloud, in the engine's voice, and listens. Measured is from the question's
end, its last sample that is not silence as the microphone has it, to the arrival of the answer's first sound:
the network, the codec, and the buffers of either end are part of it.
"""

import argparse
import asyncio
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np
import psutil

from bench.peers import API_KEY
from tests.engine.client import Client, Sound, joined, start_session
from tests.engine.microphone import Microphone
from tests.engine.words import error_rate
from tests.processes import start_engine
from viewer.engine.voice.piper import PiperVoice
from viewer.media.pcm import Samples

_AUDIBLE: Final = 0.003
_QUESTIONS: Final = (
    *("What is your name?", "How are you today?", "Tell me a joke, please.", "Do you like bananas?"),
    *("What can you do for me?", "Good morning, can you hear what I am saying to you?", "I live by the sea."),
    *("My sister plays the violin.", "Can you explain how the weather changes in the mountains in winter?"),
    *("I would like to learn how to bake bread.", "Hello, are you there?", "Thank you very much, goodbye."),
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A question, what was understood, and after how many milliseconds the first sound of the answer came."""

    question: str
    understood: str
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Talk:
    """Turns at one sensitivity; pictures a second all the while, and the engine's resident memory in MB."""

    sensitivity: float
    turns: tuple[Turn, ...]
    fps: float
    memory_mb: float


def main(argv: Sequence[str]) -> int:
    """Hold the conversations and print what came out; 0."""
    parser = argparse.ArgumentParser(prog="dev.py bench --conversation", description=__doc__)
    parser.add_argument(
        "--sensitivity", type=float, action="append", metavar="N", help="0 to 1, any number of times"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args(argv)
    talks = asyncio.run(_talks(arguments.sensitivity or [0.5]))
    if arguments.json:
        print(json.dumps([asdict(talk) for talk in talks], indent=2))
    else:
        print("\n".join(map(_words, talks)))
    return 0


async def _talks(sensitivities: Sequence[float]) -> list[Talk]:
    voice = PiperVoice()
    questions = [(text, (await voice.speak(text)).pcm) for text in _QUESTIONS]
    voice.close()
    engine = start_engine(API_KEY, hearing=True)
    try:
        return [
            await _talk(engine.url, engine.process.pid, sensitivity, questions)
            for sensitivity in sensitivities
        ]
    finally:
        engine.stop()


async def _talk(url: str, pid: int, sensitivity: float, questions: list[tuple[str, Samples]]) -> Talk:
    body: dict[str, Any] = {
        "personaConfig": {"personaId": "joe", "skipGreeting": True},
        "sessionOptions": {"voiceDetection": {"endOfSpeechSensitivity": sensitivity}},
    }
    session = (await start_session(url, API_KEY, body)).json()
    microphone = Microphone()
    async with joined(session, microphone) as client:
        await _turn(client, microphone, *questions[0])  # the model is loaded then
        begun, before = asyncio.get_running_loop().time(), len(client.pictures)
        turns = [await _turn(client, microphone, *question) for question in questions]
        fps = (len(client.pictures) - before) / (asyncio.get_running_loop().time() - begun)
    return Talk(sensitivity, tuple(turns), fps, psutil.Process(pid).memory_info().rss / 1e6)


async def _turn(client: Client, microphone: Microphone, text: str, sound: Samples) -> Turn:
    answered, understood = len(client.finished("persona")), len(client.finished("user"))
    end = await microphone.hear(sound)
    await client.until(lambda: len(client.finished("persona")) > answered)
    first = next(heard.time for heard in client.sounds if _begins(heard, end))
    words = " … ".join(client.finished("user")[understood:])
    return Turn(text, words, 1000 * (first - end))


def _begins(sound: Sound, end: float) -> bool:
    return sound.time > end and sound.rms > _AUDIBLE


def _words(talk: Talk) -> str:
    times = [turn.milliseconds for turn in talk.turns]
    wrong = float(np.mean([error_rate(turn.question, turn.understood) for turn in talk.turns]))
    return (
        f"sensitivity {talk.sensitivity:g}: end of speech → first sound p50 {np.median(times):.0f} ms, "
        f"max {max(times):.0f} ms, {len(times)} questions; word error rate {wrong:.2f}; "
        f"{talk.fps:.1f} pictures a second; engine {talk.memory_mb:.0f} MB"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
