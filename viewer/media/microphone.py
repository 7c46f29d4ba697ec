"""The microphone as a track that never ends."""

import asyncio
import time
from fractions import Fraction
from typing import Final

import av
from aiortc.mediastreams import MediaStreamError, MediaStreamTrack

from viewer.media.pcm import SAMPLE_RATE, PcmBuffer

FRAME_SAMPLES: Final = SAMPLE_RATE // 50


class MicrophoneTrack(MediaStreamTrack):
    """20 ms frames out of ``source``, mono at 48 kHz, and silence while it is empty.

    A sender whose track raises is dead for good in aiortc 1.16.0 (its ``_run_rtp`` returns), so this one
    outlives any device: unplugging is silence.
    """

    kind = "audio"

    def __init__(self, source: PcmBuffer) -> None:
        super().__init__()
        self._source = source
        self._started: float | None = None
        self._samples = 0

    async def recv(self) -> av.AudioFrame:
        """The next frame, when its time has come."""
        if self.readyState != "live":
            raise MediaStreamError
        now = time.monotonic()
        if self._started is None:
            self._started = now
            self._source.clear()
        due = self._started + self._samples / SAMPLE_RATE
        if due > now:
            await asyncio.sleep(due - now)
        elif now - due > 1:
            # The computer slept: go on from here instead of sending the lost time in a burst.
            self._started += now - due
        frame = av.AudioFrame.from_ndarray(
            self._source.read(FRAME_SAMPLES).reshape(1, -1), format="s16", layout="mono"
        )
        frame.sample_rate = SAMPLE_RATE
        frame.pts = self._samples
        frame.time_base = Fraction(1, SAMPLE_RATE)
        self._samples += FRAME_SAMPLES
        return frame
