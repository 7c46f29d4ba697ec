"""When things were, on the one line of a film, by the sender's clock. Pure.

Sound is the master: its RTP timestamps are the line. Pictures are put on it by the sender's reports, as
``receive/lip_sync`` knows them, and what happens here by what is heard at that time.
"""

from typing import Final

from viewer.media.pcm import SAMPLE_RATE
from viewer.media.receive.lip_sync import VIDEO_RATE, LipSync

# A sender whose clock is this far from what passed here has set it.
_ASTRAY: Final = 2.0
# What a better knowledge of the clocks may move a picture, and 20 ms of the user's voice.
_PICTURE_STEP: Final = 0.004
_VOICE_STEP: Final = 0.0005


class Timeline:
    """Of one connection. All times are in seconds, in the film since ``began`` of this computer's clock.

    Use from one thread.
    """

    def __init__(self, sync: LipSync, began: float) -> None:
        self._sync = sync
        self._began = began
        self._sound: float | None = None
        """What to add to the sound's time."""
        self._picture: float | None = None
        self._is_together = False
        self._voice: float | None = None

    def sound(self, timestamp: int, now: float) -> float:
        """When the sound with ``timestamp`` is, which came ``now``."""
        at = timestamp / SAMPLE_RATE
        if self._sound is None or self._is_astray(at + self._sound, now):
            self._sound = now - self._began - at
        return at + self._sound

    def picture(self, timestamp: int, now: float) -> float:
        """When the picture with ``timestamp`` is, which came ``now``."""
        at = timestamp / VIDEO_RATE
        if self._picture is None:
            self._picture = now - self._began - at
        between = self._sync.between
        if between is not None and self._sound is not None:
            step = _PICTURE_STEP if self._is_together else _ASTRAY
            self._picture = _moved(self._picture, self._sound + between, step)
            self._is_together = True
        if self._is_astray(at + self._picture, now):
            self._picture, self._is_together = now - self._began - at, False
        return at + self._picture

    def voice(self, at: float, now: float) -> float:
        """When it is that the user's voice was here ``at`` that time."""
        here = self._here(now)
        near = self._voice is not None and abs(here - self._voice) < _ASTRAY
        self._voice = _moved(self._voice, here, _VOICE_STEP) if near and self._voice is not None else here
        return at + self._voice

    def heard(self, at: float, now: float) -> float:
        """When it is that is heard here ``at`` that time."""
        return at + self._here(now)

    def _here(self, now: float) -> float:
        """What to add to this computer's time."""
        if self._sound is None:
            return -self._began
        heard = self._sync.heard(now)
        if heard is not None:
            return heard / SAMPLE_RATE + self._sound - now
        way = self._sync.audio.by_arrival
        return -self._began if way is None else self._sound - way

    def _is_astray(self, at: float, now: float) -> bool:
        return abs(at - (now - self._began)) > _ASTRAY


def _moved(value: float, wanted: float, step: float) -> float:
    return value + max(-step, min(step, wanted - value))
