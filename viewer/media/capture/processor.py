"""WebRTC's audio processing module: echo cancellation, noise suppression, automatic gain.

Its echo canceller finds the delay between loudspeaker and microphone by itself: hints of 0 and 40 ms made no
difference, so none is given. Its gain is moved by speech only, and stays in pauses.
"""

import logging
from collections.abc import Callable
from typing import Final, TypeVar

from viewer.errors import ProcessingUnavailable
from viewer.media.capture.audio_processing_module import AudioProcessingModule
from viewer.media.capture.processing import Processing
from viewer.media.pcm import AUDIBLE, SAMPLE_RATE, Samples, rms

Result = TypeVar("Result")

_log = logging.getLogger(__name__)

FRAME: Final = SAMPLE_RATE // 100
"""Samples the module takes at a time: 10 ms."""

# So much sound the canceller has to hear before it knows a room; until then the persona's first words come
# back from it. Its first ten seconds were taken for a user's speech in 31 of 90 simulated rooms without this
# wait, in 11 with 2 s, in 7 with 4 s.
_LEARNING_FRAMES: Final = 200
# And so much to find the echo again when it comes at another time: the persona was taken for a user in 37 of
# 45 rooms without this wait, in 7 with 2 s, in none with 3 s, and after 5 s nothing is left to be seen.
_RELEARNING_FRAMES: Final = 500


class Processor:
    """Mono at 48 kHz, :data:`FRAME` samples at a time, about 0.1 ms each. Not thread-safe.

    Raises:
        ProcessingUnavailable: the library is missing, does not load, or fails; from every method.
    """

    def __init__(self, processing: Processing) -> None:
        try:
            self._cancels_echo = processing.echo_cancellation
            self._heard, self._needed = 0, _LEARNING_FRAMES
            self._module = AudioProcessingModule(
                SAMPLE_RATE,
                echo_cancellation=processing.echo_cancellation,
                noise_suppression=processing.noise_suppression,
                automatic_gain=processing.automatic_gain,
                high_pass_filter=True,
            )
        except Exception as error:  # whatever a native library and its loader come up with
            _log.warning("audio processing is not available: %s: %s", type(error).__name__, error)
            raise ProcessingUnavailable from error

    @property
    def is_learning(self) -> bool:
        """Whether the echo of what is played may come through, since too little was heard of the room yet."""
        # Where it learns anew, what was played before may come, too.
        may_come = self._heard > 0 or self._needed == _RELEARNING_FRAMES
        return self._cancels_echo and may_come and self._heard < self._needed

    def learn_anew(self) -> None:
        """The echo comes earlier or later from now on."""
        if self._heard:  # else there is nothing to learn anew yet
            self._heard, self._needed = 0, _RELEARNING_FRAMES

    def hear_loudspeaker(self, frame: Samples) -> None:
        """``frame``, shape (FRAME, 1), is being played; its echo comes later."""
        if self._heard < self._needed:
            self._heard += rms(frame) > AUDIBLE
        self._call(self._module.process_reverse, frame)

    def clean(self, frame: Samples) -> Samples:
        """The microphone's ``frame``, shape (FRAME, 1), processed."""
        return self._call(self._module.process, frame)

    def _call(self, process: Callable[[Samples], Result], frame: Samples) -> Result:
        try:
            return process(frame)
        except RuntimeError as error:
            _log.warning("audio processing failed: %s", error)
            raise ProcessingUnavailable from error
