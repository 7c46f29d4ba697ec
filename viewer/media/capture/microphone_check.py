"""A check of microphone and loudspeaker by what one hears of the other, and by what the user hears."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Final

import numpy as np

from viewer.media.capture import echo_test
from viewer.media.capture.check_state import CheckState, Step
from viewer.media.capture.ear import Heard
from viewer.media.pcm import SAMPLE_RATE, PcmBuffer, Samples
from viewer.media.playout.loudspeaker import Loudspeaker

RECORDED_SECONDS: Final = 3.0
# A device that is not there moves nothing: then nothing is waited for any longer.
_PATIENCE: Final = 3.0

_FRAMES: Final = {
    Step.RECORDING: round(SAMPLE_RATE * RECORDED_SECONDS),
    Step.LISTENING: echo_test.LISTEN_FRAMES,
}


class MicrophoneCheck:
    """One thing at a time; what is begun ends what ran. :meth:`hear` belongs to the voice's thread, all else
    to the one that looks.

    Args:
        heard: the newest of what the microphone hears.
        clock: monotonic seconds.
    """

    def __init__(
        self,
        loudspeaker: Loudspeaker,
        heard: Callable[[], Heard | None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._loudspeaker = loudspeaker
        self._heard = heard
        self._clock = clock
        self._state = CheckState()
        self._until = 0.0
        self._lock = threading.Lock()
        self._kept = PcmBuffer(1, max(_FRAMES.values()))
        self._keeps = False

    def hear(self, raw: Samples) -> None:
        """A frame, shape (n, 1), as it was captured."""
        with self._lock:
            if self._keeps:
                self._kept.write(raw)

    def play(self) -> None:
        """Play a sound for the user."""
        self._begin(Step.PLAYING, echo_test.chime())

    def record(self) -> None:
        """Record three seconds, then play them."""
        self._begin(Step.RECORDING, None)

    def listen(self) -> None:
        """Play a sound and listen for it."""
        self._begin(Step.LISTENING, echo_test.sweeps())

    def stop(self) -> None:
        """End whatever runs."""
        self._begin(Step.IDLE, None)

    def look(self) -> CheckState:
        """How far it is now. Takes milliseconds at most, when the echo is looked for."""
        step, kept = self._state.step, len(self._kept)
        if wanted := _FRAMES.get(step):
            late = self._clock() > self._until
            self._state = replace(self._state, progress=min(1.0, kept / wanted))
            if kept >= wanted or late:
                self._finish(step, self._kept.read(kept))
        elif step is not Step.IDLE and (not self._loudspeaker.plays_over or self._clock() > self._until):
            self._begin(Step.IDLE, None)
        heard = self._heard()
        if heard is None:
            return replace(self._state, level=-120.0, peak=-120.0, clips=False)
        return replace(self._state, level=heard.level, peak=heard.peak, clips=heard.clips)

    def _finish(self, step: Step, kept: Samples) -> None:
        if step is Step.LISTENING:
            self._state = replace(self._state, echo=echo_test.find(kept).heard)
            self._begin(Step.IDLE, None)
        elif len(kept):
            self._begin(Step.REPLAYING, np.repeat(kept, 2, axis=1))
        else:
            self._begin(Step.IDLE, None)

    def _begin(self, step: Step, sound: Samples | None) -> None:
        with self._lock:
            self._kept.clear()
            self._keeps = step in _FRAMES
        self._loudspeaker.play_over(np.zeros((0, 2), np.int16) if sound is None else sound)
        seconds = _FRAMES.get(step, 0 if sound is None else len(sound)) / SAMPLE_RATE
        self._until = self._clock() + seconds + _PATIENCE
        echo = None if step is Step.LISTENING else self._state.echo
        self._state = CheckState(step, echo=echo)
