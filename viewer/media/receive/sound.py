"""Decoded sound on its way to the loudspeaker. Nothing waits for a reader: the oldest sound goes."""

import math
import time
from typing import Final

import av
import numpy as np

from viewer.media.pcm import SAMPLE_RATE, Samples, SoundSink
from viewer.media.receive.concealment import Concealer
from viewer.media.receive.convert import SoundConverter
from viewer.media.receive.mouth import Mouth

# A loudspeaker reads 20 ms of sound at a time, 20 ms before they are heard; the rest is for the decoder.
_READ_AHEAD: Final = 0.045


class ReceivedSound:
    """Decoded sound into the loudspeaker's buffer, its gaps concealed, measured on the way."""

    def __init__(self, speaker: SoundSink, mouth: Mouth | None = None) -> None:
        self.frames = 0
        self._speaker = speaker
        self._mouth = mouth
        self._convert = SoundConverter().convert
        self._concealer = Concealer()
        self._energy = 0.0
        self._samples = 0
        self._written = 0
        self._end: int | None = None

    @property
    def rms(self) -> float:
        """Root mean square of all sound so far, 0 to 1."""
        return rms_of(self.energy, self.samples)

    @property
    def samples(self) -> int:
        """Samples of each channel so far."""
        return self._samples // 2

    @property
    def energy(self) -> float:
        """W3C ``totalAudioEnergy``: seconds of sound, times its level from 0 to 1 squared."""
        return self._energy / (2 * SAMPLE_RATE * 32768**2)

    @property
    def concealed(self) -> int:
        """Samples of each channel that were made up."""
        return self._concealer.concealed

    def add(self, frame: av.AudioFrame) -> None:
        """A frame was decoded."""
        sound = self._concealed(frame)
        self.frames += 1
        samples = sound.ravel().astype(np.float64)
        energy = float(samples @ samples)
        self._samples += sound.size
        self._energy += energy
        self._write(sound, frame)
        if self._mouth and not self._mouth.is_found and sound.size:
            self._tell(self._mouth, math.sqrt(energy / sound.size) / 32768)

    def heard(self, now: float) -> float | None:
        """The RTP timestamp, unwrapped, that is heard at ``now``; None while nothing is."""
        heard = self._speaker.heard(now)
        return None if heard is None or self._end is None else self._end - (self._written - heard)

    def due_in(self, now: float) -> float:
        """In how many seconds what came last is heard, at ``now``; 0 while nothing is played."""
        heard = self._speaker.heard(now)
        return 0.0 if heard is None else max(0.0, (self._written - heard) / SAMPLE_RATE)

    def room(self, now: float) -> float:
        """How many seconds after ``now`` sound may come at the latest, so that nothing is missing."""
        return max(0.0, self.due_in(now) - _READ_AHEAD)

    def _tell(self, mouth: Mouth, level: float) -> None:
        now = time.monotonic()
        if self._speaker.heard(now) is not None:
            mouth.hear(level, now + self.due_in(now))

    def _write(self, sound: Samples, frame: av.AudioFrame) -> None:
        self._speaker.write(sound)
        self._written += len(sound)
        if frame.sample_rate != SAMPLE_RATE or frame.pts is None:
            self._end = None
        elif len(sound):
            self._end = frame.pts + frame.samples

    def _concealed(self, frame: av.AudioFrame) -> Samples:
        sound = self._convert(frame)
        if frame.sample_rate != SAMPLE_RATE or frame.pts is None:
            return sound  # resampled, it is not on the grid of its timestamps
        return self._concealer.fill(sound, frame.pts)


def rms_of(energy: float, samples: int) -> float:
    """Root mean square, 0 to 1, of so many samples of each channel with that W3C ``totalAudioEnergy``."""
    return math.sqrt(energy * SAMPLE_RATE / samples) if samples else 0.0
