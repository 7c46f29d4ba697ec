"""What the loudspeaker plays: sound at a volume, and a copy of it for whoever takes its echo away."""

import math
import time
from collections.abc import Callable
from typing import Final

import numpy as np
import numpy.typing as npt

from viewer.media.pcm import AUDIBLE, SAMPLE_RATE, PcmBuffer, Samples, SoundSource, rms
from viewer.media.stall_detector import StallDetector

# From one end of the scale to the other the volume takes 10 ms, so that it never clicks.
_STEP: Final = 100 / SAMPLE_RATE
# Sound that was just read leaves the loudspeaker up to 150 ms later, and a room rings on for 200 ms.
_ECHO_SECONDS: Final = 0.35
_REFERENCE_CAPACITY: Final = SAMPLE_RATE
# What is played over the source is no longer.
_OVER_CAPACITY: Final = 5 * SAMPLE_RATE
# A device that has not read for so long is closed.
_DEVICE_SECONDS: Final = 0.3


class Loudspeaker:
    """Stands between ``source`` and the device, whose thread calls :meth:`read`.

    Args:
        volume: 0 to 100.
        clock: monotonic seconds.
    """

    def __init__(
        self, source: SoundSource, volume: int = 100, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._volume = volume
        self.reference = PcmBuffer(1, _REFERENCE_CAPACITY)
        """The very samples that were played, mixed to mono, for one reader."""
        self._source = source
        self._over = PcmBuffer(2, _OVER_CAPACITY)
        self._clock = clock
        self._gain = volume / 100
        self._stalls = StallDetector()
        self._audible_until = self._last_read = -math.inf

    def echoed(self, seconds_ago: float = 0.0) -> bool:
        """Whether the room may have been filled with what was played, ``seconds_ago`` or since."""
        return self._clock() - seconds_ago < self._audible_until

    @property
    def plays(self) -> bool:
        """Whether a device reads."""
        return self._clock() - self._last_read < _DEVICE_SECONDS

    @property
    def moves(self) -> int:
        """How many times the device lost time, and the way from here to the ear became another."""
        return self._stalls.losses

    @property
    def may_have_moved(self) -> bool:
        """Whether the device was so late that it may have; then :attr:`moves` tells before this is over."""
        return self._stalls.is_doubtful

    def set_volume(self, volume: int) -> None:
        """Play at ``volume``, 0 to 100, from now on. Callable from any thread."""
        self._volume = volume

    def play_over(self, sound: Samples) -> None:
        """Play ``sound``, shape (n, 2), 5 s at most, beside what the source has. Callable from any thread."""
        self._over.clear()
        self._over.write(sound)

    @property
    def plays_over(self) -> bool:
        """Whether something of that is yet to be played."""
        return len(self._over) > 0

    def read(self, count: int) -> Samples:
        """The next ``count`` frames, shape (count, 2). Never waits."""
        self._last_read = self._clock()
        self._stalls.moved(count, self._last_read)
        frames = self._source.read(count)
        if len(self._over):
            both = np.add(frames, self._over.read(count), dtype=np.int32)
            frames = np.clip(both, -32768, 32767).astype(np.int16)
        frames = self._at_volume(frames)
        mono = (np.add(frames[:, :1], frames[:, 1:], dtype=np.int32) >> 1).astype(np.int16)
        self.reference.write(mono)
        if rms(mono) > AUDIBLE:
            self._audible_until = self._last_read + _ECHO_SECONDS
        return frames

    def restart(self) -> None:
        """A device begins to read."""
        self._source.restart()

    def _at_volume(self, frames: Samples) -> Samples:
        wanted = self._volume / 100
        if self._gain == wanted == 1:
            return frames
        gains = _ramp(self._gain, wanted, len(frames))
        self._gain = float(gains[-1]) if len(gains) else self._gain
        return np.rint(frames * gains[:, None]).astype(np.int16)


def _ramp(start: float, end: float, count: int) -> npt.NDArray[np.float64]:
    """``count`` gains on the way from ``start`` to ``end``."""
    steps = np.arange(1, count + 1) * _STEP
    gains = np.minimum(start + steps, end) if end > start else np.maximum(start - steps, end)
    return np.asarray(gains, np.float64)
