"""Sound between threads: a ring buffer of 16-bit PCM, and its loudness."""

import math
import threading
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

SAMPLE_RATE: Final = 48_000

AUDIBLE: Final = 10 ** (-55 / 20)
"""The RMS from which on sound counts as such."""

Samples = npt.NDArray[np.int16]


class SoundSink(Protocol):
    """Where received sound goes. Called on the media thread; neither method waits."""

    def write(self, frames: Samples) -> None:
        """Append ``frames``, shape (n, 2)."""

    def clear(self) -> None:
        """Forget everything."""

    def heard(self, now: float) -> float | None:
        """How many of the frames written since the last :meth:`clear` have been heard at ``now``, on the
        monotonic clock; None while nothing is played.
        """

    def follow(self, late: float) -> None:
        """Pictures come ``late`` seconds after their sound: play it later by as much, in time."""


class SoundSource(Protocol):
    """Where a loudspeaker's sound comes from. Called on the device's thread; does not wait."""

    def read(self, count: int) -> Samples:
        """The next ``count`` frames, shape (count, 2)."""

    def restart(self) -> None:
        """A loudspeaker begins to read: what piled up unheard is left out. Called on any thread."""


class PcmBuffer:
    """A bounded ring of PCM frames at 48 kHz between one writer's and one reader's thread.

    A reader that finds too little gets silence for the rest. When full, the oldest frames are dropped and
    counted.

    Args:
        channels: samples a frame.
        capacity: frames it holds at most.
    """

    def __init__(self, channels: int, capacity: int) -> None:
        self.channels = channels
        self.dropped = 0
        self.underruns = 0
        self._ring: Samples = np.zeros((capacity, channels), np.int16)
        self._start = 0
        self._filled = 0
        self._woken = False
        self._lock = threading.Condition()

    def __len__(self) -> int:
        """Frames that can be read."""
        return self._filled

    def write(self, frames: Samples) -> None:
        """Append ``frames``, shape (n, channels). Never waits."""
        capacity = len(self._ring)
        with self._lock:
            frames = frames[-capacity:]
            overflow = max(0, self._filled + len(frames) - capacity)
            self._start = (self._start + overflow) % capacity
            self._filled -= overflow
            self.dropped += overflow
            end = (self._start + self._filled) % capacity
            first = min(len(frames), capacity - end)
            self._ring[end : end + first] = frames[:first]
            self._ring[: len(frames) - first] = frames[first:]
            self._filled += len(frames)
            self._lock.notify()

    def wait(self, count: int, seconds: float) -> bool:
        """Wait for ``count`` frames, ``seconds`` at most or until woken; whether they are there."""
        with self._lock:
            self._lock.wait_for(lambda: self._filled >= count or self._woken, seconds)
            self._woken = False
            return self._filled >= count

    def wake(self) -> None:
        """End the present wait, or else the next one, though the frames are not there. Any thread."""
        with self._lock:
            self._woken = True
            self._lock.notify()

    def read(self, count: int) -> Samples:
        """The next ``count`` frames, shape (count, channels), ended by silence where frames are missing."""
        frames = np.zeros((count, self.channels), np.int16)
        with self._lock:
            capacity = len(self._ring)
            available = min(count, self._filled)
            first = min(available, capacity - self._start)
            frames[:first] = self._ring[self._start : self._start + first]
            frames[first:available] = self._ring[: available - first]
            self._start = (self._start + available) % capacity
            self._filled -= available
            if available < count:
                self.underruns += 1
        return frames

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._filled = 0

    def heard(self, _now: float) -> None:
        """Whoever reads does not say when it is heard."""
        return

    def follow(self, _late: float) -> None:
        """Whoever reads decides when."""


def dbfs(frames: Samples) -> float:
    """Loudness of ``frames``: 0 is a full-scale square wave, -120 silence and whatever is quieter."""
    return 20 * math.log10(max(rms(frames), 1e-6))


def rms(frames: Samples) -> float:
    """Root mean square of ``frames``, 0 to 1; 0 for none."""
    if frames.size == 0:
        return 0.0
    samples = frames.ravel().astype(np.float64)
    return math.sqrt(float(samples @ samples) / samples.size) / 32768
