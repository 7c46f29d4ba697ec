"""What the persona says as one run of 20 ms frames, with the mouth's shape to each."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from viewer.engine.mouth import SHUT, MouthShape, between, mouth_shape
from viewer.media.pcm import SAMPLE_RATE, Samples

FRAME_SAMPLES: Final = SAMPLE_RATE // 50
FRAME_SECONDS: Final = FRAME_SAMPLES / SAMPLE_RATE
BEEP_SECONDS: Final = 0.04
_FADE_SAMPLES: Final = SAMPLE_RATE // 100
_FRAMES_A_SECOND: Final = SAMPLE_RATE // FRAME_SAMPLES
_BEEP_FRAMES: Final = round(BEEP_SECONDS / FRAME_SECONDS)
_BEEP_PEAK: Final = 8000


@dataclass(frozen=True, slots=True)
class Cue:
    """Calls ``action`` when the sample at ``position`` of its clip is played."""

    position: int
    action: Callable[[], None]


class Speaker:
    """The persona's sound to come: clips with cues, read frame by frame. Silence when there is none."""

    def __init__(self) -> None:
        self._clips: deque[Samples] = deque()
        self._cues: deque[Cue] = deque()
        self._played = 0
        self._queued = 0

    @property
    def speaking(self) -> bool:
        """Whether sound is left to play."""
        return self._queued > self._played

    def add(self, pcm: Samples, cues: list[Cue]) -> None:
        """Queue mono sound at 48 kHz; the cues' positions are within it, ascending."""
        self._cues.extend(Cue(self._queued + cue.position, cue.action) for cue in cues)
        if pcm.size:
            self._clips.append(pcm)
            self._queued += len(pcm)

    def cut(self) -> None:
        """Forget everything but 10 ms, which fade out so that it does not click. Cues left are dropped."""
        self._cues.clear()
        tail = self._take(_FADE_SAMPLES)
        self._clips.clear()
        faded = (tail * np.linspace(1, 0, len(tail), endpoint=False)).astype(np.int16)
        self._clips.append(faded)
        self._played -= len(faded)
        self._queued = self._played + len(faded)

    def read(self) -> Samples:
        """The next frame of FRAME_SAMPLES samples; acts on the cues in it."""
        pcm = self._take(FRAME_SAMPLES)
        if len(pcm) < FRAME_SAMPLES:
            pcm = np.concatenate([pcm, np.zeros(FRAME_SAMPLES - len(pcm), np.int16)])
        while self._cues and (self._cues[0].position < self._played or not self.speaking):
            self._cues.popleft().action()
        return pcm

    def _take(self, count: int) -> Samples:
        parts: list[Samples] = []
        while count and self._clips:
            clip = self._clips.popleft()
            parts.append(clip[:count])
            if len(clip) > count:
                self._clips.appendleft(clip[count:])
            count -= len(parts[-1])
        pcm = np.concatenate(parts) if parts else np.zeros(0, np.int16)
        self._played += len(pcm)
        return pcm


class BeepingSpeaker:
    """``speaker`` with a beep of 1 kHz at each full second of media time, for :data:`BEEP_SECONDS`."""

    def __init__(self, speaker: Speaker) -> None:
        self._speaker = speaker
        self._number = 0
        times = np.arange(FRAME_SAMPLES * _BEEP_FRAMES) / SAMPLE_RATE
        beep = _BEEP_PEAK * np.sin(2 * np.pi * 1000 * times)
        self._beep = beep.astype(np.int16).reshape(_BEEP_FRAMES, FRAME_SAMPLES)

    def read(self) -> Samples:
        """The next frame of FRAME_SAMPLES samples."""
        pcm = self._speaker.read()
        place = self._number % _FRAMES_A_SECOND
        self._number += 1
        # Instead of the voice: mixed, the two could clip.
        return self._beep[place] if place < _BEEP_FRAMES else pcm


@dataclass(frozen=True, slots=True)
class SoundFrame:
    """20 ms of mono sound at 48 kHz, and the mouth that makes it."""

    pcm: Samples
    mouth: MouthShape


class Soundtrack:
    """A speaker's frames by number, so that sound and picture of one moment come from the same frame.

    Whichever track asks first has the frame read. Frames are kept for a second.
    """

    def __init__(self, speaker: Speaker | BeepingSpeaker) -> None:
        self._speaker = speaker
        self._frames: deque[SoundFrame] = deque(maxlen=50)
        self._next = 0

    def frame(self, number: int) -> SoundFrame:
        """The frame that begins at ``number`` × 20 ms of media time; silence when it is long past."""
        while self._next <= number:
            pcm = self._speaker.read()
            self._frames.append(SoundFrame(pcm, mouth_shape(pcm)))
            self._next += 1
        back = self._next - number
        if back > len(self._frames):
            return SoundFrame(np.zeros(FRAME_SAMPLES, np.int16), SHUT)
        return self._frames[-back]

    def mouth(self, time: float) -> MouthShape:
        """The mouth in a picture shown for 40 ms from ``time`` on."""
        number = round(time / FRAME_SECONDS)
        later = self.frame(number + 1).mouth
        return between(self.frame(number).mouth, later)
