"""A pipeline with somebody else's plugin, in an environment of its own; prints what came of it as JSON.

Usage: ``pipecat_driver.py URL KEY DBFS ROUNDS``. So loud it speaks, and so often it interrupts in each way.
What is said first and what is said next are tones of their own, so that what is heard tells which it is.
"""

import asyncio
import json
import sys
import time
from contextlib import suppress
from typing import Any

import numpy as np
from anam import PersonaConfig
from pipecat.frames.frames import (
    EndFrame,
    ErrorFrame,
    Frame,
    InterruptionFrame,
    OutputImageRawFrame,
    OutputTransportReadyFrame,
    SpeechOutputAudioRawFrame,
    TTSAudioRawFrame,
    TTSStartedFrame,
    TTSStoppedFrame,
)
from pipecat.pipeline.pipeline import Pipeline
from pipecat.pipeline.worker import PipelineParams, PipelineWorker
from pipecat.processors.frame_processor import FrameDirection, FrameProcessor
from pipecat.workers.runner import WorkerRunner
from pipecat_anam import AnamVideoService

RATE = 24_000
FIRST_HZ, NEXT_HZ = 300, 700
FIRST_SECONDS, TURN_SECONDS = 5.0, 1.0
QUIETEST_DBFS = -30.0
PATIENCE = 40.0


class Sink(FrameProcessor):  # type: ignore[misc]  # its types are in the other environment
    """Keeps what comes out of the pipeline: when pictures came, and how every 20 ms sounded."""

    def __init__(self) -> None:
        super().__init__()
        self.pictures: list[float] = []
        self.size = (0, 0)
        self.errors: list[str] = []
        self._heard: list[tuple[float, float]] = []
        self._rest = np.zeros(0)

    async def process_frame(self, frame: Frame, direction: FrameDirection) -> None:
        """Look at a frame, and pass it on."""
        await super().process_frame(frame, direction)
        if isinstance(frame, OutputImageRawFrame):
            self.pictures.append(time.monotonic())
            self.size = frame.size
        elif isinstance(frame, SpeechOutputAudioRawFrame):
            self._listen(np.frombuffer(frame.audio, np.int16) / 32768)
        elif isinstance(frame, ErrorFrame):
            self.errors.append(frame.error)
        await self.push_frame(frame, direction)

    def forget(self) -> None:
        """Begin to listen anew."""
        self._heard.clear()

    def seconds_of(self, hertz: int) -> float:
        """For how long a turn of that pitch was heard."""
        return len(self._levels(hertz)) / 50

    def dbfs_of(self, hertz: int) -> float:
        """How loud a turn of that pitch was, in the middle of what was heard of it."""
        return float(np.median(self._levels(hertz)))

    def _levels(self, hertz: int) -> list[float]:
        return [dbfs for dbfs, pitch in self._heard if abs(pitch - hertz) < 60]

    def _listen(self, sound: np.ndarray[Any, Any]) -> None:
        step = RATE // 50
        sound = np.concatenate([self._rest, sound])
        whole = len(sound) // step * step
        self._rest = sound[whole:]
        for part in sound[:whole].reshape(-1, step):
            dbfs = 20 * np.log10(max(float(np.sqrt(np.mean(part**2))), 1e-6))
            if dbfs > QUIETEST_DBFS:
                spectrum = np.abs(np.fft.rfft(part * np.hanning(step), 4 * step))
                self._heard.append((dbfs, float(np.argmax(spectrum)) * RATE / (4 * step)))


def turn(hertz: int, dbfs: float, seconds: float, name: str) -> list[Frame]:
    """What a speech synthesiser would give."""
    amplitude = 32767 * 10 ** (dbfs / 20) * np.sqrt(2)
    wave = amplitude * np.sin(2 * np.pi * hertz * np.arange(round(seconds * RATE)) / RATE)
    pcm = wave.astype("<i2").tobytes()
    step = RATE // 5 * 2
    sound = [
        TTSAudioRawFrame(pcm[at : at + step], RATE, 1, context_id=name) for at in range(0, len(pcm), step)
    ]
    return [TTSStartedFrame(context_id=name), *sound, TTSStoppedFrame(context_id=name)]


