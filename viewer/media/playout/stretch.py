"""A queue of sound that can be read a little faster or slower than it was written."""

import numpy as np

from viewer.media.pcm import Samples


class Stretch:
    """PCM frames in order. Read at a speed of 1 they come out bit by bit as they went in. Not thread-safe."""

    def __init__(self, channels: int) -> None:
        self._frames: Samples = np.zeros((0, channels), np.int16)
        self._offset = 0.0
        """Where the next frame lies between the first two."""

    def __len__(self) -> int:
        return len(self._frames)

    def write(self, frames: Samples) -> None:
        """Append ``frames``, shape (n, channels)."""
        self._frames = np.concatenate([self._frames, frames])

    def read(self, count: int, speed: float) -> Samples:
        """``count`` frames at ``speed``, frames taken for each one returned; linear between two.

        ``count`` × ``speed`` + 2 frames have to be there. What comes after a stretch begins between two of
        them; at a speed of 1 that is made up for, so that the next ones are as they went in again.
        """
        if speed == 1 and self._offset == 0:
            frames, self._frames = self._frames[:count], self._frames[count:]
            return frames
        end = round(self._offset + count) if speed == 1 else self._offset + count * speed
        places = np.linspace(self._offset, end, count, endpoint=False)
        whole = places.astype(np.intp)
        taken = int(end)
        sound = self._frames[: taken + 2].astype(np.float32)
        part = (places - whole).astype(np.float32)[:, None]
        between = sound.take(whole, 0) + np.diff(sound, axis=0).take(whole, 0) * part
        self._offset, self._frames = end - taken, self._frames[taken:]
        return np.rint(between).astype(np.int16)

    def drop_to(self, count: int) -> None:
        """Forget the oldest until at most ``count`` frames are left."""
        if len(self._frames) > count:
            self._frames = self._frames[len(self._frames) - count :]
            self._offset = 0.0
