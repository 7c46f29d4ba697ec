"""WebRTC's audio processing module, in livekit's native library.

What that is asked and answers is documented nowhere, so ``livekit`` is pinned, and a test compares it with
what livekit's own client says.
"""

import weakref
from typing import Final

import numpy as np

from viewer.media.capture.native_library import fields_in, message, native_library, number_in
from viewer.media.pcm import Samples

# Fields of what is asked, and of what is answered.
NEW: Final = (50, 49)
PROCESS: Final = (51, 50)
PROCESS_REVERSE: Final = (52, 51)


class AudioProcessingModule:
    """Takes mono frames of 10 ms. Not thread-safe.

    Raises:
        ImportError: the library is not installed.
        OSError: it does not load.
        RuntimeError: it fails; from every method.
    """

    def __init__(
        self,
        sample_rate: int,
        *,
        echo_cancellation: bool,
        noise_suppression: bool,
        automatic_gain: bool,
        high_pass_filter: bool,
    ) -> None:
        self._library = library = native_library()
        ask, answers = NEW
        wanted = message(ask, echo_cancellation, automatic_gain, high_pass_filter, noise_suppression)
        number = number_in(fields_in(library.ask(wanted), answers, 1, 1))
        # At the process's end the library forgets by itself.
        weakref.finalize(self, library.forget, number).atexit = False
        # It works on this memory each time, so each request is the same.
        self._frame: Samples = np.zeros((sample_rate // 100, 1), np.int16)
        place = number, self._frame.ctypes.data, self._frame.nbytes, sample_rate, 1
        self._requests = {kind: message(kind[0], *place) for kind in (PROCESS, PROCESS_REVERSE)}

    def process(self, frame: Samples) -> Samples:
        """The microphone's ``frame``, processed."""
        self._call(PROCESS, frame)
        return self._frame.copy()

    def process_reverse(self, frame: Samples) -> None:
        """``frame`` is being played by the loudspeaker."""
        self._call(PROCESS_REVERSE, frame)

    def _call(self, kind: tuple[int, int], frame: Samples) -> None:
        self._frame[:] = frame
        if error := fields_in(self._library.ask(self._requests[kind]), kind[1]):
            raise RuntimeError(fields_in(error, 1).decode("utf-8", "replace"))
