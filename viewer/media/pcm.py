"""Sound between threads: a ring buffer of 16-bit PCM, and its loudness."""

import threading
from typing import Final

import numpy as np
import numpy.typing as npt

SAMPLE_RATE: Final = 48_000

Samples = npt.NDArray[np.int16]


class PcmBuffer:
    """A bounded ring of PCM frames at 48 kHz between one writer's and one reader's thread.

    A reader that finds too little gets silence for the rest and, when ``prefill`` is set, silence until
    that many frames are there again, so that one late packet is one gap and not many. When full, the
    oldest frames are dropped and counted.

    Args:
        channels: samples a frame.
        capacity: frames it holds at most.
        prefill: frames that must be there before reading starts.
    """

    def __init__(self, channels: int, capacity: int, prefill: int = 0) -> None:
        self.channels = channels
        self.dropped = 0
        self.underruns = 0
        self._ring: Samples = np.zeros((capacity, channels), np.int16)
        self._start = 0
        self._filled = 0
        self._prefill = prefill
        self._flowing = prefill == 0
        self._lock = threading.Lock()

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

    def read(self, count: int) -> Samples:
        """The next ``count`` frames, shape (count, channels), ended by silence where frames are missing."""
        frames = np.zeros((count, self.channels), np.int16)
        with self._lock:
            if not self._flowing and self._filled < max(self._prefill, 1):
                return frames
            self._flowing = True
            capacity = len(self._ring)
            available = min(count, self._filled)
            first = min(available, capacity - self._start)
            frames[:first] = self._ring[self._start : self._start + first]
            frames[first:available] = self._ring[: available - first]
            self._start = (self._start + available) % capacity
            self._filled -= available
            if available < count:
                self.underruns += 1
                self._flowing = self._prefill == 0
        return frames

    def clear(self) -> None:
        """Forget everything; reading waits for the prefill again."""
        with self._lock:
            self._filled = 0
            self._flowing = self._prefill == 0


def rms(frames: Samples) -> float:
    """Root mean square of ``frames``, 0 to 1; 0 for none."""
    if frames.size == 0:
        return 0.0
    return float(np.sqrt(np.mean(np.square(frames, dtype=np.float64)))) / 32768
