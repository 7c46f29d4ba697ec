"""Whether somebody speaks to a device that waits. Pure: its clock is the sound, block after block.

A television talks, too. What it does all the time becomes the background, and only a voice that stands out of
that counts: somebody who is near. Each time that it was nobody, it is waited longer.
"""

from collections import deque
from typing import Final

import numpy as np

from viewer.media.capture.ear import BLOCK_SECONDS, Heard


def _blocks(seconds: float) -> int:
    return round(seconds / BLOCK_SECONDS)


# Somebody speaks when of so many blocks so many have a voice in them that stands out.
_SPEECH_OF: Final = _blocks(1.2)
_SPEECH: Final = 3
# In dBFS: whoever is quieter is far away.
_QUIETEST: Final = -48.0
_ABOVE_BACKGROUND_DB: Final = 9.0
# The background is what a fifth of the last minute was louder than, but for its end: that may be the voice.
_BACKGROUND: Final = _blocks(60)
_BACKGROUND_PERCENT: Final = 80
_LEARNED: Final = _blocks(2)
# How often that is looked up, which takes a while.
_LOOK: Final = _blocks(1)

PAUSE_SECONDS: Final = 3.0
"""After a visit, whose last words may still be in the room."""
FIRST_SECONDS: Final = 30.0
"""After nobody was there; it doubles each time, up to :data:`LONGEST_SECONDS`."""
LONGEST_SECONDS: Final = 1800.0


class VoiceWake:
    """Hears all that a microphone hears, also while somebody is there. :meth:`hear` belongs to one thread,
    all else to another.
    """

    def __init__(self) -> None:
        self.waits = False
        """Nobody is there, and a voice is wanted."""
        self._levels: deque[float] = deque(maxlen=_BACKGROUND)
        self._recent: deque[float] = deque(maxlen=_SPEECH_OF)
        self._voices: deque[bool] = deque(maxlen=_SPEECH_OF)
        self._background = -120.0
        self._heard = self._until = 0
        self._falsely = 0

    def hear(self, heard: Heard) -> bool:
        """The next block; whether somebody speaks who is to be answered."""
        self._heard += 1
        if heard.persona:  # which is louder here than anybody
            self._voices.clear()
            return False
        if len(self._recent) == _SPEECH_OF:
            self._levels.append(self._recent[0])
        self._recent.append(heard.level)
        if self._heard % _LOOK == 0 and self._levels:
            self._background = float(np.percentile(self._levels, _BACKGROUND_PERCENT))
        self._voices.append(heard.voice and heard.level >= self.threshold)
        if not self.waits or self._heard < self._until or len(self._levels) < _LEARNED:
            return False
        if sum(self._voices) < _SPEECH:
            return False
        self._voices.clear()
        self._until = self._heard + _blocks(PAUSE_SECONDS)
        return True

    @property
    def threshold(self) -> float:
        """In dBFS: what is quieter is no visitor's voice."""
        return max(_QUIETEST, self._background + _ABOVE_BACKGROUND_DB)

    def over(self, *, by_voice: bool, false_wake: bool) -> None:
        """A visit is. Unless somebody was there, whom a voice had announced, a voice has to wait."""
        if not false_wake:
            self._falsely = 0
        elif by_voice:
            self._falsely += 1
        self._until = self._heard + _blocks(self._wait(by_voice=by_voice and false_wake))

    def _wait(self, *, by_voice: bool) -> float:
        if not by_voice:
            return PAUSE_SECONDS
        return float(min(FIRST_SECONDS * 2.0 ** min(self._falsely - 1, 30), LONGEST_SECONDS))
