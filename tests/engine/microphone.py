"""A microphone that hears what it is told to."""

import asyncio
from fractions import Fraction

import av
import numpy as np
from aiortc.mediastreams import MediaStreamTrack

from viewer.media.pcm import SAMPLE_RATE, Samples

FRAME: int = SAMPLE_RATE // 50


class Microphone(MediaStreamTrack):
    """Silence at 48 kHz with the sounds that ``hear`` gives it, in real time."""

    kind = "audio"

    def __init__(self) -> None:
        super().__init__()
        self._sound: Samples = np.zeros(0, np.int16)
        self._sent = 0
        self._start = 0.0
        self._silent = asyncio.Event()
        self._last_loud = 0.0

    async def hear(self, sound: Samples) -> float:
        """Play ``sound`` and return when its last sample that is not near silence was there (loop's time)."""
        end = int(np.flatnonzero(np.abs(sound.astype(np.int32)) > 300)[-1]) if sound.any() else len(sound)
        self._sound = sound[: end + 1]
        self._silent.clear()
        await self._silent.wait()
        return self._last_loud

    def hush(self) -> None:
        """Play no more of it; whoever waits in ``hear`` goes on."""
        self._sound = self._sound[:1]

    async def recv(self) -> av.AudioFrame:
        """The next 20 ms, when they are there."""
        now = asyncio.get_running_loop().time()
        self._start = self._start or now
        # A frame is there when its last sample is.
        there = self._start + (self._sent + FRAME) / SAMPLE_RATE
        await asyncio.sleep(max(0.0, there - now))
        part, self._sound = self._sound[:FRAME], self._sound[FRAME:]
        if part.size and not self._sound.size:
            self._last_loud = there - (FRAME - len(part)) / SAMPLE_RATE
            self._silent.set()
        pcm = np.concatenate([part, np.zeros(FRAME - len(part), np.int16)])
        frame = av.AudioFrame.from_ndarray(pcm.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE, self._sent, Fraction(1, SAMPLE_RATE)
        self._sent += FRAME
        return frame
