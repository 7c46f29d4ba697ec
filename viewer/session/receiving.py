"""The two receive loops. They never wait for a reader: the newest picture wins, the oldest sound goes."""

import logging
import time
from collections import deque
from collections.abc import Callable
from typing import Final

import av
import numpy as np
from aiortc.mediastreams import MediaStreamError, MediaStreamTrack

from viewer.media.concealment import Concealer
from viewer.media.convert import PictureConverter, SoundConverter
from viewer.media.pcm import SAMPLE_RATE, Samples, SoundSink
from viewer.media.picture import PictureSlot

_log = logging.getLogger(__name__)

RECENT_SECONDS: Final = 10.0


class VideoReceiver:
    """Decoded frames into the picture slot, counted on the way."""

    def __init__(self, pictures: PictureSlot, on_first: Callable[[], None]) -> None:
        self.width = 0
        self.height = 0
        self.frames = 0
        self._pictures = pictures
        self._on_first = on_first
        self._convert = PictureConverter().convert
        self._first = 0.0
        self._last = 0.0
        self._recent: deque[float] = deque()

    @property
    def mean_fps(self) -> float:
        """Frames a second from the first frame to the last."""
        return (self.frames - 1) / (self._last - self._first) if self._last > self._first else 0.0

    def recent(self) -> tuple[float, float]:
        """Frames a second and the longest gap in milliseconds, over the last :data:`RECENT_SECONDS`."""
        now = time.monotonic()
        while self._recent and self._recent[0] < now - RECENT_SECONDS:
            self._recent.popleft()
        if len(self._recent) < 2:
            return 0.0, (now - self._last) * 1000 if self.frames else 0.0
        times = np.array(self._recent)
        gaps = np.diff(np.append(times, now))
        return (len(times) - 1) / float(times[-1] - times[0]), float(gaps.max()) * 1000

    async def run(self, track: MediaStreamTrack) -> None:
        """Receive until the track ends."""
        try:
            while True:
                frame = await track.recv()
                assert isinstance(frame, av.VideoFrame)
                self._received(frame)
        except MediaStreamError:
            _log.info("video track ended after %d frames", self.frames)

    def _received(self, frame: av.VideoFrame) -> None:
        self._last = time.monotonic()
        self._recent.append(self._last)
        if len(self._recent) > RECENT_SECONDS * 120:
            self._recent.popleft()
        picture = self._convert(frame)
        self.width, self.height = picture.width, picture.height
        self.frames += 1
        self._pictures.put(picture)
        if self.frames == 1:
            self._first = self._last
            self._on_first()


class AudioReceiver:
    """Decoded sound into the loudspeaker's buffer, its gaps concealed, measured on the way."""

    def __init__(self, speaker: SoundSink) -> None:
        self.frames = 0
        self._speaker = speaker
        self._convert = SoundConverter().convert
        self._concealer = Concealer()
        self._energy = 0.0
        self._samples = 0

    @property
    def rms(self) -> float:
        """Root mean square of all sound so far, 0 to 1."""
        return float(np.sqrt(self._energy / self._samples)) / 32768 if self._samples else 0.0

    async def run(self, track: MediaStreamTrack) -> None:
        """Receive until the track ends."""
        try:
            while True:
                frame = await track.recv()
                assert isinstance(frame, av.AudioFrame)
                sound = self._concealed(frame)
                self.frames += 1
                self._samples += sound.size
                self._energy += float(np.square(sound, dtype=np.float64).sum())
                self._speaker.write(sound)
        except MediaStreamError:
            _log.info("audio track ended after %d frames", self.frames)

    def _concealed(self, frame: av.AudioFrame) -> Samples:
        sound = self._convert(frame)
        if frame.sample_rate != SAMPLE_RATE or frame.pts is None:
            return sound  # resampled, it is not on the grid of its timestamps
        return self._concealer.fill(sound, frame.pts)
