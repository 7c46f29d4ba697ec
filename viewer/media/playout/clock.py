"""What is being heard right now, from when a loudspeaker asked for it."""

from typing import Final

from viewer.media.pcm import SAMPLE_RATE

_SMOOTHING: Final = 0.05
_JUMP: Final = 0.06
_STALE: Final = 0.5


class PlayoutClock:
    """Follows a device that reads a little at a time, and never just on time. Not thread-safe."""

    def __init__(self) -> None:
        self._offset: float | None = None
        self._last = 0.0

    def read(self, position: int, count: int, now: float) -> None:
        """The device took ``count`` frames from ``position`` at ``now``.

        They are heard when those before them have been played, which it took as many of.
        """
        offset = position / SAMPLE_RATE - now - count / SAMPLE_RATE
        if self._offset is None or abs(offset - self._offset) > _JUMP:
            self._offset = offset
        else:
            self._offset += _SMOOTHING * (offset - self._offset)
        self._last = now

    def stop(self) -> None:
        """It gets silence from now on."""
        self._offset = None

    def heard(self, now: float) -> float | None:
        """The position that is heard at ``now``; None while nothing is played."""
        if self._offset is None or now - self._last > _STALE:
            return None
        return (now + self._offset) * SAMPLE_RATE
