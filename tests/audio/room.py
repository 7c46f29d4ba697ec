"""Device slots, their buffers and what they told."""

import threading
from collections.abc import Callable

import numpy as np

from tests.sound_system import dominant_hertz
from viewer.audio.slots import NONE, DeviceSlots, Names
from viewer.errors import AudioDeviceError
from viewer.media.pcm import SAMPLE_RATE, PcmBuffer, Samples, rms


class Told:
    """What they told, and a way to wait for it."""

    def __init__(self) -> None:
        self.microphones: Names = ()
        self.speakers: Names = ()
        self.problem: AudioDeviceError | None = None
        self.problems = 0
        self._changed = threading.Condition()

    def devices(self, microphones: Names, speakers: Names) -> None:
        with self._changed:
            self.microphones, self.speakers = microphones, speakers
            self._changed.notify_all()

    def trouble(self, problem: AudioDeviceError | None) -> None:
        with self._changed:
            self.problem = problem
            self.problems += 1
            self._changed.notify_all()

    def wait_for(self, happened: Callable[[], object]) -> None:
        with self._changed:
            assert self._changed.wait_for(happened, 20)

    def wait_for_problem(self) -> AudioDeviceError:
        """The problem, as soon as there is one."""
        self.wait_for(lambda: self.problem)
        assert self.problem
        return self.problem


class Hum:
    """Endless sound for a loudspeaker, and how often one began to play it."""

    def __init__(self) -> None:
        self.begun = 0
        self._position = 0

    def read(self, count: int) -> Samples:
        times = (np.arange(count) + self._position) / SAMPLE_RATE
        self._position += count
        return np.repeat((np.sin(2 * np.pi * 440 * times) * 8000).astype(np.int16)[:, None], 2, axis=1)

    def restart(self) -> None:
        self.begun += 1


class Room:
    """Device slots with their buffers."""

    def __init__(self, microphone: str = "", speaker: str = NONE) -> None:
        self.told = Told()
        self.captured = PcmBuffer(1, SAMPLE_RATE * 2)
        self.played = Hum()
        buffers = (self.captured, self.played)
        self.devices = DeviceSlots(microphone, speaker, buffers, self.told.devices, self.told.trouble)

    def hears(self, hertz: float) -> bool:
        """Whether a tone of ``hertz`` is captured from now on."""
        self.captured.clear()
        if not self.captured.wait(SAMPLE_RATE // 4, 1):
            return False
        heard = self.captured.read(SAMPLE_RATE // 4)
        return bool(rms(heard) > 0.05) and abs(dominant_hertz(heard) - hertz) < 20
