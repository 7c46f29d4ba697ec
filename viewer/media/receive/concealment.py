"""Fills what lost packets leave out of the sound."""

from typing import Final

import numpy as np

from viewer.media.pcm import SAMPLE_RATE, Samples

# So long an echo of the last sound passes for speech; then it has faded into silence.
CONCEALED: Final = SAMPLE_RATE * 60 // 1000
# A longer gap is another stream, a sender that slept, or silence that was not sent.
LONGEST_GAP: Final = SAMPLE_RATE

_JOIN: Final = SAMPLE_RATE * 2 // 1000


class Concealer:
    """Turns frames with gaps between them into sound without."""

    def __init__(self) -> None:
        self.concealed = 0
        """Frames (of all channels) that were made up."""
        self._next: int | None = None
        self._last: Samples | None = None

    def fill(self, frames: Samples, position: int) -> Samples:
        """``frames``, shape (n, channels), after what fills the gap before them; empty when they are late.

        Args:
            position: where they belong in the stream, in frames.
        """
        gap = 0 if self._next is None else position - self._next
        if -LONGEST_GAP < gap < 0:
            return frames[:0]
        last, self._last, self._next = self._last, frames, position + len(frames)
        if last is None or not 0 < gap <= LONGEST_GAP:
            return frames
        self.concealed += gap
        return np.concatenate([_echo(last, gap), _joined(last, gap, frames)])


def _echo(last: Samples, length: int) -> Samples:
    """``last`` played to and fro, so that it has no step in it, fading out over CONCEALED."""
    there_and_back = np.concatenate([last[::-1], last])
    repeats = -(-length // len(there_and_back))
    echo = np.tile(there_and_back, (repeats, 1))[:length]
    return (echo * _fade(length)[:, None]).astype(np.int16)


def _joined(last: Samples, gap: int, frames: Samples) -> Samples:
    """``frames``, beginning where the echo of ``last`` left off."""
    width = min(_JOIN, len(frames))
    tail = _echo(last, gap + width)[gap:]
    rise = np.linspace(0, 1, width, endpoint=False)[:, None]
    joined = frames.copy()
    joined[:width] = (frames[:width] * rise + tail * (1 - rise)).astype(np.int16)
    return joined


def _fade(length: int) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    return np.clip(1 - np.arange(length) / CONCEALED, 0, 1)