class Conversation:
    """Turns and interruptions in one pipeline."""

    def __init__(self, worker: PipelineWorker, sink: Sink, dbfs: float) -> None:
        self._worker = worker
        self._sink = sink
        self._dbfs = dbfs

    async def say(self, *frames: Frame) -> None:
        """Send frames down the pipeline, without a pause."""
        for frame in frames:
            await self._worker.queue_frame(frame)

    async def until_heard(self, hertz: int, seconds: float) -> None:
        """Wait until so much of that pitch was heard.

        Raises:
            TimeoutError: it never comes.
        """
        async with asyncio.timeout(PATIENCE):
            while self._sink.seconds_of(hertz) < seconds:  # noqa: ASYNC110 - sound tells nobody
                await asyncio.sleep(0.05)

    async def whole_turn(self) -> None:
        """A turn that nobody interrupts."""
        await self.say(*turn(FIRST_HZ, self._dbfs, 2, "whole"))
        await self.until_heard(FIRST_HZ, 1.9)

    async def interrupted_rounds(self, rounds: int, *, amid_speech: bool) -> list[tuple[float, float]]:
        """Interrupt and begin the next turn at once, again and again.

        Returns, for each round until a turn is lost, how many seconds were heard of what was interrupted and
        of the turn after it.
        """
        heard = []
        for number in range(rounds):
            self._sink.forget()
            if amid_speech:
                await self.say(*turn(FIRST_HZ, self._dbfs, FIRST_SECONDS, f"first {number}"))
                await self.until_heard(FIRST_HZ, 0.4)
            following = turn(NEXT_HZ, self._dbfs, TURN_SECONDS, f"next {number}")
            await self.say(InterruptionFrame(), *following)
            with suppress(TimeoutError):
                await self.until_heard(NEXT_HZ, 0.9 * TURN_SECONDS)
            await asyncio.sleep(0.6)  # the plugin ends a turn so late
            heard.append((self._sink.seconds_of(FIRST_HZ), self._sink.seconds_of(NEXT_HZ)))
            if heard[-1][1] < 0.9 * TURN_SECONDS:
                break
        return heard


def service_of(url: str, key: str) -> AnamVideoService:
    """The plugin, for the engine at ``url``."""
    return AnamVideoService(
        api_key=key,
        persona_config=PersonaConfig(persona_id="joe", enable_audio_passthrough=True),
        api_base_url=url,
        api_version="v1",  # its own default is None, which becomes a part of the address
        enable_session_replay=False,
    )


async def main(url: str, key: str, dbfs: float, rounds: int) -> dict[str, Any]:
    """Run the pipeline through all of it."""
    sink, started = Sink(), asyncio.Event()
    worker = PipelineWorker(
        Pipeline([service_of(url, key), sink]),
        cancel_on_idle_timeout=False,
        params=PipelineParams(audio_out_sample_rate=RATE),
    )

    @worker.event_handler("on_pipeline_started")  # type: ignore[untyped-decorator]
    async def _started(_worker: Any, _frame: Any) -> None:
        started.set()

    runner = WorkerRunner()
    await runner.add_workers(worker)
    running = asyncio.create_task(runner.run())
    conversation = Conversation(worker, sink, dbfs)
    async with asyncio.timeout(PATIENCE):
        await started.wait()
        await conversation.say(OutputTransportReadyFrame())
        while not sink.pictures:
            await asyncio.sleep(0.05)
            if running.done():
                raise RuntimeError("The pipeline ended before there was a picture.")
    await conversation.whole_turn()
    found: dict[str, Any] = {"seconds": sink.seconds_of(FIRST_HZ), "dbfs": sink.dbfs_of(FIRST_HZ)}
    for name, amid_speech in (("amid speech", True), ("amid silence", False)):
        found[name] = await conversation.interrupted_rounds(rounds, amid_speech=amid_speech)
    pictures = sink.pictures
    await conversation.say(EndFrame())
    await asyncio.wait_for(running, PATIENCE)
    fps = (len(pictures) - 1) / (pictures[-1] - pictures[0])
    return found | {"size": sink.size, "fps": fps, "errors": sink.errors}


if __name__ == "__main__":
    _, address, api_key, level, times = sys.argv
    json.dump(asyncio.run(main(address, api_key, float(level), int(times))), sys.stdout)
