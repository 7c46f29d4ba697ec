"""The loudspeaker's jitter buffer: adapts its depth, follows the device's clock, never clicks."""

import threading
import time
from collections import deque
from typing import Final

import numpy as np

from viewer.media.pcm import SAMPLE_RATE, Samples
from viewer.media.playout.clock import PlayoutClock
from viewer.media.playout.stretch import Stretch

# With 20, a device that reads 20 ms at a time ran dry on a busy computer more often than one of 30 ms did.
MIN_RESERVE: Final = SAMPLE_RATE * 30 // 1000
MAX_RESERVE: Final = SAMPLE_RATE * 200 // 1000

_FADE: Final = SAMPLE_RATE * 5 // 1000
# What lies over the reserve is played this much faster at most, and so much lies there when it is.
_GENTLE: Final = 0.005
_BRISK: Final = 0.04
_MUCH: Final = SAMPLE_RATE * 100 // 1000
_TOLERANCE: Final = SAMPLE_RATE * 5 // 1000
# Of 20 ms each: 1.5 s are watched, and half of a reserve is given up in just under two minutes.
_WATCHED_READS: Final = 75
_GROWTH: Final = 1.5
_SHRINK: Final = 0.99987


class PlayoutBuffer:
    """Stereo PCM at 48 kHz from the media thread's ``write`` to the device thread's ``read``.

    The reserve is what is left after a read at worst: the sound that may come late without a gap. It
    grows with every gap up to 200 ms and shrinks slowly to 30 ms, or to what late pictures need. More than
    the reserve is played a little faster and less a little slower, which also follows a device whose clock
    is off.
    """

    def __init__(self) -> None:
        self.underruns = 0
        self._lock = threading.Lock()
        self._stretch = Stretch(channels=2)
        self._for_gaps = self._for_pictures = float(MIN_RESERVE)
        self._left: deque[float] = deque(maxlen=_WATCHED_READS)
        self._flowing = False
        self._written = 0
        self._clock = PlayoutClock()

    @property
    def reserve(self) -> float:
        """Frames that are to be left after a read."""
        return max(self._for_gaps, self._for_pictures)

    def __len__(self) -> int:
        """Frames that wait."""
        return len(self._stretch)

    def write(self, frames: Samples) -> None:
        """Append ``frames``, shape (n, 2). Never waits; over a second of sound the oldest is dropped."""
        with self._lock:
            self._written += len(frames)
            self._stretch.write(frames)
            self._stretch.drop_to(SAMPLE_RATE)

    def read(self, count: int) -> Samples:
        """The next ``count`` frames, shape (count, 2): sound, or silence while there is too little."""
        with self._lock:
            if not self._flowing:
                if len(self._stretch) < count + self.reserve:
                    return np.zeros((count, 2), np.int16)
                return self._begin(count)
            speed = self._speed()
            if len(self._stretch) < count * speed + 2:
                return self._run_dry(count)
            self._clock.read(self._written - len(self._stretch), count, time.monotonic())
            frames = self._stretch.read(count, speed)
            self._left.append(len(self._stretch))
            self._for_gaps = max(MIN_RESERVE, self._for_gaps * _SHRINK)
            return frames

    def clear(self) -> None:
        """Forget everything; reading waits for the reserve again."""
        with self._lock:
            self._stretch.drop_to(0)
            self._flowing = False
            self._written = 0
            self._for_pictures = float(MIN_RESERVE)
            self._clock.stop()
            self._left.clear()

    def restart(self) -> None:
        """A device begins to read; of what piled up only the newest is played."""
        with self._lock:
            self._flowing = False
            self._clock.stop()

    def heard(self, now: float) -> float | None:
        """How many of the frames written since the last :meth:`clear` have been heard at ``now``, on the
        monotonic clock; None while there is silence.
        """
        with self._lock:
            return self._clock.heard(now)

    def follow(self, late: float) -> None:
        """Pictures come ``late`` seconds after their sound: keep so much more of it waiting."""
        with self._lock:
            if self._left:
                wanted = min(self._left) + late * SAMPLE_RATE
                self._for_pictures = float(np.clip(wanted, MIN_RESERVE, MAX_RESERVE))

    def _begin(self, count: int) -> Samples:
        self._flowing = True
        self._left.clear()
        # A device that opens late finds what nobody heard; only the newest of it is in step with the picture.
        self._stretch.drop_to(count + round(self.reserve))
        self._clock.read(self._written - len(self._stretch), count, time.monotonic())
        frames = self._stretch.read(count, 1)
        return _faded(frames, np.linspace(0, 1, min(_FADE, count)), at_start=True)

    def _run_dry(self, count: int) -> Samples:
        """Play what is there, fade it out, and ask for a larger reserve before going on."""
        self.underruns += 1
        self._flowing = False
        self._clock.stop()
        self._for_gaps = min(MAX_RESERVE, self.reserve * _GROWTH)
        rest = self._stretch.read(max(0, len(self._stretch) - 1), 1)
        rest = _faded(rest, np.linspace(1, 0, min(_FADE, len(rest))), at_start=False)
        return np.concatenate([rest, np.zeros((count - len(rest), 2), np.int16)])

    def _speed(self) -> float:
        """Frames taken for each frame played."""
        if len(self._left) < _WATCHED_READS:
            return 1.0
        # Packets come in lumps of 20 ms, and a clock that is off moves a whole one at once: what is aimed
        # at lies over the reserve, never under it.
        surplus = min(self._left) - self.reserve - 2 * _TOLERANCE
        if abs(surplus) <= _TOLERANCE:
            return 1.0
        limit = _BRISK if surplus > _MUCH else _GENTLE
        return 1 + float(np.clip(surplus / SAMPLE_RATE / 4, -_GENTLE, limit))


def _faded(
    frames: Samples, ramp: "np.ndarray[tuple[int], np.dtype[np.float64]]", *, at_start: bool
) -> Samples:
    faded = frames.copy()
    part = slice(0, len(ramp)) if at_start else slice(len(frames) - len(ramp), None)
    faded[part] = (frames[part] * ramp[:, None]).astype(np.int16)
    return faded
