"""What the microphone hears, as sound that the persona is to speak."""

from collections.abc import Callable
from typing import Final

import numpy as np

from viewer.media.pcm import SAMPLE_RATE, Samples
from viewer.protocol import commands

RATE: Final = SAMPLE_RATE // 2
"""What the service advises (protocol/README.md section 4)."""

_TOGETHER: Final = RATE // 10


class LentVoice:
    """Makes messages of 100 ms while it is lent. Belongs to the event loop of its session.

    Args:
        perform: takes them.
    """

    def __init__(self, perform: Callable[[commands.SendAgentAudio | commands.EndAgentAudio], None]) -> None:
        self._perform = perform
        self._is_lent = False
        self._heard: list[Samples] = []
        self._count = 0

    @property
    def taker(self) -> Callable[[Samples], None] | None:
        """What is to get each piece of sound, mono at 48 kHz; None while the voice is not lent."""
        return self._hear if self._is_lent else None

    def lend(self, lent: bool) -> None:
        """Begin a turn of the persona's, or end it."""
        if self._is_lent and not lent:
            if self._count:
                self._send()
            self._perform(commands.EndAgentAudio())
        self._is_lent = lent

    def _hear(self, sound: Samples) -> None:
        pairs = sound.reshape(-1, 2).astype(np.int32)
        self._heard.append((pairs.sum(axis=1) // 2).astype("<i2"))
        self._count += len(pairs)
        if self._count >= _TOGETHER:
            self._send()

    def _send(self) -> None:
        pcm = np.concatenate(self._heard).tobytes()
        self._heard, self._count = [], 0
        self._perform(commands.SendAgentAudio(pcm, RATE))
