"""The persona's voice and face as media tracks, paced by one clock."""

import asyncio
import time
from collections.abc import Callable
from fractions import Fraction
from typing import Final

import numpy as np
from aiortc.mediastreams import MediaStreamError, MediaStreamTrack
from av import AudioFrame, VideoFrame

from viewer.engine.face.scene import Scene
from viewer.engine.service.clock import MAX_LATENESS, MediaClock
from viewer.engine.voice.soundtrack import FRAME_SAMPLES, FRAME_SECONDS, Soundtrack
from viewer.media.pcm import SAMPLE_RATE

FRAME_RATE: Final = 25
_VIDEO_CLOCK_RATE: Final = 90_000


class VoiceTrack(MediaStreamTrack):
    """Sound in frames of 20 ms at 48 kHz, the same on both channels. A short stall is made up for; a long one
    holds the clock.

    ``silent`` leaves the frames and takes the sound.
    """

    kind = "audio"

    def __init__(self, clock: MediaClock, soundtrack: Soundtrack, *, silent: bool = False) -> None:
        super().__init__()
        self._silent = silent
        self._clock = clock
        self._soundtrack = soundtrack
        self._next = 0

    async def recv(self) -> AudioFrame:
        """The next frame, when it is due."""
        if self.readyState != "live":
            raise MediaStreamError
        number, self._next = self._next, self._next + 1
        late = await self._clock.wait_until(number * FRAME_SECONDS)
        if late > MAX_LATENESS:
            self._clock.hold(late)
        pcm = self._soundtrack.frame(number).pcm
        pcm = np.zeros_like(pcm) if self._silent else pcm
        # Of one channel aiortc's encoder makes two that are 3 dB quieter.
        both = np.repeat(pcm, 2).reshape(1, -1)
        frame = AudioFrame.from_ndarray(both, format="s16", layout="stereo")
        frame.sample_rate = SAMPLE_RATE
        frame.pts = number * FRAME_SAMPLES
        frame.time_base = Fraction(1, SAMPLE_RATE)
        return frame


class PictureTrack(MediaStreamTrack):
    """Pictures, 25 a second; those that would come late are left out. None comes at ``ends_at`` or later.

    ``scene`` is asked on the event loop for the picture of a media time, in seconds, and answers with what
    draws it on a thread. The sender's encoder exists when ``second_frame_asked`` is set.
    """

    kind = "video"

    def __init__(self, clock: MediaClock, scene: Scene, *, ends_at: float | None = None) -> None:
        super().__init__()
        self._ends_at = ends_at
        self._clock = clock
        self._scene = scene
        self._next = 0
        self.sent = 0
        self.skipped = 0
        self.drawing_seconds = 0.0
        """CPU time that drawing took."""
        self._lateness: list[float] = []
        self.size: tuple[int, int] | None = None
        self.second_frame_asked = asyncio.Event()

    def take_lateness(self) -> list[float]:
        """By how many seconds each picture was late that has left since this was last asked."""
        lateness, self._lateness = self._lateness, []
        return lateness

    async def recv(self) -> VideoFrame:
        """The next picture, when it is due."""
        if self.readyState != "live":
            raise MediaStreamError
        if self.sent:
            self.second_frame_asked.set()
        if self._ends_at is not None and self._next >= self._ends_at * FRAME_RATE:
            await asyncio.Event().wait()  # until the sender is stopped
        await self._clock.wait_until(self._next / FRAME_RATE)
        number = max(self._next, int(self._clock.now() * FRAME_RATE))
        self.skipped += number - self._next
        # Before the client was there nothing was late.
        due = self._next if self.sent else number
        self._next = number + 1
        # Painting lets other threads run in between; on the loop it would delay every session's sound.
        frame = await asyncio.to_thread(self._draw, self._scene(number / FRAME_RATE))
        frame.pts = number * _VIDEO_CLOCK_RATE // FRAME_RATE
        frame.time_base = Fraction(1, _VIDEO_CLOCK_RATE)
        self.sent += 1
        self._lateness.append(self._clock.now() - due / FRAME_RATE)
        self.size = (frame.width, frame.height)
        return frame

    def _draw(self, drawing: Callable[[], VideoFrame]) -> VideoFrame:
        began = time.thread_time()
        frame = drawing()
        self.drawing_seconds += time.thread_time() - began
        return frame
