"""The persona's voice and face as media tracks, paced by one clock."""

import asyncio
from fractions import Fraction
from typing import Final

from aiortc.mediastreams import MediaStreamError, MediaStreamTrack
from av import AudioFrame, VideoFrame

from viewer.engine.clock import MAX_LATENESS, MediaClock
from viewer.engine.scene import Scene
from viewer.engine.soundtrack import FRAME_SAMPLES, FRAME_SECONDS, Soundtrack
from viewer.media.pcm import SAMPLE_RATE

FRAME_RATE: Final = 25
_VIDEO_CLOCK_RATE: Final = 90_000


class VoiceTrack(MediaStreamTrack):
    """Mono sound in frames of 20 ms at 48 kHz. A short stall is made up for; a long one holds the clock."""

    kind = "audio"

    def __init__(self, clock: MediaClock, soundtrack: Soundtrack) -> None:
        super().__init__()
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
        frame = AudioFrame.from_ndarray(pcm.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate = SAMPLE_RATE
        frame.pts = number * FRAME_SAMPLES
        frame.time_base = Fraction(1, SAMPLE_RATE)
        return frame


class PictureTrack(MediaStreamTrack):
    """Pictures of 720×480, 25 a second; those that would come late are left out.

    ``scene`` is asked on the event loop for the picture of a media time, in seconds, and answers with what
    draws it on a thread. The sender's encoder exists when ``second_frame_asked`` is set.
    """

    kind = "video"

    def __init__(self, clock: MediaClock, scene: Scene) -> None:
        super().__init__()
        self._clock = clock
        self._scene = scene
        self._next = 0
        self.sent = 0
        self.skipped = 0
        self.second_frame_asked = asyncio.Event()

    async def recv(self) -> VideoFrame:
        """The next picture, when it is due."""
        if self.readyState != "live":
            raise MediaStreamError
        if self.sent:
            self.second_frame_asked.set()
        await self._clock.wait_until(self._next / FRAME_RATE)
        number = max(self._next, int(self._clock.now() * FRAME_RATE))
        self.skipped += number - self._next
        self._next = number + 1
        # Painting lets other threads run in between; on the loop it would delay every session's sound.
        frame = await asyncio.to_thread(self._scene(number / FRAME_RATE))
        frame.pts = number * _VIDEO_CLOCK_RATE // FRAME_RATE
        frame.time_base = Fraction(1, _VIDEO_CLOCK_RATE)
        self.sent += 1
        return frame
