"""What the persona says as one run of 20 ms frames, with the mouth's shape to each."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from viewer.engine.voice.mouth import SHUT, MouthShape, between, mouth_shape
from viewer.engine.voice.viseme import MouthTrack
from viewer.media.pcm import SAMPLE_RATE, Samples

FRAME_SAMPLES: Final = SAMPLE_RATE // 50
FRAME_SECONDS: Final = FRAME_SAMPLES / SAMPLE_RATE
BEEP_SECONDS: Final = 0.04
_FADE_SAMPLES: Final = SAMPLE_RATE // 100
_FRAMES_A_SECOND: Final = SAMPLE_RATE // FRAME_SAMPLES
_BEEP_FRAMES: Final = round(BEEP_SECONDS / FRAME_SECONDS)
_BEEP_PEAK: Final = 8000
# Towards the mouth of a frame's loudness it goes so far; it opens faster than it falls shut.
_OPENING: Final = 0.7
_CLOSING: Final = 0.5


@dataclass(frozen=True, slots=True)
class Cue:
    """Calls ``action`` when the sample at ``position`` of its clip is played."""

    position: int
    action: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Clip:
    """Mono sound at 48 kHz that begins at sample ``position`` of ``mouths``; None: nobody knows the mouth."""

    pcm: Samples
    mouths: MouthTrack | None = None
    position: int = 0

    def split(self, count: int) -> "tuple[Clip, Clip]":
        """The first ``count`` samples, and the rest."""
        rest = Clip(self.pcm[count:], self.mouths, self.position + count)
        return Clip(self.pcm[:count], self.mouths, self.position), rest


class Speaker:
    """The persona's sound to come: clips with cues, read frame by frame. Silence when there is none."""

    def __init__(self) -> None:
        self._clips: deque[Clip] = deque()
        self._cues: deque[Cue] = deque()
        self._played = 0
        self._queued = 0

    @property
    def speaking(self) -> bool:
        """Whether sound is left to play."""
        return self._queued > self._played

    def add(self, pcm: Samples, cues: list[Cue], mouths: MouthTrack | None = None) -> None:
        """Queue mono sound at 48 kHz; the cues' positions are within it, ascending, and so is the mouth."""
        self._cues.extend(Cue(self._queued + cue.position, cue.action) for cue in cues)
        if pcm.size:
            self._clips.append(Clip(pcm, mouths))
            self._queued += len(pcm)

    def cut(self) -> None:
        """Forget everything but 10 ms, which fade out so that it does not click. Cues left are dropped."""
        self._cues.clear()
        tail = self._take(_FADE_SAMPLES)
        self._clips.clear()
        fade = np.linspace(1, 0, sum(len(clip.pcm) for clip in tail), endpoint=False)
        place = 0
        for clip in tail:
            faded = (clip.pcm * fade[place : place + len(clip.pcm)]).astype(np.int16)
            self._clips.append(Clip(faded, clip.mouths, clip.position))
            place += len(faded)
        self._played -= place
        self._queued = self._played + place

    def read(self) -> tuple[Samples, MouthShape | None]:
        """The next FRAME_SAMPLES samples and their mouth, None where that is unknown; acts on their cues."""
        clips = self._take(FRAME_SAMPLES)
        mouth = _mouth_of(clips)
        pcm = np.concatenate([clip.pcm for clip in clips]) if clips else np.zeros(0, np.int16)
        if len(pcm) < FRAME_SAMPLES:
            pcm = np.concatenate([pcm, np.zeros(FRAME_SAMPLES - len(pcm), np.int16)])
        while self._cues and (self._cues[0].position < self._played or not self.speaking):
            self._cues.popleft().action()
        return pcm, mouth

    def _take(self, count: int) -> list[Clip]:
        parts: list[Clip] = []
        while count and self._clips:
            first, rest = self._clips.popleft().split(count)
            parts.append(first)
            if rest.pcm.size:
                self._clips.appendleft(rest)
            count -= len(first.pcm)
            self._played += len(first.pcm)
        return parts


def _mouth_of(clips: list[Clip]) -> MouthShape | None:
    """The mouth in the middle of a frame that is made of ``clips``."""
    middle = FRAME_SAMPLES // 2
    for clip in clips:
        if middle < len(clip.pcm):
            return clip.mouths.at(clip.position + middle) if clip.mouths else None
        middle -= len(clip.pcm)
    return None


class BeepingSpeaker:
    """``speaker`` with a beep of 1 kHz at each full second of media time, for :data:`BEEP_SECONDS`."""

    def __init__(self, speaker: Speaker) -> None:
        self._speaker = speaker
        self._number = 0
        times = np.arange(FRAME_SAMPLES * _BEEP_FRAMES) / SAMPLE_RATE
        beep = _BEEP_PEAK * np.sin(2 * np.pi * 1000 * times)
        self._beep = beep.astype(np.int16).reshape(_BEEP_FRAMES, FRAME_SAMPLES)

    def read(self) -> tuple[Samples, MouthShape | None]:
        """The next FRAME_SAMPLES samples and their mouth."""
        frame = self._speaker.read()
        place = self._number % _FRAMES_A_SECOND
        self._number += 1
        # Instead of the voice: mixed, the two could clip.
        return (self._beep[place], None) if place < _BEEP_FRAMES else frame


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
        self._mouth = SHUT

    def frame(self, number: int) -> SoundFrame:
        """The frame that begins at ``number`` × 20 ms of media time; silence when it is long past."""
        while self._next <= number:
            pcm, mouth = self._speaker.read()
            self._mouth = mouth or self._followed(pcm)
            self._frames.append(SoundFrame(pcm, self._mouth))
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

    def _followed(self, pcm: Samples) -> MouthShape:
        shape = mouth_shape(pcm)
        return between(self._mouth, shape, _OPENING if shape.openness > self._mouth.openness else _CLOSING)
